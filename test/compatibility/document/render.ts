import { type Idiom, SECTIONS, type Section } from '../idioms/idiom.ts';
import type { CmdletState } from './cmdlets.ts';
import type { Surrounding } from './surroundings-table.ts';

export interface CompatibilityTables {
  readonly product: readonly CmdletState[];
  readonly windows: readonly CmdletState[];
  readonly idioms: readonly Idiom[];
  readonly surroundings: readonly Surrounding[];
}

/** The text of `docs/compatibility.md`. */
export function renderCompatibility({ product, windows, idioms, surroundings }: CompatibilityTables): string {
  const parts = [
    '# What scripts find here',
    'Scripts for Lync Server 2010 to Skype for Business Server 2019 run as they are, up to the cmdlets that have nothing to do with certificates. Made from the tables in `test/compatibility` by `node test/compatibility/document/write.ts`; tests compare the two, hold the parameters against PowerShell and run every script that is named.',
    '## Cmdlets',
    'In the modules `Lync` and `SkypeForBusiness`, by any of their names and paths. Common parameters are PowerShell’s own.',
    cmdletTable(product, 'as in the product'),
    'In the module `PKI`, on hosts that have none of their own:',
    cmdletTable(windows, 'as on Windows'),
    '## Idioms',
    'Each is a script in `test/compatibility/scripts`, run as a file against a deployment of its own.',
    ...SECTIONS.flatMap((section) => idiomTable(section, idioms)),
    '## Around the cmdlets',
    table(
      ['what', 'state', 'how'],
      surroundings.map(({ what, state, how }) => [what, state, how]),
    ),
    'The error contract is in `test/compatibility/error-contract.ts`, the servers of every role under both names of the module in `test/compatibility/matrix`, and what 200 renewals in one session cost in `test/compatibility/renewals.test.ts`.',
  ];
  return `${parts.join('\n\n')}\n`;
}

function cmdletTable(cmdlets: readonly CmdletState[], heading: string): string {
  const rows = cmdlets.map(({ cmdlet, parameters, differs = {}, absent = [], note }) => {
    const different = Object.entries(differs).map(([name, how]) => `\`-${name}\`: ${how}`);
    return [
      `\`${cmdlet}\``,
      parameters.map((name) => `\`-${name}\``).join(' '),
      [...different, ...(note === undefined ? [] : [note])].join('; '),
      absent.map((name) => `\`-${name}\``).join(' '),
    ];
  });
  return table(['cmdlet', heading, 'differs', 'absent'], rows);
}

function idiomTable(section: Section, idioms: readonly Idiom[]): readonly string[] {
  const rows = idioms
    .filter((idiom) => idiom.section === section)
    .map(({ idiom, differs, script }) => [idiom, differs ?? 'as in the product', `\`${script}.ps1\``]);
  return [`### ${section}`, table(['idiom', 'state', 'script'], rows)];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
