import type { Behaviour } from './table.ts';

const NAMES = 'test/domain/names';

/** What stands in a certificate: subject and alternative names. */
export const NAMES_BEHAVIOURS: readonly Behaviour[] = [
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
];
