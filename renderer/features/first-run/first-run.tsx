import { FolderSearch, History, RefreshCw, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { tokyoParts, type Instant } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { State } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './first-run.module.css'

/** A folder the machine looked into, and what lay there. */
export type LookedIn = { readonly folder: string; readonly found: 'nothing' | 'missing' | 'unreadable' | 'damaged' }

type FirstRunProps = {
  readonly lookedIn: readonly LookedIn[]
  readonly lookedAt: Instant
  readonly isSearching: boolean
  readonly onSearchAgain: () => void
  readonly onChooseFolder: () => void
  /** Null where there is no way to restore yet. */
  readonly onRestore: (() => void) | null
  readonly onSetUp: () => void
  /** A PC of the records office, which takes in what wards exported. */
  readonly onDesk: () => void
}

const states: Readonly<Record<LookedIn['found'], State>> = { nothing: 'none', missing: 'none', unreadable: 'warn', damaged: 'bad' }

/**
 * The first question of all. Set-up is offered only to "this is the first time", or after the search to "nobody knows";
 * never beside damaged records, because preparing over them would shut existing envelopes out.
 */
export function FirstRun({ lookedIn, lookedAt, isSearching, onSearchAgain, onChooseFolder, onRestore, onSetUp, onDesk }: FirstRunProps) {
  const say = useWords(words)
  const [answer, setAnswer] = useState<'yes' | 'no' | 'unknown' | null>(null)
  const isDamaged = lookedIn.some(({ found }) => found === 'damaged')
  const maySetUp = !isDamaged && (answer === 'no' || answer === 'unknown')
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={maySetUp ? { onSave: onSetUp } : {}}
      foot={
        !isDamaged && answer !== 'yes' ? (
          <>
            <Button onPress={onDesk}>{say.desk}</Button>
            <FootNote>{answer === null ? '' : say.firstTime}</FootNote>
            <FootEnd>
              <Button look="primary" keys={['Ctrl', 'Enter']} onPress={onSetUp} offBecause={answer === null ? say.firstChoose : null}>
                {answer === 'unknown' ? say.beginAnyway : say.begin}
              </Button>
            </FootEnd>
          </>
        ) : null
      }
    >
      <div className={css['page']}>
        <h2 className={css['question']}>{say.question}</h2>
        <p className={css['lead']}>{say.lead}</p>
        {isDamaged && <Banner look="danger" isAnnounced={false}>{say.damaged}</Banner>}
        {!isDamaged && (
          <Choice
            label={say.question}
            isLabelHidden
            autoFocus
            value={answer}
            onChange={setAnswer}
            options={[{ value: 'yes', label: say.yes }, { value: 'unknown', label: say.unknown }, { value: 'no', label: say.no }]}
          />
        )}
        <div className={css['rest']}>
          <Section title={say.lookedTitle} note={isSearching ? say.searching : say.lookedAt(tokyoParts(lookedAt).hhmm)}>
            <Leaders>
              {lookedIn.map(({ folder, found }) => (
                <Leader key={folder} question={<span className={css['folder']}><Written>{folder}</Written></span>} state={states[found]} answer={say.found[found]} />
              ))}
            </Leaders>
          </Section>
          {(isDamaged || answer === 'yes' || answer === 'unknown') && (
            <Section title={say.whatNow}>
              <Act icon={RefreshCw} label={say.findAgain} note={say.findAgainNote} onPress={onSearchAgain} isBusy={isSearching} />
              <Act icon={FolderSearch} label={say.choose} note={say.chooseNote} onPress={onChooseFolder} isBusy={false} />
              {onRestore !== null && <Act icon={History} label={say.restore} note={say.restoreNote} onPress={onRestore} isBusy={false} />}
              <p className={css['ask']}>{say.ask}</p>
            </Section>
          )}
        </div>
      </div>
    </Screen>
  )
}

function Act({ icon, label, note, onPress, isBusy }: {
  readonly icon: LucideIcon
  readonly label: string
  readonly note: string
  readonly onPress: () => void
  readonly isBusy: boolean
}) {
  const say = useWords(words)
  return (
    <div className={css['act']}>
      <Button icon={icon} onPress={onPress} offBecause={isBusy ? say.searching : null}>{label}</Button>
      <span>{note}</span>
    </div>
  )
}
