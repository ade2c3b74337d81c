import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import type { MinisignKey } from '#domain/access/keys.ts'
import { fingerprintOf, Roster } from '#domain/access/roster.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import type { DrillLog } from '#domain/drill/drill-log.ts'
import { sampleWard } from '#domain/drill/sample-ward.ts'
import { sampleAuthor, scoreOf, type DrillScore } from '#domain/drill/score.ts'
import { EntryId, PatientId } from '#domain/ids.ts'
import { noBlanks } from '#domain/number/blank.ts'
import { readWardNumber } from '#domain/number/ward-number.ts'
import { registration } from '#domain/patient/register.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { instantOf, tokyoDateOf } from '#domain/time.ts'
import { makeAccount, rosterHash, rosterLine } from '../vault/account.ts'
import { newIdentity } from '../vault/age-file.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { reserve, seriesOf, standingOf, type OpenWard } from './open-ward.ts'
import { readAll } from './read-all.ts'

export type DrillPorts = { readonly bridge: Bridge; readonly vault: Vault; readonly hand: Hand }
export type DrillEnvelope = { readonly code: SealedCode; readonly fingerprint: string; readonly status: StationStatus }

/**
 * Makes the drill's own account and roster. The officer's half of its keys is thrown away at once: nothing of a drill is
 * worth recovering, and what a drill exports opens with its own envelope.
 */
export async function prepareDrill({ bridge, vault, hand }: DrillPorts): Promise<Result<DrillEnvelope, Fault>> {
  const begun = await bridge.call('drill:begin')
  if (!begun.ok) return begun
  const { station, realm, stationKey, epoch } = begun.value
  const [account, officer] = await Promise.all([makeAccount(1), newIdentity()])
  const roster = Roster.safeParse({ v: 1, station, realm, epoch, officer: { recipient: officer.recipient }, accounts: [rosterLine(account)], stationKey: stationKey as MinisignKey }) // the schema looks again
  if (!roster.success) return err({ code: 'refused' })
  const code = makeSealedCode(hand)
  const file = await vault.ask('sealAccount', { account, roster: roster.data, code })
  const fingerprint = fingerprintOf(rosterHash(roster.data))
  const prepared = await bridge.call('drill:prepare', { roster: roster.data, fingerprint, accounts: [{ envelope: 1, file: { bytes: new Uint8Array(file.bytes), sha256: file.sha256 } }] })
  return prepared.ok ? ok({ code, fingerprint, status: prepared.value }) : prepared
}

/** Fills the drill's ward with invented patients, once: an empty ward teaches little. */
export async function fillSampleWard(bridge: Bridge, hand: Hand, status: StationStatus, open: OpenWard): Promise<void> {
  const standing = standingOf(status, open, sampleAuthor)
  if (status.realm !== 'drill' || status.card === null || standing === null || open.ward.view().patients.size > 0) return
  let now = status
  for (const { form, vitals } of sampleWard(status.card.profile.beds)) {
    const series = seriesOf(now, open.ward.view())
    if (series === null) return
    const patient = PatientId.parse(hand.newId())
    const made = registration(form, { entry: EntryId.parse(hand.newId()), patient, alias: ['', ''], aliasesGiven: [], series, blanks: noBlanks(series), today: tokyoDateOf(hand.now()), at: null })
    if (!made.ok) continue
    const number = readWardNumber(made.value.draft.body.number)
    const reserved = await reserve(bridge, now, number.ok ? number.value.count : 0)
    if (!reserved.ok) return
    now = reserved.value
    await open.ward.commit(made.value.draft, standing)
    await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'vital-signs', patient, at: null, body: vitals }, standing)
  }
}

/** What was done so far, from the drill's own journals; without a key only what is public. */
export async function drillScore(bridge: Bridge, status: StationStatus, open: OpenWard | null): Promise<DrillScore> {
  const whole = open === null ? null : await readAll(bridge, status, open.dek, () => false)
  const startedMs = status.drill.running?.startedMs ?? 0
  const events = (await Promise.all((['station', 'incident'] as const).map(async (journal) => {
    const told = await bridge.call('journal:public', { journal, before: null, most: 500 })
    return told.ok ? told.value.events : []
  }))).flat().filter(({ wallMs }) => wallMs >= startedMs)
  return scoreOf({ startedMs, entries: whole?.ok === true ? whole.value.entries.map(({ entry }) => entry) : [], events })
}

/** Ends the drill with its log; the machine replaces this window. */
export async function endDrill(bridge: Bridge, hand: Hand, status: StationStatus, score: DrillScore, findings: readonly string[], by: Parameters<typeof standingOf>[2] | null): Promise<Result<undefined, Fault>> {
  const { running } = status.drill
  const endedAt = hand.now()
  const log: DrillLog = { v: 1, card: running?.card ?? 'resumed', startedAt: running === null ? endedAt : instantOf(running.startedMs), endedAt, ...score, findings: [...findings] }
  return bridge.call('drill:end', { staffNumber: by?.staffNumber ?? null, log })
}
