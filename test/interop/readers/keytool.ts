import { find, findAll, keyUsageWords, purposeWords, type Reading } from '../certificate-reading.ts';
import { parseNameText } from '../name-text.ts';
import { verifier } from '../programs.ts';
import type { ForeignReader } from './foreign-reader.ts';

const program = verifier('keytool');
/** Most of a run is the start of its machine. */
const QUICKLY = ['-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', '-J-Xshare:auto', '-J-Dstdout.encoding=UTF-8'];

/** It reads and, for a request, verifies; it builds no chains. */
export const keytool: ForeignReader = {
  name: program.name,
  skip: program.skip,
  request: async (path) => readingOf(await program.run([...QUICKLY, '-printcertreq', '-file', path])),
  certificate: async (path) => readingOf(await program.run([...QUICKLY, '-printcert', '-file', path])),
};

/** What a PKCS #12 file holds; throws for a wrong password or a file that does not verify. */
export function listKeyStore(path: string, password: string): Promise<string> {
  return program.run([...QUICKLY, '-list', '-v', '-storetype', 'PKCS12', '-keystore', path, '-storepass', password]);
}

function readingOf(text: string): Reading {
  const [, bits = '', algorithm = ''] = /Public Key(?: Algorithm)?: (\d+)-bit (RSA|EC)/.exec(text) ?? [];
  return {
    subject: parseNameText(find(text, /^(?:Subject|Owner): (.*)$/m)),
    names: findAll(text, /^ {2}DNSName: (.*)$/gm),
    keyUsage: keyUsageWords(bracketed(text, 'KeyUsage')),
    purposes: purposeWords(bracketed(text, 'ExtendedKeyUsages')),
    key: `${algorithm} ${bits}`,
  };
}

function bracketed(text: string, heading: string): readonly string[] {
  return new RegExp(`^${heading} \\[\\n([^\\]]*)\\]`, 'm').exec(text)?.[1]?.split('\n') ?? [];
}
