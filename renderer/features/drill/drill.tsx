import { Printer } from 'lucide-react'
import { drillCards } from '#domain/drill/cards.ts'
import type { DrillLog } from '#domain/drill/drill-log.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './drill.module.css'

/** From the sealed station: its drill envelope, the situation, who starts it; and what earlier drills found. */
export function Drill({ isPrepared, code, state, card, onCard, staffNumber, onStaffNumber, canStart, logs, onPrepare, onPrint, onCodeOnPaper, onStart, onPrintLog, onBack }: {
  readonly isPrepared: boolean
  /** Just made, until somebody says it is on paper. */
  readonly code: string | null
  readonly state: 'ready' | 'preparing' | 'starting' | 'failed'
  readonly card: string | null
  readonly onCard: (card: string) => void
  readonly staffNumber: string
  readonly onStaffNumber: (staffNumber: string) => void
  /** The staff number is one. */
  readonly canStart: boolean
  readonly logs: readonly DrillLog[]
  readonly onPrepare: () => void
  readonly onPrint: () => void
  readonly onCodeOnPaper: () => void
  readonly onStart: () => void
  readonly onPrintLog: (log: DrillLog) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const language = useLanguage()
  const chosen = drillCards.find(({ id }) => id === card)
  const offBecause = state === 'starting' ? say.starting : !isPrepared || code !== null ? say.envelope : chosen === undefined ? say.card : canStart ? null : say.staffNumberMissing
  const start = (): void => {
    if (offBecause === null) onStart()
  }
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: start, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd><Button look="drill" keys={['Ctrl', 'Enter']} onPress={start} offBecause={offBecause}>{say.start}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['stack']}>
          <h2 className={css['question']}>{say.question}</h2>
          <p>{say.lead}</p>
          {state === 'failed' && <Banner look="warn">{say.failed}</Banner>}
          <Choice label={say.card} isLabelHidden autoFocus={isPrepared} value={card} onChange={onCard} options={drillCards.map(({ id, title }) => ({ value: id, label: title[language] }))} />
          {chosen !== undefined && (
            <section className={css['situation']} aria-label={chosen.title[language]}>
              <p>{chosen.situation[language]}</p>
              <ol aria-label={say.tasks}>{chosen.tasks.map((task) => <li key={task.en}>{task[language]}</li>)}</ol>
            </section>
          )}
          <Field label={say.staffNumber} most={16} value={staffNumber} onChange={onStaffNumber} />
        </div>
        <div className={css['stack']}>
          <Section title={say.envelope}>
            <div className={css['stack']}>
              {code === null ? <p>{isPrepared ? say.prepared : say.notPrepared}</p> : (
                <>
                  <p>{say.code}<br /><span className={css['code']}>{code}</span></p>
                  <div className={css['acts']}>
                    <Button autoFocus icon={Printer} onPress={onPrint}>{say.print}</Button>
                    <Button onPress={onCodeOnPaper}>{say.onPaper}</Button>
                  </div>
                </>
              )}
              {code === null && <div className={css['acts']}><Button autoFocus={!isPrepared} onPress={onPrepare} offBecause={state === 'preparing' ? say.preparing : null}>{isPrepared ? say.again : say.prepare}</Button></div>}
            </div>
          </Section>
          <Section title={say.logs}>
            {logs.length === 0 ? <p>{say.noLogs}</p> : (
              <Leaders>
                {logs.slice(0, 8).map((log) => (
                  <Leader
                    key={log.startedAt} question={`${shortMoment(log.startedAt)} ${drillCards.find(({ id }) => id === log.card)?.title[language] ?? ''}`} fact={say.logLine(log.participants.length, log.findings.length)}
                    answer={<Button size="small" icon={Printer} onPress={() => onPrintLog(log)}>{say.printLog}</Button>}
                  />
                ))}
              </Leaders>
            )}
          </Section>
        </div>
      </div>
    </Screen>
  )
}
