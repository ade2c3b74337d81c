import { describe, expect, it, vi } from 'vitest'
import { entryId, patientId } from '#tests/builders.ts'
import { aNote, aPlace, aWard, registration, save, standing, type Place } from './store-fixture.ts'

const typed = (text: string, n = 1) => ({ id: entryId(n), form: 'note', patient: patientId(1), by: standing.by.staffNumber, values: { text } })
const kept = (place: Place): number => place.machine.calls.filter(({ channel }) => channel === 'draft:keep').length

describe('drafts', () => {
  it('[STORE-18] are kept soon after typing, the latest text, sealed and with their person and patient', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    for (const text of ['の', 'のど', 'のどが', 'のどが痛い']) ward.drafts.type(typed(text))
    await vi.waitFor(() => expect(kept(place)).toBe(1))
    const [call] = place.machine.calls.flatMap(({ channel, input }) => (channel === 'draft:keep' ? [input as { cipher: Uint8Array }] : [])) // the input of this channel
    expect(new TextDecoder().decode(call?.cipher)).not.toContain('のど')
    const again = await aWard(place)
    expect(await again.ward.drafts.restore()).toEqual([{ ...typed('のどが痛い'), keptAt: place.hand.now(), saved: false }])
  })

  it('[STORE-18] typing without a pause is kept all the same', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    const begun = performance.now()
    for (let n = 0; performance.now() - begun < 150; n += 1) {
      ward.drafts.type(typed(`字${n}`))
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    expect(kept(place)).toBeGreaterThan(2)
  })

  it('[STORE-18] are gone when their entry is saved, and do not come back', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const draft = aNote(place, 1)
    ward.drafts.type({ ...typed('書いた'), id: draft.id })
    await ward.drafts.flush()
    ward.drafts.type({ ...typed('書いた。'), id: draft.id })
    await save(ward, draft)
    await ward.drafts.flush()
    expect(await ward.drafts.restore()).toEqual([])
    const others = kept(place)
    await save(ward, aNote(place, 1))
    expect(kept(place)).toBe(others)
  })

  it('[STORE-18] say so when they cannot be kept', async () => {
    const place = await aPlace()
    const { ward, news } = await aWard(place)
    place.machine.meet = (channel) => (channel === 'draft:keep' ? Promise.resolve({ ok: false, error: { code: 'not-saved', cause: 'disk-full' } }) : null)
    ward.drafts.type(typed('a'))
    await ward.drafts.flush()
    ward.drafts.type(typed('長'.repeat(100_000), 2))
    await ward.drafts.flush()
    expect(news).toEqual([
      { level: 'note', code: 'draft-not-kept', cause: 'not-saved' },
      { level: 'note', code: 'draft-not-kept', cause: 'too-large' },
    ])
  })

  it('[STORE-18] say so again when they are kept, or saved', async () => {
    const place = await aPlace()
    const { ward, news } = await aWard(place)
    const refuse = (): void => {
      place.machine.meet = (channel) => (channel === 'draft:keep' ? Promise.resolve({ ok: false, error: { code: 'not-saved', cause: 'disk-full' } }) : null)
    }
    for (const goesOn of [() => ward.drafts.type(typed('b')), () => ward.drafts.drop(typed('b').id)]) {
      refuse()
      ward.drafts.type(typed('a'))
      await ward.drafts.flush()
      place.machine.meet = () => null
      goesOn()
      await ward.drafts.flush()
      expect(news.splice(0)).toEqual([{ level: 'note', code: 'draft-not-kept', cause: 'not-saved' }, { level: 'note', code: 'drafts-kept' }])
    }
  })

  it('[STORE-19] one whose entry is in the journal is told as saved, once', async () => {
    const place = await aPlace()
    const { ward } = await aWard(place)
    await save(ward, registration(place, 1))
    const draft = aNote(place, 1)
    ward.drafts.type({ ...typed('確かに'), id: draft.id })
    await ward.drafts.flush()
    place.machine.meet = (channel, _, carryOut) => (channel === 'journal:append' ? carryOut().then(() => ({ ok: false, error: { code: 'disk-failed', cause: 'no-answer' } })) : null)
    await ward.commit(draft, standing)
    place.machine.meet = () => null
    const again = await aWard(place)
    expect(await again.ward.drafts.restore()).toMatchObject([{ id: draft.id, saved: true }])
    await again.ward.drafts.flush()
    expect(await again.ward.drafts.restore()).toEqual([])
  })

  it('[STORE-19] one that does not open is told and not dropped', async () => {
    const place = await aPlace()
    const { ward, news } = await aWard(place)
    await place.machine.bridge.call('draft:keep', { id: entryId(3), cipher: new Uint8Array(50) })
    expect(await ward.drafts.restore()).toEqual([])
    expect(news).toEqual([{ level: 'note', code: 'drafts-unreadable', count: 1 }])
    const found = await place.machine.bridge.call('draft:find')
    expect(found.ok && found.value.drafts).toHaveLength(1)
  })
})
