import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find, findAll, keyUsageWords, linesUnder, purposeWords, type Reading } from '../certificate-reading.ts';
import { parseNameText } from '../name-text.ts';
import { runProgram, verifier } from '../programs.ts';
import type { ForeignReader } from './foreign-reader.ts';

const program = verifier('certutil');
/** Debian's name for NSS's `pp`; it comes in the same package. */
const PRETTY_PRINTER = 'nss-pp';

export const nss: ForeignReader = {
  name: program.name,
  skip: program.skip,
  // The pretty-printer checks no signature: `signRequest` does.
  request: async (path) => readingOf(await prettyPrint('certificate-request', path)),
  certificate: async (path) => readingOf(await prettyPrint('certificate', path)),
  // It has no check of the host's name.
  verify: ({ path, root }) =>
    inDatabase(async (folder) => {
      await certutil(folder, '-A', '-n', 'root', '-t', 'C,,', '-i', root);
      await certutil(folder, '-A', '-n', 'leaf', '-t', ',,', '-i', path);
      const said = await certutil(folder, '-V', '-n', 'leaf', '-u', 'V', '-e');
      if (!/certificate is valid/.test(said)) throw new Error(said);
    }),
};

/** NSS's own CA signs a request, which it does only after it has verified the request's signature. Gives PEM. */
export async function signRequest(path: string): Promise<string> {
  return inDatabase(async (folder) => {
    const selfSigned = ['-S', '-n', 'ca', '-s', 'CN=NSS', '-x', '-t', 'C,,', '-k', 'ec', '-q', 'nistp256'];
    await certutil(folder, ...selfSigned, '-z', process.execPath);
    const signed = join(folder, 'signed.pem');
    await certutil(folder, '-C', '-c', 'ca', '-a', '-i', path, '-o', signed);
    return readFile(signed, 'utf8');
  });
}

async function inDatabase<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cscert-nss-'));
  try {
    await certutil(folder, '-N', '--empty-password');
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function certutil(folder: string, ...args: readonly string[]): Promise<string> {
  const [command = '', ...rest] = args;
  return program.run([command, '-d', `sql:${folder}`, ...rest]);
}

/** Texts are broken at a width, even inside a character; the rest stands on lines indented by four more. */
async function prettyPrint(type: string, path: string): Promise<string> {
  const bytes = await runProgram(PRETTY_PRINTER, ['-t', type, '-a', '-u', '-i', path], { encoding: 'latin1' });
  const whole = bytes.replace(/^( *)(?:Subject|DNS name): ".*(?:\n\1 {4}.*)+/gm, (lines, indent: string) =>
    lines.replaceAll(`\n${indent}    `, ''),
  );
  return Buffer.from(whole, 'latin1').toString('utf8');
}

function readingOf(text: string): Reading {
  return {
    subject: parseNameText(find(text, /^ *Subject: "(.*)"$/m)),
    names: findAll(text, /DNS name: "([^"]*)"/g),
    keyUsage: keyUsageWords(usageLines(text)),
    purposes: purposeWords(linesUnder(text, /Name: Extended Key Usage/)),
    key: keyOf(text),
  };
}

/** The first usage stands behind the colon. */
function usageLines(text: string): readonly string[] {
  const first = /Usages: (.*)/.exec(text)?.[1];
  return first === undefined ? [] : [first, ...linesUnder(text, /Usages: /)];
}

function keyOf(text: string): string {
  const curve = /Curve: .* NIST P-(\d+)/.exec(text)?.[1];
  if (curve !== undefined) return `EC ${curve}`;
  const bytes = linesUnder(text, /Modulus:/)
    .join(':')
    .split(':')
    .filter((byte) => byte.trim() !== '');
  return `RSA ${bytes.length * 8}`;
}
