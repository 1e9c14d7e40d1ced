import { join } from 'node:path';
import { type Desk, decideSubmission } from '../src/adapters/authority/embedded/decide-request.ts';
import { EmbeddedAuthority } from '../src/adapters/authority/embedded/embedded-authority.ts';
import { newIdentity, revealIdentity } from '../src/adapters/authority/embedded/issuing-identity.ts';
import { StateFolder } from '../src/adapters/files/state-folder.ts';
import { StoredKeyProtector } from '../src/adapters/key-protector/encrypted-pkcs8/stored-key-protector.ts';
import { nativeKeyProvider } from '../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import { createSqlStore } from '../src/adapters/store/sql/create-sql-store.ts';
import { systemClock } from '../src/adapters/system/system-clock.ts';
import { systemEntropy } from '../src/adapters/system/system-entropy.ts';
import type { CertificateAuthorityConfiguration } from '../src/domain/deployment/deployment.ts';
import { type LintedRequest, lintRequest } from '../src/domain/request/linter.ts';
import { subjectName } from '../src/domain/x500/distinguished-name.ts';
import { type Figure, rateFigure } from './figure.ts';
import { inScratchFolder } from './scratch.ts';
import { interleaved, median, timed } from './statistics.ts';

const CONFIGURATION: CertificateAuthorityConfiguration = {
  config: 'ca.contoso.com\\Bench-CA',
  backend: 'embedded',
  templates: [{ name: 'WebServer' }],
};
/** Requests of one round, and rounds. */
const BATCH = 40;
const ROUNDS = 9;

/** The embedded CA through its port, submission to durable issue, beside the bare verification and issue. */
export function authorityRates(): Promise<readonly Figure[]> {
  return inScratchFolder(async (folder) => {
    const state = new StateFolder(join(folder, 'home'));
    const stores = createSqlStore(state);
    const protector = new StoredKeyProtector(state, stores.keyChecks, {
      passphrase: undefined,
      passphraseFile: undefined,
    });
    const book = stores.authorityBooks.open('bench', CONFIGURATION.config);
    const deps = { book, protector, clock: systemClock, entropy: systemEntropy, pause: async () => undefined };
    const authority = new EmbeddedAuthority(CONFIGURATION, deps);
    const identity = await revealIdentity(await newIdentity(CONFIGURATION.config, deps), protector);
    const desk = (): Desk => ({ identity, configuration: CONFIGURATION, entropy: systemEntropy, now: new Date() });
    const request = await someRequest();
    const submit = () =>
      authority.submit(request, { template: 'WebServer', credentials: undefined, requester: 'bench' });
    const heading = {
      requestSha256: request.encoded.sha256,
      template: 'WebServer',
      requester: 'bench',
      when: new Date(),
    };
    const times = await interleaved(
      ROUNDS,
      {
        bare: () => timed(async () => repeat(() => void decideSubmission(desk(), request.encoded.der, heading))),
        alone: () =>
          timed(async () => {
            for (let index = 0; index < BATCH; index++) await submit();
          }),
        eight: () => timed(() => inFlight(8, submit)),
      },
      2,
    );
    await stores.close();
    const rate = (milliseconds: readonly number[]) => (BATCH * 1000) / median(milliseconds);
    const yardstick = { yardstick: rate(times.bare), yardstickName: 'bare verification and issue' };
    return [
      rateFigure('embedded CA, 1 in flight, P-256', { measured: rate(times.alone), ...yardstick }, 0.8),
      rateFigure('embedded CA, 8 in flight, P-256', { measured: rate(times.eight), ...yardstick }, 0.8),
    ];
  });
}

function repeat(work: () => void): void {
  for (let index = 0; index < BATCH; index++) work();
}

async function inFlight(width: number, work: () => Promise<unknown>): Promise<void> {
  let left = BATCH;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function someRequest(): Promise<LintedRequest> {
  const encoder = new X509RequestEncoder(nativeKeyProvider());
  const key = await encoder.generateKey('ECDH_P256', 2048);
  const plan = {
    subject: subjectName('pool1.contoso.com'),
    alternativeNames: ['pool1.contoso.com', 'fe01.contoso.com', 'dialin.contoso.com', 'meet.contoso.com'],
    keyAlgorithm: 'ECDH_P256',
    keySize: 2048,
    clientAuthentication: false,
    template: 'WebServer',
    clientInfo: undefined,
  } as const;
  return lintRequest(plan, await encoder.encode(plan, key));
}
