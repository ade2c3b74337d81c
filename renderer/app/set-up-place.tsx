import { useState } from 'react'
import { liveEnvelopes, lostSheets, sheetsOnPaper } from '#domain/access/ceremony.ts'
import type { AgeRecipient } from '#domain/access/keys.ts'
import { readKeeper } from '#domain/inventory/inventory.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { Fault, StationStatus } from '#domain/bridge.ts'
import type { Result } from '#domain/result.ts'
import { Resume } from '../features/set-up/resume.tsx'
import { PassphraseStep } from '../features/maintenance/passphrase-step.tsx'
import { SetUp, type SetUpActs } from '../features/set-up/set-up.tsx'
import { emptyDraft, isPassphraseKept, readLetters, readOfficerKey, renewalSteps, setUpSteps, type Proof, type SetUpDraft, type SetUpStep, type SetUpWork } from '../features/set-up/draft.ts'
import { readBeds } from '#domain/beds.ts'
import { keepPassphrase } from '../session/maintenance.ts'
import { goTo, notice, setStatus, useSession } from '../session/session.ts'
import { addSpare, mark, prepareEnvelopes, proveEnvelope, type Held, type OfficerKey } from '../session/set-up.ts'
import { newIdentity } from '../vault/age-file.ts'
import { makeOfficerTest, proveOfficer, provesOfficer, type OfficerTest } from '../vault/prove.ts'
import { knownOf } from '../print/known.ts'
import type { Unprinted } from '../print/sheet.ts'
import { printOnRecord } from '../session/printing.ts'
import { usePorts } from './ports.ts'

type Doing = Pick<SetUpWork, 'officerTest' | 'maintenanceOfficer' | 'busy'> & { readonly proofs: Readonly<Record<number, Proof>>; readonly officerProof: Proof }

const notYet: Proof = { kind: 'not-yet' }

/**
 * The key ceremony, the first time and as renewal. What it made lies on the disk at once and this place is drawn from there;
 * only the codes that are not on paper yet and the officer's secret are this window's, and die with it.
 */
export function SetUpPlace({ status }: { readonly status: StationStatus }) {
  const { bridge, hand, vault } = usePorts()
  const ports = { bridge, hand, vault }
  const plan = useSession((session) => session.plan)
  const { card, ceremony } = status
  const isRenewal = card?.phase === 'closed'
  const [draft, setDraft] = useState<SetUpDraft>(() => draftOf(status))
  const [isResuming, setResuming] = useState(ceremony !== null)
  const [step, setStep] = useState<SetUpStep>(isRenewal ? 'officer' : 'ward')
  const [doing, setDoing] = useState<Doing>({ maintenanceOfficer: status.maintenanceOfficer, officerTest: null, busy: null, proofs: {}, officerProof: notYet })
  const [held, setHeld] = useState<Held>({ codes: new Map(), spares: [] })
  const [officer, setOfficer] = useState<OfficerKey | null>(null)
  const [test, setTest] = useState<OfficerTest | null>(null)
  const change = (part: Partial<Doing>): void => setDoing((before) => ({ ...before, ...part }))
  const proofOf = (number: number, proof: Proof): void => setDoing((before) => ({ ...before, proofs: { ...before.proofs, [number]: proof } }))
  const told = (answer: Result<StationStatus, Fault>): boolean => {
    if (answer.ok) setStatus(answer.value)
    else notice(answer.error.code)
    return answer.ok
  }

  const work: SetUpWork = {
    ...doing,
    officer: officer === null ? null : { recipient: officer.recipient, secret: officer.identity },
    officerProof: ceremony?.isOfficerProved === true ? { kind: 'proved' } : doing.officerProof,
    envelopes: ceremony?.envelopes.filter(({ sheet }) => sheet !== 'void').map(({ envelope, sheet }) => ({
      number: envelope,
      code: sheet === 'made' || sheet === 'printing' ? (held.codes.get(envelope) ?? null) : null,
      wasSent: sheet === 'printing',
      isOnPaper: sheet === 'on-paper' || sheet === 'proved',
      proof: sheet === 'proved' ? { kind: 'proved' } : (doing.proofs[envelope] ?? notYet),
    })) ?? null,
    voided: ceremony?.envelopes.filter(({ sheet }) => sheet === 'void').map(({ envelope }) => envelope) ?? [],
    spares: held.spares.length,
    compared: ceremony?.compared ?? [],
    fingerprint: ceremony?.fingerprint ?? null,
    canKeepOfficer: card !== null,
  }

  const acts: SetUpActs = {
    makeOfficerKey: () => void makeOfficerKey(),
    printOfficerKey: () => put({ kind: 'officer', secret: officer?.identity ?? '', recipient: officer?.recipient ?? '', hospital: draft.hospital }),
    makeCodes: () => void makeCodes(),
    remake: () => void giveUp(),
    printSheet: (number) => void print(number),
    onPaper: (number) => void mark(bridge, { mark: 'sheet', envelope: number, sheet: 'on-paper' }).then((marked) => told(marked) && held.codes.delete(number)),
    voidSheet: (number, why) => void voidSheet(number, why),
    proveCode: (number, typed) => void prove(number, typed),
    proveOfficerByKey: (identity) => void proveKey(identity),
    saveOfficerTest: () => void saveTest(),
    proveOfficerByAnswer: (answer) => void (test !== null && provesOfficer(test, answer) ? mark(bridge, { mark: 'officer-proved' }).then(told) : change({ officerProof: { kind: 'refused', why: 'wrong-answer' } })),
    compare: (envelope, isSame) => void mark(bridge, { mark: 'compared', envelope, isSame }).then(told),
    seal: () => void seal(),
  }

  function put(sheet: Unprinted): void {
    const station = { realm: status.realm, letters: draft.letters.toUpperCase(), opened: 0, of: draft.envelopes }
    // A key on paper is where set-up has begun: from here on there is a journal to say so.
    void bridge.call('station:begin').then(() => printOnRecord({ bridge, hand, station, work: null }, sheet)).then((isOnRecord) => {
      if (!isOnRecord) notice('print-not-recorded')
    })
  }

  function recipient(): AgeRecipient | null {
    if (draft.officer === 'kept') return card?.roster.officer.recipient ?? null
    const pasted = readOfficerKey(draft.officerKey)
    if (draft.officer === 'pasted') return pasted.kind === 'good' ? pasted.recipient : null
    return officer?.recipient ?? null
  }

  async function makeOfficerKey(): Promise<void> {
    change({ busy: 'officer-key' })
    setOfficer(await newIdentity())
    change({ busy: null })
  }

  async function setPassphrase(passphrase: Passphrase): Promise<void> {
    const key = recipient()
    if (key === null) return
    change({ busy: 'passphrase' })
    const kept = await keepPassphrase({ bridge, vault }, passphrase, key, 'set-up', null)
    if (!kept.ok) notice(kept.error.code)
    change({ busy: null, ...(kept.ok ? { maintenanceOfficer: key } : {}) })
  }

  async function makeCodes(): Promise<void> {
    const [key, letters, beds] = [recipient(), readLetters(draft.letters), readBeds(draft.beds)]
    if (key === null || letters === null || !beds.ok) return
    change({ busy: 'envelopes', officerProof: notYet, officerTest: null, proofs: {} })
    const profile = { hospital: draft.hospital, ward: draft.ward, letters, beds: [...beds.value] }
    const prepared = await prepareEnvelopes(ports, status, profile, key, draft.envelopes)
    change({ busy: null })
    if (!prepared.ok) return notice(prepared.error.code)
    setHeld(prepared.value.held)
    setStatus(prepared.value.status)
  }

  /** On the disk before the printer has it: a crash in between voids a sheet that may lie there, half printed. */
  async function print(number: number): Promise<void> {
    const code = held.codes.get(number)
    if (code === undefined || ceremony === null || work.fingerprint === null || !told(await mark(bridge, { mark: 'sheet', envelope: number, sheet: 'printing' }))) return
    const { hospital, ward, letters } = ceremony.profile
    put({ kind: 'envelope', number, of: liveEnvelopes(ceremony).length, code, fingerprint: work.fingerprint, hospital, ward, letters, madeAt: hand.now(), known: knownOf(plan, draft.places[number]) })
  }

  async function voidSheet(number: number, why: 'jammed' | 'unreadable'): Promise<void> {
    if (ceremony === null || !told(await bridge.call('ceremony:void', { envelope: number, why }))) return
    held.codes.delete(number)
    const added = await addSpare(ports, ceremony.roster, held)
    if (added !== null) told(added)
    setStep('envelopes')
  }

  async function giveUp(): Promise<void> {
    if (!told(await bridge.call('ceremony:drop'))) return
    setHeld({ codes: new Map(), spares: [] })
    setResuming(false)
    setStep('envelopes')
    // A key that was made here and shown once belongs to the sheets that are void now.
    if (draft.officer === 'made-here' && officer === null) setDraft({ ...draft, officer: 'kept' })
  }

  async function goOn(): Promise<void> {
    const resumed = await bridge.call('ceremony:resume')
    if (!told(resumed) || !resumed.ok) return
    setResuming(false)
    setStep(resumed.value.ceremony?.envelopes.every(({ sheet }) => sheet !== 'on-paper') === true && resumed.value.ceremony.isOfficerProved ? 'fingerprint' : 'prove')
  }

  async function prove(number: number, typed: string): Promise<void> {
    if (ceremony === null) return
    proofOf(number, { kind: 'trying' })
    const proved = await proveEnvelope(ports, ceremony.roster, number, typed)
    if (proved.ok) setStatus(proved.value)
    proofOf(number, proved.ok ? { kind: 'proved' } : { kind: 'refused', why: whyOf(proved.error.code) })
  }

  async function proveKey(identity: string): Promise<void> {
    if (ceremony === null) return
    change({ officerProof: { kind: 'trying' } })
    const proved = await proveOfficer(identity.trim(), ceremony.roster)
    if (!proved.ok) return change({ officerProof: { kind: 'refused', why: proved.error.code === 'other-officer' ? 'other-officer' : 'not-the-key' } })
    told(await mark(bridge, { mark: 'officer-proved' }))
  }

  async function saveTest(): Promise<void> {
    const made = ceremony === null ? null : await makeOfficerTest(ceremony.roster)
    if (made === null || !made.ok) return
    const written = await bridge.call('station:officer-test', { bytes: new Uint8Array(made.value.file) })
    if (!written.ok || written.value.path === null) return
    setTest(made.value)
    change({ officerTest: written.value.path })
  }

  async function seal(): Promise<void> {
    const by = readKeeper(draft.sealer.name, draft.sealer.staffNumber)
    if (by === null) return
    change({ busy: 'sealing' })
    const items = (work.envelopes ?? []).map(({ number }) => ({ envelope: number, place: draft.places[number]?.place ?? '', holder: draft.places[number]?.holder ?? '' }))
    const placed = await bridge.call('inventory:place', { items, by })
    if (!placed.ok) notice(placed.error.code)
    const sealed = placed.ok && told(await bridge.call('station:seal', { by: by.staffNumber }))
    change({ busy: null })
    if (sealed) goTo({ at: 'home' })
  }

  const maintenance = (
    <PassphraseStep
      state={work.busy === 'passphrase' ? 'keeping' : isPassphraseKept(draft, work) ? 'kept' : 'none'}
      onKeep={(passphrase) => void setPassphrase(passphrase)}
      onAgain={() => change({ maintenanceOfficer: null })}
    />
  )
  if (isResuming && ceremony !== null) {
    return <Resume onPaper={sheetsOnPaper(ceremony)} lost={lostSheets(ceremony)} isRenewal={isRenewal} onGoOn={() => void goOn()} onAnew={() => void giveUp()} onLeave={isRenewal ? () => goTo({ at: 'home' }) : null} />
  }
  return <SetUp step={step} steps={isRenewal ? renewalSteps : setUpSteps} draft={draft} work={work} onDraft={setDraft} onStep={(next) => {
    // Once kept, the officer's secret is on this screen no longer.
    if (next !== 'officer' && officer !== null) setOfficer({ ...officer, identity: null })
    setStep(next)
  }} acts={acts} maintenance={maintenance} onInterrupt={() => goTo({ at: 'home' })} />
}

/** What is known already is not asked again: the hospital of a ceremony that was interrupted, or of the seal before. */
function draftOf({ card, ceremony }: StationStatus): SetUpDraft {
  const known = ceremony?.profile ?? card?.profile
  return known === undefined ? emptyDraft : { ...emptyDraft, hospital: known.hospital, ward: known.ward, letters: known.letters, beds: known.beds.join('、'), officer: 'kept' }
}

function whyOf(code: string): Extract<Proof, { kind: 'refused' }>['why'] {
  return code === 'wrong-code' || code === 'file-damaged' ? code : 'other'
}
