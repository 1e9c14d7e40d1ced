import type { AssignmentVerbs } from '../app/assignment/assignment-verbs.ts';
import type { CallContext } from '../app/call-context.ts';
import {
  validateGetCertificateParams,
  validateRemoveCertificateParams,
  validateSetCertificateParams,
  validateTestCertificateConfigurationParams,
} from '../generated/method-validators.js';
import type { Host } from '../ports/host.ts';
import type { Method } from './connection.ts';
import type { EngineMethods } from './methods.ts';
import { type ParamsValidator, schemaMethod } from './schema-method.ts';

type ParametersOf<Verb extends keyof AssignmentVerbs> = Parameters<AssignmentVerbs[Verb]>[0];

/** Each method and its params; their JSON Schema is the source. */
const VALIDATORS: Readonly<Record<keyof AssignmentVerbs, ParamsValidator>> = {
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
  type Params = { readonly parameters: ParametersOf<Verb>; readonly context: CallContext };
  return schemaMethod<Params>(VALIDATORS[name], async ({ parameters, context }, host) => {
    const verbs = await load();
    const verb: (parameters: ParametersOf<Verb>, context: CallContext, host: Host) => Promise<void> = verbs[name];
    await verb(parameters, context, host);
  });
}
