import type { StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { pinWords, saysOfNewPin, saysOfPinAgain } from '#renderer/ui/pin-words.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { missingOfReset, type ResetDraft, type StaffOnDuty } from './missing.ts'
import { words } from './words.ts'
import css from './lock.module.css'

/** What became of the last try: whose PIN was wrong, and how often it can be tried again. */
export type ResetAnswer =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'wrong-pin'; readonly of: StaffNumber; readonly left: number }
  | { readonly kind: 'failed' }

/** Two people who are known say with their PINs who this is; then that person chooses another PIN. */
export function PinReset({ person, people, draft, onDraft, answer, onReset, onLeave }: {
  readonly person: Person
  readonly people: readonly StaffOnDuty[]
  readonly draft: ResetDraft
  readonly onDraft: (draft: ResetDraft) => void
  readonly answer: ResetAnswer
  readonly onReset: () => void
  readonly onLeave: () => void
}) {
  const say = useWords(words)
  const sayReset = say.reset
  const sayPin = useWords(pinWords)
  const missing = missingOfReset(draft, people, person.staffNumber)
  const offBecause = answer.kind === 'trying' ? say.trying : missing === null ? null : sayReset.missing[missing]
  const nameOf = (staffNumber: string): string => people.find((one) => one.staffNumber === staffNumber)?.name ?? ''
  return (
    <Screen
      label={sayReset.title}
      pace="spacious"
      keys={{ ...(offBecause === null ? { onSave: onReset } : {}), onBack: onLeave }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onLeave}>{sayReset.leave}</Button>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={onReset} offBecause={offBecause}>{sayReset.act}</Button></FootEnd>
        </>
      }
    >
      <section className={css['returned']} aria-label={sayReset.title}>
        <div>
          <h2 className={css['question']}><Written>{sayReset.question(person.name)}</Written></h2>
          <p className={css['lead']}>{sayReset.lead}</p>
        </div>
        {answer.kind === 'wrong-pin' && <Banner look="warn"><Written>{sayReset.wrong(nameOf(answer.of), answer.left)}</Written></Banner>}
        {answer.kind === 'failed' && <Banner look="danger">{say.failed}</Banner>}
        <div className={css['pair']}>
          <Field label={sayReset.first} help={nameOf(draft.first)} value={draft.first} onChange={(first) => onDraft({ ...draft, first })} />
          <Field label={sayReset.firstPin} kind="secret" most={40} autoFocus value={draft.firstPin} onChange={(firstPin) => onDraft({ ...draft, firstPin })} />
        </div>
        <div className={css['pair']}>
          <Field label={sayReset.second} help={nameOf(draft.second)} value={draft.second} onChange={(second) => onDraft({ ...draft, second })} />
          <Field label={sayReset.secondPin} kind="secret" most={40} value={draft.secondPin} onChange={(secondPin) => onDraft({ ...draft, secondPin })} />
        </div>
        <div className={css['pair']}>
          <Field label={sayReset.pin} hint={say.returned.pinHint} kind="secret" most={40} value={draft.pin} onChange={(pin) => onDraft({ ...draft, pin })} says={saysOfNewPin(draft.pin, sayPin)} />
          <Field label={sayReset.pinAgain} kind="secret" most={40} value={draft.pinAgain} onChange={(pinAgain) => onDraft({ ...draft, pinAgain })} says={saysOfPinAgain(draft.pin, draft.pinAgain, sayPin)} />
        </div>
      </section>
    </Screen>
  )
}
