import { describe, expect, test } from 'vitest'
import { columnsOf } from '#domain/export/csv-columns.ts'
import { sayEntry } from '#domain/export/say-entry.ts'
import { decide } from '#domain/log/entry.ts'
import { TriageCategory, shownCategory, triageCategories } from '#domain/triage/category.ts'
import { jobOf, tagHolders, tagTriage } from '#domain/triage/tag.ts'
import { aHand, aHash, aStanding, anEntry, entryId, patientId } from '#tests/builders.ts'

const desk = { entry: entryId(1), patient: patientId(1), at: null, place: '救急入口', organisation: '灯病院', job: 'nurse' } as const

describe('a triage as on the tag', () => {
  test('[TRI-14] colour and tag number make a whole triage in one call, and the journal takes it', () => {
    for (const category of TriageCategory.options) {
      const draft = tagTriage(category, 'T-0312', desk)
      if (!draft.ok) throw new Error('refused')
      expect(draft.value.body).toMatchObject({ method: 'tag', decided: category, tagNumber: 'T-0312', suggested: null, ruleSet: null, tagReplaced: false })
      expect(decide(draft.value, aStanding(), { head: aHash(), n: 1 }, aHand()).ok).toBe(true)
    }
    expect(tagTriage('I', '', desk).ok).toBe(true)
    expect(tagTriage('I', 'T\u0000', desk)).toEqual({ ok: false, error: [{ field: 'tagNumber', code: 'text-has-control-characters' }] })
  })

  test('[TRI-13] a number is looked for at the same post, however it was typed; another post may have used it too', () => {
    const worn = [{ patient: patientId(2), tagNumber: 'Ｔ−０３１２', place: '救急入口' }, { patient: patientId(3), tagNumber: 'T-0312', place: '体育館' }, { patient: patientId(4), tagNumber: 't-0312', place: '' }]
    const asked = { patient: patientId(1), tagNumber: 'T-0312', place: '救急入口' }
    expect(tagHolders(asked, worn).map(({ patient }) => patient)).toEqual([patientId(2), patientId(4)])
    expect(tagHolders({ ...asked, place: '' }, worn)).toHaveLength(3)
    expect(tagHolders({ ...asked, patient: patientId(2) }, worn).map(({ patient }) => patient)).toEqual([patientId(4)])
    expect(tagHolders({ ...asked, tagNumber: ' ' }, [{ patient: patientId(2), tagNumber: '', place: '' }])).toEqual([])
  })

  test('[TRI-1] a category is code, colour, shape and word together, and no two share one of them', () => {
    const all = TriageCategory.options
    for (const part of ['shape', 'colour', 'group'] as const) expect(new Set(all.map((category) => JSON.stringify(triageCategories[category][part]))).size).toBe(4)
    for (const category of all) {
      const { ja, en } = shownCategory(category)
      expect(ja).toContain(`${triageCategories[category].shape} ${category} ${triageCategories[category].colour.ja}`)
      expect(en).toContain(`${triageCategories[category].shape} ${category} ${triageCategories[category].colour.en}`)
    }
  })

  test('[TRI-1] black leaves the station as a result of triage that confirms no death', () => {
    const draft = tagTriage('0', '', desk)
    if (!draft.ok) throw new Error('refused')
    const entry = anEntry('triage-decided', { body: draft.value.body })
    const page = sayEntry({ entry, placeOf: () => null }).map(({ text }) => text).join('\n')
    const cells = columnsOf('triage-decided').map(({ cell }) => cell(entry.body))
    expect(page).toContain('死亡確認ではない')
    expect(page).toContain('not a confirmation of death')
    expect(cells).toContain(shownCategory('0').ja)
    expect(cells).not.toContain('死亡')
  })

  test('[TRI-14] the tag calls a midwife a nurse, and whoever it has no word for "other"', () => {
    expect([jobOf('doctor'), jobOf('midwife'), jobOf('technician')]).toEqual(['doctor', 'nurse', 'other'])
  })
})
