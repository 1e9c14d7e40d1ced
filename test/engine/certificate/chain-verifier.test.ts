import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainVerifier } from '../../../src/adapters/chain-verifier/chain-verifier.ts';
import { sampleCertificate } from '../certificate-file/sample-files.ts';
import { OutsideAuthority } from '../import/outside-authority.ts';

test('what is wrong with a chain reads as the end of a sentence', async () => {
  const [{ certificate, root }, outside] = await Promise.all([sampleCertificate(), OutsideAuthority.open()]);
  const problemWith = (chain: readonly Uint8Array[], trusted: readonly Uint8Array[]) =>
    chainVerifier.problem({ certificate, chain, trusted, at: new Date() });
  assert.equal(await problemWith([], [root]), undefined);
  assert.match((await problemWith([], [outside.root])) ?? '', /^[a-z].*[^.]$/);
  assert.match((await problemWith([Uint8Array.of(0x30, 1, 2)], [root])) ?? '', /^[a-z].*[^.]$/);
});
