import type { AssignmentStore } from '../../../ports/assignment-store.ts';
import type { CertificateAuthorityBooks } from '../../../ports/certificate-authority-book.ts';
import type { CertificateStore } from '../../../ports/certificate-store.ts';
import type { KeyCheckBook } from '../../../ports/key-check-book.ts';
import type { RequestStore } from '../../../ports/request-store.ts';
import type { StoreInspector } from '../../../ports/store-inspector.ts';
import type { StateFolder } from '../../files/state-folder.ts';
import { SqlAssignmentStore } from './sql-assignment-store.ts';
import { SqlCertificateAuthorityBooks } from './sql-certificate-authority-books.ts';
import { SqlCertificateStore } from './sql-certificate-store.ts';
import { SqlKeyCheckBook } from './sql-key-check-book.ts';
import { SqlRequestStore } from './sql-request-store.ts';
import { SqlStore } from './sql-store.ts';
import { SqlStoreInspector } from './sql-store-inspector.ts';

/** The ports that one database serves. */
export interface Stores {
  readonly requests: RequestStore;
  readonly certificates: CertificateStore;
  readonly assignments: AssignmentStore;
  readonly authorityBooks: CertificateAuthorityBooks;
  readonly keyChecks: KeyCheckBook;
  readonly inspector: StoreInspector;
  /** Looks only: false where there was never a store, as far as the folder can tell. */
  mayExist(): boolean;
  /** Leaves nothing behind but the database file; the next call of a port opens it again. */
  close(): Promise<void>;
}

/** The store in `store.db` of the state folder; neither is looked at before a method is called. */
export function createSqlStore(folder: StateFolder): Stores {
  const store = new SqlStore(folder);
  return {
    requests: new SqlRequestStore(store),
    certificates: new SqlCertificateStore(store),
    assignments: new SqlAssignmentStore(store),
    authorityBooks: new SqlCertificateAuthorityBooks(store),
    keyChecks: new SqlKeyCheckBook(store),
    inspector: new SqlStoreInspector(store),
    mayExist: () => store.mayExist(),
    close: () => store.close(),
  };
}
