import { describe, expect, test } from 'vitest'
import type { Naming } from '#domain/patient/naming.ts'
import { searchTextOf, searchTextOfReference } from '#domain/search/patient-text.ts'
import { find } from '#domain/search/find.ts'
import { rowsOf } from '#domain/search/rows.ts'
import { buildSearch } from '#domain/search/search-index.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { findKey, type FindKey } from '#renderer/features/find/choice.ts'
import { most, resultsOf, type ReferenceList, type Results, type WardList } from '#renderer/features/find/results.ts'
import type { KeyPress } from '#renderer/ui/keys.ts'
import { aNumber, aPatient, patientId } from '#tests/builders.ts'

const known = (family: string, given: string, familyKana: string, givenKana: string): Naming => ({ kind: 'known', family, given, familyKana, givenKana })
const aReferencePatient = (hospitalId: string, family: string, given: string, familyKana: string, givenKana: string): ReferencePatient => ({ hospitalId, family, given, familyKana, givenKana, sex: 'female', birth: { kind: 'unknown' }, phone: '', stay: null, allergies: null })

function wardWith(namings: readonly Naming[]): WardList {
  const view = wardOf(namings.map((naming, n) => ({ seq: n + 1, entry: aPatient({ naming, number: aNumber(n + 1), bed: `301-${n + 1}` }, { patient: patientId(n + 1) }) })))
  const patients = registeredPatients(view)
  return { patients, rows: rowsOf({ count: patients.length, at: (row) => searchTextOf(patients[row]!) }) } // asked up to the count
}

function listWith(patients: readonly ReferencePatient[]): Pick<ReferenceList, 'find' | 'at'> {
  const at = (row: number): ReferencePatient => patients[row]! // rows come from the list
  const index = buildSearch({ count: patients.length, at: (row) => searchTextOfReference(at(row)) })
  return { find: (typed, atMost) => find(index, typed, atMost), at }
}

const said = ({ found }: Results): readonly string[] => found.map((one) => (one.kind === 'ward' ? one.patient.registered.number : one.patient.hospitalId))

describe('finding a patient', () => {
  const ward = wardWith([known('髙橋', '和子', 'タカハシ', 'カズコ'), { kind: 'unknown', alias: ['オルゴール', 'ハーモニカ'] }, known('佐藤', '一', 'サトウ', 'ハジメ')])
  const list = listWith([aReferencePatient('0000123', '高橋', '和子', 'タカハシ', 'カズコ'), aReferencePatient('0000456', '高橋', '五郎', 'タカハシ', 'ゴロウ')])

  test('[FIND-12] patients of this ward stand before those of the hospital’s list', () => {
    const results = resultsOf('takahashi', ward, list)
    expect(said(results)).toEqual([aNumber(1), '0000123', '0000456'])
    expect(results.wardCount).toBe(1)
    expect(said(resultsOf('高橋', ward, null))).toEqual([aNumber(1)])
    expect(said(resultsOf('', ward, list))).toEqual([])
  })

  test('[FIND-12] of each group fifty are shown, and it is told that there are more', () => {
    const many = Array.from({ length: most + 1 }, (_, n) => aReferencePatient(`10${n}`, '鈴木', '一', 'スズキ', 'ハジメ'))
    const results = resultsOf('鈴', ward, listWith(many))
    expect(results.found.length).toBe(most)
    expect(results.more).toEqual({ ward: false, reference: true })
    expect(resultsOf('鈴', ward, listWith(many.slice(1))).more.reference).toBe(false)
  })

  test('[FIND-12] an unknown patient is found by the alias, the bed and the number', () => {
    for (const typed of ['オルゴ', 'はーもにか', 'harmonika'.replace('r', ''), '301-2', '00002']) expect([typed, said(resultsOf(typed, ward, null))]).toEqual([typed, [aNumber(2)]])
  })

  test('[FIND-13] the same name in both groups is warned of and marked, one family name alone is not', () => {
    const results = resultsOf('高橋', ward, list)
    expect(results.worst).toBe('same')
    expect([...results.alike]).toEqual([patientId(1), 'reference-0'])
    expect(resultsOf('佐藤', ward, list)).toMatchObject({ worst: null, alike: new Set() })
  })

  test('[FIND-13] names one sound apart are warned of as similar', () => {
    const alike = listWith([aReferencePatient('1', '', '', 'サトウ', 'ハナコ'), aReferencePatient('2', '', '', 'サトウ', 'ハナエ')])
    expect(resultsOf('サトウハナ', wardWith([]), alike).worst).toBe('similar')
  })
})

describe('the keys of the search box', () => {
  const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({ key, keyCode: 0, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...over })
  const none: FindKey = { act: 'none' }

  test('[FIND-14] ↓ marks the first, Enter opens it', () => {
    expect(findKey(press('ArrowDown'), 3, null)).toEqual({ act: 'choose', at: 0 })
    expect(findKey(press('Enter'), 3, 0)).toEqual({ act: 'open', at: 0 })
  })

  test('[FIND-14] Enter with nobody marked only marks the first', () => {
    expect(findKey(press('Enter'), 3, null)).toEqual({ act: 'choose', at: 0 })
    expect(findKey(press('Enter'), 0, null)).toEqual(none)
  })

  test('[FIND-14] Enter and the arrows of a conversion are left to the input method', () => {
    for (const key of ['Enter', 'ArrowDown', 'ArrowUp', 'PageDown']) {
      expect(findKey(press(key, { isComposing: true }), 3, 0)).toEqual(none)
      expect(findKey(press(key, { keyCode: 229 }), 3, 0)).toEqual(none)
    }
  })

  test('[FIND-14] the arrows stop at both ends, and keys of the text stay with the text', () => {
    expect([findKey(press('ArrowDown'), 3, 2), findKey(press('ArrowUp'), 3, 0), findKey(press('PageDown'), 20, 3), findKey(press('PageUp'), 20, 3)]).toEqual([2, 0, 11, 0].map((at) => ({ act: 'choose', at })))
    for (const key of ['Home', 'End', 'ArrowLeft', 'a', 'Backspace', 'Escape', 'Tab']) expect(findKey(press(key), 3, 0)).toEqual(none)
    expect(findKey(press('Enter', { ctrlKey: true }), 3, 0)).toEqual(none)
  })
})
