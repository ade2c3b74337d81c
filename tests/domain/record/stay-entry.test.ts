import { describe, expect, test } from 'vitest'
import { decide, type Entry } from '#domain/log/entry.ts'
import { actsFor, emptyStay, lyingIn, stayEntries, type StayDesk, type StayForm, type StayIssue } from '#domain/record/stay-entry.ts'
import type { StayChangeKind } from '#domain/record/stay.ts'
import { mostName } from '#domain/text.ts'
import { wardPeople } from '#domain/view/ward-people.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aHash, anEntry, anInstant, aPatient, aStanding, entryId, patientId } from '#tests/builders.ts'

const peopleOf = (entries: readonly Entry[]) => wardPeople(wardOf(entries.map((entry, index) => ({ seq: index + 1, entry }))))
const first = (entries: readonly Entry[]) => {
  const { here, left } = peopleOf(entries)
  const [person] = [...here, ...left]
  if (person === undefined) throw new Error('There is a patient')
  return person
}
const stay = (change: StayChangeKind): Entry => anEntry('stay-changed', { at: anInstant('2026-11-20T08:00:00.000Z'), body: { change, to: '', mobility: null, handedOver: '', note: '' } })
const desk = (entries: readonly Entry[] = [aPatient({ bed: '301' })], over: Partial<StayDesk> = {}): StayDesk => ({ patient: patientId(1), person: first(entries), at: null, ids: { stay: entryId(1), move: entryId(2) }, ...over })
const made = (form: Partial<StayForm>, at = desk()) => stayEntries({ ...emptyStay, ...form }, at)
const issues = (form: Partial<StayForm>, at = desk()): readonly StayIssue[] => {
  const read = made(form, at)
  return read.ok ? [] : read.error
}

describe('acts about where a patient is', () => {
  test('[STAY-8] What a form of the stay lacks is said in a code for its field, nothing typed is lost, and a bed in which somebody lies is told and not refused.', () => {
    expect(issues({})).toEqual([{ field: 'act', code: 'not-chosen' }])
    expect(issues({ act: 'bed', bed: ' 　' })).toEqual([{ field: 'bed', code: 'bed-missing' }])
    expect(issues({ act: 'bed', bed: '３０１' })).toEqual([{ field: 'bed', code: 'same-bed' }])
    expect(issues({ act: 'sent' })).toEqual([{ field: 'to', code: 'to-missing' }])
    expect(issues({ act: 'needs' })).toEqual([{ field: 'isolation', code: 'nothing-said' }])
    expect(issues({ act: 'needs', isolation: ['none', 'droplet'] })).toEqual([{ field: 'isolation', code: 'none-with-others' }])
    expect(issues({ act: 'death', doctor: 'あ'.repeat(mostName + 1) })).toMatchObject([{ field: 'doctor', code: 'text-too-long' }])
    expect(issues({ act: 'returned' })).toEqual([{ field: 'act', code: 'not-possible-now' }])
    const { here } = peopleOf([aPatient({ bed: '301' }), aPatient({ bed: '302' }, { patient: patientId(2) })])
    const [mover, lying] = here
    if (mover === undefined || lying === undefined) throw new Error('There are two')
    expect(lyingIn('３０２', mover, here)).toEqual([lying])
    expect(lyingIn('301', mover, here)).toEqual([])
    expect(made({ act: 'bed', bed: '302' })).toMatchObject({ ok: true, value: [{ kind: 'patient-moved', body: { bed: '302' } }] })
  })

  test('[STAY-4] who confirmed a death must be named, and no time that has not come is taken', () => {
    expect(issues({ act: 'death' })).toEqual([{ field: 'doctor', code: 'doctor-missing' }])
    const draft = made({ act: 'death', doctor: '試験 医師' }, desk(undefined, { at: anInstant('2026-11-20T07:00:00.000Z') }))
    if (!draft.ok || draft.value[0] === undefined) throw new Error('It is complete')
    const after = { head: aHash(), n: 1 }
    expect(decide(draft.value[0], aStanding(), after, { now: () => anInstant('2026-11-20T07:00:00.000Z') })).toMatchObject({ ok: true, value: { kind: 'death-confirmed', body: { doctor: '試験 医師' } } })
    expect(decide(draft.value[0], aStanding(), after, { now: () => anInstant('2026-11-20T06:59:59.000Z') })).toEqual({ ok: false, error: { code: 'entry-in-the-future' } })
  })

  test('[STAY-2] whoever had left is admitted and put to bed in one act', () => {
    const gone = desk([aPatient({ bed: '301' }), stay('discharged')])
    expect(made({ act: 'bed', bed: '301', mobility: 'walking' }, gone)).toMatchObject({ ok: true, value: [{ id: entryId(1), kind: 'stay-changed', body: { change: 'admitted', mobility: 'walking' } }, { id: entryId(2), kind: 'patient-moved', body: { bed: '301' } }] })
  })

  test('[STAY-1] only acts that make sense of where the patient is are offered', () => {
    const offered = (...entries: readonly Entry[]): string => actsFor(first([aPatient(), ...entries])).join(' ')
    expect(offered()).toBe('bed on-leave sent discharged needs death')
    expect(offered(stay('on-leave'))).toBe('bed returned sent discharged needs death')
    expect(offered(stay('sent'))).toBe('bed death')
    expect(offered(anEntry('death-confirmed'))).toBe('bed sent discharged needs')
  })

  test('[STAY-5] what was not said stays not said, and none needed is said', () => {
    expect(made({ act: 'needs', mobility: 'stretcher' })).toMatchObject({ ok: true, value: [{ body: { mobility: 'stretcher', isolation: null } }] })
    expect(made({ act: 'needs', isolation: ['none'] })).toMatchObject({ ok: true, value: [{ body: { mobility: null, isolation: [] } }] })
    for (const act of ['on-leave', 'discharged'] as const) expect(made({ act, to: '自宅' })).toMatchObject({ ok: true, value: [{ body: { change: act, to: '自宅' } }] })
  })
})
