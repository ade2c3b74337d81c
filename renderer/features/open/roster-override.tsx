import { useState } from 'react'
import { readStaffNumber } from '#domain/ids.ts'
import { overrideRoster, type RosterOverride } from '#domain/access/roster.ts'
import { mostLine } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, Said } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** The strict two-person act: what is waved through here could read everything written from now on (KEY-14, KEY-35). */
export function OverrideRoster({ opener, fingerprint, onOverride }: { readonly opener: string; readonly fingerprint: string; readonly onOverride: (override: RosterOverride) => void }) {
  const say = useWords(words).override
  const [first, setFirst] = useState(opener)
  const [second, setSecond] = useState('')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [one, other] = [readStaffNumber(first), readStaffNumber(second)]
  const override = one === null || other === null ? null : overrideRoster(one, other, reason)
  const go = (): void => {
    setAsked(true)
    if (override?.ok === true) onOverride(override.value)
  }
  const keys = useSubmitKeys({ onSave: go })
  const fault = override === null ? say.numbersMissing : override.ok ? null : override.error.code === 'one-person' ? say.onePerson : say.reasonMissing
  return (
    <div className={css['stack']} {...keys}>
      <Leaders isRuled><Leader question={say.fingerprint} answer={fingerprint} /></Leaders>
      <div className={css['fields']}>
        <Field label={say.first} value={first} onChange={setFirst} />
        <Field label={say.second} autoFocus value={second} onChange={setSecond} />
      </div>
      <Field label={say.reason} most={mostLine} value={reason} onChange={setReason} />
      {isAsked && fault !== null && <Said says={{ kind: 'bad', words: fault }} />}
      <div><Button look="danger" onPress={go}>{say.act}</Button></div>
    </div>
  )
}
