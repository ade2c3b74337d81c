import { useEffect, useRef, useState } from 'react'
import { fingerprintOf, type RosterOverride } from '#domain/access/roster.ts'
import { readSealedCode } from '#domain/access/code.ts'
import type { StationStatus } from '#domain/bridge.ts'
import { readStaffNumber } from '#domain/ids.ts'
import { corrected } from '#domain/incident/clock.ts'
import type { Person } from '#domain/log/person.ts'
import { Open } from '../features/open/open.tsx'
import { confirmedOffset, emptyOpenDraft, ladderTold, stepsOf, witnessOf, type CodeAnswer, type OpenDraft, type OpenStep } from '../features/open/draft.ts'
import { OpenedScreen, type Announce, type OpenedFacts } from '../features/open/opened.tsx'
import { codeText, emptyCode } from '../ui/code-groups.ts'
import { rosterHash } from '../vault/account.ts'
import { breakGlass, type GlassFault, type Opened } from '../session/glass.ts'
import { openWard, standingOf, tellOpening, tellPerson, type OpenWard } from '../session/open-ward.ts'
import { printOnRecord } from '../session/printing.ts'
import { goTo, notice, setHelp, setSilent, setStatus, useSession } from '../session/session.ts'
import { useScans } from '../ui/scans.tsx'
import { sealedTold } from '../session/told.ts'
import { idle } from '../host.ts'
import { announcement } from './announcement.ts'
import { KeysSteps } from './keys-steps.tsx'
import { usePorts } from './ports.ts'
import { useDeviceNow } from './use-now.ts'

type Done = { readonly open: OpenWard; readonly person: Person; readonly facts: OpenedFacts }

/** Break-glass: one question after the other, then the code; then everybody is told, and the keys to come back with are made. */
export function OpenPlace({ status, onOpened }: { readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> }; readonly onOpened: (open: OpenWard, person: Person) => void }) {
  const { bridge, hand, vault } = usePorts()
  const device = useDeviceNow()
  const plan = useSession((session) => session.plan)
  const isSilent = useSession((session) => session.isSilent)
  // Fixed when the screen comes up: once the first envelope is open, the status names an incident.
  const [draft, setDraft] = useState<OpenDraft>(() => ({ ...emptyOpenDraft, purpose: status.incident === null ? 'open' : 'join' }))
  const [step, setStep] = useState<OpenStep>(() => stepsOf(draft)[0] ?? 'people')
  const [answer, setAnswer] = useState<CodeAnswer>({ kind: 'not-tried' })
  const [wait, setWait] = useWait()
  const [done, setDone] = useState<Done | null>(null)
  const [areKeysAsked, setKeysAsked] = useState(false)
  const [isScanned, setScanned] = useState(false)
  const wrong = useRef(0)
  const notBefore = status.clockNotBefore

  // A code is heard here and nowhere else, and only while it is asked for.
  useScans(({ text }) => {
    const code = readSealedCode(text)
    if (!code.ok || step !== 'code' || answer.kind === 'trying' || answer.kind === 'roster-differs') return false
    setDraft((before) => ({ ...before, code: code.value.split('-') }))
    setScanned(true)
    return true
  })

  useEffect(() => {
    void bridge.call('code:wait').then((owed) => owed.ok && setWait(owed.value.waitSeconds))
  }, [bridge, setWait])

  async function tryCode(override: RosterOverride | null): Promise<void> {
    const code = readSealedCode(codeText(draft.code))
    const staffNumber = readStaffNumber(draft.opener.staffNumber)
    if (!code.ok || staffNumber === null || draft.envelope === null || draft.profession === null) return
    setAnswer({ kind: 'trying' })
    const clockOffsetMs = confirmedOffset(draft, hand.now(), notBefore)
    const glass = await breakGlass({ bridge, vault, hand }, status, { envelope: draft.envelope, code: code.value, staffNumber, reasonCode: draft.reason ?? 'other', clockOffsetMs, override })
    if (!glass.ok) return refuse(glass.error)
    await enter(glass.value, { staffNumber, name: draft.opener.name, profession: draft.profession }, clockOffsetMs, override)
  }

  /** The code was right: the ward is open from here on, whatever happens to this screen. */
  async function enter(glass: Opened, person: Person, clockOffsetMs: number, override: RosterOverride | null): Promise<void> {
    const open = await openWard({ bridge, hand, idle }, glass.status, glass.dek, glass.account)
    if (!open.ok) {
      notice(open.error.code)
      return setAnswer({ kind: 'not-saved' })
    }
    const standing = standingOf(glass.status, open.value, person)
    const reason = draft.reason ?? 'other'
    const [witness, { effects, story, decidedBy, decider }] = [witnessOf(draft), draft]
    if (standing !== null && glass.isNew) {
      await tellOpening(open.value, standing, hand, { reasonCode: reason, story, opener: person, decidedBy, clockOffsetMs, rosterOverride: override, effects: [...effects], ladder: ladderTold(draft), decider, witness })
    } else if (standing !== null) await tellPerson(open.value, standing, hand, person)
    const { card } = glass.status
    setDone({
      open: open.value,
      person,
      facts: {
        reason: glass.isNew ? reason : null, effects, decidedBy, openedBy: person.name, witness: witness?.name ?? null, envelope: glass.account,
        since: corrected(hand.now(), card?.clockOffsetMs ?? 0), isClockCorrected: (card?.clockOffsetMs ?? 0) !== 0, opened: card?.opened.length ?? 0, of: card?.accountFiles.length ?? 0,
      },
    })
    setDraft({ ...emptyOpenDraft, purpose: draft.purpose })
    setStatus(glass.status)
    setAnswer({ kind: 'not-tried' })
    setStep('opened')
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

  async function print({ open, person, facts }: Done, what: Parameters<Announce>[0]): Promise<void> {
    const standing = standingOf(status, open, person)
    const told = await sealedTold(bridge, status, open.dek)
    if (standing === null) return
    const said = told ?? { since: facts.since, reasonCode: facts.reason ?? 'other', openedBy: facts.openedBy, decidedBy: facts.decidedBy }
    const { card, realm } = status
    const station = { realm, letters: card.profile.letters, opened: card.opened.length, of: card.accountFiles.length }
    const isOnRecord = await printOnRecord({ bridge, hand, station, work: { open, standing } }, announcement(what, card, said, plan.contacts))
    if (!isOnRecord) notice('print-not-recorded')
  }

  function begin({ open, person }: Done): void {
    onOpened(open, person)
    goTo({ at: 'home' })
  }

  if (done !== null && areKeysAsked) return <KeysSteps open={done.open} person={done.person} onDone={() => begin(done)} />
  if (done !== null) {
    const later = (): void => {
      notice('keys-postponed')
      begin(done)
    }
    return <OpenedScreen facts={done.facts} isSilent={isSilent} onSilence={() => setSilent(true)} onPrint={(what) => void print(done, what)} onPin={() => setKeysAsked(true)} onLater={later} />
  }
  const spares = status.card.voided.map(({ envelope }) => envelope)
  const retired = status.card.retired.map(({ envelope }) => envelope).filter((envelope) => !spares.includes(envelope))
  // Those in use first: after some years there are more that are not.
  const listed = status.card.accountFiles.map(({ envelope }) => envelope)
  return (
    <Open
      step={step}
      draft={draft}
      onDraft={(next) => {
        if (next.code !== draft.code) setScanned(false)
        setDraft(next)
      }}
      onStep={setStep}
      facts={{ device, notBefore, answer, waitSeconds: wait, retired }}
      plan={plan}
      fingerprint={fingerprintOf(rosterHash(status.card.roster))}
      envelopes={[...new Set([...listed, ...retired])].map((number) => ({ number, isOpened: status.card.opened.includes(number), isRetired: retired.includes(number) }))}
      isScanned={isScanned}
      onOpen={() => void tryCode(null)}
      onOverride={(override) => void tryCode(override)}
      onForms={null}
      onHelp={() => setHelp(true)}
      onLeave={() => goTo({ at: 'home' })}
    />
  )
}

function answerOf(fault: GlassFault): CodeAnswer {
  if (fault.code === 'retired' || fault.code === 'voided') return { kind: 'already-retired' }
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
