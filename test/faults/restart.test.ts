import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { test } from 'node:test';
import { systemProcesses } from '../../src/adapters/system/system-processes.ts';
import { CommandRun } from '../../src/app/command-run.ts';
import type { Deps } from '../../src/app/deps.ts';
import { isStillRunning } from '../../src/app/request/still-running.ts';
import { verbsOver } from '../../src/app/verbs.ts';
import type { Actor, StoredRequest } from '../../src/domain/request/stored-request.ts';
import { isOperated } from '../../src/ports/authority-operator.ts';
import type { ProcessFate } from '../../src/ports/process-table.ts';
import { actor, newRequest, SCOPE } from '../engine/store/sample-requests.ts';
import { contextIn, depsOver, RememberingHost } from './harness/in-process.ts';
import { type FaultPlace, makeFaultPlace } from './harness/places.ts';
import { CA } from './harness/verb-call.ts';

const NOW = new Date('2013-09-17T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const own = { host: 'atl-cs-001', processId: 100, processMark: 'boot ns 1' };

/** whose step, when, what the process table says, whether it may still be running */
const steps: readonly (readonly [string, Partial<Actor>, Date, ProcessFate, boolean])[] = [
  ['of this process', own, minutesAgo(0), 'running', false],
  ['of an earlier process of the same number', { ...own, processMark: 'boot ns 0' }, minutesAgo(0), 'gone', false],
  ['of a process that lives', { ...own, processId: 7 }, minutesAgo(0), 'running', true],
  ['of a process that lives and was asleep for a day', { ...own, processId: 7 }, minutesAgo(1440), 'running', true],
  [
    'of a process that lives, before a clock was set back',
    { ...own, processId: 7 },
    minutesAgo(-1440),
    'running',
    true,
  ],
  ['of a process that is gone', { ...own, processId: 7 }, minutesAgo(0), 'gone', false],
  ['of a process out of sight, just now', { ...own, processId: 7 }, minutesAgo(14), 'unknowable', true],
  ['of a process out of sight, long ago', { ...own, processId: 7 }, minutesAgo(16), 'unknowable', false],
  [
    'of this machine under its whole name',
    { ...own, host: 'ATL-CS-001.litwareinc.com', processId: 7 },
    minutesAgo(0),
    'gone',
    false,
  ],
  ['of another machine, just now', { ...own, host: 'atl-cs-002' }, minutesAgo(14), 'gone', true],
  ['of another machine, long ago', { ...own, host: 'atl-cs-002' }, minutesAgo(16), 'gone', false],
];
for (const [whose, by, at, fate, expected] of steps) {
  test(`a step ${whose} ${expected ? 'may still be running' : 'is over'}`, async () => {
    using place = makeFaultPlace();
    const processes = { id: own.processId, mark: own.processMark, fateOf: () => fate };
    const deps: Deps = { ...depsOver(place), processes, clock: { now: () => NOW } };
    const context = contextIn(place, { computer: own.host });
    const run = new CommandRun(
      deps,
      { cmdlet: 'Request-CsCertificate', host: new RememberingHost(), context, quiet: false },
      'Lync Server 2013',
    );
    const stored = await deps.openState().requests.prepare(newRequest(), { ...actor(), ...by, at });
    assert.equal(isStillRunning(deps, run, stored), expected);
  });
}

test('a process is told from the next one of its number, and from one that has ended and not been waited for', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const processId = child.pid ?? 0;
  const spoken = spawnSync(process.execPath, [
    '-p',
    `require('fs').readFileSync('/proc/${processId}/stat', 'latin1').split(' ')[21]`,
  ]);
  const began = spoken.stdout.toString().trim();
  const mark = began === '' ? '' : systemProcesses.mark.replace(/\S+$/, began);
  assert.equal(systemProcesses.fateOf({ processId, processMark: mark }), mark === '' ? 'unknowable' : 'running');
  assert.equal(systemProcesses.fateOf({ processId }), 'unknowable');
  if (mark !== '') assert.equal(systemProcesses.fateOf({ processId, processMark: `${mark}1` }), 'gone');
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(systemProcesses.fateOf({ processId, processMark: mark }), 'gone');
});

/** A request that a process of this machine prepared and never submitted. */
function abandoned(deps: Deps, processId: number): Promise<StoredRequest> {
  const by = { ...actor(), host: hostname(), processId, processMark: systemProcesses.mark.replace(/\S+$/, 'x') };
  return deps.openState().requests.prepare(newRequest({ scope: { deployment: 'other', machine: 'other' } }), by);
}

const CHANGING = ['newRequest', 'retrieveRequests', 'clearRequests'] as const;
for (const verb of CHANGING) {
  test(`${verb} archives what a stopped command has prepared, with its key; -WhatIf and -List leave it`, async () => {
    using place = makeFaultPlace();
    const deps = depsOver(place);
    const { row } = await abandoned(deps, 999_999);
    const run = async (whatIf: boolean, host: RememberingHost) => {
      const parameters = { Type: ['Default'], CA, KeyAlg: 'ECDH_P256' as const };
      await verbsOver(deps)[verb](
        verb === 'newRequest' ? parameters : { Type: [] },
        contextIn(place, { whatIf, verbose: true }),
        host,
      );
    };
    await run(true, new RememberingHost(true));
    await verbsOver(deps).listRequests({}, contextIn(place), new RememberingHost());
    assert.equal((await deps.openState().requests.listPrepared()).length, 1);
    const host = new RememberingHost();
    await run(false, host);
    assert.deepEqual(await deps.openState().requests.listPrepared(), []);
    assert.equal(await deps.openState().requests.find({ deployment: 'other', machine: 'other' }, -row), undefined);
    assert.ok(host.verboseLines.some((line) => /was never submitted, because its command was stopped/.test(line)));
  });
}

test('a submission that breaks off is left for anybody to ask about', async () => {
  using place = makeFaultPlace();
  const broken: Deps = withSubmit(depsOver(place), async () => {
    throw new TypeError('the line to the CA broke');
  });
  const parameters = { Type: ['Default'], CA, KeyAlg: 'ECDH_P256' as const };
  await assert.rejects(verbsOver(broken).newRequest(parameters, contextIn(place), new RememberingHost()));
  const deps = depsOver(place);
  const listing = new RememberingHost();
  await verbsOver(deps).listRequests({}, contextIn(place), listing);
  assert.deepEqual(
    listing.objects.map((object) => object.kind === 'CertificateRequest' && object.requestStatus),
    ['Unknown'],
  );
  const host = new RememberingHost();
  await verbsOver(deps).retrieveRequests({}, contextIn(place), host);
  assert.deepEqual(
    host.errors.map(({ code }) => code),
    ['RequestNeverArrived'],
  );
});

test('of two -Retrieve at the same moment one imports, the other says what the first did', async () => {
  using place = makeFaultPlace();
  await pendingAndApproved(place);
  const hosts = [new RememberingHost(), new RememberingHost()];
  await Promise.all(hosts.map((host) => verbsOver(depsOver(place)).retrieveRequests({}, contextIn(place), host)));
  assert.equal(hosts.flatMap(({ objects }) => objects).length, 1);
  const errors = hosts.flatMap((host) => host.errors);
  for (const error of errors) {
    assert.equal(error.code, 'RequestTakenOver');
    assert.match(error.message, /its state is now "imported"/);
  }
  const { certificates } = depsOver(place).openState();
  assert.equal((await certificates.list({ ...SCOPE }, { store: 'My' })).length, 1);
});

test('a request that somebody clears while its CA is asked is reported so, not as an internal error', async () => {
  using place = makeFaultPlace();
  const authority = await pendingAndApproved(place, 'deny');
  const deps = withPoll(depsOver(place), async (poll) => {
    const verdict = await poll();
    await verbsOver(depsOver(place)).clearRequests({}, contextIn(place), new RememberingHost());
    return verdict;
  });
  const host = new RememberingHost();
  await verbsOver(deps).retrieveRequests({}, contextIn(place), host);
  assert.equal(authority, CA);
  assert.deepEqual(
    host.errors.map(({ code }) => code),
    ['RequestTakenOver'],
  );
});

async function pendingAndApproved(place: FaultPlace, decision: 'approve' | 'deny' = 'approve'): Promise<string> {
  const deps = depsOver(place);
  const parameters = { Type: ['Default'], CA, Template: 'approval', KeyAlg: 'ECDH_P256' as const };
  await verbsOver(deps).newRequest(parameters, contextIn(place), new RememberingHost());
  const deployment = await deps.deployments.load(async () => undefined);
  const authority = (await deps.authorities(deployment, SCOPE.deployment)).find(CA);
  assert.ok(authority !== undefined && isOperated(authority));
  if (decision === 'approve') await authority.operator.approve(1, 'kenmyer');
  else await authority.operator.deny(1, { hresult: 0x80094014, message: 'Denied by the operator' });
  return CA;
}

type Directory = Awaited<ReturnType<Deps['authorities']>>;
type Authority = NonNullable<ReturnType<Directory['find']>>;

function withAuthority(deps: Deps, change: (authority: Authority) => Authority): Deps {
  return {
    ...deps,
    authorities: async (deployment, id) => {
      const directory = await deps.authorities(deployment, id);
      const find = (config: string) => {
        const authority = directory.find(config);
        return authority === undefined ? undefined : change(authority);
      };
      return { configs: directory.configs, find };
    },
  };
}

function withSubmit(deps: Deps, submit: Authority['submit']): Deps {
  return withAuthority(deps, (authority) => ({ submit, certificates: () => authority.certificates() }));
}

function withPoll(deps: Deps, around: (poll: () => Promise<unknown>) => Promise<unknown>): Deps {
  return withAuthority(deps, (authority) =>
    Object.assign(Object.create(authority), {
      poll: (ticket: unknown) => around(() => Reflect.apply(Reflect.get(authority, 'poll'), authority, [ticket])),
      certificates: () => authority.certificates(),
    }),
  );
}
