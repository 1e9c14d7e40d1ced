import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../src/app/deps.ts';
import { storeVerbsOver } from '../../../src/app/store/store-verbs.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import { createDeps } from '../../../src/composition/create-deps.ts';
import { type CommandError, isCommandError } from '../../../src/domain/errors/command-error.ts';
import { type AuthorityOperator, isOperated } from '../../../src/ports/authority-operator.ts';
import type { Host, OutputObject } from '../../../src/ports/host.ts';
import { callContext } from '../../fixtures/call-context.ts';
import { watchDurableSteps } from './durable-steps.ts';
import { runSibling } from './sibling-verbs.ts';
import { CA, type VerbCall, type VerbLine, type VerbOrder } from './verb-call.ts';

/*
 * A process of its own that runs verbs of the product over its real adapters, and may kill itself at any durable step.
 * The order is its first argument. Bundled before it is run: `verb-bundle.ts`.
 */

const write = writeSync;
const order: VerbOrder = JSON.parse(process.argv[2] ?? '');
setClock(order.clockOffset ?? 0);
const deps: Deps = createDeps({
  home: order.home,
  deployment: order.deployment,
  moduleFolder: join(order.temporaryFolder, 'module'),
  computer: undefined,
  keyPassphrase: undefined,
  keyPassphraseFile: undefined,
});

/** For everything in this process, as a clock that was set would be. */
function setClock(offset: number): void {
  if (offset === 0) return;
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      super(given.length === 0 ? RealDate.now() + offset : given[0]);
    }
    static override now(): number {
      return RealDate.now() + offset;
    }
  } as DateConstructor;
}

function say(line: VerbLine): void {
  write(1, `${JSON.stringify(line)}\n`);
}

function sayError({ code, message }: CommandError): void {
  say({ said: 'error', code, message });
}

const host: Host = {
  output: (object: OutputObject) => {
    if (object.kind === 'CertificateReference') say({ said: 'certificate', thumbprint: object.thumbprint });
    if (object.kind === 'CertificateRequest') {
      say({ said: 'request', requestId: object.requestId, status: object.requestStatus });
    }
  },
  verbose: () => undefined,
  warning: () => undefined,
  hostLine: () => undefined,
  error: sayError,
  shouldProcess: async () => true,
  shouldContinue: async () => true,
  environmentVariable: async () => undefined,
};

const context = callContext(order.temporaryFolder);

async function operator(): Promise<AuthorityOperator> {
  const deployment = await deps.deployments.load(async () => undefined);
  const authority = (await deps.authorities(deployment, deployment.id ?? '')).find(CA);
  if (authority === undefined || !isOperated(authority)) throw new Error('the CA has no operator');
  return authority.operator;
}

async function run(call: VerbCall): Promise<void> {
  const verbs = verbsOver(deps);
  switch (call.verb) {
    case 'new': {
      const CaPassword = process.env['VERB_PASSWORD'];
      const credentials = CaPassword === undefined ? {} : { CaAccount: 'LITWARE\\ken', CaPassword };
      const parameters = {
        Type: ['Default'],
        CA,
        Template: call.template,
        KeyAlg: 'ECDH_P256' as const,
        ...credentials,
      };
      return void (await verbs.newRequest(parameters, context, host));
    }
    case 'offline': {
      const given = `${process.pid}.req`;
      const Output = { given, path: join(order.temporaryFolder, given), provider: 'FileSystem' };
      return void (await verbs.newRequest({ Type: ['Default'], KeyAlg: 'ECDH_P256', Output }, context, host));
    }
    case 'retrieve':
      return verbs.retrieveRequests({}, context, host);
    case 'clear':
      return verbs.clearRequests({}, context, host);
    case 'list':
      return verbs.listRequests({}, context, host);
    case 'check':
      for (const text of await storeVerbsOver(deps).check()) say({ said: 'finding', text });
      return;
    case 'approve':
      await (await operator()).approve(call.number, 'kenmyer');
      return say({ said: 'settled', verb: call.verb, number: call.number });
    case 'deny':
      await (await operator()).deny(call.number, { hresult: 0x80094014, message: 'Denied by the operator' });
      return say({ said: 'settled', verb: call.verb, number: call.number });
    case 'revoke':
      await (await operator()).revoke(call.number, 'unspecified', 'kenmyer');
      return say({ said: 'settled', verb: call.verb, number: call.number });
    default:
      for (const line of await runSibling(deps, call, context, host)) say(line);
  }
}

async function main(): Promise<void> {
  const steps = watchDurableSteps(order.end);
  say({ said: 'ready' });
  for (const call of order.calls) {
    try {
      await run(call);
    } catch (error) {
      if (!isCommandError(error)) throw error;
      sayError(error);
    }
  }
  say({ said: 'done', steps: steps.count() });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 70;
});
