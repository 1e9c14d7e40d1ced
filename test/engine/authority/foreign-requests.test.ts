import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  bitString,
  type Der,
  encoded,
  integer,
  objectIdentifier,
  sequence,
  setOf,
  taggedSetOf,
  toBytes,
} from '../../../src/adapters/x509/der.ts';
import { encodeExtensions, subjectAlternativeName } from '../../../src/adapters/x509/extensions.ts';
import { encodeName } from '../../../src/adapters/x509/name-der.ts';
import { OID } from '../../../src/adapters/x509/object-identifiers.ts';
import { lintRequest } from '../../../src/domain/request/linter.ts';
import type { Verdict } from '../../../src/domain/request/verdict.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import { readRequestPem } from '../../fixtures/read-pem.ts';
import { runOn } from '../certificate/judges.ts';
import { authorities, CONFIG, request, SUBMISSION } from './rehearsal.ts';

const SUBJECT = encodeName(subjectName('pool1.litwareinc.com'));
const NAMES = subjectAlternativeName(['pool1.litwareinc.com']);

/** OpenSSL's own request; `settings` are its configuration behind `[dn]`. */
function opensslRequest(settings: string): Uint8Array {
  const configuration = `[req]\ndistinguished_name=dn\nprompt=no\nreq_extensions=e\n[dn]\n${settings}\n`;
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem'];
  const pem = runOn({ 'c.cnf': configuration }, 'openssl', ['req', '-new', ...key, '-config', 'c.cnf']);
  return readRequestPem(pem) ?? new Uint8Array();
}

/** A request put together by hand, properly signed, for what no tool makes. */
function signedRequest(subject: Der, attributes: readonly Der[], algorithm: string = OID.ecdsaWithSha256): Uint8Array {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = encoded(publicKey.export({ format: 'der', type: 'spki' }));
  const info = sequence(integer(0), subject, spki, taggedSetOf(0, ...attributes));
  const signature = sign('sha256', toBytes(info), privateKey);
  return toBytes(sequence(info, sequence(objectIdentifier(algorithm)), bitString(signature)));
}

function extensionRequest(type: string, ...extensions: Parameters<typeof encodeExtensions>[0]): Der {
  return sequence(objectIdentifier(type), setOf(encodeExtensions(extensions)));
}

async function submit(der: Uint8Array): Promise<Verdict> {
  const authority = authorities().find(CONFIG);
  assert.ok(authority);
  const { plan, encoded: ours } = await request({ keyAlgorithm: 'ECDH_P256' });
  return authority.submit(lintRequest(plan, { ...ours, der }), SUBMISSION);
}

describe('a request that others made is issued', () => {
  it('by OpenSSL, with names of other kinds', async () => {
    const verdict = await submit(opensslRequest('CN=a\nO=b\n[e]\nsubjectAltName=DNS:a.com,IP:10.0.0.1'));
    assert.ok(verdict.kind === 'issued');
    const { subject, subjectAltName } = new X509Certificate(verdict.certificate);
    assert.deepEqual([subject, subjectAltName], ['CN=a\nO=b', 'DNS:a.com, IP Address:10.0.0.1']);
  });

  it('with its extensions under their older object identifier', async () => {
    const verdict = await submit(signedRequest(SUBJECT, [extensionRequest(OID.microsoftExtensionRequest, NAMES)]));
    assert.ok(verdict.kind === 'issued');
    assert.equal(new X509Certificate(verdict.certificate).subjectAltName, 'DNS:pool1.litwareinc.com');
  });

  it('without any attribute', async () => {
    const verdict = await submit(signedRequest(SUBJECT, []));
    assert.ok(verdict.kind === 'issued');
    assert.equal(new X509Certificate(verdict.certificate).subjectAltName, undefined);
  });
});

describe('a request that others made is denied', () => {
  const rows: readonly (readonly [rule: string, der: () => Uint8Array, hresult: number])[] = [
    ['with alternative names that are none', () => opensslRequest('CN=a\n[e]\n2.5.29.17=DER:04:02:00:00'), 0x8009310b],
    [
      'with an extension twice',
      () => signedRequest(SUBJECT, [extensionRequest(OID.extensionRequest, NAMES, NAMES)]),
      0x8009310b,
    ],
    ['without a subject', () => signedRequest(sequence(), [extensionRequest(OID.extensionRequest, NAMES)]), 0x80094001],
    ['with a signature algorithm that nobody knows', () => signedRequest(SUBJECT, [], '1.2.3.4'), 0x80090008],
  ];
  for (const [rule, der, hresult] of rows) {
    it(rule, async () => {
      const verdict = await submit(der());
      assert.equal(verdict.kind === 'denied' ? verdict.hresult : verdict.kind, hresult);
    });
  }
});

describe('a damaged request', () => {
  it('gets a verdict, and nothing is certified but what its key has signed', async () => {
    const { plan, encoded: ours } = await request({ keyAlgorithm: 'ECDH_P256' });
    const authority = authorities().find(CONFIG);
    const whole = await authority?.submit(lintRequest(plan, ours), SUBMISSION);
    assert.ok(whole?.kind === 'issued');
    const signed = signedFacts(whole.certificate);
    const damage = fc.asyncProperty(fc.nat(ours.der.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = lintRequest(plan, { ...ours, der: ours.der.with(at, byte) });
      const verdict = await authority?.submit(damaged, SUBMISSION);
      if (verdict?.kind === 'issued') {
        assert.deepEqual(signedFacts(verdict.certificate), signed);
      } else {
        assert.equal(verdict?.kind, 'denied');
      }
    });
    await fc.assert(damage, { numRuns: 500 });
  });
});

function signedFacts(certificate: Uint8Array) {
  const { subject, subjectAltName, publicKey } = new X509Certificate(certificate);
  return { subject, subjectAltName, publicKey: publicKey.export({ format: 'pem', type: 'spki' }) };
}
