import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createDeps } from '../../../src/composition/create-deps.ts';
import type { Deployment } from '../../../src/domain/deployment/deployment.ts';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { CONFIG } from './rehearsal.ts';

const home = mkdtempSync(join(tmpdir(), 'cscert-remembered-'));
after(() => rmSync(home, { recursive: true }));

const deps = createDeps({
  home,
  deployment: join(REPOSITORY, 'examples', 'litwareinc-enterprise'),
  computer: undefined,
  keyPassphrase: undefined,
  keyPassphraseFile: undefined,
  moduleFolder: join(REPOSITORY, 'psmodule', 'Lync'),
});

/** The deployment as a verb reads it anew, with the CAs' disposition put in place. */
async function deployment(requestDisposition: 'issue' | 'pending'): Promise<Deployment> {
  const read = await deps.deployments.load(async () => undefined);
  return {
    ...read,
    certificateAuthorities: read.certificateAuthorities.map((ca) => ({ ...ca, requestDisposition })),
  };
}

describe('the CAs of an engine that lives on', () => {
  it('are the same as long as the deployment says the same: their keys stay revealed', async () => {
    const first = (await deps.authorities(await deployment('issue'), 'a')).find(CONFIG);
    assert.ok(first);
    assert.equal((await deps.authorities(await deployment('issue'), 'a')).find(CONFIG), first);
  });

  it('are others when the deployment or its name has changed', async () => {
    const first = await deps.authorities(await deployment('issue'), 'a');
    assert.notEqual(await deps.authorities(await deployment('pending'), 'a'), first);
    assert.notEqual(await deps.authorities(await deployment('issue'), 'b'), first);
  });
});
