import { pinFault } from '#domain/access/pin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { pinDigits, pinWords, saysOfNewPin, saysOfPinAgain } from '#renderer/ui/pin-words.ts'
import { Procedure } from '#renderer/ui/procedure.tsx'
import { words } from './words.ts'
import css from './pin.module.css'

export type PinDraft = { readonly pin: string; readonly pinAgain: string }

/** With what its owner comes back after a lock. Care does not wait for it: it can be chosen later, at a price that is said. */
export function PinScreen({ draft, onDraft, onKeep, onLater }: {
  readonly draft: PinDraft
  readonly onDraft: (draft: PinDraft) => void
  readonly onKeep: () => void
  readonly onLater: () => void
}) {
  const say = useWords(words)
  const sayPin = useWords(pinWords)
  useWindowKeys({ F2: onLater })
  const offBecause = pinFault(pinDigits(draft.pin)) !== null ? say.pin.missing : pinDigits(draft.pin) !== pinDigits(draft.pinAgain) ? say.pin.missingAgain : null
  return (
    <Procedure
      label={say.label}
      routeLabel={say.route}
      stops={[say.stops.pin, say.stops.restart]}
      here={0}
      question={say.pin.question}
      lead={say.pin.lead}
      keys={offBecause === null ? { onSave: onKeep } : {}}
      back={<Button keys={['F2']} onPress={onLater}>{say.later}</Button>}
      note={say.pin.laterMeans}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={onKeep} offBecause={offBecause}>{say.pin.act}</Button>}
    >
      <div className={css['pins']}>
        <Field label={say.pin.first} kind="secret" autoFocus most={40} value={draft.pin} onChange={(pin) => onDraft({ ...draft, pin })} says={saysOfNewPin(draft.pin, sayPin)} />
        <Field label={say.pin.again} kind="secret" most={40} value={draft.pinAgain} onChange={(pinAgain) => onDraft({ ...draft, pinAgain })} says={saysOfPinAgain(draft.pin, draft.pinAgain, sayPin)} />
      </div>
    </Procedure>
  )
}
