import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { makePlace } from './harness/place.ts';
import { runPowerShell } from './harness/programs.ts';

const SCRIPT = join(REPOSITORY, 'examples', 'pool-life.ps1');

/** What a reader of the example's output should see, in this order. */
const WALK = [
  /atl-cs-001\.litwareinc\.com is one of \d computers of pool1\.litwareinc\.com/,
  /certificate was assigned for the type "WebServicesExternal":/,
  /OAuthTokenIssuer +[0-9A-F]{40}/,
  /Front End +True/,
  /OAuthTokenIssuer expires on \d/,
  /PreviousThumbprint : [0-9A-F]{40}/,
  /EffectiveDate +: \d/,
  /In the store: False/,
  /Certificates in the store: 3/,
];

for (const module of ['Lync', 'SkypeForBusiness']) {
  test(`examples/pool-life.ps1 walks the life of a pool under the name ${module}, and leaves nothing`, async () => {
    using place = makePlace();
    const { stdout, stderr, exitCode } = await runPowerShell(place, ['-File', SCRIPT, '-Module', module]);
    assert.equal(exitCode, 0, stderr);
    assert.equal(stderr, '');
    let from = 0;
    for (const expected of WALK) {
      const found = expected.exec(stdout.slice(from));
      assert.ok(found, `${expected} after:\n${stdout.slice(0, from)}`);
      from += found.index + found[0].length;
    }
    assert.equal(existsSync(place.home), false);
    assert.deepEqual(
      readdirSync(place.temp).filter((name) => name.startsWith('pool-life')),
      [],
    );
  });
}
