import type { Behaviour } from './table.ts';

/** Request-CsCertificate as a cmdlet: parameters, objects, streams and logs. */
export const CMDLET_BEHAVIOURS: readonly Behaviour[] = [
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
    behaviour: '-Report with a folder: the pair goes into it under a name of its own',
    grade: 'inferred',
    source: 'our own reading; the pages ask for the full path of a file',
    proof: 'test/engine/files/log-files.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour: 'two closing warnings after a run with warnings; -Force keeps them verbose',
    grade: 'Microsoft',
    source: 'the planning page on testing setup permissions, of another deployment cmdlet',
    proof: 'test/end-to-end/assignment.test.ts',
  },
  {
    area: 'Streams and logs',
    behaviour: 'two closing warnings after a failure, and after errors that did not end the run',
    grade: 'inferred',
    source: 'other deployment cmdlets',
    proof: 'test/end-to-end/errors.test.ts',
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
];
