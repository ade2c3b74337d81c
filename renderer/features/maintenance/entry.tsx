import { useState } from 'react'
import { AgeIdentity } from '#domain/access/keys.ts'
import { isSettled, passphraseFault, passphraseText, readPassphrase, type Passphrase } from '#domain/access/passphrase.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { nothingTyped, PassphraseFields } from './passphrase-fields.tsx'
import { words } from './words.ts'
import css from './maintenance.module.css'

export type EntryAnswer = 'not-tried' | 'trying' | keyof typeof words.entry.answer

type Way = 'passphrase' | 'officer'

/** The door of maintenance. `isLost`: no account can be read, and one is made here. */
export function MaintenanceEntry({ isLost, answer, waitSeconds, onPassphrase, onOfficerKey, onNew, onBack }: {
  readonly isLost: boolean
  readonly answer: EntryAnswer
  readonly waitSeconds: number
  readonly onPassphrase: (staffNumber: StaffNumber, passphrase: Passphrase) => void
  readonly onOfficerKey: (staffNumber: StaffNumber, identity: AgeIdentity) => void
  readonly onNew: (staffNumber: StaffNumber, passphrase: Passphrase) => void
  readonly onBack: () => void
}) {
  const say = useWords(words).entry
  const [number, setNumber] = useState('')
  const [way, setWay] = useState<Way>('passphrase')
  const [typed, setTyped] = useState(nothingTyped)
  const [key, setKey] = useState('')
  const staffNumber = readStaffNumber(number)
  const passphrase = readPassphrase(typed.first)
  const identity = AgeIdentity.safeParse(key.trim().toUpperCase())
  const missing =
    staffNumber === null ? say.missing.staffNumber
    : isLost ? (isSettled(typed.first, typed.again) ? null : say.missing.twice)
    : way === 'officer' ? (identity.success ? null : say.missing.officerKey)
    : passphraseFault(passphraseText(typed.first)) === null ? null : say.missing.passphrase
  const offBecause = answer === 'trying' ? say.entering : waitSeconds > 0 ? say.wait(waitSeconds) : missing
  const enter = (): void => {
    if (offBecause !== null || staffNumber === null) return
    // Nothing typed into a try stays, whatever comes of it.
    setTyped(nothingTyped)
    setKey('')
    if (!isLost && way === 'officer') {
      if (identity.success) onOfficerKey(staffNumber, identity.data)
    } else if (passphrase.ok) (isLost ? onNew : onPassphrase)(staffNumber, passphrase.value)
  }
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: enter, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.note}</FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={enter} offBecause={offBecause}>{isLost ? say.set : say.enter}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <div>
          <h2 className={css['question']}>{say.question}</h2>
          <p className={css['lead']}>{isLost ? say.lostLead : say.lead}</p>
        </div>
        <div className={css['number']}>
          <Field label={say.staffNumber} hint={say.staffNumberHint} autoFocus most={40} value={number} onChange={setNumber} says={number.trim() !== '' && staffNumber === null ? { kind: 'bad', words: say.staffNumberBad } : null} />
        </div>
        {isLost && <PassphraseFields typed={typed} onTyped={setTyped} isFirst={false} />}
        {!isLost && way === 'passphrase' && <PassphraseField value={typed.first} onChange={(first) => setTyped({ ...nothingTyped, first })} />}
        {!isLost && way === 'officer' && (
          <Field label={say.officerKey} hint={say.officerKeyHint} kind="secret" most={200} value={key} onChange={setKey} says={key.trim().length >= 74 && !identity.success ? { kind: 'bad', words: say.officerKeyBad } : null} />
        )}
        {!isLost && <div><Button look="quiet" onPress={() => setWay(way === 'passphrase' ? 'officer' : 'passphrase')}>{way === 'passphrase' ? say.byOfficer : say.byPassphrase}</Button></div>}
        {answer !== 'not-tried' && answer !== 'trying' && <Banner look="warn">{say.answer[answer]}</Banner>}
      </div>
    </Screen>
  )
}

function PassphraseField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const say = useWords(words)
  return <Field label={say.passphrase} hint={say.passphraseHint} kind="secret" value={value} onChange={onChange} />
}
