import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedAuthorities } from '../../../src/adapters/authority/embedded/embedded-authorities.ts';
import type { CallContext } from '../../../src/app/call-context.ts';
import type { Deps } from '../../../src/app/deps.ts';
import type { ImportCertificateParameters } from '../../../src/app/import/import-parameters.ts';
import type { NewRequestParameters, TrackedRequestParameters } from '../../../src/app/request-parameters.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import { createDeps } from '../../../src/composition/create-deps.ts';
import type { Verdict } from '../../../src/domain/request/verdict.ts';
import { type AuthorityOperator, isOperated } from '../../../src/ports/authority-operator.ts';
import type { CertificateAuthority, CertificateAuthorityDirectory } from '../../../src/ports/certificate-authority.ts';
import type { Host, OutputObject } from '../../../src/ports/host.ts';
import type { LogFiles } from '../../../src/ports/log-files.ts';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { callContext } from '../../fixtures/call-context.ts';
import { InMemoryBooks } from '../authority/in-memory-books.ts';
import { CONFIG, clockAt, entropy, pauses, protector } from '../authority/rehearsal.ts';

export { CONFIG };
export const OTHER_CONFIG = 'dc1.contoso.com\\Contoso-CA';
const START = '2026-01-01T00:00:00Z';

const NO_LOG: LogFiles = {
  reserveDefault: () => Promise.resolve({ xmlPath: '', htmlPath: '', write: async () => {}, release: async () => {} }),
  reserveReport: () => Promise.reject(new Error('not asked for')),
  examineReport: () => Promise.reject(new Error('not asked for')),
};

/** What a verb said: objects and errors in one order, as a person sees them. */
export interface Heard {
  readonly told: readonly (
    | OutputObject
    | { readonly kind: 'error'; readonly code: string; readonly message: string }
  )[];
  readonly warnings: readonly string[];
  /** Code of the error that ended it, or undefined. */
  readonly thrown: string | undefined;
}

/** The real verbs over a store of their own; clock and answers of the CAs are in the test's hand. */
export interface RehearsedVerbs {
  readonly clock: ReturnType<typeof clockAt>;
  readonly deps: Deps;
  /** RequestId of a new request for `Default`. */
  request(parameters?: Partial<NewRequestParameters>): Promise<number>;
  create(parameters: Partial<NewRequestParameters>): Promise<Heard>;
  list(): Promise<readonly (OutputObject & { readonly kind: 'CertificateRequest' })[]>;
  retrieve(parameters?: TrackedRequestParameters, declines?: boolean): Promise<Heard>;
  clear(parameters?: TrackedRequestParameters): Promise<Heard>;
  /** Import-CsCertificate of a file with this content. */
  importFile(content: Uint8Array | string, parameters?: Partial<ImportCertificateParameters>): Promise<Heard>;
  operator(config?: string): Promise<AuthorityOperator>;
  /** From now on a poll gives what this makes of the CA's own verdict. */
  pollAs(change: (verdict: Verdict) => Verdict | Promise<Verdict>): void;
  /** From now on these are the CAs' own certificates. */
  trust(certificates: readonly Uint8Array[]): void;
  /** Thumbprints in LocalMachine\My. */
  imported(): Promise<readonly string[]>;
}

/** A deployment whose first CA publishes WebServer and the templates given; the other one publishes WebServer. */
export async function withVerbs(
  use: (verbs: RehearsedVerbs) => Promise<void>,
  templates: readonly object[] = [{ name: 'Held', managerApproval: true }],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cscert-retrieve-'));
  try {
    await use(rehearse(folder, templates));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Answers {
  poll: (verdict: Verdict) => Verdict | Promise<Verdict>;
  certificates: readonly Uint8Array[] | undefined;
}

function rehearse(folder: string, templates: readonly object[]): RehearsedVerbs {
  writeDeployment(join(folder, 'deployment'), templates);
  const clock = clockAt(START);
  const answers: Answers = { poll: (verdict) => verdict, certificates: undefined };
  const deps = rehearsedDeps(folder, clock, answers);
  const verbs = verbsOver(deps);
  const context = contextIn(folder);
  const tracked = (
    verb: 'listRequests' | 'retrieveRequests' | 'clearRequests',
    given: TrackedRequestParameters = {},
    declines = false,
  ) => hear((host) => verbs[verb](given, context, host), declines);
  const create = (parameters: Partial<NewRequestParameters>) =>
    hear((host) =>
      verbs.newRequest(
        { Type: ['Default'], KeyAlg: 'ECDH_P256', ...(parameters.Output ? {} : { CA: CONFIG }), ...parameters },
        context,
        host,
      ),
    );
  return {
    clock,
    deps,
    create,
    request: async (parameters = { Template: 'Held' }) => {
      const [object] = (await create(parameters)).told;
      assert.ok(object?.kind === 'CertificateRequest', `a request, not ${JSON.stringify(object)}`);
      return object.requestId;
    },
    list: async () => {
      const { told } = await tracked('listRequests');
      return told.filter((object) => object.kind === 'CertificateRequest');
    },
    retrieve: (given, declines) => tracked('retrieveRequests', given, declines),
    clear: (given) => tracked('clearRequests', given),
    importFile: (content, given) => {
      const path = join(folder, 'import.file');
      writeFileSync(path, content);
      const Path = { given: path, path, provider: 'FileSystem' };
      return hear((host) => verbs.importCertificate({ Path, ...given }, context, host));
    },
    operator: async (config = CONFIG) => {
      const deployment = await deps.deployments.load(async () => undefined);
      const authority = (await deps.authorities(deployment, 'rehearsal')).find(config);
      assert.ok(authority !== undefined && isOperated(authority));
      return authority.operator;
    },
    pollAs: (change) => {
      answers.poll = change;
    },
    trust: (certificates) => {
      answers.certificates = certificates;
    },
    imported: async () => {
      const scope = { deployment: 'rehearsal', machine: 'atl-cs-001.litwareinc.com' };
      return (await deps.openState().certificates.list(scope, { store: 'My' })).map(({ thumbprint }) => thumbprint);
    },
  };
}

function writeDeployment(folder: string, templates: readonly object[]): void {
  const sample = join(REPOSITORY, 'examples', 'litwareinc-enterprise');
  const deployment = {
    id: 'rehearsal',
    topology: join(sample, 'topology.xml'),
    simpleUrls: join(sample, 'simple-urls.xml'),
    localComputer: 'atl-cs-001.litwareinc.com',
    certificateAuthorities: [
      { config: CONFIG, templates: [{ name: 'WebServer' }, ...templates] },
      { config: OTHER_CONFIG, requestDisposition: 'pending' },
    ],
  };
  mkdirSync(folder);
  writeFileSync(join(folder, 'deployment.json'), JSON.stringify(deployment));
}

function rehearsedDeps(folder: string, clock: ReturnType<typeof clockAt>, answers: Answers): Deps {
  const books = new InMemoryBooks();
  const adapters = { books, protector, clock, entropy, pause: pauses().pause };
  return {
    ...createDeps({
      home: join(folder, 'home'),
      deployment: join(folder, 'deployment'),
      computer: undefined,
      keyPassphrase: undefined,
      keyPassphraseFile: undefined,
      moduleFolder: join(REPOSITORY, 'psmodule', 'Lync'),
    }),
    clock,
    logFiles: () => NO_LOG,
    authorities: async ({ certificateAuthorities }, id) =>
      withAnswers(new EmbeddedAuthorities(id, certificateAuthorities, adapters), answers),
  };
}

/** The same CAs, some of whose answers are the test's. */
function withAnswers(directory: CertificateAuthorityDirectory, answers: Answers): CertificateAuthorityDirectory {
  const changed = (authority: CertificateAuthority): CertificateAuthority =>
    new Proxy(authority, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        if (name === 'certificates' && answers.certificates !== undefined) return async () => answers.certificates;
        if (name !== 'poll') return member.bind(target);
        return async (...args: readonly unknown[]) => answers.poll(await Reflect.apply(member, target, args));
      },
    });
  return {
    configs: directory.configs,
    find: (config) => {
      const authority = directory.find(config);
      return authority && changed(authority);
    },
  };
}

/** What a run says at its end, whatever its warnings were about. */
const CLOSING = /^"[^"]+" processing has completed with |^Detailed results can be found at /;

/** Runs a verb with a host that agrees to everything, or to nothing; `answer` is given to what -Force would not ask. */
export async function hear(
  run: (host: Host) => Promise<unknown>,
  declines = false,
  answer: (query: string) => boolean | Promise<boolean> = () => true,
): Promise<Heard> {
  const told: Heard['told'][number][] = [];
  const warnings: string[] = [];
  const host: Host = {
    output: (object) => void told.push(object),
    verbose: () => undefined,
    warning: (text) => void (CLOSING.test(text) || warnings.push(text)),
    hostLine: () => undefined,
    error: ({ code, message }) => void told.push({ kind: 'error', code, message }),
    shouldProcess: async () => !declines,
    shouldContinue: async (query) => answer(query),
    environmentVariable: async () => undefined,
  };
  try {
    await run(host);
    return { told, warnings, thrown: undefined };
  } catch (error) {
    assert.ok(error instanceof Error && 'code' in error, String(error));
    told.push({ kind: 'error', code: String(error.code), message: error.message });
    return { told, warnings, thrown: String(error.code) };
  }
}

export function contextIn(folder: string): CallContext {
  return callContext(folder, { user: 'LITWAREINC\\kenmyer', computer: 'rehearsal' });
}
