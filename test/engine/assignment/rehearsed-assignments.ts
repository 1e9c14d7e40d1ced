import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import type { AssignmentParameters } from '../../../src/app/assignment/assignment-parameters.ts';
import { type AssignmentVerbs, assignmentVerbsOver } from '../../../src/app/assignment/assignment-verbs.ts';
import type { RemoveCertificateParameters } from '../../../src/app/assignment/remove-certificate.ts';
import type { SetCertificateParameters } from '../../../src/app/assignment/set-parameters.ts';
import type { CallContext } from '../../../src/app/call-context.ts';
import type { Deps } from '../../../src/app/deps.ts';
import type { NewRequestParameters } from '../../../src/app/request-parameters.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import type { Deployment } from '../../../src/domain/deployment/deployment.ts';
import type { ProposedAction } from '../../../src/ports/host.ts';
import { CONFIG, contextIn, type Heard, hear, type RehearsedVerbs, withVerbs } from '../retrieve/rehearsed-verbs.ts';

export const SCOPE = { deployment: 'rehearsal', machine: 'atl-cs-001.litwareinc.com' };
export const OTHER_MACHINE = 'atl-cs-002.litwareinc.com';
export const EDGE = 'atl-edge-001.litwareinc.com';

/** The verbs of one computer of the deployment. */
export interface RehearsedAssignments {
  readonly deps: Deps;
  /** Thumbprint of a new certificate; without more for Default, with a key that is made quickly. */
  issued(parameters?: Partial<NewRequestParameters>): Promise<string>;
  get(parameters?: AssignmentParameters): Promise<Heard>;
  set(parameters: SetCertificateParameters, declines?: boolean): Promise<Heard>;
  /** With the descriptions of what would be done. */
  whatIf(parameters: SetCertificateParameters): Promise<Omit<Heard, 'told'> & { readonly proposed: readonly string[] }>;
  remove(
    parameters?: RemoveCertificateParameters,
    context?: Partial<CallContext>,
    answer?: (query: string) => boolean | Promise<boolean>,
  ): Promise<Heard>;
  test(): Promise<Heard>;
  /** `use thumbprint previous`, as Get puts them out. */
  assigned(parameters?: AssignmentParameters): Promise<readonly string[]>;
}

/** A deployment of Skype for Business Server 2015, unless told otherwise: it takes keys of any kind. */
export function withAssignments(
  use: (
    here: RehearsedAssignments,
    verbs: RehearsedVerbs,
    at: (computer: string) => RehearsedAssignments,
  ) => Promise<void>,
  properties: Partial<Deployment> = {},
): Promise<void> {
  return withVerbs(async (verbs) => {
    const at = (localComputer: string) => rehearse(verbs.deps, { ...properties, localComputer });
    await use(at(SCOPE.machine), verbs, at);
  });
}

function rehearse(original: Deps, properties: Partial<Deployment>): RehearsedAssignments {
  const deps: Deps = {
    ...original,
    deployments: {
      load: async (environment) => ({
        ...(await original.deployments.load(environment)),
        product: 'Skype for Business Server 2015',
        ...properties,
      }),
    },
  };
  const verbs: AssignmentVerbs = assignmentVerbsOver(deps);
  const context = contextIn(tmpdir());
  const get = (parameters: AssignmentParameters = {}) =>
    hear((host) => verbs.getCertificate(parameters, context, host));
  return {
    deps,
    issued: async (parameters = {}) => {
      const asked = { Type: ['Default'], KeyAlg: 'ECDH_P256', CA: CONFIG, ...parameters } as const;
      const heard = await hear((host) => verbsOver(deps).newRequest(asked, context, host));
      const [object] = heard.told;
      assert.ok(
        object?.kind === 'CertificateReference' || object?.kind === 'ShortCertificateReference',
        JSON.stringify(heard),
      );
      return object.thumbprint;
    },
    get,
    set: (parameters, declines) => hear((host) => verbs.setCertificate(parameters, context, host), declines),
    whatIf: async (parameters) => {
      const proposed: string[] = [];
      const { warnings, thrown } = await hear((host) => {
        const shouldProcess = async ({ description }: ProposedAction) => proposed.push(description) < 0;
        return verbs.setCertificate(parameters, { ...context, whatIf: true }, { ...host, shouldProcess });
      });
      return { proposed, warnings, thrown };
    },
    remove: (parameters = {}, other = {}, answer) =>
      hear((host) => verbs.removeCertificate(parameters, { ...context, ...other }, host), false, answer),
    test: () => hear((host) => verbs.testCertificateConfiguration({}, context, host)),
    assigned: async (parameters) =>
      (await get(parameters)).told.map((object) =>
        object.kind === 'CertificateReference'
          ? `${object.use} ${object.thumbprint} ${object.previousThumbprint}`.trimEnd()
          : JSON.stringify(object),
      ),
  };
}
