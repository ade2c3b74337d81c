/** What a command says and how it ends: 0 in order, 1 something is wrong with what was looked at, 2 the command was not understood. */
export type Outcome = { readonly code: 0 | 1 | 2; readonly lines: readonly string[] }

export function understood(ok: boolean, lines: readonly string[]): Outcome {
  return { code: ok ? 0 : 1, lines }
}

export function misunderstood(...lines: readonly string[]): Outcome {
  return { code: 2, lines }
}
