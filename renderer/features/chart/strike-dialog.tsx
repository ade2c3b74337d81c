import { useState } from 'react'
import { checkText, mostLine } from '#domain/text.ts'
import { tokyoParts, type CalendarDate } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { dayOfWeek } from '#renderer/ui/moment.ts'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { Chips } from './chips.tsx'
import { EntryText } from './entry-text.tsx'
import { shownPerson } from './people.ts'
import { words } from './words.ts'
import css from './dialogs.module.css'

/** Asks for the reason before a line is drawn through a record. Nothing is erased, and the reason stays with it. */
export function StrikeDialog({ row, target, today, reason, onReason, isHeld = false, saved, onStrike, onCancel }: {
  readonly row: PatientRow
  readonly target: ChartRow
  readonly today: CalendarDate
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** It says who the patient is, and blood runs. */
  readonly isHeld?: boolean
  readonly saved: Saved
  readonly onStrike: (reason: string) => void
  readonly onCancel: () => void
}) {
  const say = useWords(words).strike
  const textFaults = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const checked = checkText(reason, mostLine)
  const says: FieldSays | null = !checked.ok
    ? { kind: 'bad', words: textFaultSentence(checked.error, textFaults) }
    : isTried && reason.trim() === ''
      ? { kind: 'bad', words: say.reasonEmpty }
      : isHeld
        ? { kind: 'bad', words: say.transfusionRuns }
        : null
  const act = (): void => {
    setTried(true)
    if (checked.ok && reason.trim() !== '' && saved.kind !== 'saving') onStrike(reason)
  }
  const { date, hhmm } = tokyoParts(target.entry.at)
  return (
    <Dialog
      title={say.title}
      width="wide"
      onCancel={onCancel}
      onAct={act}
      cancel={<Button autoFocus keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={act}>{say.act}</Button>}
    >
      <div className={css['body']}>
        <RowLine row={row} today={today} />
        <blockquote className={css['target']}>
          <b>{dayOfWeek(date, language)} {hhmm}</b> <EntryText entry={target.entry} placeOf={nowhere} row={target} />
          <div className={css['who']}><Written>{shownPerson(target.entry.by, language)}</Written></div>
        </blockquote>
        <p>{say.consequence}</p>
        <Field label={say.reason} value={reason} onChange={onReason} most={mostLine} says={says} />
        <Chips label={say.reason} words={Object.values(say.reasons)} value={reason} onChoose={onReason} />
        <SavedState saved={saved} />
      </div>
    </Dialog>
  )
}

/** The record stands alone here. */
const nowhere = (): null => null
