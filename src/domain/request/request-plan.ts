import type { DistinguishedName } from '../x500/distinguished-name.ts';
import type { KeyAlgorithm, RsaKeySize } from './key-algorithm.ts';

/** Who asks, as the client-info attribute of a Microsoft request says it (MS-WCCE 2.2.2.7.4). */
export interface ClientInfo {
  /** FQDN of the machine. */
  readonly machine: string;
  /** `DOMAIN\user`. */
  readonly user: string;
  /** File name of the program. */
  readonly process: string;
}

/** All that goes into a certificate signing request, before there is a key. */
export interface RequestPlan {
  readonly subject: DistinguishedName;
  /** DNS names in the order of the extension; none gives a request without the extension. */
  readonly alternativeNames: readonly string[];
  readonly keyAlgorithm: KeyAlgorithm;
  /** Bits of an RSA key; without meaning for the ECDH algorithms, whose name fixes the curve. */
  readonly keySize: RsaKeySize;
  /** Asks for the client authentication usage besides server authentication (`-ClientEKU`). */
  readonly clientAuthentication: boolean;
  /** Template name for the extension 1.3.6.1.4.1.311.20.2, or undefined for a CA that does not know templates. */
  readonly template: string | undefined;
  /** Only for AD CS: these names would otherwise leak to strangers (certificate authorities 2.2). */
  readonly clientInfo: ClientInfo | undefined;
}
