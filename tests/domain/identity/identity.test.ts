import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityOf } from '#domain/identity/identity.ts'
import { impactOf } from '#domain/identity/impact.ts'
import { linkPatients, linkToHospital, wardPatientsOfHospitalId, whatMoves } from '#domain/identity/link-patients.ts'
import { allergyOfPerson, personsOf, substancesOfPerson } from '#domain/identity/persons.ts'
import type { PatientId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { shownName } from '#domain/patient/naming.ts'
import { factsOf } from '#domain/view/facts.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { wardOf, type WardView } from '#domain/view/ward.ts'
import { anEntry, anImported, aNumber, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const [first, second, third] = [patientId(1), patientId(2), patientId(3)]
const unknown = (n: number): Entry<'patient-registered'> => aPatient({ number: aNumber(n), naming: { kind: 'unknown', alias: ['ラジオ', `テガミ${n}`] }, sex: 'unknown' }, { patient: patientId(n) })
const ward = (...entries: readonly Entry[]): WardView => wardOf(inJournal(entries))
const rowOf = (view: WardView, patient: PatientId): KnownRow => registeredPatients(view).find(({ id }) => id === patient) ?? never()
const never = (): never => {
  throw new Error('no such patient')
}
const strike = (entry: Entry): Entry => anEntry('entry-struck', { patient: entry.patient, body: { struck: entry.id, reason: '別の人' } })
const link = (patient: PatientId, to: PatientId): Entry<'patient-linked'> => anEntry('patient-linked', { patient, body: { to: { kind: 'patient', patient: to }, reason: '同じ人' } })

describe('who a patient is', () => {
  test('[WHO-1] unknown, claimed, verified, linked: each step an entry, and striking it leads back to the one before', () => {
    const claim = anEntry('identity-claimed', { patient: first })
    const verified = anEntry('identity-verified', { patient: first, body: { ...anEntry('identity-verified').body, claim: claim.id } })
    const linked = anEntry('patient-linked', { patient: first })
    const steps = [unknown(1), claim, verified, linked]
    expect(steps.map((_, n) => identityOf(rowOf(ward(...steps.slice(0, n + 1)), first)).state)).toEqual(['unknown', 'claimed', 'verified', 'linked'])
    expect(identityOf(rowOf(ward(...steps, strike(linked)), first)).state).toBe('verified')
    expect(identityOf(rowOf(ward(...steps, strike(linked), strike(verified)), first)).state).toBe('claimed')
    expect(identityOf(rowOf(ward(...steps, strike(linked), strike(verified), strike(claim)), first))).toMatchObject({ state: 'unknown', naming: { kind: 'unknown' } })
  })

  test('[WHO-1] a verification is of one claim: another name wants two people again', () => {
    const claim = anEntry('identity-claimed', { patient: first })
    const verified = anEntry('identity-verified', { patient: first, body: { ...anEntry('identity-verified').body, claim: claim.id } })
    const other = anEntry('identity-claimed', { patient: first, body: { ...claim.body, naming: { kind: 'known', family: '別', given: '', familyKana: '', givenKana: '' } } })
    expect(identityOf(rowOf(ward(unknown(1), claim, verified, other), first)).state).toBe('claimed')
    expect(identityOf(rowOf(ward(aPatient({}, { patient: first }), anEntry('identity-verified', { patient: first })), first)).state).toBe('verified')
  })

  test('[WHO-2] number and alias of the registration, and every name that was said, stay with the patient', () => {
    const view = ward(unknown(1), anEntry('identity-claimed', { patient: first }))
    expect(rowOf(view, first).registered).toMatchObject({ number: aNumber(1), naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ1'] } })
    expect(identityOf(rowOf(view, first))).toMatchObject({ alias: ['ラジオ', 'テガミ1'], naming: { family: '灯', given: '一郎' }, formerNamings: [{ kind: 'unknown', alias: ['ラジオ', 'テガミ1'] }] })
  })

  test('[WHO-3] what one step does not know, an earlier one still says', () => {
    const described = anEntry('patient-described', { patient: first, body: { sex: 'male', birth: { kind: 'estimated-age', years: 40 }, features: '' } })
    const claim = anEntry('identity-claimed', { patient: first, body: { ...anEntry('identity-claimed').body, sex: 'unknown', birth: { kind: 'unknown' }, hospitalId: '0042' } })
    expect(identityOf(rowOf(ward(unknown(1), described, claim), first))).toMatchObject({ sex: 'male', birth: { kind: 'estimated-age', years: 40 }, hospitalId: '0042' })
    expect(wardPatientsOfHospitalId(ward(unknown(1), described, claim), '0042').map(({ id }) => id)).toEqual([first])
    expect(wardPatientsOfHospitalId(ward(unknown(1), described, claim), '42')).toEqual([])
  })
})

describe('two registrations of one person', () => {
  const allergic = anEntry('allergy-stated', { patient: second, body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '' }], source: '妻' } })
  const asked = anEntry('allergy-stated', { patient: first, body: { state: 'none', source: '本人' } })

  test('[WHO-4] a link lists them under one, and moves no entry', () => {
    const view = ward(unknown(1), unknown(2), link(second, first))
    const persons = personsOf(view)
    expect([first, second].map(persons.mainOf)).toEqual([first, first])
    expect(persons.membersOf(second)).toEqual([first, second])
    expect([first, second].map((patient) => rowOf(view, patient).mark.entries)).toEqual([1, 2])
  })

  test('[WHO-4] before it is done it says what will stand together, and what the two say differently', () => {
    const view = ward(aPatient({ number: aNumber(1), bed: '301', birth: { kind: 'day', on: '1950-03-04' as never } }, { patient: first }), aPatient({ number: aNumber(2), sex: 'male', bed: '302' }, { patient: second }), anEntry('note', { patient: second }))
    expect(whatMoves(rowOf(view, second), rowOf(view, first), ({ registered }) => shownName(registered.naming))).toEqual({ numbers: [aNumber(2), aNumber(1)], names: ['灯 花子', '灯 花子'], entries: 2, beds: ['302', '301'], differs: ['sex', 'bed'] })
  })

  test('[WHO-5] allergies of one person are the union: "none" of one registration hides nothing another says', () => {
    const view = ward(unknown(1), unknown(2), asked, allergic, link(second, first))
    const members = personsOf(view).membersOf(first).map((patient) => rowOf(view, patient))
    expect(allergyOfPerson(members)).toMatchObject({ state: 'present', said: { statement: { source: '妻' } } })
    expect(substancesOfPerson(members)).toEqual(['ペニシリン'])
    expect(allergyOfPerson([rowOf(view, first)]).state).toBe('none')
  })

  test('[WHO-6] who is one person already, oneself, and what has no reason is refused', () => {
    const view = ward(unknown(1), unknown(2), unknown(3), link(second, first))
    const tried = (patient: PatientId, to: PatientId, reason = '同じ人') => linkPatients(entryId(9), view, { patient, to, reason })
    expect(tried(first, first)).toEqual({ ok: false, error: { code: 'same-patient' } })
    expect(tried(first, second)).toEqual({ ok: false, error: { code: 'already-one-person' } })
    expect(tried(third, first, '  ')).toEqual({ ok: false, error: { code: 'reason-empty' } })
    expect(tried(third, patientId(8))).toEqual({ ok: false, error: { code: 'not-registered' } })
    // Of somebody listed elsewhere the whole person goes along, and to the registration the other is listed under.
    expect(tried(third, second)).toMatchObject({ ok: true, value: { patient: third, body: { to: { patient: first } } } })
    expect(tried(second, third)).toMatchObject({ ok: true, value: { patient: first, body: { to: { patient: third } } } })
  })

  test('[WHO-6] a link to the hospital’s number keeps it as it is written there, and wants a reason too', () => {
    expect(linkToHospital(entryId(9), ward(unknown(1)), { patient: first, hospitalId: '00012345', from: null, reason: '診察券' })).toMatchObject({ ok: true, value: { kind: 'patient-linked', patient: first, body: { to: { hospitalId: '00012345' } } } })
    expect(linkToHospital(entryId(9), ward(unknown(1)), { patient: first, hospitalId: '00012345', from: null, reason: '' })).toEqual({ ok: false, error: { code: 'reason-empty' } })
  })

  test('[WHO-7] when a link was wrong, everything done since about either is listed: written, viewed and printed', () => {
    const linked = link(second, first)
    const entries = [unknown(1), unknown(2), anEntry('note', { patient: first }), linked, anEntry('vital-signs', { patient: second }), anEntry('chart-opened', { patient: first }), anEntry('note', { patient: third }), anEntry('sheet-printed', { body: { form: 'poster', serials: [], sheets: 1, patient: second } }), strike(linked)]
    const view = ward(...entries.slice(0, 4))
    const fact = factsOf(rowOf(view, second), 'patient-linked')[0] ?? never()
    expect(impactOf(fact, [first, second], inJournal(entries)).map(({ of, entry }) => [of, entry.kind])).toEqual([['written', 'vital-signs'], ['viewed', 'chart-opened'], ['printed', 'sheet-printed']])
  })
})

/** What must never be lost, doubled or mixed, whatever happens to identities. */
function held(view: WardView) {
  const persons = personsOf(view)
  const rows = registeredPatients(view)
  return {
    persons: rows.map(({ id }) => [id, persons.mainOf(id)]),
    called: rows.map((row) => identityOf(row)),
    allergies: rows.map(({ id }) => { const members = persons.membersOf(id).flatMap((member) => view.patients.get(member) ?? []); return [allergyOfPerson(members), substancesOfPerson(members)] }),
    beds: rows.map(({ moves, registered }) => [registered.bed, moves]),
  }
}

describe('no sequence of identity events loses anything', () => {
  const patients = [1, 2, 3, 4]
  const registered = patients.map(unknown)
  const anAct = fc.record({ what: fc.nat(7), patient: fc.constantFrom(...patients), to: fc.constantFrom(...patients), target: fc.nat(1000), n: fc.nat(3) })
  const entryOf = ({ what, patient, to, target, n }: { readonly what: number; readonly patient: number; readonly to: number; readonly target: number; readonly n: number }, before: readonly Entry[]): Entry => {
    const about = { patient: patientId(patient) }
    const earlier = before[target % before.length] ?? never()
    switch (what) {
      case 0: return link(patientId(patient), patientId(to))
      case 1: return strike(earlier)
      case 2: return anEntry('identity-claimed', { ...about, body: { ...anEntry('identity-claimed').body, naming: { kind: 'known', family: `姓${n}`, given: '', familyKana: '', givenKana: '' }, hospitalId: n === 0 ? null : `000${n}` } })
      case 3: return anEntry('identity-verified', { ...about, body: { ...anEntry('identity-verified').body, claim: earlier.id } })
      case 4: return anEntry('patient-linked', { ...about, body: { to: { kind: 'hospital', hospitalId: `000${n}`, from: null }, reason: '一致' } })
      case 5: return anEntry('allergy-stated', { ...about, body: n === 0 ? { state: 'none', source: '本人' } : { state: 'present', substances: [{ substance: `薬${n}`, reaction: '' }], source: '家族' } })
      case 6: return anImported(anEntry('note', about))
      default: return anImported(anEntry('allergy-stated', { ...about, body: { state: 'present', substances: [{ substance: `他院${n}`, reaction: '' }], source: '家族' } }))
    }
  }
  const history = fc.array(anAct, { maxLength: 40 }).map((acts) => acts.reduce<readonly Entry[]>((before, act) => [...before, entryOf(act, before)], registered))

  test('[WHO-8] link and unlink leave the ward as it was', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...patients), fc.constantFrom(...patients), (before, patient, to) => {
        const linked = link(patientId(patient), patientId(to))
        expect(held(ward(...before, linked, strike(linked)))).toEqual(held(ward(...before)))
      }),
      { numRuns: 300 },
    )
  })

  test('[WHO-8] no name, number, allergy or record is lost, doubled or given to another', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const view = ward(...entries)
        const rows = registeredPatients(view)
        expect(rows.map(({ registered: { number } }) => number)).toEqual(patients.map(aNumber))
        // Every name is either the one in use or a former one, unless it was struck.
        const struck = new Set(entries.flatMap((entry) => (entry.kind === 'entry-struck' ? [entry.body.struck] : [])))
        for (const row of rows) {
          const said = entries.flatMap((entry) => (entry.kind === 'identity-claimed' && entry.patient === row.id && !struck.has(entry.id) ? [shownName(entry.body.naming)] : []))
          const { naming, formerNamings } = identityOf(row)
          expect([shownName(naming), ...formerNamings.map(shownName)].toSorted()).toEqual([shownName(row.registered.naming), ...said].toSorted())
          const allergies = entries.flatMap((entry) => {
            const inner = entry.kind === 'entry-imported' ? (entry.body.entry as unknown as Entry) : entry // made above
            return inner.kind === 'allergy-stated' && inner.patient === row.id && !struck.has(inner.id) && inner.body.state === 'present' ? inner.body.substances.map(({ substance }) => substance) : []
          })
          expect(substancesOfPerson([row]).toSorted()).toEqual([...new Set(allergies)].toSorted())
          expect(row.mark.entries).toBe(entries.filter((entry) => entry.patient === row.id).length)
        }
        // The persons divide the registrations: each stands under exactly one, and that one under itself.
        const persons = personsOf(view)
        for (const { id } of rows) {
          expect(persons.mainOf(persons.mainOf(id))).toBe(persons.mainOf(id))
          expect(persons.membersOf(id).filter((member) => member === id)).toHaveLength(1)
        }
        expect(rows.flatMap(({ id }) => (persons.mainOf(id) === id ? persons.membersOf(id) : [])).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
      }),
      { numRuns: 300 },
    )
  })
})
