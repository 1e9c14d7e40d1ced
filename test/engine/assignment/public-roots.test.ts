import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { nodePublicRoots } from '../../../src/adapters/public-roots/node/node-public-roots.ts';
import { untrustedReason } from '../../../src/app/assignment/trust.ts';
import { OutsideAuthority } from '../import/outside-authority.ts';
import { SCOPE, withAssignments } from './rehearsed-assignments.ts';

const BY = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };

test('a certificate below a public CA is trusted, whether the store of roots is empty or not; below a stranger it is not', () =>
  withAssignments(async (here) => {
    const [publicAuthority, stranger] = await Promise.all([OutsideAuthority.open(), OutsideAuthority.open()]);
    const { certificates } = here.deps.openState();
    const addition = { store: 'CA', certificate: publicAuthority.intermediate, friendlyName: '' } as const;
    const [entry] = await certificates.add(SCOPE, [addition], BY);
    assert.ok(entry !== undefined);
    const reasonBelow = (...roots: readonly Uint8Array[]) =>
      untrustedReason({ ...here.deps, publicRoots: async () => ({ issuersOf: () => roots }) }, SCOPE, entry);
    for (const isEmpty of [true, false]) {
      if (!isEmpty) await here.issued();
      const ownReason = isEmpty ? /^the store of trusted root certificates is empty$/ : /^[a-z]/;
      assert.match((await reasonBelow()) ?? '', ownReason);
      assert.equal(await reasonBelow(publicAuthority.root), undefined);
      assert.match((await reasonBelow(stranger.root)) ?? '', /^[a-z]/);
    }
  }));

test('the public CAs are those of Node; nothing else has an issuer among them', async () => {
  const [first = '', second = ''] = rootCertificates;
  const ders = [first, second].map((pem) => new Uint8Array(new X509Certificate(pem).raw));
  assert.deepEqual(nodePublicRoots.issuersOf(ders), ders);
  const { root, intermediate } = await OutsideAuthority.open();
  assert.deepEqual(nodePublicRoots.issuersOf([root, intermediate, Uint8Array.of(0x30)]), []);
});
