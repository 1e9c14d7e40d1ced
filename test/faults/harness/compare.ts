import { DatabaseSync } from 'node:sqlite';
import { type AssignmentRow, halfAssigned, lostAssignments } from './compare-assignments.ts';
import type { VerbLine } from './verb-call.ts';

/** What is wrong after a crash and what followed it; the sentences say which row. */
export interface Damage {
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly keyless: readonly string[];
  /** The store itself. */
  readonly unsound: readonly string[];
}

interface Row {
  readonly row: number;
  readonly state: string;
  readonly listed: number;
  readonly request_id: number | null;
  readonly ca_request_id: string;
  readonly request_sha256: string;
  readonly private_key_id: number | null;
  readonly thumbprint: string | null;
  readonly keys: number;
}

interface Entry {
  readonly request_number: number;
  readonly request_sha256: string;
  readonly disposition: string;
}

interface Certificate {
  readonly thumbprint: string;
  readonly store: string;
  readonly request_row: number;
  readonly removed_at: string | null;
  readonly keys: number;
}

/** Commands that ran in a store: how many asked a CA, and whether one of them removed requests on purpose. */
export interface Expected {
  readonly submissions: number;
  readonly cleared: boolean;
  /** Thumbprints that a command takes out of My. */
  readonly taken?: readonly string[];
  readonly acknowledged: readonly VerbLine[];
}

/** Compares the store with the CA's own book, with no code of the product. */
export function compareWithBook(path: string, expected: Expected): Damage {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const read = <Item>(sql: string) => database.prepare(sql).all() as unknown as readonly Item[];
    const rows = read<Row>(
      'select request.*, (select count(*) from private_key where id = private_key_id) as keys from request',
    );
    const entries = read<Entry>('select request_number, request_sha256, disposition from authority_entry');
    const all = read<Certificate>(
      'select certificate.*, (select count(*) from private_key where id = private_key_id) as keys from certificate',
    );
    const certificates = all.filter(({ store }) => store === 'My');
    const assignments = read<AssignmentRow>('select * from assignment');
    const integrity = String(database.prepare('pragma integrity_check').get()?.['integrity_check']);
    return {
      lost: [
        ...lostEntries(rows, entries, certificates, expected),
        ...lostWords(rows, entries, certificates, expected),
        ...lostAssignments(assignments, expected.acknowledged),
        ...lostChanges(all, expected.acknowledged),
      ],
      twice: askedTwice(entries, expected),
      keyless: withoutKey(rows, certificates),
      unsound: [
        ...(integrity === 'ok' ? [] : [integrity]),
        ...halfAssigned(assignments),
        ...rows
          .filter(({ state }) => /^(?:prepared|submitting)$/.test(state))
          .map(({ row, state }) => `request ${row} is still ${state}`),
      ],
    };
  } finally {
    database.close();
  }
}

/** Whatever the CA has on its book is either a certificate here, or open here with its key, or was told or removed. */
function lostEntries(
  rows: readonly Row[],
  entries: readonly Entry[],
  certificates: readonly Certificate[],
  { cleared }: Expected,
): readonly string[] {
  return entries.flatMap(({ request_number, request_sha256, disposition }) => {
    const row = rows.find((candidate) => candidate.request_sha256 === request_sha256);
    const name = `the CA's request ${request_number} (${disposition})`;
    if (row === undefined) return [`${name} is unknown here`];
    const imported = certificates.some((certificate) => certificate.request_row === row.row);
    if (row.state === 'imported') return imported ? [] : [`${name} is imported, but there is no certificate`];
    if (row.listed === 1) return [];
    const mayBeGone = disposition === 'denied' || disposition === 'revoked' || cleared;
    return mayBeGone ? [] : [`${name} is ${row.state} here`];
  });
}

/** What a user was told stays true. */
function lostWords(
  rows: readonly Row[],
  entries: readonly Entry[],
  certificates: readonly Certificate[],
  { cleared, taken = [], acknowledged }: Expected,
): readonly string[] {
  return acknowledged.flatMap((line) => {
    switch (line.said) {
      case 'certificate':
        return certificates.some(
          ({ thumbprint, removed_at }) =>
            thumbprint === line.thumbprint && (removed_at === null || taken.includes(thumbprint)),
        )
          ? []
          : [`certificate ${line.thumbprint}`];
      case 'request': {
        // An archived row has given up its RequestId, but still knows the CA's.
        const found = rows.some(
          (row) => [row.request_id, -row.row].includes(line.requestId) || row.ca_request_id === String(line.requestId),
        );
        return found || cleared ? [] : [`request ${line.requestId}`];
      }
      case 'settled': {
        const entry = entries.find(({ request_number }) => request_number === line.number);
        return entry === undefined || entry.disposition === 'pending' ? [`the decision on ${line.number}`] : [];
      }
      default:
        return [];
    }
  });
}

function askedTwice(entries: readonly Entry[], { submissions }: Expected): readonly string[] {
  const digests = new Set(entries.map(({ request_sha256 }) => request_sha256));
  const twice = entries.length > digests.size ? ['the CA has one request in two rows'] : [];
  return entries.length > submissions ? [...twice, `${submissions} commands, ${entries.length} requests`] : twice;
}

function withoutKey(rows: readonly Row[], certificates: readonly Certificate[]): readonly string[] {
  return [
    ...certificates
      .filter(({ keys, removed_at }) => keys !== 1 && removed_at === null)
      .map(({ thumbprint }) => `certificate ${thumbprint}`),
    ...rows.filter(({ listed, keys }) => listed === 1 && keys !== 1).map(({ row }) => `open request ${row}`),
  ];
}

/** A certificate that was taken away is gone with its key; one that was moved is where it should be, with its key. */
function lostChanges(all: readonly Certificate[], acknowledged: readonly VerbLine[]): readonly string[] {
  return acknowledged.flatMap((line) => {
    if (line.said !== 'taken' && line.said !== 'moved') return [];
    const here = all.filter(({ thumbprint }) => thumbprint === line.thumbprint);
    const inMy = here.filter(({ store, removed_at }) => store === 'My' && removed_at === null);
    if (inMy.length > 0) return [`${line.said} ${line.thumbprint} is in My`];
    if (line.said === 'taken')
      return here.every(({ keys }) => keys === 0) ? [] : [`the key of ${line.thumbprint} stays`];
    const moved = here.some(({ store, removed_at, keys }) => store === 'CA' && removed_at === null && keys === 1);
    return moved ? [] : [`moved ${line.thumbprint} is not in CA with its key`];
  });
}
