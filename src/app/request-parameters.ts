import type { KeyAlgorithm } from '../domain/request/key-algorithm.ts';

/** A path parameter: as typed, and as the caller's shell resolved it. */
export interface PathArgument {
  readonly given: string;
  readonly path: string;
  /** `FileSystem`, or the provider that owns the path. */
  readonly provider: string;
  /** Folder of an emulated Windows drive that the path must not leave. */
  readonly driveRoot?: string;
}

/** Parameters that every parameter set has. */
export interface CommonParameters {
  readonly Force?: boolean;
  readonly Report?: PathArgument;
}

/** Bound parameters of `-New`, by their documented names (domain facts 4.1). */
export interface NewRequestParameters extends CommonParameters {
  readonly Type: readonly string[];
  readonly AllSipDomain?: boolean;
  readonly CA?: string;
  readonly CaAccount?: string;
  readonly CaPassword?: string;
  readonly City?: string;
  readonly ClientEKU?: boolean;
  readonly ComputerFqdn?: string;
  readonly Country?: string;
  readonly DomainName?: string;
  readonly FriendlyName?: string;
  readonly GlobalCatalog?: string;
  readonly GlobalSettingsDomainController?: string;
  readonly KeyAlg?: KeyAlgorithm;
  readonly KeySize?: number;
  readonly Organization?: string;
  readonly OU?: string;
  readonly Output?: PathArgument;
  readonly PrivateKeyExportable?: boolean;
  readonly State?: string;
  readonly Template?: string;
}

/** Bound parameters of `-List`, `-Retrieve` and `-Clear`. */
export interface TrackedRequestParameters extends CommonParameters {
  readonly RequestId?: number;
}
