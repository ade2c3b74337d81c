import { KeyRound, LockOpen, MailOpen } from 'lucide-react'
import type { StaffNumber } from '#domain/ids.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { useState } from 'react'
import { emptyCode } from '#renderer/ui/code-groups.ts'
import { pinDigits } from '#renderer/ui/pin-words.ts'
import { PinWay } from './pin-way.tsx'
import { missingOfPin, missingOfRestart, type LockAnswer, type NotYetHere, type StaffOnDuty } from './missing.ts'
import { RestartWay } from './restart-way.tsx'
import { words } from './words.ts'
import css from './lock.module.css'

type LockProps = {
  readonly people: readonly StaffOnDuty[]
  readonly notYet: readonly NotYetHere[]
  /** Whom a badge names. */
  readonly whose: (badge: string) => StaffNumber | null
  /** False after a restart: what PINs were wrapped with is gone from memory. */
  readonly canUsePins: boolean
  readonly hasRestartCodes: boolean
  readonly answer: LockAnswer
  readonly waitSeconds: number
  readonly onPin: (staffNumber: StaffNumber, pin: string) => void
  readonly onRestartCode: (staffNumber: string, code: string) => void
  /** To the opening screen, at the step of the code. */
  readonly onEnvelope: () => void
  /** In place of the envelope, once the accounts are retired; null before. */
  readonly onOfficer?: (() => void) | null
}

/** The station is in use and nobody is at it. The incident banner stays; no patient is here to be seen, not even in memory. */
export function Lock({ people, notYet, whose, canUsePins, hasRestartCodes, answer, waitSeconds, onPin, onRestartCode, onEnvelope, onOfficer = null }: LockProps) {
  const say = useWords(words)
  const [way, setWay] = useState<'pin' | 'restart'>(canUsePins ? 'pin' : 'restart')
  const [chosen, setChosen] = useState<StaffNumber | null>(null)
  const [pin, setPin] = useState('')
  const [staffNumber, setStaffNumber] = useState('')
  const [code, setCode] = useState(emptyCode('restart'))
  const isTrying = answer.kind === 'trying'
  const missing = way === 'pin' ? missingOfPin(people, chosen, pin) : missingOfRestart(staffNumber, code, waitSeconds)
  const go = (): void => {
    if (missing !== null || isTrying) return
    if (way === 'restart') onRestartCode(staffNumber.normalize('NFKC').trim(), code.join('-'))
    else if (chosen !== null) {
      onPin(chosen, pinDigits(pin))
      setPin('') // a wrong PIN is typed anew; a right one must not stay in the page
    }
  }
  const offBecause = isTrying ? say.trying : missing === null ? null : missing.what === 'groups' ? say.groupsLeft(missing.left) : missing.what === 'wait' ? say.wait(missing.seconds) : say[missing.what]
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: go }}
      foot={
        <>
          {canUsePins && (
            <Button icon={way === 'pin' ? KeyRound : LockOpen} onPress={() => setWay(way === 'pin' ? 'restart' : 'pin')}>{way === 'pin' ? say.way.restart : say.way.pin}</Button>
          )}
          {onOfficer === null ? <Button icon={MailOpen} onPress={onEnvelope}>{say.envelope}</Button> : <Button icon={KeyRound} onPress={onOfficer}>{say.officer.open}</Button>}
          <FootNote>{canUsePins ? say.newcomer : ''}</FootNote>
          <FootEnd><Button look="primary" keys={['Enter']} onPress={go} offBecause={offBecause}>{say.unlock}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        {!canUsePins && <Banner isAnnounced={false}>{say.afterRestart}</Banner>}
        {way === 'pin' ? (
          <PinWay
            question={say.question} lead={say.lead} people={people} notYet={notYet} chosen={chosen} pin={pin} onPin={setPin} answer={answer} whose={whose} onIntroduce={null}
            onChoose={(next) => {
              setChosen(next)
              setPin('')
            }}
          />
        ) : (
          <RestartWay hasCodes={hasRestartCodes} staffNumber={staffNumber} onStaffNumber={setStaffNumber} code={code} onCode={setCode} answer={answer} waitSeconds={waitSeconds} />
        )}
      </div>
    </Screen>
  )
}
