import { answerFile, keyFile } from './import-files.ts';
import type { VerbCall } from './verb-call.ts';

/** A store as earlier commands left it, and the command that is stopped in the middle. */
export interface Scenario {
  readonly name: string;
  readonly before: readonly VerbCall[];
  /** What comes before it as well, and needs what was made so far. */
  readonly later?: (made: Made) => readonly VerbCall[];
  readonly stopped: VerbCall | ((made: Made) => VerbCall | Promise<VerbCall>);
}

/** What `before` made. */
export interface Made {
  /** Of the certificates, in their order; empty texts behind the last. */
  readonly first: string;
  readonly second: string;
  /** Where it ran: request files are here, and files for an import may come here. */
  readonly folder: string;
}

const issue: VerbCall = { verb: 'new', template: 'WebServer' };
const submit: VerbCall = { verb: 'new', template: 'approval' };

/** The sample's CA numbers requests from 1 in the order of `before`. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'the first -New of a store', before: [], stopped: issue },
  { name: '-New that is issued', before: [issue], stopped: issue },
  { name: '-New that becomes pending', before: [issue], stopped: submit },
  { name: '-New that is denied', before: [issue], stopped: { verb: 'new', template: 'closed' } },
  { name: '-New -Output', before: [issue], stopped: { verb: 'offline' } },
  {
    name: '-Retrieve of what was issued, denied and is pending',
    before: [submit, submit, submit, { verb: 'approve', number: 1 }, { verb: 'deny', number: 2 }],
    stopped: { verb: 'retrieve' },
  },
  {
    name: '-Retrieve past a revoked request',
    before: [
      submit,
      submit,
      { verb: 'approve', number: 1 },
      { verb: 'approve', number: 2 },
      { verb: 'revoke', number: 1 },
    ],
    stopped: { verb: 'retrieve' },
  },
  { name: '-Clear', before: [submit, issue, submit, { verb: 'offline' }], stopped: { verb: 'clear' } },
  { name: 'approve', before: [submit], stopped: { verb: 'approve', number: 1 } },
  { name: 'deny', before: [submit], stopped: { verb: 'deny', number: 1 } },
  {
    name: 'revoke',
    before: [submit, { verb: 'approve', number: 1 }],
    stopped: { verb: 'revoke', number: 1 },
  },
  {
    name: 'Set-CsCertificate for three types that have another certificate',
    before: [issue, issue],
    later: ({ first }) => [{ verb: 'set', thumbprint: first }],
    stopped: ({ second }) => ({ verb: 'set', thumbprint: second }),
  },
  {
    name: 'Set-CsCertificate -Roll',
    before: [issue, issue],
    later: ({ first }) => [{ verb: 'setGlobal', thumbprint: first }],
    stopped: ({ second }) => ({ verb: 'roll', thumbprint: second }),
  },
  {
    name: 'Remove-CsCertificate',
    before: [issue],
    later: ({ first }) => [{ verb: 'set', thumbprint: first }],
    stopped: { verb: 'remove' },
  },
  {
    name: 'Import-CsCertificate of the answer to an offline request',
    before: [issue, { verb: 'offline' }],
    stopped: async ({ folder }) => ({ verb: 'import', path: await answerFile(folder) }),
  },
  {
    name: 'Import-CsCertificate of a PKCS #12 file',
    before: [issue],
    stopped: async ({ folder }) => ({ verb: 'import', path: (await keyFile(folder)).path }),
  },
  {
    name: 'Set-CsCertificate -Path',
    before: [issue],
    stopped: async ({ folder }) => ({ verb: 'setFile', ...(await keyFile(folder)) }),
  },
  {
    name: 'Remove-Item -DeleteKey',
    before: [issue, issue],
    stopped: ({ first }) => ({ verb: 'take', thumbprint: first }),
  },
  {
    name: 'Move-Item from My to CA',
    before: [issue, issue],
    stopped: ({ first }) => ({ verb: 'move', thumbprint: first }),
  },
  { name: 'New-SelfSignedCertificate', before: [issue], stopped: { verb: 'selfSigned' } },
];
