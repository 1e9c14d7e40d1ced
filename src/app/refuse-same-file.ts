import type { Deployment } from '../domain/deployment/deployment.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import type { CallContext } from './call-context.ts';
import type { Deps } from './deps.ts';
import { pathText } from './path-text.ts';
import type { PathArgument } from './request-parameters.ts';

/** The two path parameters of a call. */
export interface WrittenPaths {
  readonly Output?: PathArgument;
  readonly Report?: PathArgument;
}

/**
 * The request of -Output and the two files of -Report have to be different files: the report, written last, would
 * replace the request without a word. Only looks; error `OutputPathRefused`.
 */
export async function refuseSameFile(
  deps: Deps,
  deployment: Deployment,
  { Output, Report }: WrittenPaths,
  { location, temporaryFolder }: CallContext,
): Promise<void> {
  if (Output === undefined || Report === undefined) return;
  const target = { path: pathText(Output), location, force: true };
  const request = await deps.requestFiles(deployment).examine(target);
  const report = await deps.logFiles(deployment, temporaryFolder).examineReport(pathText(Report), location);
  if (report === undefined || (request !== report.xmlPath && request !== report.htmlPath)) return;
  throw commandError(
    'OutputPathRefused',
    { parameter: 'Output', path: Output.given, reason: '-Report writes to the same file' },
    { target: Output.given },
  );
}
