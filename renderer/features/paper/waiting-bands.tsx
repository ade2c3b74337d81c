import { Printer } from 'lucide-react'
import type { PatientId } from '#domain/ids.ts'
import type { Unbanded } from '#domain/view/bands.ts'
import { bedNow } from '#domain/view/presence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import table from '#renderer/ui/table.module.css'
import { words } from './words.ts'
import css from './paper.module.css'

/** Patients for whom no band was printed yet, with the printer or without it. */
export function WaitingBands({ waiting, nameOf, sheets, onAll, onPrint, onCopy, onBack }: {
  readonly waiting: readonly Unbanded[]
  readonly nameOf: (row: Unbanded['row']) => string
  /** Of paper, for all of them. */
  readonly sheets: number
  readonly onAll: () => void
  readonly onPrint: (patient: PatientId) => void
  readonly onCopy: (patient: PatientId) => void
  readonly onBack: () => void
}) {
  const say = useWords(words).waiting
  const title = say.title(waiting.length)
  return (
    <Screen
      label={title} pace="spacious" keys={{ onBack, ...(waiting.length === 0 ? {} : { onSave: onAll }) }}
      foot={
        <>
          <Button keys={['Esc']} autoFocus={waiting.length === 0} onPress={onBack}>{say.back}</Button>
          {waiting.length > 0 && <FootEnd><Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} autoFocus onPress={onAll}>{say.all(sheets)}</Button></FootEnd>}
        </>
      }
    >
      <section className={css['page']} aria-label={title}>
        <h2 className={css['question']}>{title}</h2>
        <p className={css['lead']}>{say.lead}</p>
        {waiting.length === 0 ? <Empty title={say.nobody}>{say.nobodyMore}</Empty> : (
          <table className={table['table']} aria-label={say.list}>
            <thead><tr>{[say.since, say.number, say.name, say.bed, say.band].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col">{say.choose}</th></tr></thead>
            <tbody>
              {waiting.map(({ row, isHandWritten }) => (
                <tr key={row.id}>
                  <td className={table['still']}>{shortMoment(row.registered.recordedAt)}</td>
                  <td className={table['still']}>{row.registered.number}</td>
                  <td className={css['strong']}><Written>{nameOf(row)}</Written></td>
                  <td><Written>{bedNow(row) ?? say.noBed}</Written></td>
                  <td className={table['still']}><StateWord is={isHandWritten ? 'ok' : 'warn'}>{isHandWritten ? say.byHand : say.none}</StateWord></td>
                  <td className={table['still']} aria-label={say.choose}>
                    <span className={css['acts']}>
                      <Button size="small" label={`${say.choose} ${row.registered.number}`} onPress={() => onPrint(row.id)}>{say.choose}</Button>
                      <Button size="small" label={`${say.copy} ${row.registered.number}`} onPress={() => onCopy(row.id)}>{say.copy}</Button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Screen>
  )
}
