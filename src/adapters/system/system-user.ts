import { userInfo } from 'node:os';

/** The account's name; empty where the system has none for its number. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
