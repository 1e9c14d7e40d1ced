import type { AssignmentVerbs } from '../app/assignment/assignment-verbs.ts';
import type { CallContext } from '../app/call-context.ts';
import {
  validateGetCertificateParams,
  validateRemoveCertificateParams,
  validateSetCertificateParams,
  validateTestCertificateConfigurationParams,
} from '../generated/method-validators.js';
import { withCommandErrors } from './as-command-error.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';
import type { EngineMethods } from './methods.ts';

type Validator = typeof validateGetCertificateParams;
type ParametersOf<Verb extends keyof AssignmentVerbs> = Parameters<AssignmentVerbs[Verb]>[0];

/** Each method and its params; their JSON Schema is the source. */
const VALIDATORS: Readonly<Record<keyof AssignmentVerbs, Validator>> = {
  getCertificate: validateGetCertificateParams,
  setCertificate: validateSetCertificateParams,
  removeCertificate: validateRemoveCertificateParams,
  testCertificateConfiguration: validateTestCertificateConfigurationParams,
};

/** The methods over certificates that services use; the verbs are loaded at the first call of one. */
export function assignmentMethods(verbs: () => Promise<AssignmentVerbs>): Pick<EngineMethods, keyof AssignmentVerbs> {
  return {
    getCertificate: method('getCertificate', verbs),
    setCertificate: method('setCertificate', verbs),
    removeCertificate: method('removeCertificate', verbs),
    testCertificateConfiguration: method('testCertificateConfiguration', verbs),
  };
}

/** A method whose result is what the host was told. */
function method<Verb extends keyof AssignmentVerbs>(name: Verb, load: () => Promise<AssignmentVerbs>): Method {
  const validator = VALIDATORS[name];
  const fits = (
    params: unknown,
  ): params is { readonly parameters: ParametersOf<Verb>; readonly context: CallContext } => validator(params);
  return withCommandErrors(async (params, host) => {
    if (!fits(params)) throw new InvalidParams(describeProblem(validator));
    const verbs = await load();
    const verb: (parameters: ParametersOf<Verb>, context: CallContext, host: Parameters<Method>[1]) => Promise<void> =
      verbs[name];
    await verb(params.parameters, params.context, host);
    return null;
  });
}
