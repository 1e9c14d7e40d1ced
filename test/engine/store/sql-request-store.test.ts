import { describeRequestStore } from './request-store-conformance.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { withSqlStores } from './temporary-store.ts';

describeRequestStore('SQL store', (use) =>
  withSqlStores(async (open) => {
    const store = (): StoreUnderTest => ({ ...open(), reopen: async () => store() });
    await use(store());
  }),
);
