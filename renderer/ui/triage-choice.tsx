import type { TriageCategory } from '#domain/triage/category.ts'
import { Choice } from './choice.tsx'
import type { FieldSays } from './field.tsx'
import { TriageMark } from './triage-mark.tsx'

const categories = ['I', 'II', 'III', '0'] as const satisfies readonly TriageCategory[]

/** Four big keys with shape, numeral, colour and word; 1–4 choose while the group has the focus. Nothing is ever preselected. */
export function TriageChoice({ label, hint = null, isLabelHidden = false, value, onChange, says = null, autoFocus = false }: {
  readonly label: string
  readonly hint?: string | null
  readonly isLabelHidden?: boolean
  readonly value: TriageCategory | null
  readonly onChange: (category: TriageCategory) => void
  readonly says?: FieldSays | null
  readonly autoFocus?: boolean
}) {
  return (
    <Choice
      label={label} hint={hint} isLabelHidden={isLabelHidden} look="big" value={value} onChange={onChange} says={says} autoFocus={autoFocus}
      options={categories.map((category) => ({ value: category, label: <TriageMark category={category} words="full" size="large" /> }))}
    />
  )
}
