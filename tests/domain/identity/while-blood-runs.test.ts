import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completion, emptyCompletion } from '#domain/identity/complete.ts'
import { linkPatients, linkToHospital, unlinkPatients } from '#domain/identity/link-patients.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { verifyIdentity } from '#domain/identity/verify.ts'
import type { Entry } from '#domain/log/entry.ts'
import { correctEntry } from '#domain/record/correct.ts'
import { strikeEntry } from '#domain/record/strike.ts'
import { CalendarDate } from '#domain/time.ts'
import { runningInPerson } from '#domain/transfusion/running.ts'
import { factsOf } from '#domain/view/facts.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { wardOf, type WardView } from '#domain/view/ward.ts'
import { aDoctor, anEntry, anInstant, aNumber, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const today = CalendarDate.parse('2026-11-20')
const people = [1, 2, 3]
const registered = people.map((n) => aPatient({ number: aNumber(n) }, { patient: patientId(n) }))
const rowIn = (view: WardView, n: number): KnownRow => registeredPatients(view).find(({ id }) => id === patientId(n)) ?? never()
const never = (): never => {
  throw new Error('registered above')
}
const ids = { claim: entryId(70), description: entryId(71), move: entryId(72) }
const claiming = { ...emptyCompletion, family: '山田', how: 'patient-said' }

describe('who a person is while blood runs', () => {
  const bag = anEntry('transfusion-started', { patient: patientId(1) })
  const claim = anEntry('identity-claimed', { patient: patientId(1) })
  const view = wardOf(inJournal([...registered, claim, bag]))
  const running = runningInPerson(view, patientId(1))
  const refused = { ok: false, error: { code: 'transfusion-runs' } }

  test('[TRF-14] is not written, verified, linked, struck or corrected, on either side; care goes on', () => {
    expect(verifyIdentity(entryId(9), rowIn(view, 1), { second: aDoctor(), how: 'document', by: aNurse(), running })).toEqual(refused)
    expect(linkPatients(entryId(9), view, { patient: patientId(1), to: patientId(2), reason: '同じ人' })).toEqual(refused)
    expect(linkPatients(entryId(9), view, { patient: patientId(2), to: patientId(1), reason: '同じ人' })).toEqual(refused)
    expect(linkToHospital(entryId(9), view, { patient: patientId(1), hospitalId: '0042', from: null, reason: '診察券' })).toEqual(refused)
    expect(completion(claiming, { row: rowIn(view, 1), today, running, ids })).toEqual({ ok: false, error: [{ field: 'family', code: 'transfusion-runs' }] })
    expect(completion({ ...emptyCompletion, features: '青い上着', bed: '302' }, { row: rowIn(view, 1), today, running, ids }).ok).toBe(true)
    expect(strikeEntry(entryId(9), { entry: claim, struck: false, running }, '別の人', anInstant())).toEqual(refused)
    expect(strikeEntry(entryId(9), { entry: bag, struck: false, running }, '別の人', anInstant()).ok).toBe(true)
    expect(correctEntry(entryId(9), { entry: claim, struck: false, running }, { ...claim, id: entryId(8) }, '字の誤り')).toEqual(refused)
    // Whoever did not look is refused, too.
    expect(strikeEntry(entryId(9), { entry: claim, struck: false }, '別の人', anInstant())).toEqual(refused)
  })

  test('[TRF-14] whatever happens on a ward, nothing of it is let through while a bag of that person runs under any of its numbers', () => {
    const act = fc.record({ what: fc.nat(9), who: fc.constantFrom(...people), to: fc.constantFrom(...people), pick: fc.nat(50) })
    const seen = { refused: 0, written: 0 }
    fc.assert(fc.property(fc.array(act, { minLength: 15, maxLength: 30, size: 'max' }), (acts) => {
      const entries: Entry[] = [...registered]
      // Bags and links, followed here by hand.
      const runs = new Map<string, number>()
      const links = new Map<string, readonly [number, number]>()
      const group = (n: number): readonly number[] => {
        let found = [n]
        for (let grown = 0; grown !== found.length;) {
          grown = found.length
          for (const [one, other] of links.values()) if (found.includes(one) || found.includes(other)) found = [...new Set([...found, one, other])]
        }
        return found
      }
      const isRunning = (n: number): boolean => [...runs.values()].some((holder) => group(n).includes(holder))
      const take = (made: ReturnType<typeof linkPatients | typeof verifyIdentity | typeof strikeEntry>, sides: readonly number[]): Entry | null => {
        const held = sides.some(isRunning)
        if (held) expect(made.ok).toBe(false)
        if (!made.ok) {
          if (made.error.code === 'transfusion-runs') {
            expect(held).toBe(true)
            seen.refused += 1
          }
          return null
        }
        seen.written += 1
        const entry = anEntry(made.value.kind, { ...made.value, at: anInstant() })
        entries.push(entry)
        return entry
      }
      for (const [n, { what, who, to, pick }] of acts.entries()) {
        const now = wardOf(inJournal(entries))
        const id = entryId(0x300 + n)
        const running = runningInPerson(now, patientId(who))
        if (what === 0) {
          const start = anEntry('transfusion-started', { patient: patientId(who) })
          entries.push(start)
          runs.set(start.id, who)
        } else if (what <= 2) {
          const [first] = running
          if (first !== undefined) {
            entries.push(anEntry('transfusion-ended', { patient: first.patient, body: { bag: first.start.entry, givenMl: 280, reacted: false, reaction: '' } }))
            runs.delete(first.start.entry)
          }
        } else if (what === 3) {
          const made = completion(claiming, { row: rowIn(now, who), today, running, ids: { ...ids, claim: id } })
          expect(made.ok).toBe(!isRunning(who))
          for (const draft of made.ok ? made.value.drafts : []) entries.push(anEntry(draft.kind, { ...draft, at: anInstant() }))
        } else if (what === 4) take(verifyIdentity(id, rowIn(now, who), { second: aDoctor(), how: 'document', by: aNurse(), running }), [who])
        else if (what === 5) take(linkToHospital(id, now, { patient: patientId(who), hospitalId: `000${who}`, from: null, reason: '診察券' }), [who])
        else if (what <= 7) {
          const mains = [who, to].map((one) => people.find((other) => patientId(other) === personsOf(now).mainOf(patientId(one))) ?? one)
          const linked = take(linkPatients(id, now, { patient: patientId(who), to: patientId(to), reason: '同じ人' }), [who, to])
          if (linked !== null) links.set(linked.id, [mains[0] ?? who, mains[1] ?? to])
        } else if (what === 8) {
          const link = factsOf(rowIn(now, who), 'patient-linked').find(({ body }) => body.to.kind === 'patient')
          if (link !== undefined && take(unlinkPatients(id, now, { holder: patientId(who), link, reason: '別の人' }), [who]) !== null) links.delete(link.entry)
        } else {
          const ofIdentity = entries.filter(({ kind, patient }) => patient === patientId(who) && (kind === 'identity-claimed' || kind === 'identity-verified'))
          const target = ofIdentity[pick % Math.max(1, ofIdentity.length)]
          if (target !== undefined) take(strikeEntry(id, { entry: target, struck: false, running }, '誤り', anInstant()), [who])
        }
      }
    }), { numRuns: 250 })
    expect(seen.refused).toBeGreaterThan(50)
    expect(seen.written).toBeGreaterThan(50)
  })
})
