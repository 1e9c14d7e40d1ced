import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret under every guise in which it could lie somewhere. */
export interface Canary {
  readonly name: string;
  readonly guises: readonly Buffer[];
}

/** A password as text in UTF-8 and UTF-16, base64 at any alignment, hexadecimal. */
export function passwordCanary(password: string): Canary {
  const bytes = Buffer.from(password);
  const utf16 = Buffer.from(password, 'utf16le');
  return { name: 'the password', guises: [bytes, utf16, ...base64Cores(bytes), Buffer.from(bytes.toString('hex'))] };
}

/** A private key by its secret number: raw (so in any DER), base64 at any alignment, hexadecimal in both cases. */
export function keyCanary(pem: string): Canary {
  const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  const secret = Buffer.from(d, 'base64url');
  const hex = secret.toString('hex');
  return {
    name: 'a private key',
    guises: [secret, ...base64Cores(secret), Buffer.from(hex), Buffer.from(hex.toUpperCase()), Buffer.from(d)],
  };
}

/** What base64 of bytes looks like whatever stands before them: the first and last characters are left out. */
function base64Cores(bytes: Buffer): readonly Buffer[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4));
  });
}

/** Names of what holds a canary: files below the folders, and the given texts by their names. */
export function findCanaries(
  canaries: readonly Canary[],
  folders: readonly string[],
  texts: Readonly<Record<string, string | Buffer>>,
): readonly string[] {
  const places: [string, Buffer][] = Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]);
  for (const path of folders.flatMap(filesBelow)) places.push([path, readFileSync(path)]);
  return places.flatMap(([name, content]) => {
    const unwrapped = withoutLineEnds(content);
    const isThere = (guise: Buffer) => content.includes(guise) || unwrapped.includes(guise);
    return canaries.flatMap((canary) => (canary.guises.some(isThere) ? [`${canary.name} is in ${name}`] : []));
  });
}

/** PEM breaks its base64 into lines, and JSON escapes their ends. */
function withoutLineEnds(content: Buffer): Buffer {
  return Buffer.from(content.toString('latin1').replaceAll(/\\[rn]|[\r\n]/g, ''), 'latin1');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile());
}

/** Watches the arguments of all processes while something runs; gives them as one text. */
export async function watchArguments(run: () => Promise<void>): Promise<string> {
  const seen = new Set<string>();
  const look = (): void => {
    for (const line of argumentsNow()) seen.add(line);
  };
  const timer = setInterval(look, 15);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
  return [...seen].join('\n');
}

function argumentsNow(): readonly string[] {
  if (process.platform !== 'linux') return execFileSync('ps', ['-axww', '-o', 'args']).toString().split('\n');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(join('/proc', name, 'cmdline'), 'utf8');
      } catch {
        return '';
      }
    });
}
