import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem, isHelloParams, validateHelloParams } from './messages.ts';

/** Version of the line protocol (docs/protocol.md). */
const PROTOCOL = 1;

const ENGINE_METHODS = [
  'requestCertificate',
  'getCertificate',
  'setCertificate',
  'removeCertificate',
  'testCertificateConfiguration',
  'importCertificate',
  'complete',
  'getAdminRole',
  'getComputer',
  'getPool',
  'getService',
  'getSimpleUrlConfiguration',
  'getSipDomain',
  'getTopology',
  'sessionVariables',
  'emulator/getRequests',
  'emulator/approve',
  'emulator/deny',
  'emulator/revoke',
  'emulator/reset',
  'certificateStore/list',
  'certificateStore/add',
  'certificateStore/remove',
  'certificateStore/move',
  'certificateStore/rename',
  'certificateStore/export',
  'certificateStore/createSelfSigned',
  'certificateStore/lookIntoPfx',
  'certificateStore/locateFile',
  'certificateStore/verify',
  'certificateStore/writeFile',
] as const;

/** The methods that need the engine proper. */
export type EngineMethods = Readonly<Record<(typeof ENGINE_METHODS)[number], Method>>;

/**
 * The methods of the line. The engine is asked for at the first call of a verb, so that `hello` answers before it is
 * loaded.
 */
export function lineMethods(version: string, engine: () => EngineMethods): Readonly<Record<string, Method>> {
  const verbs = ENGINE_METHODS.map((name): [string, Method] => [name, (params, host) => engine()[name](params, host)]);
  return {
    hello: async (params) => {
      if (!isHelloParams(params)) throw new InvalidParams(describeProblem(validateHelloParams));
      if (params.protocol !== PROTOCOL) {
        throw new InvalidParams(`This engine speaks protocol ${PROTOCOL}, not protocol ${params.protocol}.`);
      }
      return { engine: 'request-cscertificate', version, protocol: PROTOCOL, node: process.version };
    },
    ...Object.fromEntries(verbs),
  };
}
