import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PathArgument } from '../../src/app/request-parameters.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { callFromArguments } from '../../src/cli/call-from-arguments.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

function call(...args: readonly string[]) {
  return callFromArguments(parseArguments(args));
}

describe('the parameter set follows from its switch', () => {
  it('-New needs a type', () => {
    assert.throws(() => call('-New', '-Output', 'x'), UsageError);
    assert.equal(call('-New', '-Type', 'Default').parameterSet, 'ByNew');
  });

  it('exactly one of the four', () => {
    assert.throws(() => call(), UsageError);
    assert.throws(() => call('-List', '-Retrieve'), UsageError);
  });

  it('a parameter of another set is refused', () => {
    assert.throws(() => call('-List', '-CA', 'dc\\ca'), /"-CA" cannot be used with -List/);
    assert.throws(() => call('-New', '-Type', 'Default', '-RequestId', '1'), /"-RequestId" cannot be used with -New/);
  });
});

describe('a path goes to the file rules as it was typed', () => {
  const paths: readonly (readonly [rule: string, given: string, expected: Partial<PathArgument>])[] = [
    ['relative', 'x.req', {}],
    ['a share is not a file of the current folder', '\\\\server\\share\\x.req', {}],
    ['a slash at the end still names a folder', 'folder/', {}],
    ["a drive of PowerShell's registry", 'HKLM:\\Software\\x', { provider: 'Registry' }],
    ['its certificate store', 'cert:\\LocalMachine\\My', { provider: 'Certificate' }],
    ['its environment', 'Env:x', { provider: 'Environment' }],
  ];
  for (const [rule, given, expected] of paths) {
    it(`${rule}: ${given}`, () => {
      const { parameters } = call('-New', '-Type', 'Default', '-Output', given);
      assert.deepEqual('Output' in parameters && parameters.Output, {
        given,
        path: given,
        provider: 'FileSystem',
        ...expected,
      });
    });
  }

  it('a Windows drive is one of ours where the system has none', { skip: process.platform === 'win32' }, () => {
    const { parameters } = call('-List', '-Report', 'c:\\reports\\x.html');
    assert.equal(parameters.Report?.driveRoot, 'c:');
  });
});
