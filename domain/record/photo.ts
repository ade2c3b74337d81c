import { z } from 'zod'
import { Sha256 } from '../ids.ts'
import { mostLine, typedText } from '../text.ts'

/** What a photo shows. Stored: add, never rename. */
export const PhotoOf = z.enum(['face', 'tag', 'belongings', 'features', 'document', 'wound', 'paper'])
export type PhotoOf = z.infer<typeof PhotoOf>

/** The picture itself is a sealed file beside the journal, named by its hash; here stands what it is. */
export const Photo = z.object({
  file: Sha256,
  bytes: z.number().int().min(1),
  of: PhotoOf,
  caption: typedText(mostLine),
})
export type Photo = z.infer<typeof Photo>
