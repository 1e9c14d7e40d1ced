import 'reflect-metadata';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BasicConstraintsExtension, cryptoProvider, X509CertificateGenerator } from '@peculiar/x509';
import { chainVerifier } from '../../../src/adapters/chain-verifier/chain-verifier.ts';
import { type RehearsedAssignments, SCOPE, withAssignments } from './rehearsed-assignments.ts';

cryptoProvider.set(globalThis.crypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const BY = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };
const LATER = '2031-01-01T00:00:00Z';

function generate(): Promise<CryptoKeyPair> {
  return globalThis.crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function make(
  subject: string,
  { publicKey }: CryptoKeyPair,
  { privateKey: signingKey }: CryptoKeyPair,
  years: readonly [from: number, to: number],
): Promise<Uint8Array> {
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: 'CN=Renewed Root',
    publicKey,
    signingKey,
    signingAlgorithm: ALGORITHM,
    notBefore: new Date(`${years[0]}-01-01T00:00:00Z`),
    notAfter: new Date(`${years[1]}-01-01T00:00:00Z`),
    extensions: subject === 'CN=Renewed Root' ? [new BasicConstraintsExtension(true, undefined, true)] : [],
  });
  return new Uint8Array(certificate.rawData);
}

/** A root, the same one renewed, another of its name, and a certificate that ended before the renewal. */
async function family() {
  const [rootKeys, otherKeys, keys] = await Promise.all([generate(), generate(), generate()]);
  const [old, renewed, stranger, leaf] = await Promise.all([
    make('CN=Renewed Root', rootKeys, rootKeys, [2020, 2032]),
    make('CN=Renewed Root', rootKeys, rootKeys, [2030, 2040]),
    make('CN=Renewed Root', otherKeys, otherKeys, [2030, 2040]),
    make('CN=pool1.litwareinc.com', keys, rootKeys, [2025, 2028]),
  ]);
  return { old, renewed, stranger, leaf };
}

async function add(here: RehearsedAssignments, store: 'My' | 'Root', certificate: Uint8Array): Promise<string> {
  const { certificates } = here.deps.openState();
  const [own] = await certificates.list(SCOPE, { store: 'My' });
  const key = store === 'My' && own !== undefined ? { key: { ofEntry: own.entry } } : {};
  await certificates.add(SCOPE, [{ store, certificate, friendlyName: '', ...key }], BY);
  return (await here.deps.reader()).read(certificate).thumbprint;
}

async function distrust(here: RehearsedAssignments): Promise<void> {
  const { certificates } = here.deps.openState();
  for (const root of await certificates.list(SCOPE, { store: 'Root' })) await certificates.remove(root, false, BY);
}

test('an expired certificate that ended before its root was renewed is trusted; under a stranger of that name it is not', () =>
  withAssignments(async (here, verbs) => {
    const { old, renewed, stranger, leaf } = await family();
    await here.issued();
    await distrust(here);
    await add(here, 'Root', old);
    const thumbprint = await add(here, 'My', leaf);
    assert.deepEqual(await here.set({ Thumbprint: thumbprint, Type: ['Default'] }), {
      told: [],
      warnings: [],
      thrown: undefined,
    });
    verbs.clock.set(LATER);
    for (const [root, shown] of [
      [renewed, 'CertificateReference'],
      [stranger, 'error'],
    ] as const) {
      await distrust(here);
      await add(here, 'Root', root);
      assert.deepEqual(
        (await here.get()).told.map(({ kind }) => kind),
        [shown],
      );
    }
  }));

test('who has signed a certificate is told by name, key and mark of a CA, whatever the dates', async () => {
  const { old, renewed, stranger, leaf } = await family();
  assert.deepEqual(chainVerifier.issuersOf(leaf, [stranger, leaf, old, renewed, Uint8Array.of(0x30)]), [old, renewed]);
});
