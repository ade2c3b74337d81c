import { useState } from 'react'
import { fewestEnvelopes } from '#domain/access/ceremony.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './resume.module.css'

/** A ceremony that was cut off: what is on paper goes on, what is not is void. Or all anew, with new numbers. */
export function Resume({ onPaper, lost, isRenewal, onGoOn, onAnew, onLeave }: {
  readonly onPaper: readonly number[]
  readonly lost: readonly number[]
  readonly isRenewal: boolean
  readonly onGoOn: () => void
  readonly onAnew: () => void
  /** Back to what the station shows meanwhile; null where that is this very screen. */
  readonly onLeave: (() => void) | null
}) {
  const all = useWords(words)
  const say = all.resume
  const [isAsking, setAsking] = useState(false)
  const mayGoOn = onPaper.length >= fewestEnvelopes
  const askAnew = (): void => setAsking(true)
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: mayGoOn ? onGoOn : askAnew, ...(onLeave === null ? {} : { onBack: onLeave }) }}
      foot={
        <>
          {onLeave !== null && <Button keys={['Esc']} onPress={onLeave}>{say.leave}</Button>}
          <FootEnd>
            <Button look="danger" autoFocus={!mayGoOn} onPress={askAnew}>{say.anew}</Button>
            <Button look="primary" autoFocus={mayGoOn} keys={['Ctrl', 'Enter']} onPress={onGoOn} offBecause={mayGoOn ? null : say.tooFew}>{say.goOn(onPaper.length)}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <h2 className={css['question']}>{isRenewal ? say.questionRenewal : say.question}</h2>
        <p className={css['lead']}>{say.lead}</p>
        <Section title={say.envelopes}>
          <Leaders>
            {onPaper.map((number) => <Leader key={number} question={all.envelopes.envelope(number)} state="ok" answer={say.usable} />)}
            {lost.map((number) => <Leader key={number} question={all.envelopes.envelope(number)} state="warn" answer={say.willBeVoid} />)}
          </Leaders>
        </Section>
        {lost.length > 0 && <p className={css['note']}>{say.shred}</p>}
      </div>
      {isAsking && (
        <Dialog
          title={all.envelopes.remakeTitle}
          onCancel={() => setAsking(false)}
          onAct={onAnew}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.notNow}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={onAnew}>{say.anew}</Button>}
        >
          <p>{all.envelopes.remakeConsequence}</p>
        </Dialog>
      )}
    </Screen>
  )
}
