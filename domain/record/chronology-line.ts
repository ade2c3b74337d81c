import { z } from 'zod'
import { mostName, mostNote, typedText } from '../text.ts'

/** How a message came. Stored: add, never rename. */
export const ChronologyMeans = z.enum(['spoken', 'phone', 'radio', 'fax', 'paper', 'satellite', 'runner'])
export type ChronologyMeans = z.infer<typeof ChronologyMeans>

/** What it is. Stored: add, never rename. */
export const ChronologyKind = z.enum(['information', 'request', 'order', 'report', 'decision'])
export type ChronologyKind = z.infer<typeof ChronologyKind>

/** One line of the chronology as somebody wrote it: one fact, numbers and names in full. `from` and `to` are people or places. */
export const ChronologyLine = z.object({
  from: typedText(mostName),
  to: typedText(mostName),
  means: ChronologyMeans,
  lineKind: ChronologyKind,
  content: typedText(mostNote).min(1),
})
export type ChronologyLine = z.infer<typeof ChronologyLine>
