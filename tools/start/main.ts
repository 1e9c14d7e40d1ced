import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { powershellEnvironment } from '../setup/launch-environment.mjs';
import { REPOSITORY } from '../setup/repository.mjs';
import { display, WIDTH } from './display.ts';
import { EXAMPLES, type Example } from './examples.ts';
import { OpenSsl } from './openssl.ts';
import { type CommandResult, PowerShellSession } from './powershell-session.ts';

/** What an example made, for the table at the end. */
type Outcome = { readonly example: Example; readonly rows: readonly (readonly [string, string])[] };

/** `npm start`: the documentation's seven examples, in PowerShell, against the bundled deployments. */
async function main(): Promise<void> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'cscert-')));
  display.heading("Request-CsCertificate: the seven examples of the cmdlet's documentation page");
  display.text(`State goes to a fresh temporary folder, CSCERT_HOME=${join(home, 'state')}`);
  const sessions = new Sessions(home);
  try {
    const outcomes: Outcome[] = [];
    for (const example of EXAMPLES) {
      const result = await sessions.of(example.deployment).run(example.line);
      show(example, result);
      outcomes.push({ example, rows: judge(example, result, home) });
    }
    summarise(outcomes);
  } finally {
    await sessions.close();
  }
}

/** One PowerShell for each deployment: an engine keeps to the one it was started with. */
class Sessions {
  readonly #home: string;
  readonly #open = new Map<string, PowerShellSession>();

  constructor(home: string) {
    this.#home = home;
  }

  of(deployment: string): PowerShellSession {
    const open = this.#open.get(deployment);
    if (open !== undefined) return open;
    const session = new PowerShellSession(environment(this.#home, deployment), WIDTH);
    this.#open.set(deployment, session);
    return session;
  }

  async close(): Promise<void> {
    for (const session of this.#open.values()) await session.close();
  }
}

function environment(home: string, deployment: string): NodeJS.ProcessEnv {
  const { CSCERT_COMPUTER: _, ...inherited } = process.env;
  const own = {
    ...inherited,
    CSCERT_HOME: join(home, 'state'),
    CSCERT_DEPLOYMENT: join(REPOSITORY, 'examples', deployment),
    // Reports of commands that name no place for them go to the temporary folder.
    ...Object.fromEntries(['TMPDIR', 'TEMP', 'TMP'].map((name) => [name, home])),
  };
  return powershellEnvironment({ root: REPOSITORY, node: { path: process.execPath } }, own, REPOSITORY);
}

function show({ number, title, line }: Example, { view, told, failure, failureId }: CommandResult): void {
  display.blank();
  display.heading(`Example ${number}: ${title}`);
  display.command(line);
  display.blank();
  for (const { stream, text } of told) {
    if (stream === 'information') display.text(text);
    else if (stream === 'warning') display.warning(text);
  }
  if (told.some(({ stream }) => stream !== 'verbose')) display.blank();
  if (failure !== null) throw new Error(`example ${number} failed: ${failure} (${failureId})`);
  if (view.trim() === '') display.text('(nothing)');
  else display.view(view);
}

/** Checks what came out, with OpenSSL where there is one; throws when something is not as it should be. */
function judge(example: Example, { facts, told }: CommandResult, home: string): Outcome['rows'] {
  const report = told.map(({ text }) => /^Detailed results can be found at "(.+)"\.$/.exec(text)?.[1]).find(Boolean);
  const reportRow = ['report', report ?? '(none)'] as const;
  const [fact] = facts;
  if (fact === undefined) {
    if (example.line.includes('-New')) throw new Error(`example ${example.number} gave no object`);
    return [['result', 'nothing is pending'], reportRow];
  }
  const names = [
    ['subject', only(fact['Subject'])],
    ['names', (fact['AlternativeNames'] ?? []).join(', ')],
  ] as const;
  const file = fact['RealPath']?.[0];
  if (file !== undefined) {
    const openssl = OpenSsl.find();
    openssl?.verifyRequest(file);
    return [...names, ['file', only(fact['Output'])], ['', file], checkedRow(openssl, 'signature good'), reportRow];
  }
  const thumbprint = only(fact['Thumbprint']);
  const checked = checkCertificate(example, thumbprint, fact['AlternativeNames'] ?? [], home);
  return [...names, ['thumbprint', thumbprint], checkedRow(checked, 'chain, purpose and names good'), reportRow];
}

function only(values: readonly string[] | undefined): string {
  return values?.join(', ') ?? '';
}

function checkedRow(openssl: OpenSsl | undefined, verdict: string): readonly [string, string] {
  return ['checked', openssl === undefined ? '(openssl is not installed)' : display.good(`✔ by openssl: ${verdict}`)];
}

/** Exports a certificate and its root by the command line, and has OpenSSL look at them. */
function checkCertificate(
  { number, deployment }: Example,
  thumbprint: string,
  names: readonly string[],
  home: string,
): OpenSsl | undefined {
  const certificate = join(home, `example-${number}.pem`);
  const root = join(home, `example-${number}-root.pem`);
  cscert(['certificate', 'export', thumbprint, '--path', certificate], home, deployment);
  cscert(['ca', 'certificate', '--path', root], home, deployment);
  const openssl = OpenSsl.find();
  for (const name of names) openssl?.verifyCertificate(certificate, root, name);
  return openssl;
}

function cscert(args: string[], home: string, deployment: string): void {
  const main = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');
  execFileSync(process.execPath, [main, 'cli', ...args], { env: environment(home, deployment), stdio: 'pipe' });
}

function summarise(outcomes: readonly Outcome[]): void {
  display.blank();
  display.heading('What came out');
  for (const { example, rows } of outcomes) {
    display.text(`${example.number}  ${example.title}`);
    display.rows(rows, 3);
  }
  display.blank();
  display.text(`Now your own: npm run -s pwsh    (help: Get-Help Request-CsCertificate -Full)`);
}

try {
  await main();
} catch (error) {
  display.blank();
  display.failure(`npm start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
