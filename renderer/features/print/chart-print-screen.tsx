import { Printer } from 'lucide-react'
import { useState } from 'react'
import { sheetForms } from '#domain/print/form.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice, Several } from '#renderer/ui/choice.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { words } from './words.ts'
import css from './print.module.css'

/** Sheets of one patient's chart, in the order of a ward's folder. */
export const chartSheets = ['orders', 'medication', 'flowsheet', 'nursing-note', 'fluids', 'exams', 'transfusion', 'form-record'] as const
export type ChartSheetName = (typeof chartSheets)[number]
export type ChartPrint = { readonly sheets: readonly ChartSheetName[]; readonly filled: 'all' | 'recent' | 'blank' }

/** Which sheets, and filled with what. */
export function ChartPrintScreen({ row, today, isRead, onPrint, onBack }: {
  readonly row: KnownRow
  readonly today: CalendarDate
  /** False while the records are still being read. */
  readonly isRead: boolean
  readonly onPrint: (print: ChartPrint) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const language = useLanguage()
  const [sheets, setSheets] = useState<readonly ChartSheetName[]>(['orders', 'medication', 'flowsheet', 'nursing-note'])
  const [filled, setFilled] = useState<ChartPrint['filled']>('all')
  const offBecause = sheets.length === 0 ? say.chart.none : isRead || filled === 'blank' ? null : say.chart.reading
  const print = (): void => {
    if (offBecause === null) onPrint({ sheets, filled })
  }
  return (
    <Screen
      label={say.title}
      pace="spacious"
      keys={{ onSave: print, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.chart.ledger}</FootNote>
          <FootEnd><Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} autoFocus onPress={print} offBecause={offBecause}>{say.chart.print}</Button></FootEnd>
        </>
      }
    >
      <section className={css['page']} aria-label={say.chart.title}>
        <h2 className={css['question']}>{say.chart.title}</h2>
        <RowLine row={row} today={today} />
        <Several label={say.chart.what} options={chartSheets.map((value) => ({ value, label: sheetForms[value].label[language] }))} values={sheets} onChange={setSheets} />
        <Choice label={say.chart.filled} options={(['all', 'recent', 'blank'] as const).map((value) => ({ value, label: say.chart[value] }))} value={filled} onChange={setFilled} />
      </section>
    </Screen>
  )
}
