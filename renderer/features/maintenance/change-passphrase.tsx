import { useState } from 'react'
import { isSettled, readPassphrase, type Passphrase } from '#domain/access/passphrase.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { nothingTyped, PassphraseFields } from './passphrase-fields.tsx'
import { words } from './words.ts'
import css from './maintenance.module.css'

/** In maintenance: another passphrase in place of the present one, which need not be known when the officer's key opened the door. */
export function ChangePassphrase({ isForgotten, isKeeping, onKeep, onBack }: {
  readonly isForgotten: boolean
  readonly isKeeping: boolean
  readonly onKeep: (passphrase: Passphrase) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const [typed, setTyped] = useState(nothingTyped)
  const passphrase = readPassphrase(typed.first)
  const isReady = passphrase.ok && isSettled(typed.first, typed.again) && !isKeeping
  const keep = (): void => {
    if (isReady) onKeep(passphrase.value)
  }
  return (
    <Screen
      label={say.change.label}
      pace="spacious"
      keys={{ onSave: keep, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.entry.back}</Button>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={keep} offBecause={isKeeping ? say.step.keeping : isReady ? null : say.step.first}>{say.change.act}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <div>
          <h2 className={css['question']}>{say.change.question}</h2>
          <p className={css['lead']}>{isForgotten ? say.change.leadForgotten : say.change.lead}</p>
        </div>
        <PassphraseFields typed={typed} onTyped={setTyped} />
      </div>
    </Screen>
  )
}
