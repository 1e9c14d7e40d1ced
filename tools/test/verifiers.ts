import { spawnSync } from 'node:child_process';
import { findOnPath } from '../setup/programs.mjs';

/** A program that is not ours and judges what we make. */
export interface Verifier {
  readonly name: string;
  readonly program: string;
  /** Where it comes from, for whoever has to install it. */
  readonly debianPackage: string;
  /** Tells it from another program of the same name: what `program --help` and the like print. */
  readonly sign?: { readonly args: readonly string[]; readonly pattern: RegExp };
}

export const VERIFIERS: readonly Verifier[] = [
  { name: 'OpenSSL', program: 'openssl', debianPackage: 'openssl' },
  { name: 'GnuTLS certtool', program: 'certtool', debianPackage: 'gnutls-bin' },
  {
    name: 'NSS certutil',
    program: 'certutil',
    debianPackage: 'libnss3-tools',
    // Windows has another certutil.
    sign: { args: ['-H'], pattern: /certdir|NSS/ },
  },
  { name: 'Java keytool', program: 'keytool', debianPackage: 'default-jre-headless' },
  { name: '.NET', program: 'dotnet', debianPackage: 'dotnet-sdk-10.0' },
];

/** The full path of a verifier's program, or undefined where it is not installed. */
export function locate({ program, sign }: Verifier): string | undefined {
  const path = findOnPath(program);
  if (path === undefined || sign === undefined) return path;
  const { stdout, stderr } = spawnSync(path, sign.args, { encoding: 'utf8', timeout: 30_000 });
  return sign.pattern.test(`${stdout}${stderr}`) ? path : undefined;
}

export function missingVerifiers(): Verifier[] {
  return VERIFIERS.filter((verifier) => locate(verifier) === undefined);
}
