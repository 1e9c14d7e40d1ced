import { spawnSync } from 'node:child_process';
import { findOnPath } from '../setup/programs.mjs';

/** OpenSSL's verdicts, for those who would rather not take our word. */
export class OpenSsl {
  readonly #program: string;

  private constructor(program: string) {
    this.#program = program;
  }

  /** Undefined where it is not installed. */
  static find(): OpenSsl | undefined {
    const program = findOnPath('openssl');
    return program === undefined ? undefined : new OpenSsl(program);
  }

  /** Chain, purpose and a host name of a server certificate; throws what is wrong. */
  verifyCertificate(certificate: string, root: string, hostName: string): void {
    const rules = ['-x509_strict', '-purpose', 'sslserver', '-verify_hostname', hostName];
    this.#run(['verify', ...rules, '-CAfile', root, certificate]);
  }

  /** That a request is signed by the key it carries; throws what is wrong. */
  verifyRequest(request: string): void {
    this.#run(['req', '-in', request, '-verify', '-noout']);
  }

  #run(args: string[]): void {
    const { status, stdout, stderr, error } = spawnSync(this.#program, args, { encoding: 'utf8' });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`openssl ${args[0]}: ${`${stderr}${stdout}`.trim()}`);
  }
}
