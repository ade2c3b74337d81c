import { z } from 'zod'
import { mostNote, typedText } from '../text.ts'

/** A value of a form: closed to what prints and exports plainly. A list holds the codes of what was ticked. */
export const FormValue = z.union([typedText(mostNote), z.number(), z.boolean(), z.null(), z.array(z.string().max(100)).max(60)])
export type FormValue = z.infer<typeof FormValue>

export const FormId = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const FieldName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,40}$/)
export const FormValues = z.record(FieldName, FormValue)
export type FormValues = z.infer<typeof FormValues>
