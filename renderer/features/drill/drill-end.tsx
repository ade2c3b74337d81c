import type { DrillScore } from '#domain/drill/score.ts'
import { mostNote } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './drill.module.css'

/** How long each task took, what went wrong, and what people noticed: the log that the next drill is compared with. */
export function DrillEnd({ score, findings, onFindings, isEnding, onEnd, onBack }: {
  /** Null while it is being read. */
  readonly score: DrillScore | null
  readonly findings: string
  readonly onFindings: (findings: string) => void
  readonly isEnding: boolean
  readonly onEnd: () => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.end
  const offBecause = isEnding || score === null ? say.ending : findings.length > mostNote ? say.tooLong : null
  const end = (): void => {
    if (offBecause === null) onEnd()
  }
  return (
    <Screen
      label={say.question}
      pace="spacious"
      keys={{ onSave: end, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd><Button look="drill" keys={['Ctrl', 'Enter']} onPress={end} offBecause={offBecause}>{say.act}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['stack']}>
          <h2 className={css['question']}>{say.question}</h2>
          <p>{say.lead}</p>
          <Field label={say.findings} hint={say.findingsHint} autoFocus lines={6} most={mostNote} value={findings} onChange={onFindings} />
          <Section title={say.people} level={3}>
            <p>{(score?.participants ?? []).length === 0 ? say.nobody : <Written>{(score?.participants ?? []).map(({ name }) => name).join('　')}</Written>}</p>
          </Section>
        </div>
        <div className={css['stack']}>
          <Section title={say.times}>
            <Leaders>
              {(score?.tasks ?? []).map(({ task, seconds }) => <Leader key={task} question={all.task[task]} state={seconds === null ? 'none' : 'ok'} answer={seconds === null ? say.notDone : say.seconds(seconds)} />)}
            </Leaders>
          </Section>
          <Section title={say.mistakes}>
            <Leaders>
              {(score?.mistakes ?? []).map(({ mistake, times }) => <Leader key={mistake} question={all.mistake[mistake]} state={times === 0 ? 'ok' : 'warn'} answer={say.times2(times)} />)}
            </Leaders>
          </Section>
        </div>
      </div>
    </Screen>
  )
}
