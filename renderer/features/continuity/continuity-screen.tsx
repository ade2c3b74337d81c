import { FolderOpen } from 'lucide-react'
import type { Person } from '#domain/log/person.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { ContinuityWritten } from './continuity-written.tsx'
import { missingOf, type ContinuityDraft, type ContinuityState, type SecondKnown } from './draft.ts'
import { PlainFields } from './plain-fields.tsx'
import { words } from './words.ts'
import css from './continuity.module.css'

/** The ward onto a medium that any PC reads: what is in it, how it is protected, where it goes; one act. */
export function ContinuityScreen({ people, by, draft, onDraft, second, folder, onFolder, state, isCopied, onCopied, onPrint, onAnother, onStart, onStop, onBack }: {
  /** How many are here. */
  readonly people: number
  readonly by: Person
  readonly draft: ContinuityDraft
  readonly onDraft: (draft: ContinuityDraft) => void
  readonly second: SecondKnown | null
  readonly folder: string | null
  readonly onFolder: () => void
  readonly state: ContinuityState
  /** The code was put on paper: printed, or copied by hand. */
  readonly isCopied: boolean
  readonly onCopied: (isCopied: boolean) => void
  readonly onPrint: () => void
  readonly onAnother: () => void
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const isWorking = state.kind === 'working' || state.kind === 'proving'
  const missing = missingOf(draft, { by, second, folder, people })
  const busy = state.kind === 'proving' ? say.act.proving : isWorking ? say.act.working : null
  const offBecause = busy ?? (missing === null ? null : say.missing[missing])
  // A code that is on no paper is lost with this screen, and the file with it.
  const keepsHere = state.kind === 'done' && state.code !== null && !isCopied ? say.missing.copy : busy
  const start = draft.way === 'plain' ? say.act.plain : state.kind === 'failed' ? say.act.again : say.act.start
  return (
    <Screen
      label={say.title} pace="spacious"
      keys={{ ...(keepsHere === null ? { onBack } : {}), ...(offBecause === null && state.kind !== 'done' ? { onSave: onStart } : {}) }}
      foot={
        <>
          <Button keys={['Esc']} offBecause={keepsHere} onPress={onBack}>{say.act.back}</Button>
          <FootNote>{say.step.safe}</FootNote>
          {state.kind !== 'done' && <FootEnd><Button look={draft.way === 'plain' ? 'danger' : 'primary'} keys={['Ctrl', 'Enter']} offBecause={offBecause} onPress={onStart}>{start}</Button></FootEnd>}
        </>
      }
    >
      <div className={css['page']}>
        {state.kind === 'failed' && <Banner look={state.code === 'stopped' ? 'warn' : 'danger'}>{say.fault[state.code]}</Banner>}
        {state.kind === 'wrong-pin' && <Banner look="warn">{say.wrongPin(state.left)}</Banner>}
        {state.kind === 'working' && <Progress what={say.step[state.step]} done={state.done} of={state.of} unit={say.step.unit[state.step]} onStop={state.step === 'writing' || state.step === 'reading-back' ? null : onStop} />}
        {state.kind === 'done' ? <ContinuityWritten done={state} isCopied={isCopied} onCopied={onCopied} onPrint={onPrint} onAnother={keepsHere === null ? onAnother : null} /> : (
          <>
            <p className={css['lead']}>{say.lead}</p>
            <div className={css['columns']}>
              <div className={css['column']}>
                <Section title={say.way.title}>
                  <Choice
                    label={say.way.label} isLabelHidden look="list" autoFocus isOff={isWorking} value={draft.way} onChange={(way) => onDraft({ ...draft, way, pin: '' })}
                    options={[{ value: 'code', label: say.way.code, note: say.way.codeNote }, { value: 'keys', label: say.way.keys, note: say.way.keysNote }, { value: 'plain', label: say.way.plain, note: say.way.plainNote }]}
                  />
                </Section>
              </div>
              <div className={css['column']}>
                <Section title={say.where.title} note={say.where.stick}>
                  <div className={css['folder']}>
                    <span className={css['path']}>{folder === null ? say.where.none : <Written>{folder}</Written>}</span>
                    <Button icon={FolderOpen} offBecause={busy} onPress={onFolder}>{folder === null ? say.where.choose : say.where.other}</Button>
                  </div>
                </Section>
                {draft.way === 'plain' ? <PlainFields draft={draft} onDraft={onDraft} second={second} by={by} isOff={isWorking} /> : (
                  <Section title={say.what.title}>
                    <Leaders>
                      <Leader question={say.what.pages} answer={say.what.count(people)} />
                      <Leader question={say.what.charts} answer={say.what.all} />
                      <Leader question={say.what.paper} answer={say.what.recent} />
                    </Leaders>
                    <p className={css['quiet']}>{say.what.not}</p>
                  </Section>
                )}
              </div>
            </div>
          </>
        )}
      </div>
    </Screen>
  )
}
