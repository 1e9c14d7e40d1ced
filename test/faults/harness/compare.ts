import { DatabaseSync } from 'node:sqlite';
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
  readonly request_row: number;
  readonly keys: number;
}

/** Commands that ran in a store: how many asked a CA, and whether one of them removed requests on purpose. */
export interface Expected {
  readonly submissions: number;
  readonly cleared: boolean;
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
    const certificates = read<Certificate>(
      "select certificate.*, (select count(*) from private_key where id = private_key_id) as keys from certificate where store = 'My'",
    );
    const integrity = String(database.prepare('pragma integrity_check').get()?.['integrity_check']);
    return {
      lost: [
        ...lostEntries(rows, entries, certificates, expected),
        ...lostWords(rows, entries, certificates, expected),
      ],
      twice: askedTwice(entries, expected),
      keyless: withoutKey(rows, certificates),
      unsound: [
        ...(integrity === 'ok' ? [] : [integrity]),
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
  { cleared, acknowledged }: Expected,
): readonly string[] {
  return acknowledged.flatMap((line) => {
    switch (line.said) {
      case 'certificate':
        return certificates.some(({ thumbprint }) => thumbprint === line.thumbprint)
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
    ...certificates.filter(({ keys }) => keys !== 1).map(({ thumbprint }) => `certificate ${thumbprint}`),
    ...rows.filter(({ listed, keys }) => listed === 1 && keys !== 1).map(({ row }) => `open request ${row}`),
  ];
}
