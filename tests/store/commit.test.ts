import { describe, expect, it } from 'vitest'
import { err, ok } from '#domain/result.ts'
import { aDoctor, patientId } from '#tests/builders.ts'
import type { TestMachine } from './bridge-on-journal.ts'
import { aNote, aPlace, aWard, followed, registration, save, standing, type Place } from './store-fixture.ts'

const refuse = async () => err({ code: 'not-saved', cause: 'disk-full' } as const)
/** The machine does it, and its answer never arrives. */
const loseAnswer: TestMachine['meet'] = (channel, _, carryOut) =>
  channel === 'journal:append' ? carryOut().then(() => err({ code: 'disk-failed', cause: 'no-answer' })) : null
const refuseAppends: TestMachine['meet'] = (channel) => (channel === 'journal:append' ? refuse() : null)

const rowsOf = (ward: Awaited<ReturnType<typeof aWard>>['ward'], n = 1) => ward.view().patients.get(patientId(n))?.mark.entries ?? 0
const appended = (place: Place) => place.machine.calls.flatMap(({ channel, input }) => (channel === 'journal:append' ? [input as { id: string; cipher: Uint8Array }] : [])) // the input of this channel

/** What a later window makes of the journal alone. */
async function startedAgain(place: Place, before: Awaited<ReturnType<typeof aWard>>['ward']): Promise<Awaited<ReturnType<typeof aWard>>> {
  await before.compared
  await followed(place, before)
  before.stop()
  await place.machine.restart()
  return aWard(place)
}

describe('saving an entry', () => {
  it('[STORE-2] is on the board in the moment it is saved, whatever the database does', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    const seen: number[] = []
    ward.subscribe(() => seen.push(rowsOf(ward)))
    const saved = await ward.commit(registration(place, 1), standing)
    expect(saved).toMatchObject({ ok: true, value: { seq: 1, end: { seq: 1 } } })
    expect(rowsOf(ward)).toBe(1)
    expect(seen).toContain(1)
    expect(ward.end()).toEqual({ seq: 1, head: place.machine.journal().end().head })
  })

  it('[STORE-2] is not waited for by the working copy, and does not wait for it', async () => {
    const place = await aPlace()
    const { ward, codes } = await aWard({ ...place, databases: { ...place.databases, indexedDB: { ...place.databases.indexedDB, databases: () => new Promise(() => undefined) } as unknown as IDBFactory } }) // a database that never answers
    await save(ward, registration(place, 1))
    expect(ward.copy().stage).toBe('checking') // still waiting for its first answer
    expect(codes()).toEqual([])
    expect(await place.machine.ids()).toHaveLength(1)
    ward.stop()
  })

  it('[STORE-2] says why it was not saved, and nothing is on the board then', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    place.machine.meet = refuseAppends
    expect(await ward.commit(registration(place, 1), standing)).toEqual({ ok: false, error: { code: 'not-saved', cause: 'disk-full' } })
    expect(rowsOf(ward)).toBe(0)
    expect(await ward.commit({ ...aNote(place, 1), patient: null }, standing)).toEqual({ ok: false, error: { code: 'entry-without-patient' } })
  })

  it('[STORE-3] asked for again after a lost answer sends the same bytes and is recorded once', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const lost = aNote(place, 1, '一度目')
    place.machine.meet = loseAnswer
    expect((await ward.commit(lost, standing)).ok).toBe(false)
    place.machine.meet = () => null
    await save(ward, aNote(place, 1, '次'))
    place.hand.advance(60_000)
    expect(await ward.commit(lost, standing)).toMatchObject({ ok: true, value: { id: lost.id, seq: 2 } })
    const sent = appended(place).filter(({ id }) => id === lost.id)
    expect(sent).toHaveLength(2)
    expect(sent[0]?.cipher).toEqual(sent[1]?.cipher)
    expect(await place.machine.ids()).toHaveLength(3)
    expect(rowsOf(ward)).toBe(3)
    await save(ward, aNote(place, 1, '後'))
    const again = await startedAgain(place, ward)
    expect(again.ward.view()).toEqual(ward.view())
    expect(again.codes()).toEqual([])
  })

  it('[STORE-3] a second click while the first is under way records once', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    const draft = registration(place, 1)
    const both = await Promise.all([ward.commit(draft, standing), ward.commit(draft, standing)])
    expect(both[0]).toEqual(both[1])
    expect(appended(place)).toHaveLength(1)
    expect(rowsOf(ward)).toBe(1)
  })

  it('[STORE-3] asked for again after a refusal keeps id and text, and leaves no gap behind', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const refused = aNote(place, 1)
    place.machine.meet = refuseAppends
    await ward.commit(refused, standing)
    await ward.commit(refused, standing)
    place.machine.meet = () => null
    await place.machine.bridge.call('journal:checkpoint', { reason: 'printed' })
    await ward.settle(1000) // a snapshot: what is retried now must stand behind it
    expect(await ward.commit(refused, standing)).toMatchObject({ ok: true, value: { id: refused.id } })
    const again = await startedAgain(place, ward)
    expect(again.codes()).toEqual([])
    expect(again.ward.view().patients).toEqual(ward.view().patients)
  })

  it('[STORE-3] a draft from before a crash whose entry is in the journal is recorded once', async () => {
    const place = await aPlace()
    const first = await aWard(place)
    await save(first.ward, registration(place, 1))
    const draft = aNote(place, 1)
    place.machine.meet = loseAnswer
    await first.ward.commit(draft, standing)
    place.machine.meet = () => null
    const { ward } = await startedAgain(place, first.ward)
    place.hand.advance(1000)
    expect(await ward.commit(draft, standing)).toMatchObject({ ok: true, value: { id: draft.id, seq: 2 } })
    expect(rowsOf(ward)).toBe(2)
    // Typed on since: what stands in the journal is not what the form shows.
    expect(await ward.commit({ ...draft, body: { text: '書き足した' } }, standing)).toMatchObject({ ok: true, value: { entry: { body: { text: '書き足した' } } } })
    expect(rowsOf(ward)).toBe(3)
    expect(await place.machine.ids()).toHaveLength(3)
  })

  it('[STORE-4] changed after a refusal it is recorded under a new id, as it now reads', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const draft = aNote(place, 1, '前')
    place.machine.meet = loseAnswer
    await ward.commit(draft, standing)
    place.machine.meet = () => null
    const saved = await ward.commit({ ...draft, body: { text: '後' } }, standing)
    expect(saved).toMatchObject({ ok: true, value: { entry: { body: { text: '後' } } } })
    expect(saved.ok && saved.value.id).not.toBe(draft.id)
    // The same words by somebody else are another fact, too.
    const other = await ward.commit(draft, { ...standing, by: aDoctor() })
    expect(other).toMatchObject({ ok: true, value: { entry: { by: aDoctor() } } })
  })

  it('[STORE-5] five hundred at once are all recorded, in order, and shown', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place, { limits: { tail: 5000 } })
    await save(ward, registration(place, 1))
    const drafts = Array.from({ length: 500 }, (_, n) => aNote(place, 1, `同時 ${n}`))
    const saved = await Promise.all(drafts.map((draft) => ward.commit(draft, standing)))
    expect(saved.every((one) => one.ok)).toBe(true)
    expect((await place.machine.ids()).slice(1)).toEqual(drafts.map(({ id }) => id))
    expect(rowsOf(ward)).toBe(501)
    const again = await startedAgain(place, ward)
    expect(again.codes()).toEqual([])
    expect(again.ward.view()).toEqual(ward.view())
  })

  it('[STORE-5] answers that arrive in another order than they were given make the same board', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const waits = [30, 5, 20, 0, 10]
    place.machine.meet = (channel, _, carryOut) => {
      const wait = channel === 'journal:append' ? waits.shift() : undefined
      return wait === undefined ? null : carryOut().then(async (answer) => {
        await new Promise((resolve) => setTimeout(resolve, wait))
        return answer as ReturnType<typeof ok<unknown>> // what the machine gave
      })
    }
    await Promise.all([1, 2, 3, 4, 5].map((n) => ward.commit(aNote(place, 1, `${n}`), standing)))
    const again = await startedAgain(place, ward)
    expect(again.ward.view()).toEqual(ward.view())
    expect(again.codes()).toEqual([])
  })
})

describe('many at once', () => {
  it('[DESK-10] are saved in their order, each once, and whoever looks is told once', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await ward.compared
    let told = 0
    const stop = ward.subscribe(() => (told += 1))
    const drafts = [registration(place, 1), ...Array.from({ length: 30 }, (_, n) => aNote(place, 1, `${n}`))]
    const saved = await ward.commitAll(drafts, standing)
    expect(saved.map((one) => one.ok && one.value.id)).toEqual(drafts.map(({ id }) => id))
    expect(saved.map((one) => one.ok && one.value.seq)).toEqual(drafts.map((_, at) => at + 1))
    expect(told).toBe(1)
    expect(rowsOf(ward)).toBe(31)
    await ward.commitAll(drafts, standing)
    expect(await place.machine.ids()).toHaveLength(31)
    stop()
    ward.stop()
  })

  it('[DESK-10] that the disk refuses half-way are said one by one, and the same again completes them', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const drafts = Array.from({ length: 6 }, (_, n) => aNote(place, 1, `${n}`))
    let asked = 0
    place.machine.meet = (channel) => (channel === 'journal:append' && (asked += 1) > 3 ? refuse() : null)
    const first = await ward.commitAll(drafts, standing)
    expect(first.map(({ ok: isSaved }) => isSaved)).toEqual([true, true, true, false, false, false])
    place.machine.meet = () => null
    expect((await ward.commitAll(drafts, standing)).every(({ ok: isSaved }) => isSaved)).toBe(true)
    expect(await place.machine.ids()).toHaveLength(7)
    ward.stop()
  })
})

describe('standing down', () => {
  it('[LIFE-8] what is frozen is refused before the machine is asked, and is saved when the emergency is resumed', async () => {
    const place = await aPlace()
    let frozen = true
    const { ward } = await aWard(place, { isFrozen: ({ kind }) => frozen && kind === 'note' })
    expect(await ward.commit(aNote(place, 1), standing)).toEqual({ ok: false, error: { code: 'frozen' } })
    expect(appended(place)).toEqual([])
    expect(await ward.commit(registration(place, 1), standing)).toMatchObject({ ok: true })
    frozen = false
    expect(await ward.commit(aNote(place, 1), standing)).toMatchObject({ ok: true })
    ward.stop()
  })
})
