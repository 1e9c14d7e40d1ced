import type { Area, Behaviour, Grade } from './table.ts';

const GRADES: Readonly<Record<Grade, string>> = {
  documented: 'said by the product’s own pages',
  transcript: 'seen in a transcript, log, picture or working script',
  Microsoft: 'shown by another Microsoft source',
  inferred: 'inferred; no source shows it',
};

/** The text of `docs/fidelity.md`. */
export function renderFidelity(table: readonly Behaviour[]): string {
  const areas = [...new Set(table.map(({ area }) => area))];
  const counts = Object.entries(GRADES).map(
    ([grade, text]) => `| ${grade} | ${text} | ${table.filter((row) => row.grade === grade).length} |`,
  );
  return `${[
    '# What is emulated, and how sure',
    'Made from `test/fidelity/table.ts` by `node test/fidelity/write.ts`; a test compares the two.',
    ['| grade | meaning | behaviours |', '|---|---|---|', ...counts].join('\n'),
    'A behaviour with a switch is read the other way by `policies` in `deployment.json` ([deployment.md](deployment.md)).',
    ...areas.flatMap((area) =>
      renderArea(
        area,
        table.filter((row) => row.area === area),
      ),
    ),
    '## What is not emulated',
    'The other cmdlets of the product, the Central Management Store itself, Active Directory, and certification authorities other than the embedded one. PowerShell says that such a command is not there.',
  ].join('\n\n')}\n`;
}

function renderArea(area: Area, rows: readonly Behaviour[]): readonly string[] {
  const lines = rows.map(
    ({ behaviour, grade, source, policy, proof }) =>
      `| ${behaviour} | ${grade} | ${source} | ${policy === undefined ? '' : `\`${policy}\``} | \`${proof}\` |`,
  );
  return [
    `## ${area}`,
    ['| behaviour | grade | source | switch | shown by |', '|---|---|---|---|---|', ...lines].join('\n'),
  ];
}
