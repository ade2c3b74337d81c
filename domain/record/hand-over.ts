import { z } from 'zod'
import { mostLine, mostName, mostNote, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/**
 * What goes with a patient back to the hospital's system: the last dose, what is due next, what runs, and who takes over
 * when. An empty text is "nobody wrote it down here", never "none": none is written as a word.
 */
export const HandOver = z.object({
  lastDose: typedText(mostLine),
  nextDue: typedText(mostLine),
  pumps: typedText(mostLine),
  note: typedText(mostNote),
  takenOverBy: typedText(mostName).min(1),
  takenOverAt: Instant,
})
export type HandOver = z.infer<typeof HandOver>
