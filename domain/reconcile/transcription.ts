import { z } from 'zod'
import { EntryId, PatientId } from '../ids.ts'
import { HospitalId } from '../identity/claim.ts'
import type { Words } from '../patient/wareki.ts'
import { mostLine, mostName, typedText } from '../text.ts'

/** What somebody did with a record on its way into the hospital's system. Stored: add, never rename. */
export const TranscriptionStep = z.enum(['begun', 'transcribed', 'checked', 'not-needed'])
export type TranscriptionStep = z.infer<typeof TranscriptionStep>

export const stepWords = {
  begun: { ja: '転記を始めた', en: 'begun' },
  transcribed: { ja: '転記した', en: 'typed' },
  checked: { ja: '照合した', en: 'checked' },
  'not-needed': { ja: '対象外とした', en: 'not needed' },
} as const satisfies Record<TranscriptionStep, Words>

/** Records typed into the hospital's system, or on the way there. Several at once where one screen there takes them together. */
export const RecordTranscribed = z
  .object({
    of: z.array(EntryId).min(1).max(500),
    step: TranscriptionStep,
    /** The patient's number in the hospital's system it was typed under; null for what belongs to no patient. */
    target: HospitalId.nullable(),
    /** A remark; of `not-needed` the reason, which is never empty. */
    note: typedText(mostLine),
  })
  .refine(({ step, note }) => step !== 'not-needed' || note.trim() !== '')
export type RecordTranscribed = z.infer<typeof RecordTranscribed>

/** A sheet of paper that was written meanwhile: a line of its own, so that the count of what is to be transcribed closes. */
export const SheetListed = z.object({
  title: typedText(mostName).min(1),
  pages: z.number().int().min(1).max(999),
  /** When it was written, as whoever lists it puts it: 「11/20〜11/23」. */
  written: typedText(mostLine),
  patient: PatientId.nullable(),
})
export type SheetListed = z.infer<typeof SheetListed>
