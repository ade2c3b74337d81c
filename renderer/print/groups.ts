import type { SealedCode } from '#domain/access/code.ts'

/** A code's groups for cells: the last symbol of each is its check symbol and gets a box of its own. */
export function codeCells(code: SealedCode): readonly { readonly symbols: readonly string[]; readonly check: string }[] {
  return code.split('-').map((group) => ({ symbols: Array.from(group.slice(0, -1)), check: group.slice(-1) }))
}

const secretHead = 'AGE-SECRET-KEY-1'

/** An age secret key for cells: the head that all such keys share, and the rest in fours. Head and groups joined are the key. */
export function secretCells(secret: string): { readonly head: string; readonly groups: readonly string[] } {
  const head = secret.startsWith(secretHead) ? secretHead : ''
  return { head, groups: secret.slice(head.length).match(/.{1,4}/g) ?? [] }
}
