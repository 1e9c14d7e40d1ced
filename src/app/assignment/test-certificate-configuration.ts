import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { localScope } from '../local-scope.ts';
import { logConnection } from '../log-connection.ts';
import type { CommonParameters } from '../request-parameters.ts';
import { runCommand } from '../run-command.ts';
import { findAssigned, listAssignmentsHere, warnOfMissingKey } from './assigned-certificate.ts';

/**
 * Test-CsCertificateConfiguration: which uses have a certificate that is there (domain facts 7.5). One that is gone from
 * the store, or without its key, is a warning (inferred).
 */
export async function testCertificateConfiguration(
  deps: Deps,
  parameters: CommonParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const call = { cmdlet: 'Test-CsCertificateConfiguration', host, context, parameters } as const;
  await runCommand(deps, call, async (run, deployment) => {
    const local = await localScope(deps, deployment);
    const { scope, topology } = local;
    logConnection(run.log, topology, false);
    run.log.beginAction('Test Certificate Configuration');
    for (const assignment of await listAssignmentsHere(deps, local)) {
      const { thumbprint, use } = assignment;
      const found = await findAssigned(deps, scope, assignment);
      if (found === undefined) {
        run.warning(
          `The certificate "${thumbprint}" that is assigned for the type "${use}" is not in the certificate store LocalMachine\\My.`,
        );
        continue;
      }
      warnOfMissingKey(run, found, assignment);
      run.log.info(`Certificate "${thumbprint}" exists for the usage type "${use}".`);
      run.host.output({ kind: 'CertificateExists', thumbprint, use });
    }
    run.log.complete();
  });
}
