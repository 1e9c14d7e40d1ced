import type { CertificateAuthorityBook, CertificateAuthorityBooks } from '../../../ports/certificate-authority-book.ts';
import { SqlCertificateAuthorityBook } from './sql-certificate-authority-book.ts';
import type { SqlStore } from './sql-store.ts';

/** The books of the embedded CAs in the SQL store. */
export class SqlCertificateAuthorityBooks implements CertificateAuthorityBooks {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  open(deploymentId: string, config: string): CertificateAuthorityBook {
    return new SqlCertificateAuthorityBook(this.#store, {
      deployment: deploymentId.toLowerCase(),
      config: config.toLowerCase(),
    });
  }
}
