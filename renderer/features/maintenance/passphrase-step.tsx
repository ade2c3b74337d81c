import { useState } from 'react'
import { isSettled, readPassphrase, type Passphrase } from '#domain/access/passphrase.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nothingTyped, PassphraseFields } from './passphrase-fields.tsx'
import { words } from './words.ts'
import css from './maintenance.module.css'

/** A stop of set-up: the IT office makes up the passphrase with which it will change the plan later. */
export function PassphraseStep({ state, onKeep, onAgain }: {
  readonly state: 'none' | 'keeping' | 'kept'
  readonly onKeep: (passphrase: Passphrase) => void
  readonly onAgain: () => void
}) {
  const say = useWords(words)
  const [typed, setTyped] = useState(nothingTyped)
  const passphrase = readPassphrase(typed.first)
  const isReady = passphrase.ok && isSettled(typed.first, typed.again) && state === 'none'
  const keep = (): void => {
    if (!isReady) return
    setTyped(nothingTyped)
    onKeep(passphrase.value)
  }
  const keys = useSubmitKeys(state === 'kept' ? {} : { onSave: keep })
  if (state === 'kept') {
    return (
      <div className={css['stack']}>
        <Banner look="ok">{say.step.kept}</Banner>
        <div><Button onPress={onAgain}>{say.step.again}</Button></div>
      </div>
    )
  }
  return (
    <div className={css['stack']} {...keys}>
      <PassphraseFields typed={typed} onTyped={setTyped} />
      <div className={css['acts']}>
        <Button onPress={keep} offBecause={state === 'keeping' ? say.step.keeping : isReady ? null : say.step.first}>{say.step.keep}</Button>
      </div>
    </div>
  )
}
