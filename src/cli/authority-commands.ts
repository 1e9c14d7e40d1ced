import type { AuthorityVerbs } from '../app/authority/authority-verbs.ts';
import { encodePem } from '../domain/pem.ts';
import { chosenAuthority, denialOf, dispositionOf, type Options, reasonOf } from './authority-options.ts';
import { callContext } from './call-from-arguments.ts';
import { CommandLineHost } from './command-line-host.ts';
import { optionText, readOptions } from './command-options.ts';
import { pascalCase } from './object-json.ts';
import { processContext } from './process-context.ts';
import type { SaveExport } from './save-export.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface AuthorityCommandRun {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  verbs(): AuthorityVerbs;
  readonly saveExport: SaveExport;
}

/** `ca` and what follows it: the operator's side of the embedded CAs; the exit code. */
export async function runAuthorityCommand(
  [action = '', ...rest]: readonly string[],
  run: AuthorityCommandRun,
): Promise<number> {
  const word = action.toLowerCase();
  switch (word) {
    case 'list':
      return listAuthorities(readOptions(rest, {}), run);
    case 'requests':
      return listRequests(readOptions(rest, { ca: 'text', disposition: 'text' }), run);
    case 'approve':
    case 'deny':
    case 'revoke':
      return decide(word, rest, run);
    case 'crl':
    case 'certificate':
      return exportDer(word, readOptions(rest, { ca: 'text', path: 'text' }), run);
    case 'reset':
      return reset(readOptions(rest, { ca: 'text', yes: 'flag' }), run);
    default:
      throw new UsageError(
        '"ca" needs "list", "requests", "approve", "deny", "revoke", "crl", "certificate" or "reset".',
      );
  }
}

async function listAuthorities(_: Options, { terminal, environment, verbs }: AuthorityCommandRun): Promise<number> {
  const listed = await verbs().listAuthorities(async (name) => environment[name]);
  terminal.out(JSON.stringify(listed.map(pascalCase), null, 2));
  return 0;
}

async function listRequests(options: Options, run: AuthorityCommandRun): Promise<number> {
  const disposition = dispositionOf(optionText(options.get('disposition')));
  const host = hostOf(run);
  await run
    .verbs()
    .getRequests({ ...chosenAuthority(options), ...(disposition !== undefined && { disposition }) }, host);
  run.terminal.out(JSON.stringify(host.objects, null, 2));
  return 0;
}

const DECISION_OPTIONS = {
  approve: { ca: 'text' },
  deny: { ca: 'text', hresult: 'text', message: 'text' },
  revoke: { ca: 'text', reason: 'text' },
} as const;

async function decide(
  action: keyof typeof DECISION_OPTIONS,
  [number, ...rest]: readonly string[],
  run: AuthorityCommandRun,
): Promise<number> {
  if (number === undefined || !/^[1-9]\d{0,8}$/.test(number)) {
    throw new UsageError(`"ca ${action}" needs the number of a request.`);
  }
  const options = readOptions(rest, DECISION_OPTIONS[action]);
  const choice = { ...chosenAuthority(options), requestId: Number(number) };
  const context = callContext({}, processContext(run.environment));
  const host = hostOf(run);
  switch (action) {
    case 'approve':
      await run.verbs().approve(choice, context, host);
      break;
    case 'deny':
      await run.verbs().deny({ ...choice, ...denialOf(options) }, context, host);
      break;
    case 'revoke':
      await run.verbs().revoke({ ...choice, ...reasonOf(optionText(options.get('reason'))) }, context, host);
  }
  run.terminal.out(JSON.stringify(host.objects[0] ?? null, null, 2));
  return 0;
}

async function exportDer(action: 'crl' | 'certificate', options: Options, run: AuthorityCommandRun): Promise<number> {
  const config = optionText(options.get('ca'));
  const environment = async (name: string) => run.environment[name];
  const verbs = run.verbs();
  const [der, label] =
    action === 'crl'
      ? [await verbs.revocationList(config, environment), 'X509 CRL']
      : [await verbs.certificate(config, environment), 'CERTIFICATE'];
  const path = optionText(options.get('path'));
  if (path === undefined) {
    run.terminal.out(encodePem(label, der).trimEnd());
    return 0;
  }
  const binary = action === 'certificate' ? /\.(?:cer|crt|der)$/i : /\.(?:crl|der)$/i;
  const content = binary.test(path) ? der : encodePem(label, der);
  const target = await run.saveExport({ path, isSecret: false }, (append) => append(content));
  run.terminal.diagnostic(`Exported to "${target}".`);
  return 0;
}

async function reset(options: Options, run: AuthorityCommandRun): Promise<number> {
  if (!options.has('yes') && !(await agrees(run.terminal))) return 1;
  await run.verbs().reset(chosenAuthority(options), hostOf(run));
  return 0;
}

async function agrees(terminal: Terminal): Promise<boolean> {
  const answer = await terminal.question(
    'Remove the books, keys and certificates of the embedded CAs? Requests and certificates of this computer stay.\n[Y] Yes  [N] No  (default is "N"): ',
  );
  if (answer === undefined) throw new UsageError('"ca reset" asks on a terminal; without one it needs --yes.');
  return /^y(?:es)?$/i.test(answer.trim());
}

function hostOf({ terminal, environment }: AuthorityCommandRun): CommandLineHost {
  return new CommandLineHost(terminal, { whatIf: false, confirm: false, verbose: false }, environment);
}
