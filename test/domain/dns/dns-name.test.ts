import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { parseDnsName, readAsciiDnsName, readDnsName } from '../../../src/domain/dns/dns-name.ts';

const label63 = 'a'.repeat(63);
const name253 = `${label63}.${label63}.${label63}.${'a'.repeat(61)}`;

describe('a DNS name is labels of letters, digits and hyphens', () => {
  const valid: readonly (readonly [text: string, name: string, rule: string])[] = [
    ['sip.litwareinc.com', 'sip.litwareinc.com', 'the usual name'],
    ['LyncdiscoverInternal.Contoso.com', 'LyncdiscoverInternal.Contoso.com', 'casing is kept'],
    ['atl-edge-001', 'atl-edge-001', 'a single label will do (example 7)'],
    ['3com.com', '3com.com', 'a label may begin with a digit'],
    ['*.litwareinc.com', '*.litwareinc.com', 'the whole first label may be an asterisk'],
    ['sip.litwareinc.com.', 'sip.litwareinc.com', 'a trailing dot is removed'],
    ['  sip.litwareinc.com\t', 'sip.litwareinc.com', 'blanks around it are removed'],
    [`${label63}.com`, `${label63}.com`, 'a label of 63 characters'],
    [name253, name253, 'a name of 253 characters'],
    ['xn--zrich-kva.ch', 'xn--zrich-kva.ch', 'a name that is in IDNA form already'],
    ['1.2.3', '1.2.3', 'three numbers are not an address'],
  ];
  for (const [text, name, rule] of valid) {
    it(`${rule}: ${text.slice(0, 40)}`, () => {
      assert.deepEqual(readDnsName(text, domainToASCII), { ok: true, name, converted: false });
    });
  }

  const invalid: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /empty/],
    ['.', /empty/],
    ['*.', /empty/],
    ['a..b', /empty part/],
    ['.a', /empty part/],
    ['a_b.litwareinc.com', /"a_b" contains characters other than letters, digits and hyphens/],
    ['a b.com', /contains characters other than/],
    ['a\u0000b.com', /IDNA|characters other than/],
    ['-a.com', /begins or ends with a hyphen/],
    ['a-.com', /begins or ends with a hyphen/],
    ['*', /asterisk/],
    ['a.*.com', /asterisk/],
    ['*.*.com', /asterisk/],
    ['sip*.litwareinc.com', /asterisk/],
    ['192.168.0.1', /IP address/],
    ['fe80::1', /IP address/],
    ['[::1]', /IP address/],
    ['litwareinc.com:443', /port/],
    ['https://litwareinc.com', /port/],
    [`${'a'.repeat(64)}.com`, /longer than 63/],
    [`${name253}a`, /longer than 253/],
    [`*.${name253}`, /longer than 253/],
    ['１９２.１６８.０.１', /IP address/],
    ['ü_x.de', /IDNA/],
    ['ü/x', /IDNA/],
    ['ü%41.de', /IDNA/],
    ['ü b.de', /IDNA/],
    ['-ü.de', /IDNA/],
    ['ü..de', /empty part/],
    ['\u00ad', /IDNA/],
    [`${'日本'.repeat(40)}.jp`, /longer than 63/],
  ];
  for (const [text, problem] of invalid) {
    it(`${JSON.stringify(text.slice(0, 40))} is refused`, () => {
      const reading = readDnsName(text, domainToASCII);
      assert.ok(!reading.ok);
      assert.match(reading.problem, problem);
    });
  }
});

describe('a name that is not ASCII is converted by IDNA, and says so', () => {
  const vectors: readonly (readonly [text: string, name: string])[] = [
    ['zürich.ch', 'xn--zrich-kva.ch'],
    ['faß.de', 'xn--fa-hia.de'],
    ['*.bücher.de', '*.xn--bcher-kva.de'],
    ['bücher。de', 'xn--bcher-kva.de'],
    ['Ｓip.litwareinc.com', 'sip.litwareinc.com'],
  ];
  for (const [text, name] of vectors) {
    it(`${text} is ${name}`, () => {
      assert.deepEqual(readDnsName(text, domainToASCII), { ok: true, name, converted: true });
    });
  }

  it('the linter, which sees only what goes into the request, takes none', () => {
    assert.equal(readAsciiDnsName('zürich.ch').ok, false);
  });
});

describe('what is refused is one error that names the name and the reason', () => {
  it('InvalidDnsName', () => {
    assert.throws(() => parseDnsName('a_b.com', domainToASCII), {
      code: 'InvalidDnsName',
      target: 'a_b.com',
      message:
        'The name "a_b.com" is not a valid DNS name: the part "a_b" contains characters other than letters, digits and hyphens.',
    });
  });
});

describe('for any text', () => {
  const label = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/);
  const hostName = fc
    .array(label, { minLength: 1, maxLength: 5 })
    .map((labels) => labels.join('.'))
    .filter((name) => name.length <= 253 && !/^\d+(\.\d+){3}$/.test(name));

  it('a host name is read as it stands', () => {
    fc.assert(
      fc.property(hostName, (name) => {
        assert.deepEqual(readDnsName(name, domainToASCII), { ok: true, name, converted: false });
      }),
    );
  });

  it('what is read keeps to the rules, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), hostName, fc.domain()), (text) => {
        const reading = readDnsName(text, domainToASCII);
        if (reading.ok) {
          assert.match(
            reading.name,
            /^(\*\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/,
          );
          assert.ok(reading.name.length <= 253);
          assert.deepEqual(readAsciiDnsName(reading.name), { ok: true, name: reading.name, converted: false });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
