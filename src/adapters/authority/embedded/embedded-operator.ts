import type {
  BookDecision,
  BookDisposition,
  BookLine,
  NumberedBookEntry,
} from '../../../domain/authority/book-entry.ts';
import type { RevocationReason } from '../../../domain/authority/revocation-reason.ts';
import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { AuthorityOperator, Denial } from '../../../ports/authority-operator.ts';
import { deniedDecision, revokedDecision } from './book-decisions.ts';
import { issuePending } from './decide-request.ts';
import type { IdentityDeps, IssuingIdentity } from './issuing-identity.ts';
import type { KnownIdentity } from './known-identity.ts';
import { signRevocationList } from './revocation-list-der.ts';
import { NOT_VALID_NOW } from './verdict-of-entry.ts';

type Decide = (entry: NumberedBookEntry, identity: IssuingIdentity) => BookDecision;

/** What an operator may do: from which disposition, and the word for it. */
const ACTIONS = {
  issued: { from: 'pending', word: 'approved' },
  denied: { from: 'pending', word: 'denied' },
  revoked: { from: 'issued', word: 'revoked' },
} as const;

/** The certificate manager's side of an embedded CA; its words are those of AD CS (certificate authorities 2.1). */
export class EmbeddedOperator implements AuthorityOperator {
  readonly #configuration: CertificateAuthorityConfiguration;
  readonly #deps: IdentityDeps;
  readonly #identity: KnownIdentity;

  constructor(configuration: CertificateAuthorityConfiguration, deps: IdentityDeps, identity: KnownIdentity) {
    this.#configuration = configuration;
    this.#deps = deps;
    this.#identity = identity;
  }

  requests(disposition?: BookDisposition): Promise<readonly BookLine[]> {
    return this.#deps.book.list(disposition);
  }

  async request(requestNumber: number): Promise<BookLine> {
    return (await this.#deps.book.find(requestNumber)) ?? this.#notFound(requestNumber);
  }

  approve(requestNumber: number, by: string): Promise<BookLine> {
    return this.#pass(requestNumber, 'issued', (entry, identity) => {
      const { entropy, clock } = this.#deps;
      const desk = { identity, configuration: this.#configuration, entropy, now: clock.now() };
      const decision = issuePending(desk, entry, `Resubmitted by ${by}`);
      if (decision !== undefined) return decision;
      const { config } = this.#configuration;
      throw commandError(
        'CertificationAuthorityMisconfigured',
        { config, reason: NOT_VALID_NOW.reason },
        { target: config },
      );
    });
  }

  deny(requestNumber: number, denial: Denial): Promise<BookLine> {
    return this.#pass(requestNumber, 'denied', () => deniedDecision(denial, this.#deps.clock.now()));
  }

  revoke(requestNumber: number, reason: RevocationReason, by: string): Promise<BookLine> {
    return this.#pass(requestNumber, 'revoked', (entry) =>
      revokedDecision(entry, { reason, when: this.#deps.clock.now() }, `Revoked by ${by}`),
    );
  }

  revocationList(): Promise<Uint8Array> {
    return this.#identity.use(async (identity) => {
      const content = await this.#deps.book.takeRevocationList(identity.certificate);
      return content === 'replaced' ? content : signRevocationList(identity, content, this.#deps.clock.now());
    });
  }

  reset(): Promise<void> {
    return this.#deps.book.reset();
  }

  /** Compare and swap: of two who decide at once one is told what the other did. */
  async #pass(requestNumber: number, to: keyof typeof ACTIONS, decide: Decide): Promise<BookLine> {
    await this.request(requestNumber);
    return this.#identity.use(async (identity) => {
      const { book } = this.#deps;
      const entry = await book.find(requestNumber);
      if (entry === undefined) return this.#notFound(requestNumber);
      const { from } = ACTIONS[to];
      if (entry.disposition !== from) throw this.#settled(entry, to);
      const step = await book.decide(requestNumber, from, decide(entry, identity), identity.certificate);
      if (step === 'replaced') return step;
      if (step === undefined) return this.#notFound(requestNumber);
      if (!step.applied) throw this.#settled(step.entry, to);
      return step.entry;
    });
  }

  #settled({ requestNumber: requestId, disposition }: BookLine, to: keyof typeof ACTIONS) {
    const { config } = this.#configuration;
    const action = ACTIONS[to].word;
    const target = String(requestId);
    return commandError('EmulatedRequestSettled', { requestId, config, action, disposition }, { target });
  }

  #notFound(requestId: number): never {
    const { config } = this.#configuration;
    throw commandError('EmulatedRequestNotFound', { requestId, config }, { target: String(requestId) });
  }
}
