import { FRONT_END_USES, ROLLED_USE, type VerbLine } from './verb-call.ts';

export interface AssignmentRow {
  readonly scope: string;
  readonly certificate_use: string;
  readonly thumbprint: string;
  readonly previous_thumbprint: string | null;
  readonly effective_at: string | null;
}

/** The three types of a Front End at one level. */
function ofFrontEnd(rows: readonly AssignmentRow[], scope: string): readonly AssignmentRow[] {
  const uses: readonly string[] = FRONT_END_USES;
  return rows.filter((row) => row.scope === scope && uses.includes(row.certificate_use));
}

/** One command assigns all its types or none. */
export function halfAssigned(rows: readonly AssignmentRow[]): readonly string[] {
  return [...new Set(rows.map(({ scope }) => scope))].flatMap((scope) => {
    const assigned = ofFrontEnd(rows, scope);
    const certificates = new Set(assigned.map(({ thumbprint }) => thumbprint));
    const isWhole = assigned.length === 0 || (assigned.length === FRONT_END_USES.length && certificates.size === 1);
    return isWhole ? [] : [`${scope}: ${assigned.map((row) => `${row.certificate_use} ${row.thumbprint}`).join(', ')}`];
  });
}

/** What the last acknowledged command about assignments said is so. */
export function lostAssignments(rows: readonly AssignmentRow[], acknowledged: readonly VerbLine[]): readonly string[] {
  const last = acknowledged.findLast(({ said }) => /^(?:assigned|assignedGlobal|rolled|unassigned)$/.test(said));
  switch (last?.said) {
    case 'assigned':
    case 'assignedGlobal': {
      const isThere = rows.some(({ thumbprint }) => thumbprint === last.thumbprint);
      return isThere ? [] : [`the assignment of ${last.thumbprint}`];
    }
    case 'rolled': {
      const rolled = rows.find(({ certificate_use }) => certificate_use === ROLLED_USE);
      const isStaged = rolled?.thumbprint === last.thumbprint && rolled.effective_at !== null;
      return isStaged && rolled.previous_thumbprint !== null ? [] : [`the staging of ${last.thumbprint}`];
    }
    case 'unassigned': {
      const left = rows.filter(({ certificate_use }) => certificate_use !== ROLLED_USE);
      return left.map((row) => `${row.certificate_use} has ${row.thumbprint} again`);
    }
    default:
      return [];
  }
}
