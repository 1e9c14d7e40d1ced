import { withSqlStores } from '../store/temporary-store.ts';
import { describeBooks } from './books-conformance.ts';
import { InMemoryBooks } from './in-memory-books.ts';

describeBooks('memory, which the tests of the CA use', async (use) => {
  const books = new InMemoryBooks();
  await use({ books, reopen: () => books });
});

describeBooks('the SQL store', (use) =>
  withSqlStores((open) => use({ books: open().authorityBooks, reopen: () => open().authorityBooks })),
);
