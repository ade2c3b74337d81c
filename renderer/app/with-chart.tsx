import { useState, type ReactNode } from 'react'
import type { EntryId } from '#domain/ids.ts'
import type { BodyOf, Kind } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useWords } from '../ui/language.tsx'
import { Screen } from '../ui/screen.tsx'
import { registrationsOf, useChart } from './use-chart.ts'

const words = {
  label: { ja: 'カルテ', en: 'Chart' },
  reading: { ja: '記録を読んでいます', en: 'Reading the record' },
  wait: { ja: 'まもなく表示します。', en: 'It will be here in a moment.' },
  gone: { ja: 'その記録はこのカルテにありません', en: 'That record is not in this chart' },
  look: { ja: 'カルテに戻って確かめてください。', en: 'Go back to the chart and look.' },
  back: { ja: '戻る', en: 'Back' },
} as const

/** A form that needs what stands in the chart: opening it is on record, as every look at a chart is. */
export function WithChart({ row, person, onBack, children }: { readonly row: PatientRow; readonly person: WardPerson; readonly onBack: () => void; readonly children: (rows: readonly ChartRow[]) => ReactNode }) {
  const { chart } = useChart(registrationsOf(person, row), 'link')
  return chart === null ? <NoRecord isReading onBack={onBack} /> : children(chart.rows)
}

/** The record that a form takes the place of, with the chart it stands in; null: a new one, for which no chart is opened. */
export function WithRecord({ correcting, children, ...of }: Omit<Parameters<typeof WithChart>[0], 'children'> & { readonly correcting: EntryId | null; readonly children: (target: ChartRow | null, rows: readonly ChartRow[]) => ReactNode }) {
  if (correcting === null) return children(null, noRows)
  return <WithChart {...of}>{(rows) => <AsItWas rows={rows} correcting={correcting} onBack={of.onBack}>{children}</AsItWas>}</WithChart>
}

const noRows: readonly ChartRow[] = []

/** The record as it was when the form was opened: its own strike, which comes with the correction, does not take the form away. */
export function AsItWas({ rows, correcting, onBack, children }: { readonly rows: readonly ChartRow[]; readonly correcting: EntryId; readonly onBack: () => void; readonly children: (target: ChartRow | null, rows: readonly ChartRow[]) => ReactNode }) {
  const [target] = useState(() => rows.find(({ entry, struck, origin }) => entry.id === correcting && struck === null && origin === null) ?? null)
  return target === null ? <NoRecord onBack={onBack} /> : children(target, rows)
}

/** What a record says, if it is of this kind. */
export function bodyOf<K extends Kind>(target: ChartRow | null, kind: K): BodyOf<K> | null {
  return target?.entry.kind === kind ? (target.entry.body as BodyOf<K>) : null // the body of the kind just compared
}

/** Before the chart is there, or when the record asked for is not in it. */
export function NoRecord({ isReading = false, onBack }: { readonly isReading?: boolean; readonly onBack: () => void }) {
  const say = useWords(words)
  return (
    <Screen label={say.label} keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{say.back}</Button>}>
      <Empty title={isReading ? say.reading : say.gone}>{isReading ? say.wait : say.look}</Empty>
    </Screen>
  )
}
