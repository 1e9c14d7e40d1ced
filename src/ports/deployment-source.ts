import type { Deployment } from '../domain/deployment/deployment.ts';

/** Gives the value of an environment variable of the caller. */
export type EnvironmentLookup = (name: string) => Promise<string | undefined>;

/** Where the deployment comes from. Errors are those of `deployment-errors`. */
export interface DeploymentSource {
  /** `environment` is asked for the variables that `passwordFromEnvironment` names. */
  load(environment: EnvironmentLookup): Promise<Deployment>;
}
