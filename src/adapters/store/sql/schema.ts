import type { Generated, Selectable } from 'kysely';

/** Text columns ending in `_json` hold JSON, those ending in `_at` UTC in ISO 8601, flags are 0 or 1. */
export interface StoreSchema {
  request: RequestTable;
  request_step: RequestStepTable;
  private_key: PrivateKeyTable;
  pending_erasure: PendingErasureTable;
  certificate: CertificateTable;
  assignment: AssignmentTable;
  assignment_step: AssignmentStepTable;
  key_protection: KeyProtectionTable;
  authority_book: AuthorityBookTable;
  authority_entry: AuthorityEntryTable;
  authority_submission: AuthoritySubmissionTable;
}

/** Deployment and machine are in lower case, so that they compare without case. */
interface RequestTable {
  row: Generated<number>;
  deployment: string;
  machine: string;
  state: string;
  /** What -List shows: kept beside the state so that an index serves it. */
  listed: number;
  archived: number;
  /** The CA's number where it became the RequestId; null: minus `row`. */
  request_id: number | null;
  ca: string;
  ca_request_id: string;
  template: string;
  uses_json: string;
  subject: string;
  alternative_names_json: string;
  friendly_name: string;
  key_algorithm: string;
  exportable: number;
  output: string;
  request_der: Uint8Array;
  request_sha256: string;
  spki_sha256: string;
  topology_path: string;
  topology_sha256: string;
  disposition_json: string | null;
  poll_json: string | null;
  thumbprint: string | null;
  private_key_id: number | null;
  prepared_by_json: string;
  updated_by_json: string;
}

interface RequestStepTable {
  step: Generated<number>;
  request_row: number;
  from_state: string | null;
  to_state: string;
  by_json: string;
}

interface PrivateKeyTable {
  id: Generated<number>;
  /** Encrypted PKCS#8. */
  pem: string;
}

/** Keys deleted from `private_key` whose bytes may still be in the write-ahead log. */
interface PendingErasureTable {
  private_key_id: number;
}

interface CertificateTable {
  entry: Generated<number>;
  deployment: string;
  machine: string;
  store: string;
  thumbprint: string;
  certificate_der: Uint8Array;
  friendly_name: string;
  private_key_id: number | null;
  exportable: number;
  request_row: number | null;
  added_at: string;
  /** Taken out of its store; null while it is in it. */
  removed_at: string | null;
  /** Who removed, restored or renamed it last; null where nobody has. */
  updated_by_json: string | null;
}

/** Which certificate a use has; the scope is empty for the global one, else the machine. */
interface AssignmentTable {
  deployment: string;
  scope: string;
  certificate_use: string;
  thumbprint: string;
  previous_thumbprint: string | null;
  effective_at: string | null;
  /** In whose store the certificate is. */
  machine: string;
}

/** One change of an assignment; without a thumbprint the use has no certificate any more. */
interface AssignmentStepTable {
  step: Generated<number>;
  deployment: string;
  scope: string;
  certificate_use: string;
  thumbprint: string | null;
  previous_thumbprint: string | null;
  effective_at: string | null;
  by_json: string;
}

/** One row at most. */
interface KeyProtectionTable {
  only: number;
  source: string;
  salt: string;
  key_check: string;
}

/** What follows plays other servers: it is never read or written in one transaction with the tables above. */
interface AuthorityBookTable {
  book: Generated<number>;
  deployment: string;
  /** In lower case. */
  config: string;
  last_request_number: Generated<number>;
  last_list_number: Generated<number>;
  protected_key: string | null;
  certificate_der: Uint8Array | null;
}

interface AuthorityEntryTable {
  book: number;
  request_number: number;
  request_sha256: string;
  disposition: string;
  hresult: number;
  message: string;
  warnings_json: string;
  certificate_der: Uint8Array | null;
  serial_number: string | null;
  template: string;
  requester: string;
  entered_at: string;
  subject: string;
  alternative_names_json: string;
  thumbprint: string | null;
  resolved_at: string | null;
  revocation_reason: string | null;
  revoked_at: string | null;
  polls: Generated<number>;
  /** While pending. */
  request_der: Uint8Array | null;
}

interface AuthoritySubmissionTable {
  book: number;
  /** Empty for the CA's own count, else the template in lower case. */
  counter: string;
  submissions: number;
}

export type RequestRow = Selectable<RequestTable>;
export type AssignmentRow = Selectable<AssignmentTable>;
export type CertificateRow = Selectable<CertificateTable>;
export type AuthorityEntryRow = Selectable<AuthorityEntryTable>;
