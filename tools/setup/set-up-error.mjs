/** A reason to stop that the reader can act on: shown as it is, without a stack. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';
}
