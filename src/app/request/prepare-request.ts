import { type LintedRequest, lintRequest } from '../../domain/request/linter.ts';
import type { FirstState } from '../../domain/request/request-state.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';
import { formatDistinguishedName } from '../../domain/x500/name-text.ts';
import type { FriendlyNameChoice, NewRequest } from '../../ports/request-store.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps, State } from '../deps.ts';
import type { NewRequestParameters } from '../request-parameters.ts';
import type { RequestOutline } from './request-outline.ts';

export interface PreparedRequest {
  readonly state: State;
  readonly stored: StoredRequest;
  readonly linted: LintedRequest;
  /** DER of the certificate that stands in REQUEST where the request has to wait. */
  readonly placeholder: () => Promise<Uint8Array>;
}

/** What is to become of a request. */
interface RequestToPrepare {
  readonly outline: RequestOutline;
  readonly parameters: NewRequestParameters;
  readonly firstState: FirstState;
  /** Configuration string; empty for a request that goes to a file. */
  readonly ca: string;
  /** The file; empty for a request that goes to a CA. */
  readonly output: string;
}

/**
 * Makes the key and the request, and writes both down before anybody hears of them. Nothing leaves here that the linter
 * has not passed.
 */
export async function prepareRequest(deps: Deps, run: CommandRun, request: RequestToPrepare): Promise<PreparedRequest> {
  const { outline, parameters } = request;
  const { plan } = outline;
  const state = deps.openState();
  const encoder = deps.encoder();
  // A key is made in the background: the store is asked meanwhile.
  const [key, friendlyName] = await Promise.all([
    encoder.generateKey(plan.keyAlgorithm, plan.keySize),
    warnOfOtherTopology(run, state, outline).then(() =>
      chooseFriendlyName(deps, run, state, outline, parameters.FriendlyName),
    ),
  ]);
  const linted = lintRequest(plan, await encoder.encode(plan, key));
  const placeholder = () => encoder.placeholder(plan, key, placeholderValidity(deps.clock.now()));
  const stored = await state.requests.prepare(
    {
      ...recordOf(request, linted),
      friendlyName,
      privateKey: await state.keys.protect(await key.exportPkcs8()),
      ...(request.firstState === 'offline' && { placeholder: await placeholder() }),
    },
    run.actor(),
  );
  return { state, stored, linted, placeholder };
}

function recordOf(
  { outline, parameters, firstState, ca, output }: RequestToPrepare,
  { encoded }: LintedRequest,
): Omit<NewRequest, 'friendlyName' | 'privateKey' | 'placeholder'> {
  const { plan, loaded } = outline;
  return {
    scope: outline.scope,
    state: firstState,
    requestDer: encoded.der,
    uses: outline.uses,
    ca,
    template: outline.template,
    subject: formatDistinguishedName(plan.subject),
    alternativeNames: plan.alternativeNames,
    keyAlgorithm: plan.keyAlgorithm,
    exportable: parameters.PrivateKeyExportable === true,
    output,
    requestSha256: encoded.sha256,
    spkiSha256: encoded.spkiSha256,
    topology: { path: loaded.path, sha256: loaded.sha256 },
  };
}

/** A year, as Windows makes the certificates of REQUEST. */
function placeholderValidity(notBefore: Date) {
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notBefore.getUTCFullYear() + 1);
  return { notBefore, notAfter };
}

/** Once for each change: the next request records the new digest. */
async function warnOfOtherTopology(run: CommandRun, state: State, { scope, loaded }: RequestOutline): Promise<void> {
  const last = await state.requests.lastTopology(scope.deployment);
  if (last === undefined || last.sha256 === loaded.sha256) return;
  run.warning(
    `The topology "${loaded.path}" differs from the one that the last request of the deployment "${scope.deployment}" was made from ("${last.path}").`,
  );
}

async function chooseFriendlyName(
  deps: Deps,
  run: CommandRun,
  state: State,
  outline: RequestOutline,
  given: string | undefined,
): Promise<FriendlyNameChoice> {
  if (given !== undefined) {
    const taken = await state.certificates.friendlyNames(outline.scope);
    if (taken.has(given)) run.verbose(`Another certificate or request already has the friendly name "${given}".`);
    return { given };
  }
  return { firstFree: generatedNames(outline, run.formatDate(deps.clock.now())) };
}

/** `Lync Server 2013 Default certificate 11/23/2026 9:30:00 AM`, then the same with a number (domain facts 10). */
function* generatedNames({ product, uses }: RequestOutline, now: string): Generator<string> {
  const base = `${product} ${uses[0] ?? ''} certificate ${now}`;
  yield base;
  for (let number = 2; ; number++) yield `${base} (${number})`;
}
