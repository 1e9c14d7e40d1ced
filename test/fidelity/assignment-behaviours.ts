import type { Behaviour } from './table.ts';

/** The cmdlets that assign certificates to services. */
export const ASSIGNMENT_BEHAVIOURS: readonly Behaviour[] = [
  {
    area: 'Assignment',
    behaviour:
      'Set: revocation, warning on the subject, both names as computed without -DomainName, then for each type what was there, key file, permissions, store, bindings, the assigned lines',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'Set: two lines to the host for each type; another subject is a warning, missing alternative names are not',
    grade: 'transcript',
    source: 'console pictures of the Lync 2013 preview; deployment logs of Skype for Business Server 2015',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'the arguments of netsh behind the port, the line about a certificate that was assigned before, and the roles that have port 444',
    grade: 'inferred',
    source: 'the logs show a first assignment of a Front End and an Edge',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'one object for each use, in the order of the enumeration; a use without a certificate gives nothing',
    grade: 'transcript',
    source: 'console pictures of the Lync 2013 preview',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'OAuthTokenIssuer is assigned for the deployment with or without -Identity Global; other types there only with it',
    grade: 'inferred',
    source: 'planning pages; deployment logs without -Identity',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: '-Type may be absent: the uses of the reference, or of the request that the certificate came from',
    grade: 'inferred',
    source: 'the page lists -Type as optional',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'a replaced certificate is the previous one; one is kept for each use',
    grade: 'documented',
    source: 'staging pages of the product',
    proof: 'test/engine/store/sql-assignments.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'assigned but missing or untrusted: a non-terminating error that begins with “Assigned certificate not found or untrusted”; an expired certificate is shown',
    grade: 'inferred',
    source: 'working scripts look for the words',
    proof: 'test/engine/assignment/set-and-get.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'assigned and without its private key by now: shown, with a warning; Test warns likewise',
    grade: 'inferred',
    source: 'no source shows it',
    proof: 'test/engine/assignment/set-and-get.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'a certificate that an embedded CA has revoked is assigned with a warning',
    grade: 'inferred',
    source: 'no log shows a revoked certificate',
    proof: 'test/engine/assignment/set-and-get.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'Lync Server 2010: a CertificateReference of eight properties, and -NetportId',
    grade: 'documented',
    source: 'the page on checking server certificates; the cmdlets’ pages',
    proof: 'test/engine/assignment/set-and-get.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'a key that is not in a CryptoAPI container: Lync Server fails with “The buffer supplied to a function was too small.”, Skype for Business Server takes it',
    grade: 'transcript',
    source: 'a field report on Lync Server 2013; deployment logs of Skype for Business Server 2015',
    proof: 'test/engine/assignment/refused.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      '-Roll needs -EffectiveDate; a successor that comes less than 8 (AudioVideoAuthentication) or 24 hours (OAuthTokenIssuer) before the end gives a warning',
    grade: 'documented',
    source: 'the cmdlet’s page; staging pages of the product',
    proof: 'test/engine/assignment/rolling.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'an effective date of the last 24 hours is in effect at once; an older one is an ArgumentException',
    grade: 'inferred',
    source: 'no source shows it; dates of scripts may pass while they run',
    proof: 'test/engine/assignment/rolling.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: '-EffectiveDate without -Roll stages the certificate in the same way; bindings follow on the date',
    grade: 'inferred',
    source: 'the page says when a certificate can first be used',
    proof: 'test/engine/assignment/rolling.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'no key, a CA’s certificate, outside its validity, another store: an error; a chain without a trusted root: a warning',
    grade: 'inferred',
    source: 'no source shows it',
    proof: 'test/engine/assignment/refused.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'a certificate below a public CA is trusted without its root in the store Root',
    grade: 'inferred',
    source: 'Windows brings the roots of public CAs; here they are those of Node',
    proof: 'test/engine/assignment/public-roots.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'Remove unassigns and leaves the certificate in the store; -Previous takes the one before; in use: a question, not with -Force',
    grade: 'documented',
    source: 'the cmdlet’s page',
    proof: 'test/engine/assignment/remove.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'Remove where nobody can answer goes on with a warning; without -Type it takes all of the computer',
    grade: 'inferred',
    source: 'field scripts expect no question; the page leaves it open',
    proof: 'test/engine/assignment/remove.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'a certificate that was only staged is removed without a question, and the one in effect stays; one that is in effect stays so when it is staged again',
    grade: 'inferred',
    source: 'staging pages of the product: tokens need a certificate at any time',
    proof: 'test/domain/assignment/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'the log of Remove: the lines of Set the other way round; the actions of Get, Remove and Test are named like that of Set',
    grade: 'inferred',
    source: 'no log of these cmdlets is known',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'Test puts out CertificateExists with thumbprint and use for each use that has a certificate',
    grade: 'documented',
    source: 'the cmdlet’s page',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'a certificate whose revocation list cannot be reached: three lines of information in the log',
    grade: 'transcript',
    source: 'deployment logs of Skype for Business Server 2015 (an Edge)',
    proof: 'test/end-to-end/assignment-of-foreign.test.ts',
  },
  {
    area: 'Assignment',
    behaviour: 'a certificate that is signed with RSASSA-PSS gives a warning',
    grade: 'inferred',
    source: 'the planning pages call it unsupported; what Set does about it is not known',
    proof: 'test/end-to-end/assignment-of-foreign.test.ts',
  },
  {
    area: 'Assignment',
    behaviour:
      'a certificate of the deployment shows on the computers that need its use: an Edge Server has no OAuthTokenIssuer',
    grade: 'transcript',
    source: 'sample report of a published script, which lists the uses of an Edge Server',
    proof: 'test/compatibility/idioms.test.ts',
  },
];
