import { forceCloseDatabase, IDBObjectStore, IDBTransaction, type IDBDatabase } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { EntryId } from '#domain/ids.ts'
import { openChunk } from '#renderer/store/chunks.ts'
import { readJournal } from '#renderer/store/journal-pages.ts'
import { openFrames } from '#renderer/store/sealed-entry.ts'
import { usualLimits } from '#renderer/store/ports.ts'
import { forgetIncident, generationOf, WardDb } from '#renderer/store/ward-db.ts'
import { aNurse, entryId, patientId } from '#tests/builders.ts'
import { simulatedDisk } from '#tests/faults/simulation/simulated-disk.ts'
import { aMachine } from './bridge-on-journal.ts'
import { aDraft, aNote, aPlace, aWard, chartOfPatient, followed, generations, inCopy, incident, registration, save, someDay, standing, type Place } from './store-fixture.ts'

const told = (place: Place, event: string) => place.machine.calls.filter(({ channel, input }) => channel === 'journal:tell' && (input as { event: string }).event === event).map(({ input }) => input) // the input of this channel
const named = (name: string): DOMException => new DOMException('', name)

/** Everything in the newest copy, tail and charts of one moment: a fold may run while they are opened. */
async function allInCopy(place: Place): Promise<readonly string[]> {
  return inCopy(place, async (db) => {
    const [tail, charts] = await db.transaction('r', db.tail, db.charts, async () => [await db.tail.toArray(), await db.charts.toArray()] as const)
    const { entries } = await openFrames(place.keys, tail.map(({ seq, id, cipher }) => ({ seq, head: '', id: EntryId.parse(id), cipher })))
    const chunks = await Promise.all(charts.map((row) => openChunk(place.keys, row)))
    return [...entries, ...chunks.flatMap((records) => records ?? [])].toSorted((a, b) => a.seq - b.seq).map(({ seq, entry }) => `${seq} ${entry.id}`)
  })
}

async function allInJournal(place: Place): Promise<readonly string[]> {
  const all: string[] = []
  await readJournal({ bridge: place.machine.bridge, keys: place.keys, limits: usualLimits }, 0, ({ entries }) => {
    all.push(...entries.map(({ seq, entry }) => `${seq} ${entry.id}`))
    return true
  })
  return all
}

describe('rows of the working copy', () => {
  it('[STORE-1] hold no name, number or date outside a cipher, nor does the database’s name', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    await save(ward, registration(place, 1))
    await someDay(place, ward)
    await ward.settle(5000)
    await save(ward, aNote(place, 1, '痛みあり'))
    await followed(place, ward)
    const stored = await inCopy(place, async (db) => [db.name, await db.tail.toArray(), await db.charts.toArray(), await db.charts.toCollection().primaryKeys(), await db.meta.toArray(), await db.snapshot.toArray()])
    const bytes = (value: unknown): string => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : typeof value === 'object' && value !== null ? Object.values(value).map(bytes).join('|') : String(value))
    const text = bytes(stored)
    const utf8 = (words: string): string => new TextDecoder('latin1').decode(new TextEncoder().encode(words))
    for (const word of ['花子', 'トモシビ', '痛みあり', patientId(1), 'D-AF', aNurse().name, '2026-11']) expect(text.includes(utf8(word)), word).toBe(false)
    expect(text.length).toBeGreaterThan(2000)
  })

  it('[STORE-1] of an incident are removed when it is forgotten, and no others', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    ward.stop()
    const other = new WardDb(generationOf(standing.station as unknown as typeof incident, 3).name, place.databases) // another incident's id
    await other.open()
    other.close()
    expect(await forgetIncident(incident, place.databases)).toEqual({ ok: true, value: null })
    expect((await place.databases.indexedDB.databases()).map(({ name }) => name)).toEqual([other.name])
  })
})

describe('a working copy that fails while the ward writes', () => {
  it.each([
    ['QuotaExceededError', 'copy-full'],
    ['UnknownError', 'copy-unreadable'],
    ['InvalidStateError', 'copy-closed'],
  ])('[STORE-6] costs no entry and gives no error to anybody, is told and made anew: %s', async (name, cause) => {
    const place = await aPlace()
    const { ward, news } = await aWard(place)
    await ward.compared
    await save(ward, registration(place, 1))
    await followed(place, ward)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw named(name)
    })
    await save(ward, aNote(place, 1))
    await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ code: 'copy-rebuilt', cause, entries: 2 }))
    put.mockRestore()
    await save(ward, aNote(place, 1))
    await followed(place, ward)
    expect(await allInCopy(place)).toEqual(await allInJournal(place))
    expect((await chartOfPatient(ward, 1)).from).toBe('copy')
  })

  it('[STORE-6] stays silent: given up after its time limit, while saving goes on', async () => {
    const place = await aPlace()
    const { ward, news } = await aWard(place, { limits: { answerMs: 60 } })
    await ward.compared
    await save(ward, registration(place, 1))
    await followed(place, ward)
    // A transaction that neither succeeds nor fails (seen on a full disk).
    const start = vi.spyOn(IDBTransaction.prototype as unknown as { _start: () => void }, '_start').mockImplementation(() => undefined) // how the simulated database runs one
    await save(ward, aNote(place, 1))
    await save(ward, aNote(place, 1))
    expect(ward.view().patients.get(patientId(1))?.mark.entries).toBe(3)
    await vi.waitFor(() => expect(news).toContainEqual({ level: 'note', code: 'copy-doubted', cause: 'copy-silent' }))
    await vi.waitFor(() => expect(news.some(({ code }) => code === 'copy-failed')).toBe(true))
    expect((await chartOfPatient(ward, 1)).says).toHaveLength(3)
    start.mockRestore()
    await vi.waitFor(() => expect(ward.copy()).toEqual({ stage: 'ready' }), { timeout: 4000 })
    await followed(place, ward)
    expect(await allInCopy(place)).toEqual(await allInJournal(place))
  })

  it('[STORE-6] is closed by the browser: told and made anew', async () => {
    const place = await aPlace()
    const opened: globalThis.IDBDatabase[] = []
    const { indexedDB } = place.databases
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      const request = open(name, version)
      request.addEventListener('success', () => opened.push(request.result))
      return request
    })
    const { ward, news } = await aWard(place)
    await ward.compared
    await save(ward, registration(place, 1))
    await followed(place, ward)
    forceCloseDatabase(opened[0] as unknown as typeof IDBDatabase) // its type says class and means instance
    await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ code: 'copy-rebuilt', cause: 'copy-closed' }))
    await save(ward, aNote(place, 1))
    await followed(place, ward)
    expect(await allInCopy(place)).toEqual(await allInJournal(place))
  })

  it('[STORE-6] is rebuilt while the ward writes on: nothing is missing afterwards', async () => {
    const place = await aPlace()
    const first = await aWard(place)
    await first.ward.compared
    await someDay(place, first.ward, 4, 8)
    await first.ward.settle(5000)
    first.ward.stop()
    const { ward } = await aWard(place, { lastExit: 'unclean' })
    for (let n = 0; n < 40; n += 1) await save(ward, aNote(place, 1 + (n % 4), `その間 ${n}`))
    expect(await ward.compared).toEqual({ stage: 'ready' })
    await vi.waitFor(async () => expect(await allInCopy(place)).toEqual(await allInJournal(place)))
    expect(await generations(place)).toHaveLength(1)
  })
})

describe('a journal that lost its end', () => {
  it('[STORE-11] gets back what only the working copy holds, with an alarm', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    await someDay(place, ward)
    const kept = (await place.machine.frames()).length
    await ward.settle(5000)
    await someDay(place, ward, 3, 2)
    await followed(place, ward)
    ward.stop()
    const before = await place.machine.ids()

    // Another disk, on which the last part of the history never arrived.
    const machine = await aMachine(simulatedDisk())
    for (const { kind, body } of (await place.machine.frames()).slice(0, kept - 4)) {
      if (kind === 'sealed') await machine.journal().append({ id: (await place.machine.ids()).find((id) => Buffer.from(body).toString('hex').startsWith(id.replaceAll('-', ''))) ?? entryId(1), cipher: body.subarray(16) })
      else await machine.journal().record({ event: 'locked', why: 'asked' })
    }
    const short = (await machine.ids()).length
    const lost = before.length - short
    expect(lost).toBeGreaterThan(8)

    const again = await aWard({ ...place, machine })
    expect(await again.ward.compared).toEqual({ stage: 'ready' })
    expect(again.codes()).toContain('journal-is-another')
    expect(again.news).toContainEqual({ level: 'alarm', code: 'entries-reappended', entries: lost })
    expect(told({ ...place, machine }, 'entries-reappended')).toMatchObject([{ total: lost }])
    expect(new Set(await machine.ids())).toEqual(new Set(before))
    expect(again.ward.view().entries).toBe(before.length)
    for (const n of [1, 2, 3]) expect((await chartOfPatient(again.ward, n)).says).toHaveLength(9)
    expect(await generations(place)).toHaveLength(1)
  })

  it('[STORE-12] keeps the old copy when the journal does not take them back', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    await someDay(place, ward, 1, 3)
    await followed(place, ward)
    ward.stop()
    const machine = await aMachine(simulatedDisk())
    machine.meet = (channel) => (channel === 'journal:append' ? Promise.resolve({ ok: false, error: { code: 'not-saved', cause: 'disk-full' } }) : null)
    const again = await aWard({ ...place, machine })
    await again.ward.compared
    expect(again.codes()).toContain('old-copy-kept')
    expect(await generations(place)).toContain(generationOf(incident, 1).name)
    again.ward.stop()

    machine.meet = () => null
    const later = await aWard({ ...place, machine })
    await later.ward.compared
    expect(later.ward.view().entries).toBe(ward.view().entries)
    expect(await generations(place)).not.toContain(generationOf(incident, 1).name)
  })
})

describe('folding', () => {
  it('[STORE-16] moves a full tail into charts, and every entry stands once at any moment', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    const look = vi.spyOn(place.machine.bridge, 'call')
    let looks = 0
    for (let round = 0; round < 6; round += 1) {
      await someDay(place, ward, 3, 3)
      const [copy, journal] = [await allInCopy(place), await allInJournal(place)]
      expect(new Set(copy).size).toBe(copy.length)
      expect(journal).toEqual(expect.arrayContaining([...copy]))
      looks += 1
    }
    look.mockRestore()
    expect(looks).toBe(6)
    await followed(place, ward)
    await vi.waitFor(async () => expect(await inCopy(place, (db) => db.tail.count())).toBeLessThan(13), { timeout: 4000 })
    expect(await inCopy(place, (db) => db.charts.count())).toBeGreaterThan(3)
    expect(await allInCopy(place)).toEqual(await allInJournal(place))
    expect(place.machine.snapshot?.upTo).toBeGreaterThan(0)
    const chunks = await inCopy(place, async (db) => Promise.all((await db.charts.toArray()).map((row) => openChunk(place.keys, row))))
    expect(Math.max(...chunks.map((records) => records?.length ?? 99))).toBeLessThanOrEqual(4)
  })

  it('[STORE-16] writes no more at once than a moment allows, also when few patients have very much', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    for (let record = 0; record < 40; record += 1) await save(ward, aNote(place, 1 + (record % 2)))
    await ward.compared
    ward.stop()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    await place.machine.restart()
    const later = await aWard(place, { lastExit: 'unclean', limits: { held: 1000 } })
    await later.ward.compared
    expect(later.ward.copy()).toEqual({ stage: 'ready' })
    const intoCharts = (put.mock.contexts as IDBObjectStore[]).filter(({ name }) => name === 'charts')
    put.mockRestore()
    const rowsAtOnce = [...Map.groupBy(intoCharts, ({ transaction }) => transaction).values()].map((rows) => rows.length)
    expect(await allInCopy(place)).toEqual(await allInJournal(place))
    expect(rowsAtOnce.length).toBeGreaterThanOrEqual(8)
    // Six entries fill at most three chunks of four, the one that goes on counted.
    expect(Math.max(...rowsAtOnce)).toBeLessThanOrEqual(3)
    later.ward.stop()
  })

  it('[STORE-16] any order of writing, folding and restarting leaves the copy equal to the journal', async () => {
    const act = fc.constantFrom('write', 'write', 'write', 'settle', 'restart', 'unclean', 'fail')
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
        const place = await aPlace()
        let { ward } = await aWard(place)
        const written: number[] = []
        for (const one of acts) {
          if (one === 'write') for (const patient of [1, 2, 1, 3, 1]) {
            await save(ward, aNote(place, patient))
            written.push(patient)
          }
          else if (one === 'settle') await ward.settle(5000)
          else if (one === 'fail') vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
            throw named('UnknownError')
          })
          else {
            await ward.compared
            ward.stop()
            vi.restoreAllMocks()
            await place.machine.restart()
            ward = (await aWard(place, { lastExit: one === 'unclean' ? 'unclean' : 'clean' })).ward
          }
        }
        await ward.compared
        await vi.waitFor(() => expect(ward.copy()).toEqual({ stage: 'ready' }), { timeout: 4000 })
        vi.restoreAllMocks()
        await vi.waitFor(async () => expect(await allInCopy(place)).toEqual(await allInJournal(place)), { timeout: 4000 })
        expect(ward.view().entries).toBe(written.length)
        for (const patient of [1, 2, 3]) expect((await chartOfPatient(ward, patient)).says).toHaveLength(written.filter((one) => one === patient).length)
        ward.stop()
      }),
      { numRuns: 12, seed: 7 },
    )
  }, 60_000)

  it('[STORE-17] takes no snapshot while an answer is outstanding', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    await save(ward, registration(place, 1))
    let answer: () => void = () => undefined
    place.machine.meet = (channel, _, carryOut) => (channel === 'journal:append' ? new Promise<void>((resolve) => (answer = resolve)).then(carryOut).then((value) => value as never) : null) // what the machine gave
    const saving = ward.commit(aNote(place, 1), standing)
    expect(await ward.settle(60)).toBe(false)
    expect(place.machine.snapshot).toBeNull()
    place.machine.meet = () => null
    answer()
    expect((await saving).ok).toBe(true)
    await vi.waitFor(() => expect(place.machine.snapshot?.upTo).toBe(2))
  })

  it('[STORE-17] asks the journal about an answer that never came, before it takes one', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    await save(ward, registration(place, 1))
    place.machine.meet = (channel, _, carryOut) => (channel === 'journal:append' ? carryOut().then(() => ({ ok: false, error: { code: 'disk-failed', cause: 'no-answer' } })) : null)
    await ward.commit(aNote(place, 1), standing)
    place.machine.meet = (channel) => (channel === 'journal:missing' ? Promise.resolve({ ok: false, error: { code: 'not-now' } }) : null)
    await ward.settle(300)
    expect(place.machine.snapshot).toBeNull()
    place.machine.meet = () => null
    expect(await ward.settle(2000)).toBe(true)
    expect(ward.view().entries).toBe(2)
    expect(place.machine.snapshot?.upTo).toBe(2)
  })

  it('[STORE-22] before a lock everything is kept, and the time limit holds', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    await someDay(place, ward)
    ward.drafts.type({ id: entryId(5), form: 'note', patient: patientId(1), by: standing.by.staffNumber, values: { text: 'まだ途' } })
    expect(await ward.settle(5000)).toBe(true)
    expect(await inCopy(place, (db) => db.tail.count())).toBe(0)
    expect(place.machine.snapshot?.upTo).toBe(ward.end().seq)
    expect(await ward.drafts.restore()).toHaveLength(1)

    await save(ward, aDraft(place, 'patient-moved', patientId(1), { bed: '302' }))
    place.machine.meet = (channel) => (channel === 'snapshot:keep' ? new Promise(() => undefined) : null)
    expect(await ward.settle(80)).toBe(false) // and not never
  })
})
