import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallContext } from '../../src/app/call-context.ts';
import type { CertificateStoreVerbs } from '../../src/app/certificate-store/certificate-store-verbs.ts';
import { certificateStoreMethods } from '../../src/rpc/certificate-store-methods.ts';
import { WireHost } from '../../src/rpc/wire-host.ts';

const CONTEXT: CallContext = {
  command: 'Certificate',
  location: '/',
  culture: '',
  interactive: false,
  whatIf: false,
  verbose: false,
  user: 'pilar',
  computer: 'here',
  processId: 1,
  temporaryFolder: '/tmp',
};
const THUMBPRINT = '0123456789ABCDEFabcdef012345678901234567';
const CHOICE = { store: 'My', thumbprint: THUMBPRINT };
const PATH = { given: 'a.pfx', path: '/a.pfx', provider: 'FileSystem' };
const WRITTEN = { path: PATH, content: 'MIIB', subjects: ['CN=a'], isSecret: true, noClobber: false, force: true };

type Name = keyof ReturnType<typeof certificateStoreMethods>;

/** Calls a method of the line over verbs that note how they were called. */
async function call(name: Name, params: object) {
  const calls: (readonly [verb: string, given: object])[] = [];
  const noting = (verb: string) => async (given: object) => void calls.push([verb, given]);
  const verbs: CertificateStoreVerbs = {
    list: async (filter) => {
      calls.push(['list', filter]);
      return { certificates: [], next: null };
    },
    add: async (wanted) => {
      calls.push(['add', wanted]);
      return { certificates: [] };
    },
    export: async (wanted) => {
      calls.push(['export', wanted]);
      return { content: '' };
    },
    createSelfSigned: async (choices) => {
      calls.push(['createSelfSigned', choices]);
      return { thumbprint: null };
    },
    lookIntoPfx: async (file) => {
      calls.push(['lookIntoPfx', file]);
      return { path: '', certificates: [] };
    },
    verify: async (wanted) => {
      calls.push(['verify', wanted]);
      return { valid: true };
    },
    locateFile: async (file) => {
      calls.push(['locateFile', file]);
      return { path: '' };
    },
    writeFile: async (file) => {
      calls.push(['writeFile', file]);
      return { path: null };
    },
    remove: noting('remove'),
    move: noting('move'),
    rename: noting('rename'),
  };
  const silent = { notify: () => undefined, ask: async () => true, askValue: async () => undefined };
  await certificateStoreMethods(verbs)[name](params, new WireHost(silent));
  return calls;
}

describe('the methods of the certificate stores take', () => {
  const rows: readonly (readonly [name: Name, params: object])[] = [
    ['certificateStore/list', {}],
    ['certificateStore/list', { store: 'REQUEST', after: 200 }],
    ['certificateStore/list', CHOICE],
    ['certificateStore/list', { store: 'My', computer: 'ATL-CS-001' }],
    ['certificateStore/remove', { ...CHOICE, deleteKey: true }],
    ['certificateStore/move', { ...CHOICE, destination: 'Root' }],
    ['certificateStore/rename', { ...CHOICE, friendlyName: '' }],
    ['certificateStore/export', { ...CHOICE, format: 'der' }],
    ['certificateStore/export', { ...CHOICE, format: 'pfx', password: '', chain: false }],
    ['certificateStore/add', { store: 'CA', path: PATH, kind: 'certificates', exportable: false }],
    ['certificateStore/add', { store: 'My', path: PATH, kind: 'pfx', password: 'x', exportable: true }],
    ['certificateStore/add', { store: 'Root', path: PATH, content: 'MIIB', kind: 'certificates', exportable: false }],
    ['certificateStore/createSelfSigned', { dnsNames: ['a'], friendlyName: '', exportable: true }],
    ['certificateStore/locateFile', { path: PATH }],
    ['certificateStore/verify', { certificate: 'MIIB' }],
    ['certificateStore/lookIntoPfx', { path: PATH }],
    ['certificateStore/lookIntoPfx', { path: PATH, password: 'x' }],
    ['certificateStore/writeFile', WRITTEN],
  ];
  for (const [name, params] of rows) {
    it(`${name} ${JSON.stringify(params)}`, async () => {
      const given = { ...params, context: CONTEXT };
      assert.deepEqual(await call(name, given), [[name.replace('certificateStore/', ''), given]]);
    });
  }
});

describe('the methods of the certificate stores refuse', () => {
  const rows: readonly (readonly [rule: string, name: Name, params: object])[] = [
    ['a call without a context', 'certificateStore/list', { context: undefined }],
    ['an unknown store', 'certificateStore/list', { store: 'TrustedPeople' }],
    ['a thumbprint with a blank', 'certificateStore/list', { thumbprint: ` ${THUMBPRINT.slice(1)}` }],
    ['a removal that does not say what becomes of the key', 'certificateStore/remove', CHOICE],
    ['REQUEST as a destination', 'certificateStore/move', { ...CHOICE, destination: 'REQUEST' }],
    ['a name beyond 32,768 characters', 'certificateStore/rename', { ...CHOICE, friendlyName: 'x'.repeat(32_769) }],
    ['a PFX without a password', 'certificateStore/export', { ...CHOICE, format: 'pfx', chain: true }],
    [
      'a password of a certificate without its key',
      'certificateStore/export',
      { ...CHOICE, format: 'der', password: '' },
    ],
    ['a file for REQUEST', 'certificateStore/add', { store: 'REQUEST', path: PATH, kind: 'pfx', exportable: false }],
    [
      'content that is not Base64',
      'certificateStore/add',
      { store: 'My', path: PATH, content: '*', kind: 'pfx', exportable: false },
    ],
    ['a certificate that is not in Base64', 'certificateStore/verify', { certificate: '-----BEGIN' }],
    ['a file to locate with a password', 'certificateStore/locateFile', { path: PATH, password: 'x' }],
    ['a file to look into that is not named', 'certificateStore/lookIntoPfx', { password: 'x' }],
    [
      'a date of no time zone',
      'certificateStore/createSelfSigned',
      { dnsNames: ['a'], friendlyName: '', exportable: true, notAfter: '2030-01-01T00:00:00' },
    ],
    ['content that is not Base64', 'certificateStore/writeFile', { ...WRITTEN, content: 'a b' }],
    ['a path as a text', 'certificateStore/add', { store: 'My', path: '/a', kind: 'pfx', exportable: false }],
  ];
  for (const [rule, name, params] of rows) {
    it(rule, () =>
      assert.rejects(call(name, JSON.parse(JSON.stringify({ context: CONTEXT, ...params }))), {
        name: 'InvalidParams',
      }),
    );
  }
});
