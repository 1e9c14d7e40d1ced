import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { actor, offlineRequest, SCOPE } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

const ALL = 1203;

test('a list that is read in several pages is complete, in order, and each row is itself', () =>
  withSqlStores(async (open, folder) => {
    const first = open();
    const sample = await first.requests.prepare(offlineRequest(), actor());
    await first.close();
    repeatRow(folder.at('store.db'));
    const listed = await open().requests.listOpen(SCOPE);
    assert.equal(listed.length, ALL);
    for (const [index, request] of listed.entries()) {
      assert.deepEqual(request, { ...sample, row: index + 1, requestId: -index - 1, subject: `CN=${index + 1}` });
    }
  }));

function repeatRow(path: string): void {
  const database = new DatabaseSync(path);
  const columns = database
    .prepare(
      `select group_concat(name) as names from pragma_table_info('request') where name not in ('row', 'subject')`,
    )
    .get()?.['names'];
  database.exec(`
    with recursive number (n) as (select 2 union all select n + 1 from number where n < ${ALL})
      insert into request (subject, ${columns}) select 'CN=' || n, ${columns} from number, request where row = 1;
    update request set subject = 'CN=1' where row = 1;
  `);
  database.close();
}
