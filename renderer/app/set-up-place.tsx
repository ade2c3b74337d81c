import { useRef, useState } from 'react'
import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import { readSealedCode } from '#domain/access/code.ts'
import { PassphraseStep } from '../features/maintenance/passphrase-step.tsx'
import { SetUp, type SetUpActs } from '../features/set-up/set-up.tsx'
import { emptyDraft, isPassphraseKept, readLetters, readOfficerKey, type Proof, type SetUpStep, type SetUpWork } from '../features/set-up/draft.ts'
import { readBeds } from '../features/set-up/beds.ts'
import { keepPassphrase } from '../session/maintenance.ts'
import { goTo, notice, setStatus, useSession } from '../session/session.ts'
import { prepareEnvelopes, sealStation, type OfficerKey, type Prepared } from '../session/set-up.ts'
import { newIdentity } from '../vault/age-file.ts'
import { makeOfficerTest, proveOfficer, provesOfficer, type OfficerTest } from '../vault/prove.ts'
import { nothingKnown, type Unprinted } from '../print/sheet.ts'
import { printOnRecord } from '../session/printing.ts'
import { usePorts } from './ports.ts'

const nothingDone: SetUpWork = { officer: null, maintenanceOfficer: null, officerProof: { kind: 'not-yet' }, officerTest: null, envelopes: null, fingerprint: null, busy: null }

/** Keys and codes of set-up live in this place's memory and die with it: interrupting means beginning anew. */
export function SetUpPlace() {
  const { bridge, hand, vault } = usePorts()
  const status = useSession((session) => session.status)
  const [draft, setDraft] = useState(emptyDraft)
  const [step, setStep] = useState<SetUpStep>('ward')
  const [work, setWork] = useState(nothingDone)
  const secrets = useRef<{ officer: OfficerKey | null; prepared: Prepared | null; test: OfficerTest | null }>({ officer: null, prepared: null, test: null })
  const change = (part: Partial<SetUpWork>): void => setWork((before) => ({ ...before, ...part }))
  const changeEnvelope = (number: number, part: Partial<NonNullable<SetUpWork['envelopes']>[number]>): void =>
    setWork((before) => ({ ...before, envelopes: before.envelopes?.map((envelope) => (envelope.number === number ? { ...envelope, ...part } : envelope)) ?? null }))
  const envelopeOf = (number: number) => secrets.current.prepared?.envelopes.find((envelope) => envelope.number === number) ?? null
  const recipient = (): AgeRecipient | null => {
    const pasted = readOfficerKey(draft.officerKey)
    if (draft.officer === 'pasted') return pasted.kind === 'good' ? pasted.recipient : null
    return secrets.current.officer?.recipient ?? null
  }

  const acts: SetUpActs = {
    makeOfficerKey: () => void makeOfficerKey(),
    printOfficerKey: () => print({ kind: 'officer', secret: secrets.current.officer?.identity ?? '', recipient: secrets.current.officer?.recipient ?? '', hospital: draft.hospital }),
    makeCodes: () => void makeCodes(),
    printSheet: (number) => {
      const envelope = envelopeOf(number)
      const prepared = secrets.current.prepared
      if (envelope === null || prepared === null) return
      print({ kind: 'envelope', number, of: prepared.envelopes.length, code: envelope.code, fingerprint: prepared.fingerprint, hospital: draft.hospital, ward: draft.ward, letters: draft.letters.toUpperCase(), madeAt: hand.now(), known: nothingKnown })
    },
    onPaper: (number) => changeEnvelope(number, { isOnPaper: true, code: null }),
    proveCode: (number, typed) => void proveEnvelope(number, typed),
    proveOfficerByKey: (identity) => void proveKey(identity),
    saveOfficerTest: () => void saveTest(),
    proveOfficerByAnswer: (answer) => {
      const { test } = secrets.current
      change({ officerProof: test !== null && provesOfficer(test, answer) ? { kind: 'proved' } : { kind: 'refused', why: 'wrong-answer' } })
    },
    seal: () => void seal(),
  }

  function print(sheet: Unprinted): void {
    const station = { realm: status?.realm ?? 'real', letters: draft.letters.toUpperCase(), opened: 0, of: draft.envelopes }
    // A key on paper is where set-up has begun: from here on there is a journal to say so.
    void bridge.call('station:begin').then(() => printOnRecord({ bridge, hand, station, work: null }, sheet)).then((isOnRecord) => {
      if (!isOnRecord) notice('print-not-recorded')
    })
  }

  async function makeOfficerKey(): Promise<void> {
    change({ busy: 'officer-key' })
    const pair = await newIdentity()
    secrets.current.officer = pair
    change({ busy: null, officer: { recipient: pair.recipient, secret: pair.identity } })
  }

  async function setPassphrase(passphrase: Passphrase): Promise<void> {
    const officer = recipient()
    if (officer === null) return
    change({ busy: 'passphrase' })
    const kept = await keepPassphrase({ bridge, vault }, passphrase, officer, 'set-up', null)
    if (!kept.ok) notice(kept.error.code)
    change({ busy: null, ...(kept.ok ? { maintenanceOfficer: officer } : {}) })
  }

  async function makeCodes(): Promise<void> {
    const officer = recipient()
    if (officer === null) return
    change({ busy: 'envelopes' })
    const prepared = await prepareEnvelopes({ bridge, vault, hand }, officer, draft.envelopes, () => undefined)
    if (!prepared.ok) {
      notice(prepared.error.code)
      return change({ busy: null })
    }
    secrets.current.prepared = prepared.value
    const envelopes = prepared.value.envelopes.map(({ number, code }) => ({ number, code, isOnPaper: false, proof: { kind: 'not-yet' } as const }))
    change({ busy: null, envelopes, fingerprint: prepared.value.fingerprint, officerProof: { kind: 'not-yet' } })
  }

  async function proveEnvelope(number: number, typed: string): Promise<void> {
    const envelope = envelopeOf(number)
    const code = readSealedCode(typed)
    const { prepared } = secrets.current
    if (envelope === null || prepared === null || !code.ok) return changeEnvelope(number, { proof: { kind: 'refused', why: 'wrong-code' } })
    changeEnvelope(number, { proof: { kind: 'trying' } })
    const proved = await vault.ask('proveCode', { code: code.value, file: envelope.file, roster: prepared.roster })
    changeEnvelope(number, { proof: proved.ok ? { kind: 'proved' } : { kind: 'refused', why: whyOf(proved.error.code) } })
  }

  async function proveKey(identity: string): Promise<void> {
    const { prepared } = secrets.current
    if (prepared === null) return
    change({ officerProof: { kind: 'trying' } })
    const proved = await proveOfficer(identity.trim(), prepared.roster)
    change({ officerProof: proved.ok ? { kind: 'proved' } : { kind: 'refused', why: proved.error.code === 'other-officer' ? 'other-officer' : 'not-the-key' } })
  }

  async function saveTest(): Promise<void> {
    const { prepared } = secrets.current
    const test = prepared === null ? null : await makeOfficerTest(prepared.roster)
    if (test === null || !test.ok) return
    const written = await bridge.call('station:officer-test', { bytes: new Uint8Array(test.value.file) })
    if (!written.ok || written.value.path === null) return
    secrets.current.test = test.value
    change({ officerTest: written.value.path })
  }

  async function seal(): Promise<void> {
    const { prepared } = secrets.current
    const letters = readLetters(draft.letters)
    const beds = readBeds(draft.beds)
    if (prepared === null || letters === null || !beds.ok) return
    change({ busy: 'sealing' })
    const sealed = await sealStation(bridge, { hospital: draft.hospital, ward: draft.ward, letters, beds: [...beds.value] }, prepared)
    if (!sealed.ok) {
      notice(sealed.error.code)
      return change({ busy: null })
    }
    secrets.current = { officer: null, prepared: null, test: null }
    setStatus(sealed.value)
    goTo({ at: 'home' })
  }

  const maintenance = (
    <PassphraseStep
      state={work.busy === 'passphrase' ? 'keeping' : isPassphraseKept(draft, work) ? 'kept' : 'none'}
      onKeep={(passphrase) => void setPassphrase(passphrase)}
      onAgain={() => change({ maintenanceOfficer: null })}
    />
  )
  return <SetUp step={step} draft={draft} work={work} onDraft={setDraft} onStep={(next) => {
    // Once kept, the officer's secret is on this screen no longer.
    if (next !== 'officer' && secrets.current.officer !== null) {
      secrets.current.officer = { ...secrets.current.officer, identity: null }
      change({ officer: { recipient: secrets.current.officer.recipient, secret: null } })
    }
    setStep(next)
  }} acts={acts} maintenance={maintenance} onInterrupt={() => goTo({ at: 'home' })} />
}

function whyOf(code: string): Extract<Proof, { kind: 'refused' }>['why'] {
  return code === 'wrong-code' || code === 'file-damaged' ? code : 'other'
}
