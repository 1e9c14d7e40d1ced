import type { Behaviour } from './table.ts';

/** Import-CsCertificate. */
export const IMPORT_BEHAVIOURS: readonly Behaviour[] = [
  {
    area: 'Import',
    behaviour:
      'Import-CsCertificate: parameter sets Local (default) and CMS, names, types and positions; nothing on the pipeline',
    grade: 'documented',
    source: 'page of Import-CsCertificate',
    proof: 'test/end-to-end/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      'a certificate joins the key of the offline or pending request that it answers, and takes the friendly name of the request',
    grade: 'documented',
    source: 'page of Import-CsCertificate; working scripts; the name: inferred',
    proof: 'test/engine/import/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      'the key is found by the public key; a certificate that is renewed with its key, or whose certificate was removed, finds it again',
    grade: 'inferred',
    source: 'what Windows does when a certificate is accepted',
    proof: 'test/engine/import/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour: 'a .pfx brings its key, exportable only with -PrivateKeyExportable $true',
    grade: 'transcript',
    source: 'working scripts; the page speaks of the Network Service account',
    proof: 'test/engine/import/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour: 'servers’ certificates go to My, roots to Root, other CAs to CA, whatever the kind of the file',
    grade: 'inferred',
    source: 'what Windows does when it chooses the store by itself',
    proof: 'test/engine/import/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      'a leaf that no key waits for goes to My without one, with a warning; names that differ from the request are a warning too',
    grade: 'inferred',
    source: 'our own choice',
    proof: 'test/engine/import/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour: 'nothing is assigned without -Identity and -Type',
    grade: 'documented',
    source: 'page of Import-CsCertificate',
    proof: 'test/end-to-end/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      '-Identity Global -Type imports and assigns the one certificate with a key, after one question for both; Set-CsCertificate -Path does the same',
    grade: 'inferred',
    source: 'parameters of the page',
    proof: 'test/end-to-end/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      'a private key in PEM beside a certificate is left alone; a certificate that stays without a key: a warning',
    grade: 'inferred',
    source: 'Windows imports keys from PKCS #12 only',
    proof: 'test/engine/import/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour: '-Roll without -EffectiveDate fails; without -Type the date has no effect, and a warning says so',
    grade: 'documented',
    source: 'page of Import-CsCertificate; the warning: our own choice',
    proof: 'test/end-to-end/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      'a wrong password is a CryptographicException with the text and the code of Windows; a SecureString becomes the name of its type',
    grade: 'Microsoft',
    source: 'text of the system error 86; type of -Password on the page; that the cmdlet passes it on: inferred',
    proof: 'test/end-to-end/import-certificate.test.ts',
  },
  {
    area: 'Import',
    behaviour:
      'what a file is, is told by its content: X.509, PKCS #7, PKCS #12, binary or text, old and new encryption',
    grade: 'inferred',
    source: 'what Windows reads',
    proof: 'test/interop/certificate-files.test.ts',
  },
  {
    area: 'Import',
    behaviour: 'its log: an action Import Certificate with the lines of an import that Request-CsCertificate writes',
    grade: 'inferred',
    source: 'log of Set-CsCertificate, whose action has a name; log of Request-CsCertificate',
    proof: 'test/end-to-end/import-certificate.test.ts',
  },
];
