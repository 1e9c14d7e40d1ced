import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../app/call-context.ts';
import type { Verbs } from '../app/verbs.ts';
import type { Host } from '../ports/host.ts';
import type { Configuration } from './configuration.ts';

/** Agrees to everything and shows nothing. */
export const silentHost: Host = {
  output: () => undefined,
  verbose: () => undefined,
  warning: () => undefined,
  hostLine: () => undefined,
  error: () => undefined,
  shouldProcess: async () => true,
  shouldContinue: async () => true,
  environmentVariable: async () => undefined,
};

/**
 * Runs every verb once against the bundled sample, in a folder of its own that is removed again. What V8 compiled on
 * the way is what a code cache should hold.
 */
export async function warmUp(
  configuration: Configuration,
  createVerbs: (configuration: Configuration) => Verbs,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cscert-warm-up-'));
  try {
    const verbs = createVerbs({ ...configuration, home: join(folder, 'home'), computer: undefined });
    const context = contextIn(folder);
    const Output = { given: 'x.req', path: join(folder, 'x.req'), provider: 'FileSystem' };
    const CA = 'atl-ca-001.litwareinc.com\\myca';
    await verbs.newRequest({ Type: ['Default'], Output }, { ...context, whatIf: true }, silentHost);
    await verbs.newRequest({ Type: ['Default'], Output }, context, silentHost);
    await verbs.newRequest({ Type: ['Default'], CA, KeyAlg: 'ECDH_P256' }, context, silentHost);
    await verbs.listRequests({}, context, silentHost);
    await verbs.retrieveRequests({}, context, silentHost);
    await verbs.clearRequests({}, context, silentHost);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function contextIn(folder: string): CallContext {
  return {
    command: 'Request-CsCertificate',
    location: folder,
    culture: '',
    interactive: false,
    whatIf: false,
    verbose: false,
    user: 'set-up',
    computer: hostname(),
    processId: process.pid,
    temporaryFolder: folder,
  };
}
