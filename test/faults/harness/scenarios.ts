import type { VerbCall } from './verb-call.ts';

/** A store as earlier commands left it, and the command that is stopped in the middle. */
export interface Scenario {
  readonly name: string;
  readonly before: readonly VerbCall[];
  readonly stopped: VerbCall;
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
];
