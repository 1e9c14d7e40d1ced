import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import type { LintedRequest } from '../../../domain/request/linter.ts';
import type { Verdict } from '../../../domain/request/verdict.ts';
import type { CertificateAuthority, RequestFinder, Submission } from '../../../ports/certificate-authority.ts';
import type { BookEntry } from '../../../ports/certificate-authority-book.ts';
import { deniedEntry, type EntryHeading, issuedEntry, verdictOf } from './book-entries.ts';
import { mayEnrol } from './enrolment-right.ts';
import { issueCertificate } from './issue-certificate.ts';
import { type IdentityDeps, type IssuingIdentity, issuingIdentity } from './issuing-identity.ts';
import { receiveRequest } from './received-request.ts';
import { newSerialNumber } from './serial-number.ts';
import { applyTemplate } from './template-policy.ts';
import { leafValidity } from './validity.ts';

/**
 * A CA that lives in this process and keeps its key and books in the store. Like a real one it looks only at the bytes
 * of the request, and its answer is in the book before anyone hears it.
 */
export class EmbeddedAuthority implements CertificateAuthority, RequestFinder {
  readonly #configuration: CertificateAuthorityConfiguration;
  readonly #deps: IdentityDeps;
  #identity: Promise<IssuingIdentity> | undefined;

  constructor(configuration: CertificateAuthorityConfiguration, deps: IdentityDeps) {
    this.#configuration = configuration;
    this.#deps = deps;
  }

  async submit(request: LintedRequest, submission: Submission): Promise<Verdict> {
    if (!mayEnrol(this.#configuration.accounts, submission)) {
      return { kind: 'refused-credentials' };
    }
    const identity = await this.#loadIdentity();
    const heading: EntryHeading = {
      requestSha256: request.encoded.sha256,
      template: submission.template,
      requester: submission.credentials?.account ?? submission.requester,
      when: this.#deps.clock.now(),
    };
    const entry = this.#decide(identity, request.encoded.der, heading);
    if (entry === undefined) {
      return { kind: 'misconfigured', reason: 'Its own certificate has expired.' };
    }
    return verdictOf(await this.#deps.book.enter(entry), identity.certificate);
  }

  async certificates(): Promise<readonly Uint8Array[]> {
    return [(await this.#loadIdentity()).certificate];
  }

  async findByDigest(sha256: string): Promise<Verdict | undefined> {
    const entry = await this.#deps.book.findByDigest(sha256);
    return entry === undefined ? undefined : verdictOf(entry, (await this.#loadIdentity()).certificate);
  }

  /** Undefined when the CA itself is no longer valid. */
  #decide(identity: IssuingIdentity, der: Uint8Array, heading: EntryHeading): BookEntry | undefined {
    const request = receiveRequest(der);
    if (request.kind === 'refused') {
      return deniedEntry(heading, request);
    }
    const grant = applyTemplate(this.#configuration, heading.template, request);
    if (grant.kind === 'refused') {
      return deniedEntry(heading, grant);
    }
    const validity = leafValidity(heading.when, grant.validityDays, identity);
    if (validity === undefined) {
      return undefined;
    }
    const serialNumber = newSerialNumber(this.#deps.entropy);
    const certificate = issueCertificate(identity, this.#configuration, { request, grant, validity, serialNumber });
    return issuedEntry(heading, { certificate, serialNumber, warnings: grant.warnings });
  }

  /** Once a process: revealing a key costs as much as making one. A failure is not kept. */
  #loadIdentity(): Promise<IssuingIdentity> {
    this.#identity ??= issuingIdentity(this.#configuration.config, this.#deps).catch((error: unknown) => {
      this.#identity = undefined;
      throw error;
    });
    return this.#identity;
  }
}
