import { ASSIGNMENT_BEHAVIOURS } from './assignment-behaviours.ts';
import { CERTIFICATE_STORE_BEHAVIOURS } from './certificate-store-behaviours.ts';
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

const NAMES = 'test/domain/names';

/** Everything that is emulated, and how sure it is. `docs/fidelity.md` is made from it. */
export const FIDELITY: readonly Behaviour[] = [
  {
    area: 'Names',
    behaviour: '-DomainName entries come first, in the caller’s order; equal names stay once in the first casing',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015',
    proof: `${NAMES}/transcript-vectors.test.ts`,
  },
  {
    area: 'Names',
    behaviour:
      'Front End, all three types: subject is the pool; names are pool, computer, simple URLs in stored order, LyncdiscoverInternal, external web services, Lyncdiscover',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015; console pictures of the Lync 2013 preview',
    proof: `${NAMES}/transcript-vectors.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'a single web services type has its part of that list, in the same order',
    grade: 'inferred',
    source: 'grouping that explains the transcripts',
    proof: `${NAMES}/roles-and-types.test.ts`,
  },
  {
    area: 'Names',
    behaviour:
      'Director, Mediation, Branch Appliance, trusted application and Persistent Chat pools: pool and computer',
    grade: 'documented',
    source: 'certificate requirements of the planning pages',
    proof: `${NAMES}/document-vectors.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'Edge, Internal: the subject is the internal pool FQDN and there is no alternative name',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015',
    policy: 'omitSubjectOnlyNamesOnEdge',
    proof: `${NAMES}/policies.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'internal types keep the subject among the alternative names even when it is the only one',
    grade: 'documented',
    source: 'certificate requirements of the planning pages',
    policy: 'omitSubjectOnlyNamesInternally',
    proof: `${NAMES}/policies.test.ts`,
  },
  {
    area: 'Names',
    behaviour:
      'Edge, external types together: subject is the Access Edge FQDN; names are Access Edge and Web Conferencing',
    grade: 'documented',
    source: 'certificate summary pages; one transcript with all FQDNs alike',
    proof: `${NAMES}/roles-and-types.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'AudioVideoAuthentication alone has the internal Edge pool FQDN as subject',
    grade: 'inferred',
    source: 'a book’s description of the wizard',
    policy: 'audioVideoEdgeSubject',
    proof: `${NAMES}/policies.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'OAuthTokenIssuer: the subject is the default SIP domain',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015; console pictures of the Lync 2013 preview',
    proof: `${NAMES}/transcript-vectors.test.ts`,
  },
  {
    area: 'Names',
    behaviour: '-AllSipDomain adds the Autodiscover names of every SIP domain, and never sip.<domain>',
    grade: 'inferred',
    source: 'transcripts against the help page; scripts that add sip.<domain> by hand',
    policy: 'sipDomainNames',
    proof: `${NAMES}/policies.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'External on an Edge is read as AccessEdgeExternal',
    grade: 'inferred',
    source: 'a gateway vendor’s guide',
    policy: 'externalAsAccessEdge',
    proof: `${NAMES}/policies.test.ts`,
  },
  {
    area: 'Names',
    behaviour: 'simple URLs of the computer’s site replace the global ones',
    grade: 'inferred',
    source: 'scopes of the SimpleUrl configuration',
    proof: `${NAMES}/simple-urls.test.ts`,
  },
  {
    area: 'Names',
    behaviour:
      'a type that the computer’s roles do not need is an InvalidOperationException that begins “The computer does not need a certificate”',
    grade: 'transcript',
    source: 'error handling of a published script',
    proof: `${NAMES}/certificate-not-needed.test.ts`,
  },
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
    area: 'Certification authority',
    behaviour: '-CA finds an authority in any case, its host also by the short name where only one can be meant',
    grade: 'transcript',
    source: 'command lines of the product’s pages with short hosts',
    proof: 'test/domain/authority/configuration-string.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'WebServer: two years, RSA of 2048 bits or more, server authentication only, subject from the request',
    grade: 'Microsoft',
    source: 'dumps of the default template',
    proof: 'test/engine/authority/templates.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'a template’s usages replace the requested ones; a warning says so (the product is silent)',
    grade: 'Microsoft',
    source: 'behaviour of an Enterprise CA',
    proof: 'test/engine/authority/templates.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'certificates begin ten minutes back and end with the CA’s own at the latest',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015',
    proof: 'test/engine/authority/embedded-authority.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'a template that is not published is “Denied by Policy Module 0x80094800, …” as a CertificateException',
    grade: 'transcript',
    source: 'error handling of a published script; a support article',
    proof: 'test/engine/authority/verdicts.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'the root is named after the CA and its host’s domain; RSA-2048, SHA-256, ten years',
    grade: 'inferred',
    source: 'names of Enterprise CAs in transcripts',
    proof: 'test/engine/authority/root.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'every certificate carries a comment extension that says it is emulated (the product has none)',
    grade: 'inferred',
    source: 'our own addition',
    proof: 'test/engine/authority/embedded-authority.test.ts',
  },
  {
    area: 'Cmdlet',
    behaviour: 'four parameter sets, chosen by mandatory switches at position 1; types, names and positions',
    grade: 'documented',
    source: 'help pages of Lync Server 2013 and Skype for Business Server',
    proof: 'test/powershell/binding.test.ts',
  },
  {
    area: 'Cmdlet',
    behaviour: 'no prompt without -Confirm',
    grade: 'transcript',
    source: 'console pictures; unattended scripts',
    proof: 'test/powershell/streams.test.ts',
  },
  {
    area: 'Cmdlet',
    behaviour:
      'errors end the statement, with the prefix “Command execution failed: ” in ErrorDetails and the inner exception’s type',
    grade: 'transcript',
    source: 'error handling of published scripts',
    proof: 'test/powershell/binding.test.ts',
  },
  {
    area: 'Cmdlet',
    behaviour: 'neither or both of -CA and -Output: ArgumentException',
    grade: 'inferred',
    source: 'nothing was seen',
    proof: 'test/end-to-end/errors.test.ts',
  },
  {
    area: 'Objects',
    behaviour: 'CertificateReference: twelve properties in this order, list view',
    grade: 'transcript',
    source: 'console pictures; deployment logs',
    proof: 'test/end-to-end/examples.test.ts',
  },
  {
    area: 'Objects',
    behaviour: 'the eighth property is EffectiveDate, with EffectiveTime as a hidden alias property',
    grade: 'inferred',
    source: 'the 2012 console says EffectiveTime, the 2015 log EffectiveDate',
    proof: 'test/powershell/binding.test.ts',
  },
  {
    area: 'Objects',
    behaviour: 'an offline request comes out as an object with RequestStatus Offline',
    grade: 'transcript',
    source: 'a published script; the other properties are inferred',
    proof: 'test/end-to-end/examples.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour: 'verbose lines, host line and object in the order of the console',
    grade: 'transcript',
    source: 'console pictures of the Lync 2013 preview; lines about single names are ours',
    proof: 'test/end-to-end/streams-and-objects.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour: 'the XML log: elements, texts, tabs, encoding, times',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015',
    proof: 'test/engine/report-xml.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour:
      'the page: title, columns, order, ids, result words; HTML5 without script instead of the product’s script',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015',
    proof: 'test/engine/report-html.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour: 'two closing warnings after a failure',
    grade: 'inferred',
    source: 'other deployment cmdlets',
    proof: 'test/end-to-end/errors.test.ts',
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
    source: 'help page’s example 224; the negative numbers are ours',
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
  {
    area: 'Certification authority',
    behaviour: 'Taken Under Submission; Denied by and Revoked by DOMAIN\\user; Resubmitted by',
    grade: 'Microsoft',
    source: 'disposition messages of AD CS; the last two from general knowledge',
    proof: 'test/engine/authority/verdicts.test.ts',
  },
  {
    area: 'Certification authority',
    behaviour: 'a revocation list holds for one week; a scripted revocation says so in its message',
    grade: 'inferred',
    source: 'the default of AD CS; the words are ours',
    proof: 'test/engine/authority/revocation-list.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour: 'frames of the stack trace of a failed request',
    grade: 'inferred',
    source: 'names of classes in the logs of the sibling cmdlet',
    proof: 'test/engine/verbs/new-request.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour:
      'without “product” in deployment.json the words are those of Lync Server 2013, whatever the topology’s version',
    grade: 'inferred',
    source: 'our own choice',
    proof: 'test/engine/deployment.test.ts',
  },
  ...ASSIGNMENT_BEHAVIOURS,
  ...TOPOLOGY_BEHAVIOURS,
  ...CERTIFICATE_STORE_BEHAVIOURS,
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
  ...SURROUNDINGS_BEHAVIOURS,
];
