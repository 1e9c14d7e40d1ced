/** The attributes that say something about names or roles. */
const NAME_ATTRIBUTES = [
  'ActiveUrl',
  'Component',
  'ConfiguredFqdn',
  'DefaultDomain',
  'Domain',
  'Fqdn',
  'Host',
  'InstalledOn',
  'Instance',
  'InterfaceSide',
  'IsDirector',
  'Name',
  'Number',
  'OriginalSiteId',
  'Owner',
  'RoleName',
  'ServiceUniqueId',
  'ServiceVersion',
  'SiteId',
  'UniqueId',
  'Usage',
] as const;

/** The others, which only the cmdlets that show the topology want. */
const DETAIL_ATTRIBUTES = [
  'AllowAllDomains',
  'AllowSubDomains',
  'AlwaysOnPrimaryNodeFqdn',
  'Authoritative',
  'AuthorizesRequests',
  'City',
  'ComponentName',
  'ConfiguredIPAddress',
  'ConfiguredPort',
  'CountryCode',
  'DiscoveryUrl',
  'FaultDomain',
  'GruuType',
  'InterfaceNumber',
  'IPAddress',
  'IsActive',
  'OrdinalInCluster',
  'OriginalInstance',
  'OriginalNumber',
  'OriginalOrdinalInCluster',
  'Port',
  'Protocol',
  'Range',
  'RequiresReplication',
  'RequiresSetup',
  'RoleVersion',
  'ShareName',
  'Signature',
  'State',
  'Type',
  'UpgradeDomain',
  'Url',
  'UrlPath',
  'UseBackendDatabase',
] as const;

export type AttributeName = (typeof NAME_ATTRIBUTES)[number] | (typeof DETAIL_ATTRIBUTES)[number];

/** What is kept of a document while it is parsed; the rest costs no memory. */
export interface Vocabulary {
  readonly attributes: ReadonlyMap<string, AttributeName>;
  /** Elements that are left out with all that is in them. */
  readonly ignored: ReadonlySet<string>;
  /** Elements whose character data is read. */
  readonly withText: ReadonlySet<string>;
}

/** What the naming rules look at. */
export const NAMES: Vocabulary = {
  attributes: new Map(NAME_ATTRIBUTES.map((name) => [name, name])),
  ignored: new Set([
    'Location',
    'MCUs',
    'NetInterface',
    'OverrideUrls',
    'SimpleUrlEntry',
    'UpaSeparator',
    'WebComponents',
  ]),
  withText: new Set(['Name']),
};

/** What the cmdlets that show the topology look at. */
export const DETAILS: Vocabulary = {
  attributes: new Map([...NAME_ATTRIBUTES, ...DETAIL_ATTRIBUTES].map((name) => [name, name])),
  ignored: new Set(['MCUs', 'OverrideUrls', 'UpaSeparator']),
  withText: new Set(['Name', 'Description']),
};
