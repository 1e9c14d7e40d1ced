import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePem, encodeRequestPem } from '../../../src/domain/pem.ts';
import { locate, VERIFIERS } from '../../../tools/test/verifiers.ts';

export interface IssuedChain {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly root: Uint8Array;
  readonly host: string;
}

/** A program that is not ours; each method throws when the program finds fault. */
export interface Judge {
  readonly name: string;
  /** Undefined where it is installed; else why it cannot judge. */
  readonly skip: string | undefined;
  readonly request?: (der: Uint8Array) => void;
  readonly chain?: (chain: IssuedChain) => void;
}

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a program on files that exist only while it runs; gives what it printed. */
export function runOn(files: Files, program: string, args: string[]): string {
  return outputsOf(files, program, args).stdout;
}

function outputsOf(files: Files, program: string, args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'cscert-judge-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content);
    }
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, error ?? `${program} ${args.join(' ')}: ${stdout}${stderr}`);
    return { stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** OpenSSL on a request: its own check of the signature, then what the arguments ask for. */
export function opensslRequest(der: Uint8Array, ...args: string[]): string {
  const command = ['req', '-inform', 'DER', '-in', 'r.der', '-verify', '-noout', ...args];
  const { stdout, stderr } = outputsOf({ 'r.der': der }, 'openssl', command);
  // OpenSSL 3.0 exits with 0 for a signature that does not verify.
  assert.match(`${stdout}${stderr}`, /verify OK/);
  return stdout;
}

/** The names and values of a subject as OpenSSL decodes them, in the order of their encoding, one a line. */
export function opensslSubject(der: Uint8Array): string[] {
  const [, ...lines] = opensslRequest(der, '-subject', '-nameopt', 'sep_multiline,sname,utf8')
    .replace(/\n$/, '')
    .split('\n');
  return lines.map((line) => line.replace(/^ {4}/, ''));
}

function chainFiles({ certificate, root }: IssuedChain): Record<string, string> {
  return { 'leaf.pem': encodePem('CERTIFICATE', certificate), 'root.pem': encodePem('CERTIFICATE', root) };
}

const REQUEST_JUDGES: Readonly<Record<string, (program: string, der: Uint8Array) => void>> = {
  openssl: (_, der) => void opensslRequest(der),
  certtool: (program, der) => {
    const command = ['--verify-allow-broken', '--crq-info', '--infile', 'r.pem'];
    const { stdout, stderr } = outputsOf({ 'r.pem': encodeRequestPem(der) }, program, command);
    // It too exits with 0.
    assert.match(`${stdout}${stderr}`, /Self signature: verified/);
  },
  keytool: (program, der) =>
    void runOn({ 'r.pem': encodeRequestPem(der) }, program, ['-printcertreq', '-file', 'r.pem']),
};

const CHAIN_JUDGES: Readonly<Record<string, (program: string, chain: IssuedChain) => void>> = {
  openssl: (program, chain) => {
    const checks = ['-x509_strict', '-purpose', 'sslserver', '-verify_hostname', chain.host];
    runOn(chainFiles(chain), program, ['verify', ...checks, '-CAfile', 'root.pem', 'leaf.pem']);
  },
  certtool: (program, chain) => {
    const checks = [`--verify-hostname=${chain.host}`, `--verify-purpose=${SERVER_AUTHENTICATION}`];
    runOn(chainFiles(chain), program, ['--verify', ...checks, '--load-ca-certificate=root.pem', '--infile=leaf.pem']);
  },
  certutil: (program, chain) => {
    const shell = [
      `${program} -N -d sql:. --empty-password`,
      `${program} -A -d sql:. -n root -t C,, -i root.pem`,
      `${program} -A -d sql:. -n leaf -t ,, -i leaf.pem`,
      `${program} -V -d sql:. -n leaf -u V -e`,
    ];
    runOn(chainFiles(chain), 'sh', ['-ec', shell.join('\n')]);
  },
  keytool: (program, chain) => void runOn(chainFiles(chain), program, ['-printcert', '-file', 'leaf.pem']),
};

/** Every verifier of the project that has an opinion on requests or chains. */
export const JUDGES: readonly Judge[] = VERIFIERS.flatMap((verifier) => {
  const request = REQUEST_JUDGES[verifier.program];
  const chain = CHAIN_JUDGES[verifier.program];
  if (request === undefined && chain === undefined) {
    return [];
  }
  const program = locate(verifier);
  return [
    {
      name: verifier.name,
      skip: program === undefined ? `${verifier.program} is not installed` : undefined,
      ...(request && { request: (der: Uint8Array) => request(program ?? '', der) }),
      ...(chain && { chain: (issued: IssuedChain) => chain(program ?? '', issued) }),
    },
  ];
});
