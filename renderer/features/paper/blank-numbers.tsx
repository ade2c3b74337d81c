import { Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { NumbersSetAside } from '#domain/number/blank.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import table from '#renderer/ui/table.module.css'
import { LabelFields } from './label-fields.tsx'
import { readLabels, type LabelSettings } from './label-settings.ts'
import { words } from './words.ts'
import css from './paper.module.css'

const counts = ['6', '12', '24', '48'] as const

export type ShownRange = { readonly range: NumbersSetAside; readonly first: string; readonly last: string; readonly used: number; readonly voided: number; readonly of: number }

/** Numbers for a registration that begins on paper: set aside first, then printed; what became of them is seen here. */
export function BlankNumbers({ voiding, ranges, isSaving, settings, onSettings, onTake, onPrint, onTest, onBack }: {
  /** What became of bands that nobody wears and nobody may. */
  readonly voiding: ReactNode
  /** Newest first. */
  readonly ranges: readonly ShownRange[]
  readonly isSaving: boolean
  readonly settings: LabelSettings
  readonly onSettings: (settings: LabelSettings) => void
  readonly onTake: (many: number) => void
  readonly onPrint: (range: NumbersSetAside, on: 'bands' | 'labels') => void
  readonly onTest: () => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.blanks
  const [many, setMany] = useState<(typeof counts)[number]>('12')
  const canLabel = readLabels(settings) !== null
  // Not switched off meanwhile: a button that goes off under the finger loses the focus, and then Esc goes nowhere.
  const take = (): void => {
    if (!isSaving) onTake(Number(many))
  }
  return (
    <Screen
      label={say.title} pace="spacious" keys={{ onBack, onSave: take }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd><Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} onPress={take}>{say.take}</Button></FootEnd>
        </>
      }
    >
      <section className={css['page']} aria-label={say.title}>
        <h2 className={css['question']}>{say.title}</h2>
        <p className={css['lead']}>{say.lead}{ranges.length > 0 && <> {say.lost}</>}</p>
        <Choice label={say.many} options={counts.map((value) => ({ value, label: say.manyOf(Number(value)) }))} value={many} onChange={setMany} autoFocus />
        {ranges.length === 0 ? <p>{say.nothing}</p> : (
          <table className={table['table']} aria-label={say.setAside}>
            <thead><tr><th scope="col">{say.range}</th><th scope="col" className={table['figures']}>{say.used}</th><th scope="col" className={table['figures']}>{say.void}</th><th scope="col" className={table['figures']}>{say.left}</th><th scope="col">{all.patient.print}</th></tr></thead>
            <tbody>
              {ranges.map(({ range, first, last, used, voided, of }) => (
                <tr key={first}>
                  <td>{first}〜{last}</td>
                  <td className={table['figures']}>{say.people(used)}</td>
                  <td className={table['figures']}>{say.sheets(voided)}</td>
                  <td className={table['figures']}>{say.people(of - used - voided)}</td>
                  <td className={table['still']} aria-label={all.patient.print}>
                    <span className={css['acts']}>
                      <Button size="small" label={`${say.labels} ${first}`} onPress={() => onPrint(range, 'labels')} offBecause={canLabel ? null : all.labels.shiftBad}>{say.labels}</Button>
                      <Button size="small" label={`${say.bands} ${first}`} onPress={() => onPrint(range, 'bands')}>{say.bands}</Button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <LabelFields settings={settings} onSettings={onSettings} hasStart={false} />
        <p><Button size="small" onPress={onTest} offBecause={canLabel ? null : all.labels.shiftBad}>{all.labels.test}</Button></p>
        {ranges.length > 0 && voiding}
      </section>
    </Screen>
  )
}
