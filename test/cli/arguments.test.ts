import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ParsedArguments, parseArguments } from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

describe('arguments in PowerShell spelling', () => {
  const accepted: readonly (readonly [title: string, args: readonly string[], parsed: ParsedArguments])[] = [
    ['a switch is true', ['-New'], { New: true }],
    ['names in any case', ['-nEW', '-ca', 'dc\\ca'], { New: true, CA: 'dc\\ca' }],
    ['an unambiguous beginning', ['-Retr'], { Retrieve: true }],
    ['an exact name wins over longer ones', ['-CA', 'x\\y'], { CA: 'x\\y' }],
    ['an en dash, as documentation prints it', ['–Clear', '–RequestID', '224'], { Clear: true, RequestId: 224 }],
    ['a list with commas', ['-Type', 'Default,WebServicesInternal'], { Type: ['Default', 'WebServicesInternal'] }],
    ['a list over several words', ['-Type', 'Default,', 'Internal'], { Type: ['Default', 'Internal'] }],
    ['name and value with a colon', ['-Type:Default'], { Type: ['Default'] }],
    ['-WhatIf:$true is true', ['-WhatIf:$true'], { WhatIf: true }],
    ['-WhatIf:$false is false', ['-WhatIf:$false'], { WhatIf: false }],
    ['a Boolean value', ['-PrivateKeyExportable', '$True'], { PrivateKeyExportable: true }],
    ['a value that begins with a dash', ['-CaPassword', '-'], { CaPassword: '-' }],
    ['a value that looks like a number stays text', ['-OU', '007'], { OU: '007' }],
    ['quotes and dots stay as they are', ['-Organization', 'a.b "c"'], { Organization: 'a.b "c"' }],
    [
      'quotes around a whole value are part of it',
      ['-Organization', '"Litware"', "-OU:'IT'"],
      { Organization: '"Litware"', OU: "'IT'" },
    ],
    ['an algorithm by its canonical name', ['-KeyAlg', 'ecdh_p256'], { KeyAlg: 'ECDH_P256' }],
    ['a value with a dash in front, behind a colon', ['-OU:-x'], { OU: '-x' }],
    ['a negative request id', ['-RequestId', '-3'], { RequestId: -3 }],
    ['short names of the common parameters', ['-wi', '-cf'], { WhatIf: true, Confirm: true }],
  ];
  for (const [title, args, parsed] of accepted) {
    it(`${title}: ${args.join(' ')}`, () => assert.deepEqual(parseArguments(args), parsed));
  }

  const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['-Nonsense'], /cannot be found that matches "-Nonsense"/],
    [['-Ca1'], /cannot be found/],
    [['-C'], /ambiguous/],
    [['New'], /positional parameter/],
    [['-Type'], /Missing an argument/],
    [['-FriendlyName', '-WhatIf'], /Missing an argument for parameter "-FriendlyName"/],
    [['-Output', '–WhatIf'], /Missing an argument for parameter "-Output"/],
    [['-KeySize', 'big'], /not a whole number/],
    [['-KeySize', '99999999999'], /not a whole number/],
    [['-ClientEKU', 'maybe'], /\$true or \$false/],
    [['-New', '-New'], /more than once/],
    [['-KeyAlg', 'DSA'], /not a value/],
    [['-GlobalCatalog', 'a b!'], /not a fully qualified domain name/],
    [['-OU', 'Z\ufffdrich'], /is not valid UTF-8/],
    [['-OU', 'a', 'b\u202ec'], /"b\\u\{202e\}c"/],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${args.join(' ')}`, () =>
      assert.throws(
        () => parseArguments(args),
        (error) => error instanceof UsageError && message.test(error.message),
      ));
  }
});
