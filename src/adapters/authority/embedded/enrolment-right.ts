import { isSameAccount } from '../../../domain/authority/account-name.ts';
import type { AccountConfiguration } from '../../../domain/deployment/deployment.ts';
import type { Submission } from '../../../ports/certificate-authority.ts';

/**
 * Whether the CA takes requests from this caller. Without accounts everybody may enrol; with accounts the given or the
 * logged-on user has to be one of them. A password that an account names has to match; else any non-empty one does.
 */
export function mayEnrol(accounts: readonly AccountConfiguration[] | undefined, submission: Submission): boolean {
  const { credentials, requester } = submission;
  if (credentials?.password === '') {
    return false;
  }
  if (accounts === undefined || accounts.length === 0) {
    return true;
  }
  const account = accounts.find(({ name }) => isSameAccount(name, credentials?.account ?? requester));
  return account !== undefined && (account.password === undefined || account.password === credentials?.password);
}
