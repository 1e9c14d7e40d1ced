import { encodeRequestPem } from '../../domain/pem.ts';
import type { RequestFiles, ReservedRequestFile } from '../../ports/request-file.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { pathText, wholePath } from '../path-text.ts';
import type { NewRequestParameters, PathArgument } from '../request-parameters.ts';
import { asCertificateRequest } from './certificate-request-object.ts';
import { prepareRequest } from './prepare-request.ts';
import type { RequestOutline } from './request-outline.ts';
import { sweepAbandoned } from './sweep-abandoned.ts';

/** `-New -Output`: the request goes to a file, its key stays in the store until a certificate comes back. */
export async function requestOffline(
  deps: Deps,
  run: CommandRun,
  request: {
    readonly outline: RequestOutline;
    readonly files: RequestFiles;
    readonly file: { readonly path: PathArgument; readonly force: boolean };
    readonly parameters: NewRequestParameters;
    readonly agreed: () => Promise<boolean>;
  },
): Promise<void> {
  const { files, file } = request;
  const target = { path: pathText(file.path), location: run.context.location, force: file.force };
  const path = await files.examine(target);
  if (path !== file.path.given) run.verbose(`The file "${file.path.given}" is "${path}" on this computer.`);
  if (!(await request.agreed())) return;
  const reserved = await files.reserve(target);
  try {
    await sweepAbandoned(deps, run);
    await writeRequest(deps, run, request, reserved);
  } finally {
    await reserved.release();
  }
}

async function writeRequest(
  deps: Deps,
  run: CommandRun,
  request: {
    readonly outline: RequestOutline;
    readonly file: { readonly path: PathArgument };
    readonly parameters: NewRequestParameters;
  },
  reserved: ReservedRequestFile,
): Promise<void> {
  const { outline, parameters, file } = request;
  const { state, stored, linted } = await prepareRequest(deps, run, {
    outline,
    parameters,
    firstState: 'offline',
    ca: '',
    output: wholePath(file.path, reserved.path),
  });
  try {
    await reserved.write(encodeRequestPem(linted.encoded.der));
  } catch (error) {
    await state.requests.clear(stored, run.actor());
    throw error;
  }
  run.log.info(`Certificate request was written to the file "${file.path.given}".`);
  run.log.complete();
  run.host.output(asCertificateRequest(stored));
}
