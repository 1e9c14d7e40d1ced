import type { CertificateVerbs, ExportedCertificate } from '../app/certificate-verbs.ts';
import { encodePem } from '../domain/pem.ts';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import { readOptions, optionText as text } from './command-options.ts';
import { pascalCase } from './object-json.ts';
import type { SaveExport } from './save-export.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface CertificateCommandRun {
  readonly terminal: Terminal;
  readonly environment: EnvironmentLookup;
  /** CSCERT_PFX_PASSWORD. */
  readonly pfxPassword: string | undefined;
  verbs(): CertificateVerbs;
  readonly saveExport: SaveExport;
}

/** `certificate list`, `certificate assignments` and `certificate export`; the exit code. */
export async function runCertificateCommand(args: readonly string[], run: CertificateCommandRun): Promise<number> {
  const [group, action, ...rest] = args;
  switch (`${group} ${action}`.toLowerCase()) {
    case 'certificate list':
      readOptions(rest, {});
      run.terminal.out(JSON.stringify((await run.verbs().list(run.environment)).map(pascalCase), null, 2));
      return 0;
    case 'certificate assignments':
      readOptions(rest, {});
      run.terminal.out(JSON.stringify((await run.verbs().assignments(run.environment)).map(pascalCase), null, 2));
      return 0;
    case 'certificate export':
      return exportCertificate(rest, run);
    default:
      throw new UsageError(`"${args.join(' ')}" is not a command.`);
  }
}

async function exportCertificate(
  [thumbprint, ...rest]: readonly string[],
  run: CertificateCommandRun,
): Promise<number> {
  if (thumbprint === undefined || thumbprint.startsWith('-')) {
    throw new UsageError('"certificate export" needs a thumbprint.');
  }
  const options = readOptions(rest, { path: 'text', 'with-key': 'flag', password: 'text' });
  const path = text(options.get('path'));
  if (path === undefined) throw new UsageError('"certificate export" needs --path FILE.');
  const withKey = options.has('with-key');
  const exported = await run.verbs().exportCertificate(thumbprint, withKey, run.environment);
  const content = await exportedContent(path, exported, text(options.get('password')), run);
  const target = await run.saveExport({ path, isSecret: withKey }, (append) => append(content));
  run.terminal.diagnostic(`Exported to "${target}".`);
  return 0;
}

async function exportedContent(
  path: string,
  exported: ExportedCertificate,
  password: string | undefined,
  run: CertificateCommandRun,
): Promise<string | Uint8Array> {
  if (/\.(?:pfx|p12)$/i.test(path)) {
    return run.verbs().asPfx(exported, await pfxPassword(password, run));
  }
  if (/\.(?:cer|crt|der)$/i.test(path) && exported.privateKey === undefined) return exported.certificate;
  const certificates = [exported.certificate, ...exported.chain].map((der) => encodePem('CERTIFICATE', der));
  const key = exported.privateKey === undefined ? [] : [encodePem('PRIVATE KEY', exported.privateKey)];
  return [...certificates, ...key].join('');
}

async function pfxPassword(option: string | undefined, run: CertificateCommandRun): Promise<string> {
  if (option !== undefined && option !== '-') {
    throw new UsageError('Pass the password on standard input with "--password -", or in CSCERT_PFX_PASSWORD.');
  }
  const password = option === '-' ? await run.terminal.readInput() : run.pfxPassword;
  if (password === undefined || password === '') {
    throw new UsageError('A .pfx needs a password: set CSCERT_PFX_PASSWORD, or use "--password -".');
  }
  return password;
}
