/** A certificate of a file, with what the file says belongs to it. */
export interface FileCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Empty where the file names none. */
  readonly friendlyName: string;
  /** DER of PKCS#8, checked to be the certificate's own; undefined where the file holds none. */
  readonly privateKey: Uint8Array | undefined;
}

/** What a certificate file turned out to be, whatever its name ends in. */
export type CertificateFileFormat = 'X.509' | 'PKCS #7' | 'PKCS #12';

export interface CertificateFile {
  readonly format: CertificateFileFormat;
  /** At least one, each of them once, in the order of the file. */
  readonly certificates: readonly FileCertificate[];
  /** It also holds a private key in PEM, which Windows leaves alone, and so does this product. */
  readonly holdsUnreadKey: boolean;
}

export interface CertificateFileContent {
  /** How errors name the file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a PKCS#12; undefined and empty mean the same. */
  readonly password: string | undefined;
}

/** Largest certificate file, in bytes. */
export const CERTIFICATE_FILE_LIMIT = 4 * 1024 * 1024;

/** Reads certificate files. Errors `CertificateFilePasswordWrong`, `CertificateFileInvalid`. */
export interface CertificateFileReader {
  read(content: CertificateFileContent): Promise<CertificateFile>;
}
