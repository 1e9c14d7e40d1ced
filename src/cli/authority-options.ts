import { BOOK_DISPOSITIONS, type BookDisposition } from '../domain/authority/book-entry.ts';
import { parseHresult } from '../domain/authority/denial-codes.ts';
import {
  parseRevocationReason,
  REVOCATION_REASONS,
  type RevocationReason,
} from '../domain/authority/revocation-reason.ts';
import { optionText } from './command-options.ts';
import { UsageError } from './usage-error.ts';

/** Options of a command behind its words. */
export type Options = ReadonlyMap<string, string | true>;

/** `--ca`, which may be absent where the deployment has one CA. */
export function chosenAuthority(options: Options): { readonly ca?: string } {
  const ca = optionText(options.get('ca'));
  return ca === undefined ? {} : { ca };
}

/** `--disposition`, in any case. */
export function dispositionOf(text: string | undefined): BookDisposition | undefined {
  if (text === undefined) return undefined;
  const known = BOOK_DISPOSITIONS.find((name) => name === text.toLowerCase());
  if (known === undefined) throw new UsageError(`--disposition is one of ${BOOK_DISPOSITIONS.join(', ')}.`);
  return known;
}

/** `--hresult` and `--message`. */
export function denialOf(options: Options): { readonly hresult?: number; readonly message?: string } {
  const text = optionText(options.get('hresult'));
  const hresult = text === undefined ? undefined : parseHresult(text);
  if (text !== undefined && hresult === undefined) {
    throw new UsageError('--hresult is the code of a failure, such as 0x80094012.');
  }
  const message = optionText(options.get('message'));
  return { ...(hresult !== undefined && { hresult }), ...(message !== undefined && { message }) };
}

/** `--reason`, in any case. */
export function reasonOf(text: string | undefined): { readonly reason?: RevocationReason } {
  if (text === undefined) return {};
  const reason = parseRevocationReason(text);
  if (reason === undefined) throw new UsageError(`--reason is one of ${REVOCATION_REASONS.join(', ')}.`);
  return { reason };
}
