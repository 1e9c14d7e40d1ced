import { ASSIGNMENT_BEHAVIOURS } from './assignment-behaviours.ts';
import { AUTHORITY_BEHAVIOURS } from './authority-behaviours.ts';
import { CERTIFICATE_STORE_BEHAVIOURS } from './certificate-store-behaviours.ts';
import { CMDLET_BEHAVIOURS } from './cmdlet-behaviours.ts';
import { IMPORT_BEHAVIOURS } from './import-behaviours.ts';
import { NAMES_BEHAVIOURS } from './names-behaviours.ts';
import { REQUEST_BEHAVIOURS } from './request-behaviours.ts';
import { SURROUNDINGS_BEHAVIOURS } from './surroundings-behaviours.ts';
import { TOPOLOGY_BEHAVIOURS } from './topology-behaviours.ts';

/** How sure we are that the product does it. */
export type Grade = 'documented' | 'transcript' | 'Microsoft' | 'inferred';

/** One emulated behaviour. */
export interface Behaviour {
  readonly area: Area;
  readonly behaviour: string;
  readonly grade: Grade;
  /** Where the rule comes from. */
  readonly source: string;
  /** The switch of `policies` that reads it the other way. */
  readonly policy?: string;
  /** Test file that shows it, from the project's root. */
  readonly proof: string;
}

export type Area =
  | 'Names'
  | 'Request'
  | 'Certification authority'
  | 'Cmdlet'
  | 'Objects'
  | 'Streams and logs'
  | 'Life of a request'
  | 'Assignment'
  | 'Topology'
  | 'Import'
  | 'Certificate stores'
  | 'Surroundings';

/** Everything that is emulated, and how sure it is. `docs/fidelity.md` is made from it. */
export const FIDELITY: readonly Behaviour[] = [
  ...NAMES_BEHAVIOURS,
  ...REQUEST_BEHAVIOURS,
  ...AUTHORITY_BEHAVIOURS,
  ...CMDLET_BEHAVIOURS,
  ...ASSIGNMENT_BEHAVIOURS,
  ...TOPOLOGY_BEHAVIOURS,
  ...CERTIFICATE_STORE_BEHAVIOURS,
  ...IMPORT_BEHAVIOURS,
  ...SURROUNDINGS_BEHAVIOURS,
];
