import { createCipheriv, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { EntryId, PatientId, type IncidentId } from '#domain/ids.ts'
import type { Entry, Standing } from '#domain/log/entry.ts'
import type { BodyOf, Kind } from '#domain/log/kinds.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { CalendarDate, instantOf } from '#domain/time.ts'
import { wardBoard, type WardView } from '#domain/view/ward.ts'
import { machineMark, markPathOf } from '#electron/main/place.ts'
import { processClock } from '#electron/node/clock.ts'
import { sealSnapshot } from '#renderer/store/snapshots.ts'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import { openKeys, type IncidentKeys } from '#renderer/vault/seal.ts'
import { aDoctor, aNurse, noVitalSigns, seeded } from '#tests/builders.ts'
import { openIncident, prepare, start, stop, type Running } from '#tests/electron/station/prepared.ts'

/** A station folder with an open incident, as the product leaves it after a clean exit. */
export type Filled = {
  readonly folder: string
  readonly dek: string
  readonly incident: IncidentId
  readonly standing: Standing
  readonly patients: readonly PatientId[]
  readonly view: WardView
}

export type Size = {
  readonly patients: number
  /** Records of all patients together, registrations apart. */
  readonly entries: number
  /** Entries behind the snapshot. */
  readonly tail: number
  /** How far apart records are, in milliseconds; one second unless told. */
  readonly stepMs?: number
}

/** Fills a folder through the real station and the real journal; only the window's form filling is left out. */
export async function fill(folder: string, { patients: count, entries, tail, stepMs = 1000 }: Size, kindOf: RecordOf = (n, chance) => record(n, count, chance)): Promise<Filled> {
  const running = await start(folder, { realm: 'demo', machine: machineMark(), markPath: markPathOf(folder), clock: processClock, ballastBytes: 1024 * 1024 })
  const prepared = await prepare(running, folder)
  const { dek, incident } = await openIncident(running, prepared)
  const keys = await openKeys(dek, { realm: 'demo', incident })
  const standing: Standing = { realm: 'demo', incident, station: prepared.roster.station, account: 1, by: aNurse(), onBehalfOf: null }
  const write = writerOf(running, keys, standing, stepMs, (count + entries) * stepMs)
  const chance = seeded(7)
  const patients = Array.from({ length: count }, (_, n) => PatientId.parse(idOf(0xa, n)))

  await write([['incident-told', null, { reasonCode: 'earthquake', story: '', opener: standing.by, decidedBy: '副院長', clockOffsetMs: 0, rosterOverride: null, effects: [], ladder: null, decider: null, witness: null }]])
  await write(patients.map((patient, n) => ['patient-registered', patient, registration(n, chance)]))
  await write(Array.from({ length: entries - tail }, (_, n) => [...kindOf(n, chance, (of) => EntryId.parse(idOf(0xe, 1 + count + of + 1))), patients[n % count] ?? null]).map(([kind, body, patient]) => [kind, patient, body] as Fact))
  const journal = running.station.incident?.journal
  if (journal === undefined) throw new Error('The incident was opened above')
  const snapshot = await sealSnapshot({ idle: () => Promise.resolve(), keys } as Parameters<typeof sealSnapshot>[0], write.view(), journal.end()) // all it asks for
  const kept = await running.call['snapshot:keep']({ ...snapshot, cipher: new Uint8Array(snapshot.cipher) })
  if (!kept.ok) throw new Error(kept.error.code)
  await write(Array.from({ length: tail }, () => chance() % count).map((n) => { const [kind, body] = record(entries, count, chance); return [kind, patients[n] ?? null, body] as Fact }))
  await stop(running)
  return { folder, dek: Buffer.from(dek).toString('hex'), incident, standing, patients, view: write.view() }
}

/** The floor of an unlock: what the board shows of every patient as one file of JSON, encrypted. */
export async function writeFloor(file: string, patients: readonly unknown[]): Promise<{ readonly file: string; readonly key: string; readonly bytes: number }> {
  const [key, nonce] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const bytes = Buffer.concat([nonce, cipher.update(JSON.stringify(patients)), cipher.final()])
  const whole = Buffer.concat([bytes, cipher.getAuthTag()])
  await writeFile(file, whole)
  return { file, key: key.toString('hex'), bytes: whole.length }
}

type Fact = { readonly [K in Kind]: readonly [kind: K, patient: PatientId | null, body: BodyOf<K>] }[Kind]
/** The n-th record; `idOf`: the id of another one. */
export type RecordOf = (n: number, chance: () => number, idOf: (n: number) => EntryId) => readonly [Kind, unknown]
type Write = ((facts: readonly Fact[]) => Promise<void>) & { readonly view: () => WardView }

const atOnce = 1000
/** Orders are a doctor's; a nurse's own would each wait for a word why. */
const ordering: readonly Kind[] = ['order-given', 'order-stopped']
const doctor = aDoctor()

function writerOf({ station }: Running, keys: IncidentKeys, standing: Standing, stepMs: number, spanMs: number): Write {
  const board = wardBoard()
  let n = 0
  let clock = processClock.wallMs() - Math.max(40 * 86_400_000, spanMs + 86_400_000)
  const write = async (facts: readonly Fact[]): Promise<void> => {
    const journal = station.incident?.journal
    if (journal === undefined) throw new Error('An incident is open while a folder is filled')
    for (let from = 0; from < facts.length; from += atOnce) {
      const { head } = journal.end()
      const entries = facts.slice(from, from + atOnce).map(([kind, patient, body]) => {
        const at = instantOf((clock += stepMs))
        const by = ordering.includes(kind) ? doctor : standing.by
        return { ...standing, by, id: EntryId.parse(idOf(0xe, (n += 1))), kind, patient, at, recordedAt: at, body, v: 1, after: { head, n } } as unknown as Entry // kind and body come paired
      })
      const ciphers = await Promise.all(entries.map((entry) => sealEntry(keys, entry)))
      // Asked for in order: the inner chain counts.
      const saved = await Promise.all(entries.map((entry, at) => journal.append({ id: entry.id, cipher: ciphers[at] ?? new Uint8Array() })))
      for (const [at, one] of saved.entries()) {
        const entry = entries[at]
        if (!one.ok || entry === undefined) throw new Error(one.ok ? 'Nothing was asked for' : one.error.code)
        board.apply(one.value.entrySeq, entry)
      }
    }
  }
  return Object.assign(write, { view: board.view })
}

function idOf(kind: number, n: number): string {
  return `01934f00-0000-7000-8${kind.toString(16)}00-${n.toString(16).padStart(12, '0')}`
}

const families = ['佐藤 サトウ', '髙橋 タカハシ', '渡邊 ワタナベ', '小林 コバヤシ', '山﨑 ヤマザキ', '濵田 ハマダ', '德永 トクナガ', '三浦 ミウラ', '中里 ナカザト', '森本 モリモト', '板橋 イタバシ', '大野 オオノ', '立花 タチバナ']
const givens = ['和子 カズコ', '一郎 イチロウ', '由美 ユミ', '健二 ケンジ', '千代 チヨ', '誠 マコト', 'ふみ フミ', '義男 ヨシオ', '節子 セツコ', '恵 メグミ', '三千雄 ミチオ']

/** Parts of invented names, put together by count. */
function registration(n: number, chance: () => number): BodyOf<'patient-registered'> {
  const [family = '', familyKana = ''] = (families[n % families.length] ?? '').split(' ')
  const [given = '', givenKana = ''] = (givens[(n * 7) % givens.length] ?? '').split(' ')
  const birth = { kind: 'day', on: CalendarDate.parse(`${1925 + (chance() % 90)}-0${1 + (chance() % 9)}-1${chance() % 10}`) } as const
  const bed = `${501 + Math.floor(n / 4)}-${1 + (n % 4)}`
  return { number: wardNumber('demo', StationLetters.parse('AF'), n + 1), naming: { kind: 'known', family, given, familyKana, givenKana }, sex: chance() % 2 === 0 ? 'female' : 'male', birth, bed, features: '', way: 'form', mother: null, arrival: null }
}

/** What a ward writes in a day, roughly: more than half vital signs. Allergies are asked at the beginning, and of five hundred records one moves a bed. */
function record(n: number, count: number, chance: () => number): [Kind, unknown] {
  const of = chance() % 1000
  if (n < count || of < 1) return ['allergy-stated', { state: 'none', source: '本人' }]
  if (of < 560) return ['vital-signs', noVitalSigns({ temperatureC: 36 + (chance() % 30) / 10, pulsePerMin: 60 + (chance() % 50), systolicMmHg: 95 + (chance() % 60), diastolicMmHg: 55 + (chance() % 40), respirationsPerMin: 14 + (chance() % 8), spo2Percent: 93 + (chance() % 7), jcs: '0' })]
  if (of < 870) return ['note', { text: '訪室時、入眠中。呼吸平静、苦痛表情なし。点滴刺入部の発赤・腫脹なし。水分摂取すすむ。夜間のトイレ歩行は看護師付き添いで実施、ふらつきなし。引き続き観察していく。'.slice(chance() % 40) }]
  if (of < 872) return ['patient-moved', { bed: `${501 + (chance() % 40)}-${1 + (n % 4)}` }]
  return ['chart-opened', { via: 'board' }]
}
