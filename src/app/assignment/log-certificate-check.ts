import { unknownRevocationLines } from '../../domain/assignment/assignment-lines.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import { sameHost } from '../../domain/fqdn.ts';
import { deriveNames } from '../../domain/names/derive-names.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { simpleUrlsOf } from '../simple-urls.ts';
import type { AssignableCertificate } from './assignable-certificate.ts';
import type { LocalServer } from './assignment-place.ts';
import { revocationWarning } from './revocation.ts';
import { untrustedReason } from './trust.ts';

/**
 * What the product says about a certificate before it assigns it, in its order (domain facts 7.3, transcripts):
 * revocation that is known, or cannot be, the warning on the subject, both names as they are and as they would be computed.
 * Alternative names that are missing are not worth a warning. Throws CertificateNotNeeded.
 */
export async function logCertificateCheck(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  { certificate, uses }: { readonly certificate: AssignableCertificate; readonly uses: readonly CertificateUse[] },
): Promise<void> {
  const { entry, facts } = certificate;
  const names = await computedNames(deps, server, uses);
  const revoked = await revocationWarning(deps, run, server, facts);
  if (revoked !== undefined) run.warning(revoked);
  logRevocation(run, facts);
  if (names !== undefined) logNames(run, facts, names);
  if (uses.includes('OAuthTokenIssuer')) {
    run.log.info('Skip certificate subject and alternative name validation for the type OAuthTokenIssuer.');
  }
  if (facts.hasPssSignature) {
    run.warning(
      `The certificate "${facts.thumbprint}" is signed with RSASSA-PSS, which the product does not support. Have it issued with PKCS #1 v1.5 instead.`,
    );
  }
  const reason = await untrustedReason(deps, server.scope, entry);
  if (reason !== undefined) {
    run.warning(
      `The chain of the certificate "${facts.thumbprint}" does not lead to a trusted root certificate: ${reason}.`,
    );
  }
}

/** An embedded CA's revoked certificates are known without its list; any other CA's cannot be asked for from here. */
function logRevocation(
  run: CommandRun,
  { namesRevocationList, isEmulated, thumbprint, issuer }: CertificateFacts,
): void {
  if (!namesRevocationList || isEmulated) return;
  for (const lines of unknownRevocationLines(thumbprint, issuer)) run.log.info(lines);
}

interface ComputedNames {
  readonly subject: string;
  readonly alternativeNames: readonly string[];
}

function logNames(run: CommandRun, facts: CertificateFacts, computed: ComputedNames): void {
  const { thumbprint, commonName, alternativeNames } = facts;
  if (!sameHost(commonName, computed.subject)) {
    run.warning(
      `The subject name "${commonName}" of the certificate does not match the computer fully qualified domain name (FQDN) "${computed.subject}".`,
    );
  }
  run.log.info(
    `The subject name of certificate "${thumbprint}" is "${commonName}" and the computed subject name is "${computed.subject}".`,
  );
  run.log.sentence([
    `The subject alternative names of certificate "${thumbprint}" are "`,
    alternativeNames,
    '" and the computed subject alternative names are "',
    computed.alternativeNames,
    '".',
  ]);
}

/**
 * The names that a request without -DomainName would have; none for OAuthTokenIssuer alone, which is not compared. Throws
 * CertificateNotNeeded.
 */
export async function computedNames(
  deps: Deps,
  { deployment, loaded, machine }: LocalServer,
  uses: readonly CertificateUse[],
): Promise<ComputedNames | undefined> {
  const simpleUrls = await simpleUrlsOf(deps, deployment, loaded);
  const derive = (asked: readonly CertificateUse[]) =>
    deriveNames({
      topology: loaded.topology,
      machine,
      simpleUrls,
      uses: asked,
      domainName: undefined,
      allSipDomain: false,
      policies: deployment.policies,
    });
  const all = derive(uses);
  const compared = uses.filter((use) => use !== 'OAuthTokenIssuer');
  if (compared.length === 0) return undefined;
  const { subject, alternativeNames } = compared.length === uses.length ? all : derive(compared);
  return { subject: subject.name, alternativeNames: alternativeNames.map(({ name }) => name) };
}
