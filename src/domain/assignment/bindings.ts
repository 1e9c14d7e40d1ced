import type { CertificateUse } from '../certificate-use.ts';
import type { Product } from '../deployment/deployment.ts';
import type { MachineRole } from '../topology/roles.ts';

/** The certificate that a service is bound to; serial number and thumbprint as they are shown. */
export interface BoundCertificate {
  readonly thumbprint: string;
  readonly serialNumber: string;
}

/** What a certificate is bound in. */
interface BindingSite {
  readonly product: Product;
  readonly roles: readonly MachineRole[];
}

/** Under which the product binds its own ports; the value is inferred. */
const APPLICATION = '{00112233-4455-6677-8899-aabbccddeeff}';
/** Roles whose Front End service listens on 444. */
const LISTENS_ON_444: ReadonlySet<MachineRole> = new Set([
  'StandardEdition',
  'EnterpriseEdition',
  'Director',
  'SurvivableBranch',
]);
const EDGE_ACCOUNT = '"NT AUTHORITY\\NETWORK SERVICE"';

/** The lines of the log about what a certificate is bound to (domain facts 7.3, transcripts; arguments behind the port inferred). */
export function bindingLines(
  use: CertificateUse,
  site: BindingSite,
  before: BoundCertificate | undefined,
  after: BoundCertificate | undefined,
): readonly string[] {
  const website = websiteOf(use, site.product);
  if (website !== undefined) {
    const serial = (after ?? before)?.serialNumber ?? '';
    return [`Add or remove binding in the website "${website}" with certificate "${serial}".`];
  }
  const ports = portsOf(use, site.roles);
  const deleted = before === undefined ? [] : ports.map((port) => `netsh http delete sslcert ipport=[::]:${port}`);
  const added = after === undefined ? [] : ports.map((port) => addCertificate(port, after));
  const reserved = after === undefined || before !== undefined ? [] : reservations(use, site);
  return [...deleted, ...added, ...reserved].map((command) => `Command "${command}" returned "0".`);
}

function websiteOf(use: CertificateUse, product: Product): string | undefined {
  const family = product.startsWith('Lync') ? 'Lync Server' : 'Skype for Business Server';
  if (use === 'WebServicesInternal') return `${family} Internal Web Site`;
  return use === 'WebServicesExternal' ? `${family} External Web Site` : undefined;
}

function portsOf(use: CertificateUse, roles: readonly MachineRole[]): readonly number[] {
  if (use === 'Internal' && roles.includes('Edge')) return [444, 4443];
  return use === 'Default' && roles.some((role) => LISTENS_ON_444.has(role)) ? [444] : [];
}

function addCertificate(port: number, { thumbprint }: BoundCertificate): string {
  return `netsh http add sslcert ipport=[::]:${port} certhash=${thumbprint} appid=${APPLICATION}`;
}

/** Addresses that the Edge's replication listens on, from 2015 on the search proxy too. */
function reservations(use: CertificateUse, { product, roles }: BindingSite): readonly string[] {
  if (use !== 'Internal' || !roles.includes('Edge')) return [];
  const services = ['ReplicationWebService', ...(product.startsWith('Lync') ? [] : ['SkypeSearchProxy'])];
  return services.map((service) => `netsh http add urlacl url=https://+:4443/${service} user=${EDGE_ACCOUNT}`);
}
