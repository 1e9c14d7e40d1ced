import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findConfiguration } from '../../../src/domain/authority/configuration-string.ts';

const KNOWN = ['dc01.contoso.com\\Contoso Root CA-1', 'short\\myca', 'ca.a.contoso.com\\two', 'ca.b.contoso.com\\two'];

const ROWS: readonly (readonly [title: string, given: string, found: string | undefined])[] = [
  ['the text itself in any case', 'DC01.contoso.com\\contoso root ca-1', KNOWN[0]],
  ['a short host, with blanks and hyphens in the CA’s name', 'dc01\\Contoso Root CA-1', KNOWN[0]],
  ['the full name of a host that is known by its short one', 'short.contoso.com\\MyCA', KNOWN[1]],
  ['another CA of the same host', 'dc01\\Contoso Root CA-2', undefined],
  ['a host that only begins alike', 'dc0\\Contoso Root CA-1', undefined],
  ['two full names of different hosts', 'dc01.fabrikam.com\\Contoso Root CA-1', undefined],
  ['a short host that two could be', 'ca\\two', undefined],
  ['one of two by its full name', 'ca.b.contoso.com\\two', KNOWN[3]],
  ['no configuration string', 'dc01', undefined],
];

for (const [title, given, found] of ROWS) {
  test(`${title}: ${JSON.stringify(given)}`, () => assert.equal(findConfiguration(KNOWN, given), found));
}
