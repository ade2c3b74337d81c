/**
 * JSON on one line in which the same value always gives the same text: members of objects in the order of
 * their names, whatever order a form or a file had them in.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** What a text of a foreign file says as JSON; null where it is none: no reader of ours takes null for anything. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // fromEntries makes own members of any name; assigning would lose one called __proto__.
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, sorted(part)]))
}
