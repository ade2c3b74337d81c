import { useRef, useState } from 'react'
import { makeRestartCode, type RestartCode } from '#domain/access/code.ts'
import { readPin } from '#domain/access/pin.ts'
import { readStaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { PinScreen, type PinDraft } from '../features/keys/pin-screen.tsx'
import { RestartCodeScreen, type RestartCodeState } from '../features/keys/restart-code-screen.tsx'
import type { OpenWard } from '../session/open-ward.ts'
import { keepPin, keepRestartCode } from '../session/pins.ts'
import { dropNotice, notice } from '../session/session.ts'
import { pinDigits } from '../ui/pin-words.ts'
import { usePorts } from './ports.ts'

type RestartCodeShown = { readonly code: RestartCode; readonly holder: string; readonly isCopied: boolean; readonly state: RestartCodeState }

/** The two keys with which people come back, one after the other; each may be put off, and is then asked for on every screen. */
export function KeysSteps({ open, person, onDone }: { readonly open: OpenWard; readonly person: Person; readonly onDone: () => void }) {
  const { bridge, hand, vault } = usePorts()
  const [draft, setDraft] = useState<PinDraft>({ pin: '', pinAgain: '' })
  const [restart, setRestart] = useState<RestartCodeShown | null>(null)
  const isKeeping = useRef(false)

  async function keep(): Promise<void> {
    const pin = readPin(pinDigits(draft.pin))
    if (!pin.ok || isKeeping.current) return
    isKeeping.current = true // a second press must not make a second code
    const kept = await keepPin(bridge, open.dek, open.incident, person, pin.value)
    if (kept.ok) for (const past of ['keys-postponed', 'pin-not-kept']) dropNotice(past)
    else notice('pin-not-kept')
    setDraft({ pin: '', pinAgain: '' })
    setRestart({ code: makeRestartCode(hand), holder: person.staffNumber, isCopied: false, state: 'shown' })
  }

  async function keepRestart(shown: RestartCodeShown): Promise<void> {
    const holder = readStaffNumber(shown.holder)
    if (holder === null || shown.state === 'keeping') return
    setRestart({ ...shown, state: 'keeping' })
    const kept = await keepRestartCode(bridge, vault, open.dek, shown.code, holder)
    if (!kept.ok) return setRestart({ ...shown, state: 'not-kept' })
    onDone()
  }

  if (restart === null) {
    const later = (): void => {
      notice('keys-postponed')
      onDone()
    }
    return <PinScreen draft={draft} onDraft={setDraft} onKeep={() => void keep()} onLater={later} />
  }
  return (
    <RestartCodeScreen
      code={restart.code}
      holder={restart.holder}
      onHolder={(holder) => setRestart({ ...restart, holder })}
      isCopied={restart.isCopied}
      onCopied={(isCopied) => setRestart({ ...restart, isCopied })}
      state={restart.state}
      onKeep={() => void keepRestart(restart)}
      onSkip={onDone}
    />
  )
}
