import type { Behaviour } from './table.ts';

/** Requests, and what becomes of them. */
export const REQUEST_BEHAVIOURS: readonly Behaviour[] = [
  {
    area: 'Request',
    behaviour: 'RSA with 2048 bits by default; 1024, 2048 and 4096 are valid',
    grade: 'documented',
    source: 'help page; the default is the wizard’s',
    proof: 'test/end-to-end/examples.test.ts',
  },
  {
    area: 'Request',
    behaviour: 'ECDH_P256, P384 and P521 give requests signed with ECDSA, as CNG keys do both',
    grade: 'Microsoft',
    source: 'behaviour of CNG key handles',
    proof: 'test/engine/request/encode-request.test.ts',
  },
  {
    area: 'Request',
    behaviour:
      'subject text CN, OU, O, L, S, C; encoded with C first and CN last; values with commas in quotation marks',
    grade: 'transcript',
    source: 'console pictures of the Lync 2013 preview; encoding as Windows writes it',
    proof: 'test/engine/request/subject-text.test.ts',
  },
  {
    area: 'Request',
    behaviour: 'server authentication always, client authentication with -ClientEKU $true',
    grade: 'documented',
    source: 'certificate requirements for internal servers',
    proof: 'test/engine/request/encode-request.test.ts',
  },
  {
    area: 'Request',
    behaviour: 'template name, CSP and OS version as the attributes of a Microsoft request',
    grade: 'Microsoft',
    source: 'MS-WCCE and a dump of a request made by CertEnroll; the product’s own request was never seen',
    proof: 'test/engine/request/encode-request.test.ts',
  },
  {
    area: 'Request',
    behaviour: 'offline file: NEW CERTIFICATE REQUEST, 64 columns, CR LF',
    grade: 'inferred',
    source: 'what certreq writes; no file of the product was seen',
    proof: 'test/engine/request/request-pem.test.ts',
  },
  {
    area: 'Request',
    behaviour: 'alternative names over 4096 bytes are refused with the CA database’s message',
    grade: 'transcript',
    source: 'a published error report',
    proof: 'test/domain/linter/linter.test.ts',
  },
  {
    area: 'Life of a request',
    behaviour: 'a revoked request makes -Retrieve fail until -Clear -RequestId removes it',
    grade: 'documented',
    source: 'help page',
    proof: 'test/engine/retrieve/life-of-a-request.test.ts',
  },
  {
    area: 'Life of a request',
    behaviour: '-List shows what is open; an imported, reported or cleared request leaves it',
    grade: 'inferred',
    source: 'one script’s use of -List',
    proof: 'test/engine/retrieve/life-of-a-request.test.ts',
  },
  {
    area: 'Life of a request',
    behaviour: 'RequestId is the CA’s number; where there is none, a negative number of the store',
    grade: 'inferred',
    source: 'help page’s example with the number 224; the negative numbers are ours',
    proof: 'test/engine/store/request-store-conformance.ts',
  },
  {
    area: 'Life of a request',
    behaviour: 'a pending request comes out as an object with RequestStatus Pending and no thumbprint',
    grade: 'inferred',
    source: 'the shape of -List and the wizard’s page',
    proof: 'test/powershell/emulator-walk.test.ts',
  },
  {
    area: 'Life of a request',
    behaviour: 'an unknown number on -Retrieve: 0x80094004, “The requested property value is empty.”',
    grade: 'Microsoft',
    source: 'MS-CSRA; clients of AD CS',
    proof: 'test/engine/retrieve/life-of-a-request.test.ts',
  },
];
