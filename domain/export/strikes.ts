import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import { takesHold } from '../record/strike.ts'
import { struckWith, type Struck } from '../view/chart.ts'

/** Every line that holds, by the entry it goes through; of several the first one drawn. As in a chart, for the whole log at once. */
export function struckEntries(entries: readonly Entry[]): ReadonlyMap<EntryId, Struck> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const struck = new Map<EntryId, Struck>()
  for (const entry of entries) {
    if ((entry.kind !== 'entry-struck' && entry.kind !== 'ward-line-struck') || struck.has(entry.body.struck)) continue
    const target = byId.get(entry.body.struck)
    if (target === undefined || !takesHold(entry, target)) continue
    struck.set(target.id, struckWith(entry))
  }
  return struck
}
