import type {
  AuthorityIdentity,
  BookDecision,
  BookDisposition,
  BookEntry,
  BookLine,
  BookStep,
  NumberedBookEntry,
  Replaced,
  RevocationListContent,
} from '../../../src/domain/authority/book-entry.ts';
import type {
  CertificateAuthorityBook,
  CertificateAuthorityBooks,
} from '../../../src/ports/certificate-authority-book.ts';

/** The books of embedded CAs without a store: for tests of the CA, not of durability. */
export class InMemoryBooks implements CertificateAuthorityBooks {
  readonly #books = new Map<string, InMemoryBook>();

  open(deploymentId: string, config: string): InMemoryBook {
    const key = JSON.stringify([deploymentId, config.toLowerCase()]);
    const book = this.#books.get(key) ?? new InMemoryBook();
    this.#books.set(key, book);
    return book;
  }
}

export class InMemoryBook implements CertificateAuthorityBook {
  entries: NumberedBookEntry[] = [];
  #identity: AuthorityIdentity | undefined;
  #lastNumber = 0;
  #lastListNumber = 0;
  readonly #submissions = new Map<string, number>();

  async identity(): Promise<AuthorityIdentity | undefined> {
    return this.#identity;
  }

  async keepIdentity(candidate: AuthorityIdentity): Promise<AuthorityIdentity> {
    this.#identity ??= candidate;
    return this.#identity;
  }

  async enter(entry: BookEntry, issuer: Uint8Array): Promise<NumberedBookEntry | Replaced> {
    if (!this.#isOf(issuer)) return 'replaced';
    const numbered = { ...entry, requestNumber: ++this.#lastNumber, polls: 0 };
    this.entries.push(numbered);
    return numbered;
  }

  async decide(
    requestNumber: number,
    from: BookDisposition,
    decision: BookDecision,
    issuer: Uint8Array,
  ): Promise<BookStep | Replaced | undefined> {
    if (!this.#isOf(issuer)) return 'replaced';
    const found = this.#entry(requestNumber);
    if (found === undefined || found.disposition !== from) return found && { applied: false, entry: found };
    return { applied: true, entry: this.#replace({ ...found, ...decisionOnly(decision), request: undefined }) };
  }

  async find(requestNumber: number): Promise<NumberedBookEntry | undefined> {
    return this.#entry(requestNumber);
  }

  async findByDigest(requestSha256: string): Promise<NumberedBookEntry | undefined> {
    return this.entries.findLast((entry) => entry.requestSha256 === requestSha256);
  }

  async list(disposition?: BookDisposition): Promise<readonly BookLine[]> {
    const chosen = this.entries.filter((entry) => disposition === undefined || entry.disposition === disposition);
    return chosen.map(({ request: _, certificate: __, warnings: ___, polls: ____, ...line }) => line);
  }

  async countPoll(requestNumber: number): Promise<NumberedBookEntry | undefined> {
    const found = this.#entry(requestNumber);
    return found && this.#replace({ ...found, polls: found.polls + 1 });
  }

  async countSubmission(counter: string): Promise<number> {
    const count = (this.#submissions.get(counter) ?? 0) + 1;
    this.#submissions.set(counter, count);
    return count;
  }

  async takeRevocationList(issuer: Uint8Array): Promise<RevocationListContent | Replaced> {
    if (!this.#isOf(issuer)) return 'replaced';
    const revoked = this.entries.flatMap(({ disposition, revocation, serialNumber = '' }) =>
      disposition === 'revoked' && revocation !== undefined ? [{ ...revocation, serialNumber }] : [],
    );
    return { number: ++this.#lastListNumber, revoked };
  }

  async reset(): Promise<void> {
    this.entries = [];
    this.#identity = undefined;
    this.#submissions.clear();
  }

  #isOf(issuer: Uint8Array): boolean {
    return this.#identity !== undefined && Buffer.compare(this.#identity.certificate, issuer) === 0;
  }

  #entry(requestNumber: number): NumberedBookEntry | undefined {
    return this.entries.find((entry) => entry.requestNumber === requestNumber);
  }

  #replace(next: NumberedBookEntry): NumberedBookEntry {
    this.entries = this.entries.map((entry) => (entry.requestNumber === next.requestNumber ? next : entry));
    return next;
  }
}

/** A whole entry may be handed in where a decision is asked for. */
function decisionOnly(decision: BookDecision): BookDecision {
  const { disposition, hresult, message, warnings, certificate, serialNumber, thumbprint, resolvedWhen, revocation } =
    decision;
  return { disposition, hresult, message, warnings, certificate, serialNumber, thumbprint, resolvedWhen, revocation };
}
