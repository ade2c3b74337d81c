import type { AuditFilter } from '#domain/audit/audit-filter.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import css from './audit.module.css'

/** What was typed, before it is a filter: a day that is not one stays in its box, with a sentence. */
export type Asked = { readonly who: string; readonly whose: string; readonly from: string; readonly to: string; readonly envelope: string }

export const nothingAsked: Asked = { who: '', whose: '', from: '', to: '', envelope: '' }

/** Person, patient, days and envelope, all of them together; typed, because a ward knows numbers and names by heart. */
export function FilterBar({ asked, onAsked, filter, hasPatients, shown, of }: {
  readonly asked: Asked
  readonly onAsked: (asked: Asked) => void
  readonly filter: AuditFilter
  /** False where the acts are about no patient. */
  readonly hasPatients: boolean
  readonly shown: number
  readonly of: number
}) {
  const say = useWords(words).search
  const bad = (typed: string, read: unknown): { readonly kind: 'bad'; readonly words: string } | null => (typed.trim() !== '' && read === null ? { kind: 'bad', words: say.notADay } : null)
  return (
    <div className={css['search']} role="search" aria-label={say.label}>
      <Field label={say.who} value={asked.who} onChange={(who) => onAsked({ ...asked, who })} width={10} />
      {hasPatients && <Field label={say.whose} value={asked.whose} onChange={(whose) => onAsked({ ...asked, whose })} width={10} />}
      <Field label={say.from} value={asked.from} onChange={(from) => onAsked({ ...asked, from })} width={7} says={bad(asked.from, filter.from)} />
      <Field label={say.to} value={asked.to} onChange={(to) => onAsked({ ...asked, to })} width={7} says={bad(asked.to, filter.to)} />
      <Field label={say.envelope} kind="digits" value={asked.envelope} onChange={(envelope) => onAsked({ ...asked, envelope })} width={3} />
      <p className={css['counted']} role="status">{say.counted(shown, of)}</p>
      {Object.values(asked).some((typed) => typed !== '') && <Button size="small" onPress={() => onAsked(nothingAsked)}>{say.clear}</Button>}
    </div>
  )
}
