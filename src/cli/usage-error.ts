/** A command line that cannot be understood; its message is the whole text for the user. */
export class UsageError extends Error {}
