import { expect, it } from 'vitest'
import type { Bridge, Output } from '#domain/bridge.ts'
import { EntryId, PatientId, Sha256 } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import { err, ok } from '#domain/result.ts'
import { wardBoard } from '#domain/view/ward.ts'
import { usualLimits } from '#renderer/store/ports.ts'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import { sealSnapshot } from '#renderer/store/snapshots.ts'
import { startWard } from '#renderer/store/start.ts'
import { jsonOf } from '#renderer/store/chunks.ts'
import { unpacked } from '#renderer/store/packed.ts'
import { aHand, aHash, aPatient, anEntry, letters, noVitalSigns, testId } from '#tests/builders.ts'
import { incident, keysOf, someDatabases, standing } from './store-fixture.ts'

type Frames = Output<'journal:frames'>['frames']

const hashOf = (n: number): Sha256 => Sha256.parse(n.toString(16).padStart(64, '0'))
const idOf = (n: number): EntryId => EntryId.parse(testId(n))
const patientOf = (n: number): PatientId => PatientId.parse(testId(0xa00000000000 + n))

it('[STORE-20] 10,000 patients, 100,000 entries and a tail of 200 cost a small multiple of opening and parsing the snapshot', async () => {
  const keys = await keysOf()
  const board = wardBoard()
  for (let n = 0; n < 10_000; n += 1) {
    board.apply(n + 1, aPatient({ number: wardNumber('real', letters(), n + 1), naming: { kind: 'known', family: '佐藤', given: `花子${n}`, familyKana: 'サトウ', givenKana: 'ハナコ' } }, { ...standing, id: idOf(n), patient: patientOf(n) }))
  }
  for (let n = 10_000; n < 100_000; n += 1) {
    board.apply(n + 1, anEntry('vital-signs', { ...standing, id: idOf(n), patient: patientOf(n % 10_000), body: noVitalSigns({ temperatureC: 36.5, pulsePerMin: 60 + (n % 60), spo2Percent: 97 }), after: { head: aHash(), n: n + 1 } }))
  }
  const end = { seq: 100_000, head: hashOf(100_000) }
  const bridge = { call: () => Promise.resolve(err({ code: 'not-now' })) } as Bridge
  const ports = { bridge, keys, hand: aHand(), incident, beginning: hashOf(0), lastExit: 'clean', isFrozen: () => false, tell: () => undefined, idle: () => Promise.resolve() } as const
  const inside = { ...ports, limits: usualLimits, databases: someDatabases() }
  const snapshot = await sealSnapshot(inside, board.view(), end)

  const tail: Frames = [{ ...end, kind: 'checkpoint', id: null, cipher: null }]
  for (let n = 0; n < 200; n += 1) {
    const entry: Entry = anEntry('note', { ...standing, id: idOf(200_000 + n), patient: patientOf(n), body: { text: '変わりなし。水分摂取すすむ。' }, after: { head: end.head, n: n + 1 } })
    tail.push({ seq: end.seq + 1 + n, head: hashOf(end.seq + 1 + n), kind: 'sealed', id: entry.id, cipher: new Uint8Array(await sealEntry(keys, entry)) })
  }
  const answers: Readonly<Record<string, (input: { after: number; most: number }) => unknown>> = {
    'snapshot:find': () => ok({ upTo: snapshot.upTo, head: snapshot.head, cipher: new Uint8Array(snapshot.cipher) }),
    'journal:frames': ({ after, most }) => ok({ frames: tail.filter(({ seq }) => seq > after).slice(0, most === 1 ? 1 : 999), done: most !== 1 }),
  }
  const answering = { call: (channel: string, input: unknown) => Promise.resolve(answers[channel]?.(input as { after: number; most: number }) ?? err({ code: 'not-now' })) } as unknown as Bridge // only what a start asks
  const silent = { ...someDatabases(), indexedDB: { databases: () => new Promise(() => undefined) } as unknown as IDBFactory } // the working copy is not the subject

  /** Milliseconds of computing, on all threads: other work on the machine does not count. */
  async function computing(act: () => Promise<void>): Promise<number> {
    const before = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }

  const starts: number[] = []
  const floors: number[] = []
  for (let round = 0; round < 15; round += 1) {
    floors.push(await computing(async () => {
      const opened = await keys.openFor('snapshot', `ward/${snapshot.upTo}/${snapshot.head}`, snapshot.cipher)
      expect(jsonOf(await unpacked(opened.ok ? opened.value : new Uint8Array()))).toHaveProperty('patients')
    }))
    starts.push(await computing(async () => {
      const started = await startWard({ ...ports, bridge: answering }, { databases: silent })
      if (!started.ok) throw new Error('It did not start')
      expect(started.value.view()).toMatchObject({ entries: 100_200, upToSeq: 100_200 })
      expect(started.value.view().patients.size).toBe(10_000)
      started.value.stop()
    }))
  }
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[7] ?? 0
  console.info(`start ${median(starts).toFixed(0)} ms (least ${Math.min(...starts).toFixed(0)}), opening and parsing alone ${median(floors).toFixed(0)} ms (${Math.min(...floors).toFixed(0)})`)
  expect(median(starts) / median(floors)).toBeLessThan(6)
})
