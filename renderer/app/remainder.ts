/**
 * What a form still holds that was not in it when its save began. A slow disk takes a second and nobody stops typing
 * for it: text that stood there is taken away, what came before or behind it stays, and a box that reads otherwise
 * now stays as it is. Values are records of texts, as drafts are.
 */
export function remainder<Value>(saved: Value, now: Value, empty: Value): Value {
  if (Object.is(saved, now)) return empty
  if (typeof saved === 'string' && typeof now === 'string') return textLeft(saved, now) as Value // a text is left of a text
  if (!isRecord(saved) || !isRecord(now) || !isRecord(empty)) return now
  return Object.fromEntries(Object.keys(now).map((key) => [key, remainder(saved[key], now[key], empty[key])])) as Value // the same keys
}

function textLeft(saved: string, now: string): string {
  if (now.startsWith(saved)) return now.slice(saved.length)
  return now.endsWith(saved) ? now.slice(0, now.length - saved.length) : now
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
