import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuthorityVerbs } from '../../src/app/authority/authority-verbs.ts';
import type { CallContext } from '../../src/app/call-context.ts';
import { emulatorMethods } from '../../src/rpc/emulator-methods.ts';
import { WireHost } from '../../src/rpc/wire-host.ts';

const CONTEXT: CallContext = {
  command: 'Approve-CsEmulatedRequest',
  location: '/',
  culture: '',
  interactive: false,
  whatIf: false,
  verbose: false,
  user: 'LITWAREINC\\pilar',
  computer: 'here',
  processId: 1,
  temporaryFolder: '/tmp',
};

type Name = keyof ReturnType<typeof emulatorMethods>;

/** Calls a method of the line over verbs that note how they were called. */
async function call(name: Name, params: object) {
  const calls: (readonly [verb: string, given: object])[] = [];
  const noting = (verb: string) => async (given: object) => void calls.push([verb, given]);
  const verbs: AuthorityVerbs = {
    listAuthorities: () => assert.fail('not on the line'),
    certificate: () => assert.fail('not on the line'),
    revocationList: () => assert.fail('not on the line'),
    getRequests: noting('getRequests'),
    approve: noting('approve'),
    deny: noting('deny'),
    revoke: noting('revoke'),
    reset: noting('reset'),
  };
  const silent = { notify: () => undefined, ask: async () => true, askValue: async () => undefined };
  const result = await emulatorMethods(verbs)[name](params, new WireHost(silent));
  assert.equal(result, null);
  return calls;
}

describe('the methods of the emulator take', () => {
  const rows: readonly (readonly [name: Name, params: object])[] = [
    ['emulator/getRequests', {}],
    ['emulator/getRequests', { ca: 'a\\b', disposition: 'pending', requestId: 7 }],
    ['emulator/approve', { requestId: 7 }],
    ['emulator/approve', { requestId: 7, ca: 'a\\b' }],
    ['emulator/deny', { requestId: 7 }],
    ['emulator/deny', { requestId: 7, hresult: -2146877420, message: 'No.' }],
    ['emulator/deny', { requestId: 7, hresult: 0x80094014 }],
    ['emulator/revoke', { requestId: 7, reason: 'keyCompromise' }],
    ['emulator/reset', {}],
  ];
  for (const [name, params] of rows) {
    it(`${name} ${JSON.stringify(params)}`, async () => {
      const given = { ...params, context: CONTEXT };
      assert.deepEqual(await call(name, given), [[name.replace('emulator/', ''), given]]);
    });
  }
});

describe('the methods of the emulator refuse', () => {
  const rows: readonly (readonly [rule: string, name: Name, params: object])[] = [
    ['a call without a context', 'emulator/getRequests', { context: undefined }],
    ['an unknown disposition', 'emulator/getRequests', { disposition: 'lost' }],
    ['an approval of nothing', 'emulator/approve', {}],
    ['a number below one', 'emulator/approve', { requestId: 0 }],
    ['a number that is text', 'emulator/deny', { requestId: '7' }],
    ['a code beyond 32 bits', 'emulator/deny', { requestId: 7, hresult: 2 ** 32 }],
    ['an empty message', 'emulator/deny', { requestId: 7, message: '' }],
    ['an unknown reason', 'emulator/revoke', { requestId: 7, reason: 'boredom' }],
    ['what is not known', 'emulator/reset', { force: true }],
  ];
  for (const [rule, name, params] of rows) {
    it(rule, () =>
      assert.rejects(call(name, JSON.parse(JSON.stringify({ context: CONTEXT, ...params }))), {
        name: 'InvalidParams',
      }),
    );
  }
});
