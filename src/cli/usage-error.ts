import { displayText } from '../domain/display-text.ts';

/** A command line that cannot be understood; its message is the whole text for the user, safe to show. */
export class UsageError extends Error {
  constructor(message: string) {
    super(displayText(message));
  }
}
