import { FileText } from 'lucide-react'
import type { PatientId } from '#domain/ids.ts'
import { toComplete, type ToComplete } from '#domain/patient/mass-intake.ts'
import type { CalendarDate } from '#domain/time.ts'
import { triageOf } from '#domain/view/ward.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import type { ReactNode } from 'react'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { toCompleteWords } from '#renderer/ui/to-complete-words.ts'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { words } from './words.ts'
import css from './completion.module.css'

/** Who still wants a name, an age or a bed, in the order they came; and the form of the one that was chosen. */
export function Completion({ rows, chosen, today, onChoose, onOpenChart, onBack, form, foot, onSave }: {
  /** Everybody with something to complete, and the chosen one also without. */
  readonly rows: readonly KnownRow[]
  readonly chosen: KnownRow | null
  readonly today: CalendarDate
  readonly onChoose: (patient: PatientId) => void
  readonly onOpenChart: (patient: PatientId) => void
  readonly onBack: () => void
  readonly form: ReactNode
  readonly foot: ReactNode
  readonly onSave: (() => void) | null
}) {
  const say = useWords(words)
  const missing = useWords(toCompleteWords)
  return (
    <Screen
      label={say.title}
      keys={{ onBack, ...(onSave === null ? {} : { onSave }) }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          {chosen !== null && <Button icon={FileText} onPress={() => onOpenChart(chosen.id)}>{say.chart}</Button>}
          <FootEnd>{foot}</FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <Section title={say.title} note={say.note(rows.filter((row) => toComplete(row, triageOf(row)).length > 0).length)} grows>
          {rows.length === 0 ? <Empty title={say.none}>{say.noneNext}</Empty> : (
            <ul className={css['list']}>
              {rows.map((row) => (
                <li key={row.id}>
                  <button type="button" className={css['one']} aria-pressed={chosen?.id === row.id} onClick={() => onChoose(row.id)}>
                    <TriageMark category={triageOf(row)} size="small" />
                    <b>{row.registered.number}</b>
                    <Missing of={toComplete(row, triageOf(row))} say={missing} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <div className={css['right']}>
          {chosen === null ? <p className={css['choose']}>{say.choose}</p> : (
            <Section title={say.of(chosen.registered.number)} note={say.stays}>
              <RowLine row={chosen} today={today} />
              {form}
            </Section>
          )}
        </div>
      </div>
    </Screen>
  )
}

function Missing({ of, say }: { readonly of: readonly ToComplete[]; readonly say: Readonly<Record<ToComplete, string>> }) {
  return of.length === 0 ? null : <Badge look="strong">{of.map((one) => say[one]).join('・')}</Badge>
}
