import { useState } from 'react'
import { readStaffNumber } from '#domain/ids.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { words } from './words.ts'
import css from './lock.module.css'

/** After the accounts are retired: the recovery officer's key, from its stick or paper. It stands on this screen only until it was tried. */
export function OfficerWay({ isTrying, hasFailed, onTry, onLeave }: {
  readonly isTrying: boolean
  readonly hasFailed: boolean
  readonly onTry: (staffNumber: string, identity: string) => void
  readonly onLeave: () => void
}) {
  const say = useWords(words)
  const [staffNumber, setStaffNumber] = useState('')
  const [identity, setIdentity] = useState('')
  const offBecause = isTrying ? say.trying : readStaffNumber(staffNumber) === null ? say.staffNumberMissing : identity.trim() === '' ? say.officer.keyMissing : null
  const go = (): void => {
    if (offBecause !== null) return
    onTry(staffNumber, identity)
    setIdentity('') // a wrong key is typed anew; a right one must not stay in the page
  }
  return (
    <Screen
      label={say.officer.question}
      pace="spacious"
      keys={{ onSave: go, onBack: onLeave }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onLeave}>{say.officer.back}</Button>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={go} offBecause={offBecause}>{say.unlock}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <h2 className={css['question']}>{say.officer.question}</h2>
        <p className={css['lead']}>{say.officer.lead}</p>
        {hasFailed && <Banner look="warn">{say.officer.wrong}</Banner>}
        <Field label={say.staffNumber} autoFocus most={16} value={staffNumber} onChange={setStaffNumber} />
        <Field label={say.officer.key} hint="AGE-SECRET-KEY-1…" kind="secret" most={200} value={identity} onChange={setIdentity} />
      </div>
    </Screen>
  )
}
