import type { Behaviour } from './table.ts';

/** What the embedded certification authorities answer. */
export const AUTHORITY_BEHAVIOURS: readonly Behaviour[] = [
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
];
