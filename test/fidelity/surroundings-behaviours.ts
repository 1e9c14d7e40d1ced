import type { Behaviour } from './table.ts';

/** What scripts find around the cmdlets on a server. */
export const SURROUNDINGS_BEHAVIOURS: readonly Behaviour[] = [
  {
    area: 'Surroundings',
    behaviour:
      'the modules lie below C:\\Program Files\\Common Files, in a folder of the product’s version: Lync of 2010 and 2013, SkypeForBusiness of 2015 and 2019',
    grade: 'transcript',
    source: 'published scripts',
    proof: 'test/end-to-end/windows-paths.test.ts',
  },
  {
    area: 'Surroundings',
    behaviour:
      'the variables of a session: COMPUTERNAME, USERDOMAIN and USERDNSDOMAIN in upper case, the first two with at most 15 characters',
    grade: 'Microsoft',
    source: 'documentation of Windows: environment variables, NetBIOS names',
    proof: 'test/domain/windows/session-variables.test.ts',
  },
  {
    area: 'Surroundings',
    behaviour: 'the administrative share of a drive is the drive where the server is the computer that is played',
    grade: 'Microsoft',
    source: 'documentation of Windows: administrative shares',
    proof: 'test/engine/files/shares.test.ts',
  },
];
