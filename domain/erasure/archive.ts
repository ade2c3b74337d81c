import { z } from 'zod'
import { Sha256 } from '../ids.ts'
import type { Words } from '../patient/wareki.ts'
import { mostName, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/** The first and the second place where the whole signed, encrypted export of an emergency is kept. */
export const Medium = z.union([z.literal(1), z.literal(2)])
export type Medium = z.infer<typeof Medium>
export const media = [1, 2] as const satisfies readonly Medium[]

/** Why both copies lie on one device. Stored: add, never rename. */
export const OneDeviceReason = z.enum(['none-at-hand', 'to-be-moved'])
export type OneDeviceReason = z.infer<typeof OneDeviceReason>
export const oneDeviceWords = {
  'none-at-hand': { ja: 'もう1つの媒体が手元にない', en: 'No second medium is at hand' },
  'to-be-moved': { ja: 'あとで別の媒体に移す', en: 'It will be moved to another medium' },
} as const satisfies Record<OneDeviceReason, Words>

/** What somebody wrote on a medium, and where it will be kept. */
const ArchiveLabel = z.object({ label: typedText(mostName).min(1), place: typedText(mostName).min(1) })
export const ArchiveLabels = z.object({ media: z.tuple([ArchiveLabel, ArchiveLabel]) })
export type ArchiveLabels = z.infer<typeof ArchiveLabels>

const count = z.number().int().min(0)

/** An archive as it was read back and proved. `upTo`: the last frame of the journal it holds. */
export const Archive = z.object({ medium: Medium, sha256: Sha256, bytes: count, upTo: count, oneDevice: OneDeviceReason.nullable(), at: Instant })
export type Archive = z.infer<typeof Archive>

/** An incident's archives, newest of each medium, and the last record there is. */
export const Archives = z.object({ archives: z.array(Archive).max(2), lastRecord: count })
export type Archives = z.infer<typeof Archives>

/** A record written behind its end is not in an archive: then it counts no more. Rule ERASE-1. */
export function holdsEverything({ upTo }: Pick<Archive, 'upTo'>, { lastRecord }: Pick<Archives, 'lastRecord'>): boolean {
  return upTo >= lastRecord
}

/** The media on which nothing that counts lies. */
export function missingMedia(kept: Archives): readonly Medium[] {
  return media.filter((medium) => !kept.archives.some((archive) => archive.medium === medium && holdsEverything(archive, kept)))
}
