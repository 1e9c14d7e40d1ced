import { join } from 'node:path';
import { callContext } from '../../fixtures/call-context.ts';
import { CA, FRONT_END_USES, ROLLED_USE, type VerbCall } from './verb-call.ts';

const NEW = { Type: ['Default'], KeyAlg: 'ECDH_P256' };
const DAY = 86_400_000;

/** A call on the engine's line. What only the operator's tools can do is not there; -Retrieve takes its place. */
export function wireCall(
  call: VerbCall,
  temporaryFolder: string,
): { readonly method: string; readonly params: object } {
  const context = callContext(temporaryFolder);
  const asked = (method: string, parameterSet: string, parameters: object) => ({
    method,
    params: { parameterSet, parameters, context },
  });
  const file = (path: string) => ({ given: path, path, provider: 'FileSystem' });
  const Output = file(join(temporaryFolder, 'x.req'));
  switch (call.verb) {
    case 'new':
      return asked('requestCertificate', 'ByNew', { ...NEW, CA, Template: call.template });
    case 'offline':
      return asked('requestCertificate', 'ByNew', { ...NEW, Output });
    case 'clear':
      return asked('requestCertificate', 'ByClear', {});
    case 'set':
      return asked('setCertificate', 'Thumbprint', { Thumbprint: call.thumbprint, Type: FRONT_END_USES });
    case 'roll': {
      const EffectiveDate = new Date(Date.now() + DAY).toISOString();
      const staged = { Thumbprint: call.thumbprint, Type: [ROLLED_USE], Roll: true, EffectiveDate };
      return asked('setCertificate', 'Thumbprint', staged);
    }
    case 'setFile':
      return asked('setCertificate', 'Path', { Path: file(call.path), Type: FRONT_END_USES, Identity: 'Global' });
    case 'remove':
      return asked('removeCertificate', '__AllParameterSets', { Type: FRONT_END_USES, Force: true });
    case 'import':
      return asked('importCertificate', 'Local', { Path: file(call.path) });
    case 'take': {
      const { thumbprint } = call;
      return { method: 'certificateStore/remove', params: { store: 'My', thumbprint, deleteKey: true, context } };
    }
    case 'move': {
      const { thumbprint } = call;
      return { method: 'certificateStore/move', params: { store: 'My', thumbprint, destination: 'CA', context } };
    }
    default:
      return asked('requestCertificate', 'ByRetrieve', {});
  }
}

/** The same as a user types it. */
export function commandLine(call: VerbCall): string {
  const begin = 'Request-CsCertificate -New -Type Default -KeyAlg ECDH_P256';
  const uses = FRONT_END_USES.join(',');
  switch (call.verb) {
    case 'new':
      return `${begin} -CA '${CA}' -Template ${call.template}`;
    case 'offline':
      return `${begin} -Output ./x.req`;
    case 'clear':
      return 'Request-CsCertificate -Clear';
    case 'set':
      return `Set-CsCertificate -Thumbprint ${call.thumbprint} -Type ${uses}`;
    case 'roll':
      return `Set-CsCertificate -Thumbprint ${call.thumbprint} -Type ${ROLLED_USE} -Roll -EffectiveDate (Get-Date).AddDays(1)`;
    case 'setFile':
      return `Set-CsCertificate -Path '${call.path}' -Type ${uses} -Identity Global`;
    case 'remove':
      return `Remove-CsCertificate -Type ${uses} -Force`;
    case 'import':
      return `Import-CsCertificate -Path '${call.path}'`;
    case 'take':
      return `Remove-Item Cert:\\LocalMachine\\My\\${call.thumbprint} -DeleteKey`;
    case 'move':
      return `Move-Item Cert:\\LocalMachine\\My\\${call.thumbprint} Cert:\\LocalMachine\\CA`;
    case 'selfSigned':
      return 'New-SelfSignedCertificate -DnsName lab.litwareinc.com -CertStoreLocation Cert:\\LocalMachine\\My';
    default:
      return 'Request-CsCertificate -Retrieve';
  }
}
