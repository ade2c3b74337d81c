import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { pinWords, saysOfNewPin, saysOfPinAgain } from '#renderer/ui/pin-words.ts'
import type { StepProps } from './open.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

export function PinStep({ draft, onDraft }: StepProps) {
  const say = useWords(words).pin
  const sayPin = useWords(pinWords)
  return (
    <div className={css['pins']}>
      <Field label={say.first} kind="secret" autoFocus most={40} value={draft.pin} onChange={(pin) => onDraft({ ...draft, pin })} says={saysOfNewPin(draft.pin, sayPin)} />
      <Field label={say.again} kind="secret" most={40} value={draft.pinAgain} onChange={(pinAgain) => onDraft({ ...draft, pinAgain })} says={saysOfPinAgain(draft.pin, draft.pinAgain, sayPin)} />
    </div>
  )
}
