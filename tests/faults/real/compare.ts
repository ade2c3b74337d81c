/** One record as a test knows it: its marker, and everything it says, as one text. */
export type Known = { readonly marker: string; readonly says: string }

export type Compared = {
  readonly acknowledged: number
  /** Shown as saved and not there. */
  readonly lost: number
  /** There more than once. */
  readonly duplicated: number
  /** There and never typed, or saying something else than what was typed. */
  readonly invented: number
  /** There and never shown as saved: allowed, the acknowledgement died on its way. */
  readonly keptUnacknowledged: number
  readonly examples: readonly string[]
}

/** What was typed and shown as saved, against what is there after all kills. */
export function compareRecords(typed: readonly Known[], acknowledged: ReadonlySet<string>, found: readonly Known[]): Compared {
  const wanted = new Map(typed.map(({ marker, says }) => [marker, says]))
  const counts = new Map<string, number>()
  const wrong: string[] = []
  for (const { marker, says } of found) {
    counts.set(marker, (counts.get(marker) ?? 0) + 1)
    if (wanted.get(marker) !== says) wrong.push(marker)
  }
  const lost = [...acknowledged].filter((marker) => !counts.has(marker))
  const duplicated = [...counts].filter(([, times]) => times > 1).map(([marker]) => marker)
  return {
    acknowledged: acknowledged.size,
    lost: lost.length,
    duplicated: duplicated.length,
    invented: wrong.length,
    keptUnacknowledged: [...counts.keys()].filter((marker) => !acknowledged.has(marker)).length,
    examples: [...lost.map((marker) => `lost ${marker}`), ...duplicated.map((marker) => `twice ${marker}`), ...wrong.map((marker) => `not typed ${marker}`)].slice(0, 20),
  }
}
