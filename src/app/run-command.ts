import type { Deployment } from '../domain/deployment/deployment.ts';
import type { Host } from '../ports/host.ts';
import type { CallContext } from './call-context.ts';
import { CommandRun } from './command-run.ts';
import type { Deps } from './deps.ts';
import { refuseUnfitText } from './parameter-values.ts';
import { refuseForeignProvider } from './path-text.ts';
import type { LoggedCmdlet } from './product-words.ts';
import { refuseSameFile } from './refuse-same-file.ts';
import type { CommonParameters, PathArgument } from './request-parameters.ts';

/** A cmdlet that is called. */
export interface CommandCall {
  readonly cmdlet: LoggedCmdlet;
  readonly host: Host;
  readonly context: CallContext;
  readonly parameters: CommonParameters & { readonly Output?: PathArgument };
}

/** Loads the deployment, opens the log, runs `work` and closes the log however it ended. */
export async function runCommand<Result>(
  deps: Deps,
  call: CommandCall,
  work: (run: CommandRun, deployment: Deployment) => Promise<Result>,
): Promise<Result> {
  const { cmdlet, host, context, parameters } = call;
  refuseUnfitText({ Report: parameters.Report });
  refuseForeignProvider('Report', parameters.Report);
  const deployment = await deps.deployments.load((name) => host.environmentVariable(name));
  await refuseSameFile(deps, deployment, parameters, context);
  const run = new CommandRun(deps, { cmdlet, host, context, quiet: parameters.Force === true }, deployment.product);
  await run.open(deps.logFiles(deployment, context.temporaryFolder), parameters.Report);
  try {
    const result = await work(run, deployment);
    await run.finish();
    return result;
  } catch (error) {
    await run.fail(error);
    throw error;
  }
}

/**
 * The same where parameters are checked first: a mistyped one leaves no log behind, unless the caller named a place for
 * one. `check` is run once more inside, so that a log that was asked for says what is wrong.
 */
export async function runChecked<Checked, Result>(
  deps: Deps,
  call: CommandCall,
  check: () => Checked,
  work: (run: CommandRun, deployment: Deployment, checked: Checked) => Promise<Result>,
): Promise<Result> {
  if (call.parameters.Report === undefined) check();
  return runCommand(deps, call, (run, deployment) => work(run, deployment, check()));
}
