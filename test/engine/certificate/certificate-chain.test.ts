import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asn1CertificateReader } from '../../../src/adapters/certificate-reader/asn1/asn1-certificate-reader.ts';
import { chainAbove } from '../../../src/app/certificate-chain.ts';
import type { CertificateEntry, CertificateStoreName } from '../../../src/ports/certificate-store.ts';
import { sampleCertificate } from '../certificate-file/sample-files.ts';
import { OutsideAuthority } from '../import/outside-authority.ts';

function entryIn(store: CertificateStoreName, certificate: Uint8Array): CertificateEntry {
  return {
    entry: 0,
    store,
    certificate,
    thumbprint: '',
    friendlyName: '',
    privateKey: undefined,
    exportable: false,
    requestRow: undefined,
    addedWhen: new Date(0),
    removed: false,
  };
}

test('the chain above a certificate is that of its issuers, the nearest first; a root has none', async () => {
  const [{ certificate, root }, { intermediate, root: outside }] = await Promise.all([
    sampleCertificate(),
    OutsideAuthority.open(),
  ]);
  const entries = [
    entryIn('My', certificate),
    entryIn('Root', outside),
    entryIn('CA', intermediate),
    entryIn('Root', root),
  ];
  const above = (one: Uint8Array) => chainAbove(asn1CertificateReader, one, entries);
  assert.deepEqual(above(certificate), [root]);
  assert.deepEqual(above(intermediate), [outside]);
  assert.deepEqual(above(outside), []);
});
