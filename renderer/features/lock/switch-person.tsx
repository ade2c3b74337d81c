import { KeyRound, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { StaffNumber } from '#domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { pinDigits } from '#renderer/ui/pin-words.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { missingOfPin, type LockAnswer, type NotYetHere, type StaffOnDuty } from './missing.ts'
import { PinWay } from './pin-way.tsx'
import { words } from './words.ts'
import css from './lock.module.css'

/** The next person at the PC, in two acts and without a lock: badge or number with Enter, then the PIN with Enter. */
export function SwitchPerson({ people, notYet, chosen, onChoose, answer, whose, onPin, onIntroduce, onReset, onLeave }: {
  /** Everybody but the one who is at work. */
  readonly people: readonly StaffOnDuty[]
  readonly notYet: readonly NotYetHere[]
  readonly chosen: StaffNumber | null
  readonly onChoose: (staffNumber: StaffNumber) => void
  readonly answer: LockAnswer
  readonly whose: (badge: string) => StaffNumber | null
  readonly onPin: (staffNumber: StaffNumber, pin: string) => void
  /** Null: somebody of whom the station knows nothing yet. */
  readonly onIntroduce: (staffNumber: StaffNumber | null) => void
  readonly onReset: (staffNumber: StaffNumber) => void
  readonly onLeave: () => void
}) {
  const say = useWords(words)
  const [pin, setPin] = useState('')
  const isTrying = answer.kind === 'trying'
  const missing = missingOfPin(people, chosen, pin)
  const go = (): void => {
    if (missing !== null || isTrying || chosen === null) return
    onPin(chosen, pinDigits(pin))
    setPin('') // a wrong PIN is typed anew; a right one must not stay in the page
  }
  const offBecause = isTrying ? say.trying : missing === null || !('what' in missing) || missing.what === 'groups' || missing.what === 'wait' ? null : say[missing.what]
  return (
    <Screen
      label={say.change.label}
      pace="spacious"
      keys={{ onSave: go, onBack: onLeave }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onLeave}>{say.change.leave}</Button>
          <Button icon={UserPlus} onPress={() => onIntroduce(null)}>{say.change.newcomer}</Button>
          {chosen !== null && <Button icon={KeyRound} onPress={() => onReset(chosen)}>{say.change.reset}</Button>}
          <FootEnd><Button look="primary" keys={['Enter']} onPress={go} offBecause={offBecause}>{say.change.act}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <PinWay
          question={say.change.question} lead={say.change.lead} people={people} notYet={notYet} chosen={chosen} answer={answer} whose={whose} pin={pin} onPin={setPin}
          onChoose={(next) => {
            onChoose(next)
            setPin('')
          }}
          onIntroduce={onIntroduce}
        />
      </div>
    </Screen>
  )
}
