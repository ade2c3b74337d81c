import { FolderOpen } from 'lucide-react'
import { kinds, type Kind } from '#domain/log/kinds.ts'
import { tokyoParts } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { ExportDone } from './export-done.tsx'
import type { ExportState } from './export-state.ts'
import { words } from './words.ts'
import css from './export.module.css'

export type { ExportFault, ExportState } from './export-state.ts'

export type ExportContents = {
  readonly patients: number
  readonly entries: number
  readonly struck: number
  readonly upToSeq: number
  /** As printed: `1234 7K2MQ-8H3RD`. */
  readonly head: string
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[]
}

/** `fingerprint`: enough of the key to be compared with a sheet. */
export type Recipient = { readonly fingerprint: string } & ({ readonly who: 'officer' } | { readonly who: 'account'; readonly envelope: number })

export type ExportScreenProps = {
  readonly contents: ExportContents
  readonly recipients: readonly Recipient[]
  readonly rosterFingerprint: string
  readonly folder: string | null
  readonly onChooseFolder: () => void
  /** Also the pages of each chart as a PDF: slower, so only where somebody asks for it. */
  readonly withPdf: boolean
  readonly onWithPdf: (withPdf: boolean) => void
  readonly state: ExportState
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onBack: () => void
}

/** What will be written, for whom, where to; then that it was read back. Called done only after that. */
export function ExportScreen({ contents, recipients, rosterFingerprint, folder, onChooseFolder, withPdf, onWithPdf, state, onStart, onStop, onBack }: ExportScreenProps) {
  const say = useWords(words)
  const language = useLanguage()
  const isWorking = state.kind === 'working'
  const offBecause = isWorking ? say.act.working : recipients.length === 0 ? say.who.none : folder === null ? say.act.folderFirst : null
  return (
    <Screen
      label={say.title}
      pace="spacious"
      keys={{ ...(isWorking ? {} : { onBack }), ...(offBecause === null && state.kind !== 'done' ? { onSave: onStart } : {}) }}
      foot={
        <>
          <Button keys={['Esc']} offBecause={isWorking ? say.act.working : null} onPress={onBack}>{say.act.back}</Button>
          <FootNote>{say.step.safe}</FootNote>
          <FootEnd>
            {state.kind === 'done' ? (
              <Button onPress={onStart}>{say.act.again}</Button>
            ) : (
              <Button look="primary" keys={['Ctrl', 'Enter']} offBecause={offBecause} onPress={onStart}>{state.kind === 'failed' ? say.act.again : say.act.start}</Button>
            )}
          </FootEnd>
        </>
      }
    >
      <div className={css['export']}>
        {state.kind === 'failed' && <Banner look={state.code === 'stopped' ? 'warn' : 'danger'}>{say.fault[state.code]}</Banner>}
        {state.kind === 'working' && (
          <Progress
            what={say.step[state.step]} done={state.done} of={state.of} unit={say.step.unit[state.step]}
            onStop={state.step === 'reading-back' ? null : onStop}
          />
        )}
        {state.kind === 'done' && <ExportDone file={state} time={tokyoParts(state.readBackAt).hhmmss} />}
        <div className={css['columns']}>
          {/* Once it is done the file says what is in it; the journal has gone on, and a second head would be copied in its place. */}
          {state.kind !== 'done' && <Section title={say.what.title} note={`${say.what.head} ${contents.head}`}>
            <Leaders>
              <Leader question={say.what.patients} answer={say.what.people(contents.patients)} />
              <Leader question={say.what.entries} fact={say.what.upTo(contents.upToSeq)} answer={say.what.count(contents.entries)} />
              <Leader question={say.what.struck} answer={say.what.count(contents.struck)} />
            </Leaders>
            <ul className={css['kinds']}>
              {contents.kinds.filter(({ count }) => count > 0).map(({ kind, count }) => (
                <li key={kind}>{kinds[kind].label[language]} <b>{say.what.count(count)}</b></li>
              ))}
            </ul>
            <p className={css['quiet']}>{say.what.whole}</p>
            <Check isOn={withPdf} onChange={onWithPdf} isOff={isWorking}>{say.what.pdf}<small>{say.what.pdfTime}</small></Check>
          </Section>}
          <div className={state.kind === 'done' ? css['apart'] : css['right']}>
            <Section title={say.who.title} note={say.who.note}>
              <Leaders>
                {recipients.map((recipient) => (
                  <Leader
                    key={recipient.fingerprint}
                    question={recipient.who === 'officer' ? say.who.officer : say.who.account(recipient.envelope)}
                    answer={<code className={css['code']}>{recipient.fingerprint}</code>}
                  />
                ))}
              </Leaders>
              <p className={css['quiet']}>{say.who.fingerprint} <b className={css['code']}>{rosterFingerprint}</b>　{say.who.compare}</p>
            </Section>
            <Section title={say.where.title} note={say.where.stick}>
              <div className={css['folder']}>
                <span className={css['path']}>{folder === null ? say.where.none : <Written>{folder}</Written>}</span>
                <Button icon={FolderOpen} offBecause={isWorking ? say.act.working : null} onPress={onChooseFolder}>{folder === null ? say.where.choose : say.where.other}</Button>
              </div>
            </Section>
          </div>
        </div>
      </div>
    </Screen>
  )
}
