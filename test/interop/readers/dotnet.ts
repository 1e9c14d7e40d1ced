import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findDotnetSdk, runDotnet } from '../../../tools/setup/dotnet.mjs';
import { fingerprint } from '../../../tools/setup/fingerprint.mjs';
import { withLock } from '../../../tools/setup/lock.mjs';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { Stamp } from '../../../tools/setup/stamp.mjs';
import { keyUsageWords, purposeWords, type Reading } from '../certificate-reading.ts';
import { verifier } from '../programs.ts';

const SOURCES = 'tools/verify-dotnet';
const OLDEST_SDK = '10.0.100';

/** What .NET is asked; paths are absolute. */
export type Question =
  | { readonly kind: 'request'; readonly path: string }
  | { readonly kind: 'certificate'; readonly path: string; readonly root?: string; readonly host?: string | undefined }
  | { readonly kind: 'pfx'; readonly path: string; readonly password: string }
  | {
      readonly kind: 'makePfx';
      readonly path: string;
      readonly password: string;
      /** A member of Pkcs12ExportPbeParameters. */
      readonly encryption?: string;
      readonly curve?: string;
    };

/** What .NET read, in its own words. */
export interface Answer {
  /** Why it did not read it; null where it did. */
  readonly refusal: string | null;
  /** As Windows shows a name. */
  readonly subject: string;
  readonly dnsNames: readonly string[];
  readonly keyUsage: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  /** Object identifier. */
  readonly keyAlgorithm: string;
  readonly keySize: number;
  /** Empty where the chain ends in the root and serves server authentication. */
  readonly chainStatus: readonly string[];
  readonly coversHost: boolean;
  readonly keyFits: boolean;
  readonly certificateCount: number;
  readonly thumbprint: string;
}

/** Undefined where .NET can judge. In CI an SDK that is too old is a failure of the build, not a skipped test. */
export const DOTNET_SKIP: string | undefined = verifier('dotnet').skip ?? (await sdkIsMissing());

/** Asks .NET everything in one process; the answers are in the order of the questions. */
export async function askDotnet(questions: readonly Question[]): Promise<readonly Answer[]> {
  const dll = await builtVerifier();
  const child = spawn('dotnet', [dll], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const lines = output.split('\n').filter((line) => line !== '');
  if (code !== 0 || lines.length !== questions.length) throw new Error(`verify-dotnet ended with ${code}:\n${output}`);
  return lines.map((line): Answer => JSON.parse(line));
}

/** The answer without the subject, whose text has rules of its own. */
export function readingOf(answer: Answer): Omit<Reading, 'subject'> {
  return {
    names: answer.dnsNames,
    keyUsage: keyUsageWords(answer.keyUsage),
    purposes: purposeWords(answer.extendedKeyUsage),
    key: `${answer.keyAlgorithm === '1.2.840.113549.1.1.1' ? 'RSA' : 'EC'} ${answer.keySize}`,
  };
}

async function sdkIsMissing(): Promise<string | undefined> {
  if (process.env['CI'] === 'true' || (await findDotnetSdk(OLDEST_SDK)) !== undefined) return undefined;
  return `the .NET SDK ${OLDEST_SDK} or later is not installed`;
}

/** Builds the program on first use, and again when its sources have changed. */
async function builtVerifier(): Promise<string> {
  const folder = join(REPOSITORY, '.setup', 'verify-dotnet');
  const stamp = new Stamp(REPOSITORY, 'verify-dotnet');
  const sources = fingerprint(REPOSITORY, [SOURCES]);
  await withLock(
    join(REPOSITORY, '.setup', 'lock-verify-dotnet'),
    () => undefined,
    async () => {
      if (stamp.matches(sources)) return;
      const dotnet = await findDotnetSdk(OLDEST_SDK);
      if (dotnet === undefined) throw new Error(`.NET's opinion needs its SDK ${OLDEST_SDK} or later`);
      const project = join(REPOSITORY, SOURCES, 'VerifyDotnet.csproj');
      await runDotnet(
        'the build of verify-dotnet',
        dotnet,
        ['build', project, '-c', 'Release', '-o', folder],
        REPOSITORY,
      );
      stamp.write(sources);
    },
  );
  return join(folder, 'verify-dotnet.dll');
}
