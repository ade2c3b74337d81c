import { randomBytes } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { makeRestartCode, type RestartCode, type SealedCode } from '#domain/access/code.ts'
import type { Bridge, Handlers } from '#domain/bridge.ts'
import { EntryId, PatientId, type IncidentId } from '#domain/ids.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { instantOf } from '#domain/time.ts'
import { machineMark, markPathOf } from '#electron/main/place.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { startWard, type Ward } from '#renderer/store/start.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { wrapForRestart } from '#renderer/vault/restart-code.ts'
import type { KeyPair } from '#renderer/vault/age-file.ts'
import { noVitalSigns } from '#tests/builders.ts'
import { aFolder, nurse, openIncident, prepare, start, stop } from '#tests/electron/station/prepared.ts'

/** A demonstration station on the real disk with a running incident, ready to be opened by the real application. */
export type PreparedWard = {
  readonly folder: string
  readonly codes: readonly SealedCode[]
  readonly restartCode: RestartCode
  readonly officer: KeyPair
  readonly dek: Uint8Array
  readonly incident: IncidentId
  readonly patients: number
  readonly entries: number
}

const person = { staffNumber: nurse, name: '見本 看護', profession: 'nurse' } as const

/**
 * Made without a window: the handlers a window would call, and the very store that runs in it, on the real
 * journal. `patients` with `each` records: a registration, then vital signs and notes in turn. `noise`: bytes at the end of each
 * note that nothing can be made of, so that they stay as many when they are packed.
 */
export async function aPreparedWard({ patients, each, noise = 0 }: { readonly patients: number; readonly each: number; readonly noise?: number }): Promise<PreparedWard> {
  const folder = await aFolder()
  const running = await start(folder, { realm: 'demo', time: { wallMs: Date.now(), monoMs: performance.now() }, machine: machineMark(), markPath: markPathOf(folder) })
  const prepared = await prepare(running, folder)
  const { dek, incident } = await openIncident(running, prepared)
  const restartCode = makeRestartCode({ random })
  const { bytes, sha256 } = await wrapForRestart(dek, restartCode)
  const kept = await running.call['restart:keep']({ label: 'A-1', file: { bytes: new Uint8Array(bytes), sha256 } })
  if (!kept.ok) throw new Error(kept.error.code)
  const entries = await fill(running.call, dek, incident, prepared.roster.station, patients, each, noise)
  await stop(running)
  return { folder, codes: prepared.codes, restartCode, officer: prepared.officer, dek, incident, patients, entries }
}

async function fill(handlers: Handlers, dek: Uint8Array, incident: IncidentId, station: Standing['station'], patients: number, each: number, noise: number): Promise<number> {
  const status = await handlers['station:status'](undefined)
  const beginning = status.ok ? status.value.incident?.beginning : undefined
  if (beginning === undefined) throw new Error('No incident is open')
  const bridge: Bridge = { call: (channel, ...[input]) => handlers[channel](input as never) } // the very table, without a window between
  const started = await startWard(
    {
      bridge, incident, beginning, keys: await openKeys(dek, { realm: 'demo', incident }), lastExit: 'clean', isFrozen: () => false, tell: () => undefined,
      hand: { now: () => instantOf(Date.now()), newId: newUuid, random }, idle: () => new Promise((resolve) => setImmediate(resolve)),
    },
    { databases: { indexedDB: new IDBFactory(), IDBKeyRange } },
  )
  if (!started.ok) throw new Error(started.error.code)
  const ward = started.value
  const standing: Standing = { realm: 'demo', incident, station, account: 1, by: person, onBehalfOf: null }
  await save(ward, standing, { kind: 'incident-told', patient: null, body: { reasonCode: 'earthquake', story: '', opener: person, decidedBy: '副院長 見本', clockOffsetMs: 0, rosterOverride: null, effects: [], ladder: null, decider: null, witness: null } })
  await save(ward, standing, { kind: 'person-identified', patient: null, body: { person, vouchedBy: null, organisation: '' } })
  if (patients > 0) await handlers['station:reserve']({ upTo: patients })
  for (let n = 1; n <= patients; n += 1) await onePatient(ward, standing, n, each, noise)
  const { entries } = ward.view()
  ward.stop()
  return entries
}

async function onePatient(ward: Ward, standing: Standing, n: number, each: number, noise: number): Promise<void> {
  const patient = PatientId.parse(newUuid())
  await save(ward, standing, {
    kind: 'patient-registered', patient,
    body: {
      number: wardNumber('demo', StationLetters.parse('AF'), n),
      naming: { kind: 'known', family: '見本', given: `患者${n}`, familyKana: 'ミホン', givenKana: 'カンジャ' },
      sex: n % 2 === 0 ? 'female' : 'male', birth: { kind: 'unknown' }, bed: n <= 2 ? `30${n}` : null, features: '', way: 'form', mother: null, arrival: null,
    },
  })
  const records = Array.from({ length: each }, (_, index): Fact =>
    index % 2 === 0
      ? { kind: 'vital-signs', patient, body: noVitalSigns({ temperatureC: 36 + (index % 30) / 10, pulsePerMin: 60 + (n % 40), remark: `検温 ${index + 1}` }) }
      : { kind: 'note', patient, body: { text: `記録 ${index + 1}。患者${n}は眠れている。水分は自分でとれる。${randomBytes(noise).toString('base64')}` } },
  )
  // Asked for together, as a busy ward does: the journal writes them in one flush.
  await Promise.all(records.map((fact) => save(ward, standing, fact)))
}

type Fact = { readonly [K in Draft['kind']]: { readonly kind: K; readonly patient: PatientId | null; readonly body: Extract<Draft, { kind: K }>['body'] } }[Draft['kind']]

async function save(ward: Ward, standing: Standing, fact: Fact): Promise<void> {
  const draft = { id: EntryId.parse(newUuid()), at: null, ...fact } as Draft // a fact has the body of its kind
  const saved = await ward.commit(draft, standing)
  if (!saved.ok) throw new Error(`Not saved: ${saved.error.code}`)
}

function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length))
}
