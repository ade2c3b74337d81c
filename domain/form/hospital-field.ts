import { z } from 'zod'
import { mostName, typedText } from '../text.ts'
import { FieldName, FormId } from './value.ts'

/** A field that the hospital adds to a form: label, type, unit, range, and nothing more. Its name begins with `own`, so that it never meets one of ours. */
export const HospitalField = z.object({
  name: FieldName.regex(/^own/),
  label: typedText(mostName).min(1),
  type: z.enum(['line', 'text', 'number', 'yes-no', 'choice']),
  unit: typedText(20),
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** Of a choice: its words, which are its codes too. */
  options: z.array(typedText(mostName).min(1)).max(20),
}).refine(({ least, most }) => least === null || most === null || least <= most)
  .refine(({ type, options }) => (type === 'choice') === (options.length >= 2) && new Set(options).size === options.length)
export type HospitalField = z.infer<typeof HospitalField>

/** A version of a form's definition: every field of the hospital's that it has from now on. Records of before keep the version they were written with. */
export const FormExtended = z.object({ definition: FormId, version: z.number().int().min(2), fields: z.array(HospitalField).max(30) })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length)
export type FormExtended = z.infer<typeof FormExtended>
