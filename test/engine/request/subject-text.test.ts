import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Name } from '@peculiar/asn1-x509';
import fc from 'fast-check';
import { nativeKeyProvider } from '../../../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../../../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import { toBytes } from '../../../src/adapters/x509/der.ts';
import { encodeName } from '../../../src/adapters/x509/name-der.ts';
import { nameText } from '../../../src/adapters/x509/name-reading.ts';
import type { DistinguishedName, NameAttribute } from '../../../src/domain/x500/distinguished-name.ts';
import { checkDistinguishedName } from '../../../src/domain/x500/name-rules.ts';
import { formatDistinguishedName } from '../../../src/domain/x500/name-text.ts';
import { opensslSubject } from '../certificate/judges.ts';

const ODD_VALUES = [
  'Litware "Inc" Co',
  '#0c0141',
  'a\\b',
  'a\\2c',
  'evil,O=x',
  'a+CN=b',
  ' leading and trailing ',
  '"',
  '""',
  ';<=>#',
  '*.litwareinc.com',
  'Zürich 😀 日本',
  "don't (1+1=2)?",
];

/** Text of one line, with characters that name syntaxes know more often than chance would have them. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...',+="\\<>#; *'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => parts.join(''))
  .filter((value) => [...value].length <= 64 && !/\p{Cc}/u.test(value));

const subject: fc.Arbitrary<DistinguishedName> = fc
  .record({ CN: text, OU: text, O: text, L: text, S: text })
  .map((values) =>
    (['CN', 'OU', 'O', 'L', 'S'] as const).map((type): NameAttribute => ({ type, value: values[type] })),
  );

describe('any text survives as a value of the subject', () => {
  for (const value of ODD_VALUES) {
    it(JSON.stringify(value), async () => {
      const name: DistinguishedName = [
        { type: 'CN', value: 'pool1.litwareinc.com' },
        { type: 'O', value },
      ];
      assert.deepEqual(await readByOpenssl(name), [`O=${value}`, 'CN=pool1.litwareinc.com']);
      assert.equal(readByUs(name), formatDistinguishedName(name));
    });
  }

  it('read by OpenSSL', async () => {
    await fc.assert(
      fc.asyncProperty(subject, async (name) => {
        const written = name.toReversed().map(({ type, value }) => `${type === 'S' ? 'ST' : type}=${value}`);
        assert.deepEqual(await readByOpenssl(name), written);
      }),
      { numRuns: 40 },
    );
  });

  it('read by us, as the text that Windows shows', () => {
    fc.assert(
      fc.property(subject, (name) => {
        checkDistinguishedName(name);
        assert.equal(readByUs(name), formatDistinguishedName(name));
      }),
      { numRuns: 500 },
    );
  });
});

const encoder = new X509RequestEncoder(nativeKeyProvider());

async function readByOpenssl(subjectName: DistinguishedName): Promise<string[]> {
  const key = await encoder.generateKey('ECDH_P256', 2048);
  const rest = { keyAlgorithm: 'ECDH_P256', keySize: 2048, clientAuthentication: false } as const;
  const plan = { ...rest, subject: subjectName, alternativeNames: [], template: undefined, clientInfo: undefined };
  return opensslSubject((await encoder.encode(plan, key)).der);
}

function readByUs(name: DistinguishedName): string {
  return nameText(AsnConvert.parse(toBytes(encodeName(name)), Name));
}
