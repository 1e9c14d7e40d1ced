import type { Product } from './deployment/deployment.ts';

/** A built-in role of role-based access control. */
export interface AdminRole {
  readonly name: string;
  /** Cmdlets of this module that the role holds. */
  readonly cmdlets: readonly string[];
}

const READ_TOPOLOGY = [
  'Get-CsAdminRole',
  'Get-CsComputer',
  'Get-CsPool',
  'Get-CsService',
  'Get-CsSimpleUrlConfiguration',
  'Get-CsSipDomain',
  'Get-CsTopology',
] as const;

const READ_CERTIFICATES = ['Get-CsCertificate', 'Test-CsCertificateConfiguration'] as const;

const MANAGE_CERTIFICATES = [
  ...READ_CERTIFICATES,
  'Import-CsCertificate',
  'Remove-CsCertificate',
  'Request-CsCertificate',
  'Set-CsCertificate',
] as const;

/** What a role that only manages users, voice and the like looks up first (list in the page of Get-CsAdminRole). */
const READ_SERVERS = ['Get-CsComputer', 'Get-CsPool', 'Get-CsService', 'Get-CsSipDomain'] as const;

interface RoleRow {
  readonly name: string;
  readonly cmdlets: readonly string[];
  /** The product has it from Lync Server 2013 on. */
  readonly since2013?: true;
}

/**
 * The built-in roles (names: pages of the product). Which of them hold the certificate cmdlets no source says:
 * administrators of everything and of servers request and assign, whoever may view looks (inferred).
 */
const ROLES: readonly RoleRow[] = [
  { name: 'CsAdministrator', cmdlets: [...READ_TOPOLOGY, ...MANAGE_CERTIFICATES] },
  { name: 'CsArchivingAdministrator', cmdlets: READ_SERVERS },
  { name: 'CsHelpDesk', cmdlets: READ_SERVERS },
  { name: 'CsLocationAdministrator', cmdlets: READ_SERVERS },
  { name: 'CsPersistentChatAdministrator', cmdlets: READ_SERVERS, since2013: true },
  { name: 'CsResponseGroupAdministrator', cmdlets: READ_SERVERS },
  { name: 'CsResponseGroupManager', cmdlets: READ_SERVERS, since2013: true },
  { name: 'CsServerAdministrator', cmdlets: [...READ_TOPOLOGY, ...MANAGE_CERTIFICATES] },
  { name: 'CsUserAdministrator', cmdlets: READ_SERVERS },
  { name: 'CsViewOnlyAdministrator', cmdlets: [...READ_TOPOLOGY, ...READ_CERTIFICATES] },
  { name: 'CsVoiceAdministrator', cmdlets: READ_SERVERS },
];

/** The built-in roles of a product, by name. */
export function adminRolesOf(product: Product): readonly AdminRole[] {
  return ROLES.filter(({ since2013 }) => since2013 !== true || product !== 'Lync Server 2010').map(
    ({ name, cmdlets }) => ({ name, cmdlets: [...cmdlets].sort() }),
  );
}
