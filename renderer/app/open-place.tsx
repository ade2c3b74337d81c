import { useEffect, useRef, useState } from 'react'
import { fingerprintOf, type RosterOverride } from '#domain/access/roster.ts'
import { readPin } from '#domain/access/pin.ts'
import { makeRestartCode, readSealedCode, type RestartCode } from '#domain/access/code.ts'
import type { StationStatus } from '#domain/bridge.ts'
import type { Person } from '#domain/log/person.ts'
import { Open } from '../features/open/open.tsx'
import { confirmedOffset, emptyOpenDraft, readStaffNumber, stepsOf, type CodeAnswer, type OpenDraft, type OpenStep } from '../features/open/draft.ts'
import { RestartCodeScreen, type RestartCodeState } from '../features/open/restart-code-screen.tsx'
import { codeText, emptyCode } from '../ui/code-groups.ts'
import { pinDigits } from '../ui/pin-words.ts'
import { rosterHash } from '../vault/account.ts'
import { breakGlass, type GlassFault, type Opened } from '../session/glass.ts'
import { openWard, standingOf, tellOpening, tellPerson, type OpenWard } from '../session/open-ward.ts'
import { keepPin, keepRestartCode } from '../session/pins.ts'
import { goTo, notice, setStatus } from '../session/session.ts'
import { idle } from '../host.ts'
import { usePorts } from './ports.ts'
import { useNow } from './use-now.ts'

type RestartCodeShown = { readonly code: RestartCode; readonly holder: string; readonly isCopied: boolean; readonly state: RestartCodeState }

/** Break-glass: one question after the other, then the code, then the PIN and the restart code with which people come back. */
export function OpenPlace({ status, onOpened }: { readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> }; readonly onOpened: (open: OpenWard, person: Person) => void }) {
  const { bridge, hand, vault } = usePorts()
  const device = useNow()
  // Fixed when the screen comes up: once the first envelope is open, the status names an incident.
  const [draft, setDraft] = useState<OpenDraft>(() => ({ ...emptyOpenDraft, purpose: status.incident === null ? 'open' : 'join' }))
  const [step, setStep] = useState<OpenStep>(() => stepsOf(draft)[0] ?? 'people')
  const [restart, setRestart] = useState<RestartCodeShown | null>(null)
  const [answer, setAnswer] = useState<CodeAnswer>({ kind: 'not-tried' })
  const [wait, setWait] = useWait()
  const opened = useRef<{ readonly open: OpenWard; readonly person: Person } | null>(null)
  const wrong = useRef(0)
  const isKeeping = useRef(false)

  useEffect(() => {
    void bridge.call('code:wait').then((owed) => owed.ok && setWait(owed.value.waitSeconds))
  }, [bridge, setWait])

  async function tryCode(override: RosterOverride | null): Promise<void> {
    const code = readSealedCode(codeText(draft.code))
    const staffNumber = readStaffNumber(draft.staffNumber)
    if (!code.ok || staffNumber === null || draft.envelope === null || draft.profession === null) return
    setAnswer({ kind: 'trying' })
    const clockOffsetMs = confirmedOffset(draft, hand.now())
    const glass = await breakGlass({ bridge, vault, hand }, status, { envelope: draft.envelope, code: code.value, staffNumber, reasonCode: draft.reason ?? 'other', clockOffsetMs, override })
    if (!glass.ok) return refuse(glass.error)
    const person: Person = { staffNumber, name: draft.name, profession: draft.profession }
    await enter(glass.value, person, clockOffsetMs, override)
  }

  /** The code was right: the ward is open from here on, whatever happens to this screen. */
  async function enter(glass: Opened, person: Person, clockOffsetMs: number, override: RosterOverride | null): Promise<void> {
    const open = await openWard({ bridge, hand, idle }, glass.status, glass.dek, glass.account)
    if (!open.ok) {
      notice(open.error.code)
      return setAnswer({ kind: 'not-saved' })
    }
    const standing = standingOf(glass.status, open.value, person)
    if (standing !== null && glass.isNew) {
      await tellOpening(open.value, standing, hand, { reasonCode: draft.reason ?? 'other', story: draft.story, opener: person, decidedBy: draft.decidedBy, clockOffsetMs, rosterOverride: override, effects: [], ladder: null, decider: null, witness: null })
    } else if (standing !== null) await tellPerson(open.value, standing, hand, person)
    opened.current = { open: open.value, person }
    setDraft({ ...draft, code: emptyCode('sealed') })
    setStatus(glass.status)
    setAnswer({ kind: 'not-tried' })
    setStep('pin')
  }

  function refuse(fault: GlassFault): void {
    if (fault.code === 'wait') setAnswer({ kind: 'not-tried' })
    else if (fault.code === 'wrong-code') setAnswer({ kind: 'wrong', wrongInARow: (wrong.current += 1) })
    else setAnswer(answerOf(fault))
    // Nothing typed into a failed attempt stays; a differing roster may be accepted by two people with the same code.
    if (!(fault.code === 'roster-differs' && 'sealedEpoch' in fault)) setDraft((before) => ({ ...before, code: emptyCode('sealed') }))
    if (fault.code === 'wait') setWait(fault.seconds)
    else void bridge.call('code:wait').then((owed) => owed.ok && setWait(owed.value.waitSeconds))
  }

  async function keep(): Promise<void> {
    const pin = readPin(pinDigits(draft.pin))
    const done = opened.current
    if (!pin.ok || done === null || isKeeping.current) return
    isKeeping.current = true // a second press must not make a second code
    const kept = await keepPin(bridge, done.open.dek, done.open.incident, done.person, pin.value)
    if (!kept.ok) notice('pin-not-kept')
    setDraft({ ...emptyOpenDraft, purpose: draft.purpose })
    setRestart({ code: makeRestartCode(hand), holder: done.person.staffNumber, isCopied: false, state: 'shown' })
  }

  async function keepRestart(shown: RestartCodeShown): Promise<void> {
    const holder = readStaffNumber(shown.holder)
    const done = opened.current
    if (holder === null || done === null || shown.state === 'keeping') return
    setRestart({ ...shown, state: 'keeping' })
    const kept = await keepRestartCode(bridge, vault, done.open.dek, shown.code, holder)
    if (!kept.ok) return setRestart({ ...shown, state: 'not-kept' })
    begin()
  }

  function begin(): void {
    const done = opened.current
    if (done === null) return
    setRestart(null)
    onOpened(done.open, done.person)
    goTo({ at: 'home' })
  }

  if (restart !== null) {
    return (
      <RestartCodeScreen
        purpose={draft.purpose}
        code={restart.code}
        holder={restart.holder}
        onHolder={(holder) => setRestart({ ...restart, holder })}
        isCopied={restart.isCopied}
        onCopied={(isCopied) => setRestart({ ...restart, isCopied })}
        state={restart.state}
        onKeep={() => void keepRestart(restart)}
        onSkip={begin}
      />
    )
  }

  return (
    <Open
      step={step}
      draft={draft}
      onDraft={setDraft}
      onStep={setStep}
      device={device}
      fingerprint={fingerprintOf(rosterHash(status.card.roster))}
      envelopes={status.card.accountFiles.map(({ envelope }) => ({ number: envelope, isOpened: status.card.opened.includes(envelope) }))}
      answer={answer}
      waitSeconds={wait}
      onOpen={() => void tryCode(null)}
      onOverride={(override) => void tryCode(override)}
      onPin={() => void keep()}
      onLeave={() => goTo({ at: 'home' })}
    />
  )
}

function answerOf(fault: GlassFault): CodeAnswer {
  if (fault.code === 'file-damaged') return { kind: 'file-damaged' }
  if (fault.code === 'other-envelope') return { kind: 'other-envelope', envelope: fault.envelope }
  if (fault.code === 'roster-differs' && 'sealedEpoch' in fault) return { kind: 'roster-differs', sealedEpoch: fault.sealedEpoch, epoch: fault.epoch }
  return keyFaults.has(fault.code) ? { kind: 'not-in-roster' } : { kind: 'not-saved' }
}

/** The envelope opens, and what it opens does not belong to this station's roster or incident. */
const keyFaults: ReadonlySet<string> = new Set<GlassFault['code']>(['roster-differs', 'not-in-roster', 'header-forged', 'header-malformed', 'unknown-envelope', 'wrapped-differs', 'not-for-this-key'])

/** Seconds to wait, counted down on the screen; the machine counts for itself. */
export function useWait(): readonly [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return [seconds, setSeconds]
}
