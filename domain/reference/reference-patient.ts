import { z } from 'zod'
import { Birth, Sex } from '../patient/birth.ts'
import { mostLine, mostName, typedText } from '../text.ts'
import { CalendarDate } from '../time.ts'

/**
 * A patient as the hospital's own system knew them before the emergency. Texts stand byte for byte as they came; nothing is
 * normalised (神 U+FA19 stays U+FA19). Where a source does not divide a name, the whole of it is the family name.
 */
export const ReferencePatient = z.object({
  /** As the hospital writes it: leading zeros are part of it. */
  hospitalId: typedText(40).min(1),
  family: typedText(mostName),
  given: typedText(mostName),
  familyKana: typedText(mostName),
  givenKana: typedText(mostName),
  sex: Sex,
  birth: Birth,
  phone: typedText(40),
  /** Of the census; null: not in the hospital when it was taken. */
  stay: z.object({ ward: typedText(mostName), bed: typedText(mostName), admittedOn: CalendarDate.nullable() }).nullable(),
  /** Null: the source says nothing of allergies. Never the same as "none". */
  allergies: z.array(z.object({ substance: typedText(mostLine).min(1), note: typedText(mostLine) })).max(100).nullable(),
})
export type ReferencePatient = z.infer<typeof ReferencePatient>
