import type { ErasureResult, IssuedMaterial, RequestChange, StepResult } from '../domain/request/request-change.ts';
import type { FirstState, RecordedState } from '../domain/request/request-state.ts';
import type {
  Actor,
  RequestFacts,
  RequestStep,
  StoredRequest,
  StoreScope,
  TopologyStamp,
} from '../domain/request/stored-request.ts';

/** A name as the user gave it, or the first of a series that no certificate or request of the scope has. */
export type FriendlyNameChoice = { readonly given: string } | { readonly firstFree: Iterable<string> };

export interface NewRequest extends RequestFacts {
  readonly scope: StoreScope;
  readonly state: FirstState;
  readonly friendlyName: FriendlyNameChoice;
  /** Encrypted PKCS#8, PEM. */
  readonly privateKey: string;
  /** PKCS#10, DER. */
  readonly requestDer: Uint8Array;
  /** For a request that waits from its first moment: see RequestChange. */
  readonly placeholder?: Uint8Array;
}

/** The requests of this deployment and machine. A promise resolves when the change is durable, not before. */
export interface RequestStore {
  prepare(request: NewRequest, by: Actor): Promise<StoredRequest>;
  transition(request: StoredRequest, to: RecordedState, change: RequestChange, by: Actor): Promise<StepResult>;
  /** Request to `imported`, My entry with the key, Root and CA entries: one transaction. */
  recordIssued(request: StoredRequest, issued: IssuedMaterial, by: Actor): Promise<StepResult>;
  /** To `cleared`: archived, the key destroyed. */
  clear(request: StoredRequest, by: Actor): Promise<ErasureResult>;
  /** To `failed`: archived, the key destroyed; the user has been or is being told why. */
  fail(request: StoredRequest, change: RequestChange, by: Actor): Promise<ErasureResult>;
  /** What -List shows, oldest first. */
  listOpen(scope: StoreScope, requestId?: number): Promise<readonly StoredRequest[]>;
  /** The same in pages, for lists that are passed on as they are read. */
  openPages(scope: StoreScope, requestId?: number): AsyncIterable<readonly StoredRequest[]>;
  /** Of every scope: those nobody was asked about yet, oldest first. */
  listPrepared(): Promise<readonly StoredRequest[]>;
  /** Any request that is not archived, imported ones too. */
  find(scope: StoreScope, requestId: number): Promise<StoredRequest | undefined>;
  /** The request that the certificate with this thumbprint came from, the newest where there are several. */
  findByThumbprint(scope: StoreScope, thumbprint: string): Promise<StoredRequest | undefined>;
  history(request: StoredRequest): Promise<readonly RequestStep[]>;
  /** The topology of the newest request under this deployment id, whatever its machine. */
  lastTopology(deployment: string): Promise<TopologyStamp | undefined>;
}
