import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { CalendarDate } from '#domain/time.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { LabelFields } from './label-fields.tsx'
import { readCount, readLabels, type LabelSettings } from './label-settings.ts'
import { words } from './words.ts'
import css from './paper.module.css'

const what = ['band-a4', 'band-roll', 'bed-card', 'specimens', 'documents'] as const
export type Paper = (typeof what)[number]

/** The most labels of one patient in one print. */
const mostCopies = 200

/** What of one patient is printed, and on which paper. */
export function PatientPaper({ row, today, bandsBefore, settings, onSettings, onPrint, onTest, onByHand, onBack }: {
  readonly row: KnownRow
  readonly today: CalendarDate
  readonly bandsBefore: number
  readonly settings: LabelSettings
  readonly onSettings: (settings: LabelSettings) => void
  readonly onPrint: (paper: Paper, copies: number) => void
  readonly onTest: () => void
  readonly onByHand: () => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.patient
  const [paper, setPaper] = useState<Paper>('band-a4')
  const [copies, setCopies] = useState('6')
  const isLabel = paper === 'specimens' || paper === 'documents'
  const many = isLabel ? readCount(copies, mostCopies) : 1
  const canPrint = many !== null && (!isLabel || readLabels(settings) !== null)
  const print = (): void => {
    if (canPrint) onPrint(paper, many)
  }
  return (
    <Screen
      label={say.title} pace="spacious" keys={{ onSave: print, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.recorded}</FootNote>
          <FootEnd>
            <Button onPress={onByHand}>{say.byHand}</Button>
            <Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} onPress={print} offBecause={canPrint ? null : many === null ? all.labels.copiesBad(mostCopies) : all.labels.mend}>{say.print}</Button>
          </FootEnd>
        </>
      }
    >
      <section className={css['page']} aria-label={say.title}>
        <h2 className={css['question']}>{say.title}</h2>
        <RowLine row={row} today={today} />
        <Choice label={say.what} options={what.map((value) => ({ value, label: say.kinds[value] }))} value={paper} onChange={setPaper} autoFocus />
        {(paper === 'band-a4' || paper === 'band-roll') && bandsBefore > 0 && <p><StateWord is="warn">{say.again(bandsBefore)}</StateWord></p>}
        {isLabel && (
          <>
            <Field label={all.labels.copies} kind="digits" width={4} value={copies} onChange={setCopies} says={many === null ? { kind: 'bad', words: all.labels.copiesBad(mostCopies) } : null} />
            <LabelFields settings={settings} onSettings={onSettings} />
            <p><Button size="small" onPress={onTest}>{all.labels.test}</Button></p>
          </>
        )}
      </section>
    </Screen>
  )
}
