import { KEY_ALGORITHMS } from '../domain/request/key-algorithm.ts';

/** How a parameter takes its value on the command line. */
export type ParameterKind =
  | 'switch'
  | 'boolean'
  | 'integer'
  | 'text'
  | 'fqdn'
  | 'list'
  | 'path'
  | 'keyAlgorithm'
  | 'secret';

/** The parameters of `Request-CsCertificate`, in PowerShell's spelling (domain facts 4.1). */
export const PARAMETERS = {
  New: 'switch',
  List: 'switch',
  Retrieve: 'switch',
  Clear: 'switch',
  Type: 'list',
  AllSipDomain: 'switch',
  CA: 'text',
  CaAccount: 'text',
  CaPassword: 'secret',
  City: 'text',
  ClientEKU: 'boolean',
  ComputerFqdn: 'fqdn',
  Country: 'text',
  DomainName: 'text',
  FriendlyName: 'text',
  GlobalCatalog: 'fqdn',
  GlobalSettingsDomainController: 'fqdn',
  KeyAlg: 'keyAlgorithm',
  KeySize: 'integer',
  Organization: 'text',
  OU: 'text',
  Output: 'path',
  PrivateKeyExportable: 'boolean',
  State: 'text',
  Template: 'text',
  RequestId: 'integer',
  Force: 'switch',
  Report: 'path',
  WhatIf: 'switch',
  Confirm: 'switch',
  Verbose: 'switch',
} as const satisfies Record<string, ParameterKind>;

export type ParameterName = keyof typeof PARAMETERS;

/** Short names that PowerShell itself knows. */
const ALIASES: Readonly<Record<string, ParameterName>> = { wi: 'WhatIf', cf: 'Confirm', vb: 'Verbose' };

/** Parameters that each set has besides those of every set; the set is named by its switch. */
export const PARAMETER_SETS = {
  ByNew: [
    'New',
    'Type',
    'AllSipDomain',
    'CA',
    'CaAccount',
    'CaPassword',
    'City',
    'ClientEKU',
    'ComputerFqdn',
    'Country',
    'DomainName',
    'FriendlyName',
    'GlobalCatalog',
    'GlobalSettingsDomainController',
    'KeyAlg',
    'KeySize',
    'Organization',
    'OU',
    'Output',
    'PrivateKeyExportable',
    'State',
    'Template',
  ],
  ByList: ['List', 'RequestId'],
  ByRetrieve: ['Retrieve', 'RequestId'],
  ByClear: ['Clear', 'RequestId'],
} as const satisfies Record<string, readonly ParameterName[]>;

export type ParameterSet = keyof typeof PARAMETER_SETS;

export const COMMON_PARAMETERS: readonly ParameterName[] = ['Force', 'Report', 'WhatIf', 'Confirm', 'Verbose'];

const NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];

/** A parameter by name, alias or unambiguous beginning, in any case; else why not. */
export function findParameter(text: string): ParameterName | { readonly problem: string } {
  const lower = text.toLowerCase();
  const alias = ALIASES[lower];
  if (alias !== undefined) return alias;
  const exact = NAMES.find((name) => name.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const matches = NAMES.filter((name) => name.toLowerCase().startsWith(lower));
  const [only] = matches;
  if (only === undefined) return { problem: `A parameter cannot be found that matches "-${text}".` };
  if (matches.length > 1) {
    return { problem: `The parameter "-${text}" is ambiguous: it may be ${matches.map((m) => `-${m}`).join(' or ')}.` };
  }
  return only;
}

/** The algorithm's canonical name, or undefined. */
export function keyAlgorithmNamed(text: string): (typeof KEY_ALGORITHMS)[number] | undefined {
  return KEY_ALGORITHMS.find((name) => name.toLowerCase() === text.toLowerCase());
}
