/**
 * What a user or a disk can cause is a value, not an exception: the caller is made to look at it.
 * What only a programmer can cause is thrown.
 */
export type Result<Value, Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Fault }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function err<Fault>(error: Fault): { readonly ok: false; readonly error: Fault } {
  return { ok: false, error }
}

/** Ends a switch over a union: adding a member then fails to compile at every place that must decide. */
export function unreachable(value: never): never {
  throw new Error(`A case was not decided: ${typeof value}`)
}
