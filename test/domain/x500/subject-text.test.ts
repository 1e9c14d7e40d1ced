import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isCommandError } from '../../../src/domain/errors/command-error.ts';
import { formatDistinguishedName } from '../../../src/domain/x500/name-text.ts';
import { parseSubject } from '../../../src/domain/x500/subject-text.ts';

describe('a subject is read', () => {
  const read = [
    ['pool1.contoso.com', 'CN=pool1.contoso.com'],
    ['CN=a', 'CN=a'],
    [' cn = a ,o= Contoso ', 'CN=a, O=Contoso'],
    ['CN=a, ST=Washington, C=us', 'CN=a, S=Washington, C=us'],
    ['CN=a, DC=contoso, DC=com', 'CN=a, DC=contoso, DC=com'],
  ] as const;
  for (const [text, name] of read) {
    test(text, () => assert.equal(formatDistinguishedName(parseSubject(text)), name));
  }
});

describe('a subject is refused', () => {
  const refused = ['X=1', 'CN=a=b', 'CN=a,', 'CN=a, b', 'CN="a, b"', 'CN=a+O=b', 'CN=a\\,b', 'CN=a;O=b', 'CN=#0401'];
  for (const text of refused) {
    test(text, () =>
      assert.throws(
        () => parseSubject(text),
        (error) => isCommandError(error) && error.code === 'SelfSignedValueRefused',
      ),
    );
  }
});
