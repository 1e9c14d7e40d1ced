import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorityName, subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import { formatDistinguishedName } from '../../../src/domain/x500/name-text.ts';

describe('the text of a name is what Windows and .NET show', () => {
  const vectors: readonly (readonly [value: string, text: string, rule: string])[] = [
    ['Litware', 'Litware', 'nothing special stands as it is'],
    ['Contoso, Inc', '"Contoso, Inc"', 'a comma is quoted (transcript)'],
    ['a+b', '"a+b"', 'a plus is quoted'],
    ['a=b', '"a=b"', 'an equals sign is quoted'],
    ['a;b', '"a;b"', 'a semicolon is quoted'],
    ['a<b', '"a<b"', 'an angle bracket is quoted'],
    ['#1', '"#1"', 'a number sign is quoted'],
    ['The "Inc" Co', '"The ""Inc"" Co"', 'quotation marks are quoted and doubled'],
    [' Litware', '" Litware"', 'a leading blank is quoted'],
    ['Litware ', '"Litware "', 'a trailing blank is quoted'],
    ['a\nb', '"a\nb"', 'a line feed is quoted'],
    ['a\\b', 'a\\b', 'a backslash is not special'],
    ['Zürich 😀', 'Zürich 😀', 'nor is what is not ASCII'],
  ];
  for (const [value, text, rule] of vectors) {
    it(`${rule}: ${JSON.stringify(value)}`, () => {
      assert.equal(formatDistinguishedName([{ type: 'O', value }]), `O=${text}`);
    });
  }

  it('the order is CN, OU, O, L, S, C, with a comma and a blank between', () => {
    const name = subjectName('pool01.contoso.net', {
      country: 'US',
      state: 'Washington',
      city: 'Redmond',
      organization: 'Contoso, Inc',
      organizationalUnit: 'IT',
    });
    const seen = 'CN=pool01.contoso.net, OU=IT, O="Contoso, Inc", L=Redmond, S=Washington, C=US';
    assert.equal(formatDistinguishedName(name), seen);
  });

  it('parts that are absent or empty are left out', () => {
    const name = subjectName('pool01.contoso.net', { organization: '', state: undefined, country: 'US' });
    assert.equal(formatDistinguishedName(name), 'CN=pool01.contoso.net, C=US');
  });
});

describe("an embedded CA is named after itself and its host's domain", () => {
  const vectors: readonly (readonly [host: string, name: string, text: string])[] = [
    ['dc1.contoso.com', 'Contoso-CA', 'CN=Contoso-CA, DC=contoso, DC=com'],
    ['atl-ca-001.litwareinc.com', 'myca', 'CN=myca, DC=litwareinc, DC=com'],
    ['ca.emea.contoso.com', 'EMEA, Issuing', 'CN="EMEA, Issuing", DC=emea, DC=contoso, DC=com'],
    ['dc', 'myca', 'CN=myca'],
    ['', 'myca', 'CN=myca'],
  ];
  for (const [host, name, text] of vectors) {
    it(`${host}\\${name} is ${text}`, () => {
      assert.equal(formatDistinguishedName(authorityName({ host, name })), text);
    });
  }
});
