import { z } from 'zod'
import { StaffNumber } from '../ids.ts'
import { mostName, typedText } from '../text.ts'

/** The professions the ward chooses from; outside the list is `other` with the word in the name. */
export const Profession = z.enum(['doctor', 'nurse', 'midwife', 'pharmacist', 'technician', 'clerk', 'other'])
export type Profession = z.infer<typeof Profession>

/** Who did it. People, not accounts, are authors; the name is kept beside the number so paper can be read alone. */
export const Person = z.object({
  staffNumber: StaffNumber,
  name: typedText(mostName).min(1),
  profession: Profession,
})
export type Person = z.infer<typeof Person>
