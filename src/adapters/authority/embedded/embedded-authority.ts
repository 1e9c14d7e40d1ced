import { type Behaviour, countsPolls, pollIsUnanswered } from '../../../domain/authority/behaviour.ts';
import type { NumberedBookEntry, Replaced, Revocation } from '../../../domain/authority/book-entry.ts';
import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import type { LintedRequest } from '../../../domain/request/linter.ts';
import type { Verdict } from '../../../domain/request/verdict.ts';
import type { AuthorityOperator, OperatedAuthority } from '../../../ports/authority-operator.ts';
import type {
  CertificateAuthority,
  RequestFinder,
  RequestFollower,
  RevocationTeller,
  Submission,
} from '../../../ports/certificate-authority.ts';
import { behaviourFor, submissionCounter } from './behaviour-for.ts';
import { type Desk, decideSubmission, type EntryHeading } from './decide-request.ts';
import { EmbeddedOperator } from './embedded-operator.ts';
import { mayEnrol } from './enrolment-right.ts';
import type { IdentityDeps, IssuingIdentity } from './issuing-identity.ts';
import { KnownIdentity } from './known-identity.ts';
import { scriptedDecision } from './scripted-decision.ts';
import { NOT_VALID_NOW, UNREACHABLE, unknownNumber, verdictOfEntry } from './verdict-of-entry.ts';

export interface EmbeddedAuthorityDeps extends IdentityDeps {
  /** Waits so many milliseconds: a CA that plays a slow one. */
  pause(milliseconds: number): Promise<void>;
}

/**
 * A CA that lives in this process and keeps its key and books in the store. Like a real one it looks only at the bytes
 * of the request, and its answer is in the book before anyone hears it.
 */
export class EmbeddedAuthority
  implements CertificateAuthority, RequestFinder, RequestFollower, RevocationTeller, OperatedAuthority
{
  readonly operator: AuthorityOperator;
  readonly #configuration: CertificateAuthorityConfiguration;
  readonly #deps: EmbeddedAuthorityDeps;
  readonly #identity: KnownIdentity;

  constructor(configuration: CertificateAuthorityConfiguration, deps: EmbeddedAuthorityDeps) {
    this.#configuration = configuration;
    this.#deps = deps;
    this.#identity = new KnownIdentity(configuration.config, deps);
    this.operator = new EmbeddedOperator(configuration, deps, this.#identity);
  }

  async submit(request: LintedRequest, submission: Submission): Promise<Verdict> {
    const behaviour = behaviourFor(this.#configuration, submission.template);
    if (await this.#missesSubmission(behaviour, submission.template)) return UNREACHABLE;
    const mayAsk = behaviour.refuseCredentials !== true && mayEnrol(this.#configuration.accounts, submission);
    const verdict: Verdict = mayAsk ? await this.#receive(request, submission) : { kind: 'refused-credentials' };
    return this.#late(behaviour, verdict);
  }

  async poll({ caRequestId }: { readonly caRequestId: string }): Promise<Verdict> {
    const { book } = this.#deps;
    const number = Number(caRequestId);
    const found = Number.isSafeInteger(number) ? await book.find(number) : undefined;
    const behaviour = behaviourFor(this.#configuration, found?.template ?? '');
    if (behaviour.unreachable === 'always') return UNREACHABLE;
    const entry = found !== undefined && countsPolls(behaviour) ? await book.countPoll(number) : found;
    if (entry === undefined) return this.#late(behaviour, unknownNumber(caRequestId));
    const earlierPolls = entry.polls - 1;
    if (pollIsUnanswered(behaviour, earlierPolls)) return UNREACHABLE;
    const verdict = await this.#identity.use((identity) => this.#follow(identity, behaviour, entry, earlierPolls));
    return this.#late(behaviour, verdict);
  }

  async findByDigest(sha256: string): Promise<Verdict | undefined> {
    const entry = await this.#deps.book.findByDigest(sha256);
    const behaviour = behaviourFor(this.#configuration, entry?.template ?? '');
    if (behaviour.unreachable === 'always') return UNREACHABLE;
    if (entry === undefined) return this.#late(behaviour, undefined);
    return this.#late(behaviour, verdictOfEntry(entry, (await this.#identity.current()).certificate));
  }

  async revocationOf(thumbprint: string): Promise<Revocation | undefined> {
    const revoked = await this.#deps.book.list('revoked');
    return revoked.find((line) => line.thumbprint === thumbprint)?.revocation;
  }

  async certificates(): Promise<readonly Uint8Array[]> {
    return [(await this.#identity.current()).certificate];
  }

  #receive(request: LintedRequest, submission: Submission): Promise<Verdict> {
    return this.#identity.use(async (identity) => {
      const desk = this.#desk(identity);
      const heading: EntryHeading = {
        requestSha256: request.encoded.sha256,
        template: submission.template,
        requester: submission.credentials?.account ?? submission.requester,
        when: desk.now,
      };
      const entry = decideSubmission(desk, request.encoded.der, heading);
      if (entry === undefined) return NOT_VALID_NOW;
      const entered = await this.#deps.book.enter(entry, identity.certificate);
      return entered === 'replaced' ? entered : verdictOfEntry(entered, identity.certificate);
    });
  }

  /** What a script decides by now is written down first; where somebody else was faster, theirs stands. */
  async #follow(
    identity: IssuingIdentity,
    behaviour: Behaviour,
    entry: NumberedBookEntry,
    earlierPolls: number,
  ): Promise<Verdict | Replaced> {
    const decision = scriptedDecision(this.#desk(identity), behaviour, entry, earlierPolls);
    if (decision === 'expired') return NOT_VALID_NOW;
    if (decision === undefined) return verdictOfEntry(entry, identity.certificate);
    const { requestNumber } = entry;
    const step = await this.#deps.book.decide(requestNumber, 'pending', decision, identity.certificate);
    if (step === 'replaced') return step;
    return step === undefined ? unknownNumber(String(requestNumber)) : verdictOfEntry(step.entry, identity.certificate);
  }

  async #missesSubmission({ unreachable }: Behaviour, template: string): Promise<boolean> {
    if (unreachable === undefined || unreachable === 'always') return unreachable === 'always';
    if (unreachable.submissions === 0) return false;
    const count = await this.#deps.book.countSubmission(submissionCounter(this.#configuration, template));
    return count <= unreachable.submissions;
  }

  #desk(identity: IssuingIdentity): Desk {
    const { clock, entropy } = this.#deps;
    return { identity, configuration: this.#configuration, entropy, now: clock.now() };
  }

  async #late<Answer>({ delayMilliseconds = 0 }: Behaviour, answer: Answer): Promise<Answer> {
    if (delayMilliseconds > 0) await this.#deps.pause(delayMilliseconds);
    return answer;
  }
}
