/** Params of a call that do not fit their schema (JSON-RPC 2.0, Invalid params). */
export class InvalidParams extends Error {
  override readonly name = 'InvalidParams';
}

/** By name, since each bundle has a class of its own. */
export function isInvalidParams(thrown: unknown): thrown is InvalidParams {
  return thrown instanceof Error && thrown.name === 'InvalidParams';
}
