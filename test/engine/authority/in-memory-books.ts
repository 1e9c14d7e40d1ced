import type {
  AuthorityIdentity,
  BookEntry,
  CertificateAuthorityBook,
  CertificateAuthorityBooks,
  NumberedBookEntry,
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
  readonly entries: NumberedBookEntry[] = [];
  #identity: AuthorityIdentity | undefined;

  async identity(): Promise<AuthorityIdentity | undefined> {
    return this.#identity;
  }

  async keepIdentity(candidate: AuthorityIdentity): Promise<AuthorityIdentity> {
    this.#identity ??= candidate;
    return this.#identity;
  }

  async enter(entry: BookEntry): Promise<NumberedBookEntry> {
    const numbered = { ...entry, requestNumber: this.entries.length + 1 };
    this.entries.push(numbered);
    return numbered;
  }

  async findByDigest(requestSha256: string): Promise<NumberedBookEntry | undefined> {
    return this.entries.findLast((entry) => entry.requestSha256 === requestSha256);
  }
}
