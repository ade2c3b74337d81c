import { describe, expect, test } from 'vitest'
import { fieldsOf } from '#domain/form/definition.ts'
import { formOf } from '#domain/form/forms.ts'
import { addOwnField, emptyOwnField, endOwnField, mostOwnFields, ownNow, type OwnFieldForm } from '#domain/form/hospital-fields.ts'
import { FormExtended } from '#domain/form/hospital-field.ts'
import { formEntry } from '#domain/form/read-form.ts'
import { shapeAt, shapeNow } from '#domain/form/shape.ts'
import { decide } from '#domain/log/entry.ts'
import { aHand, aHash, anInstant, aStanding, entryId, patientId } from '#tests/builders.ts'

const form = formOf('care')
if (form === null) throw new Error('There is a form of care')
const care = form
const girth: OwnFieldForm = { ...emptyOwnField, label: '下腿周囲', type: 'number', unit: 'cm', least: '５', most: '80' }
const add = (typed: OwnFieldForm, versions: readonly FormExtended[]) => addOwnField(typed, { form: care, versions, entry: entryId(1) })
const added = (typed: OwnFieldForm, versions: readonly FormExtended[]): readonly FormExtended[] => {
  const draft = add(typed, versions)
  if (!draft.ok) throw new Error(JSON.stringify(draft.error))
  return [...versions, draft.value.body]
}

describe('fields of the hospital', () => {
  test('[FORM-8] a field that is added is a new version with all of them, and an entry of the ward', () => {
    const draft = add(girth, [])
    expect(draft).toMatchObject({ ok: true, value: { kind: 'form-extended', patient: null, body: { definition: 'care', version: 2, fields: [{ name: 'own1', label: '下腿周囲', unit: 'cm', least: 5, most: 80 }] } } })
    if (draft.ok) expect(decide(draft.value, aStanding(), { head: aHash(), n: 1 }, aHand()).ok).toBe(true)
    const twice = added({ ...emptyOwnField, label: '体位', type: 'choice', options: '右側臥\n左側臥\n' }, added(girth, []))
    expect(twice.at(-1)).toMatchObject({ version: 3, fields: [{ name: 'own1' }, { name: 'own2', options: ['右側臥', '左側臥'] }] })
    expect(twice.every((version) => FormExtended.safeParse(version).success)).toBe(true)
  })

  test('[FORM-8] it is typed, read and refused like every other field', () => {
    const shape = shapeNow(care, added(girth, []))
    const read = (own1: string) => formEntry(shape, { own1 }, { patient: patientId(1), entry: entryId(2), now: anInstant(), at: null })
    expect(read('32.5')).toMatchObject({ ok: true, value: { draft: { body: { version: 2, values: { own1: 32.5 } } } } })
    expect(read('81')).toMatchObject({ ok: false, error: [{ field: 'own1', fault: { code: 'out-of-range' } }] })
  })

  test.each<[Partial<OwnFieldForm>, string, string]>([
    [{ label: ' ' }, 'label', 'label-missing'],
    [{ label: '備考' }, 'label', 'label-taken'],
    [{ type: null }, 'type', 'type-missing'],
    [{ unit: '' }, 'unit', 'unit-missing'],
    [{ unit: 'ミリ' }, 'unit', 'unit-unclear'],
    [{ least: 'x' }, 'least', 'not-a-number'],
    [{ least: '81' }, 'most', 'least-above-most'],
    [{ type: 'choice', options: 'あり' }, 'options', 'options-too-few'],
    [{ type: 'choice', options: 'あり\nなし\nあり' }, 'options', 'options-twice'],
    [{ type: 'choice', options: '1\n2\n3\n4\n5\n6\n7\n8' }, 'options', 'options-too-many'],
  ])('[FORM-9] what a field lacks is said by a code for its box: %j', (over, field, code) => {
    expect(add({ ...girth, ...over }, [])).toMatchObject({ ok: false, error: [{ field, code }] })
  })

  test('[FORM-9] a form has at most thirty fields of the hospital', () => {
    let versions: readonly FormExtended[] = []
    for (let n = 1; n <= mostOwnFields; n += 1) versions = added({ ...girth, label: `項目${n}` }, versions)
    expect(add({ ...girth, label: '一つ多い' }, versions)).toMatchObject({ ok: false, error: [{ code: 'too-many-fields' }] })
  })

  test('[FORM-10] the name of a field that was ended is not given again', () => {
    const ended = endOwnField('own1', { form: care, versions: added(girth, []), entry: entryId(3) })
    if (!ended.ok) throw new Error('It was there')
    const versions = [...added(girth, []), ended.value.body]
    expect(versions.at(-1)).toMatchObject({ version: 3, fields: [] })
    expect(added({ ...girth, label: '腕周囲' }, versions).at(-1)).toMatchObject({ version: 4, fields: [{ name: 'own2', label: '腕周囲' }] })
    expect(endOwnField('own9', { form: care, versions, entry: entryId(3) })).toEqual({ ok: false, error: { code: 'no-such-field' } })
  })

  test('[FORM-11] an ended field stands in no form that is written now, and in the version it belongs to', () => {
    const first = added(girth, [])
    const ended = endOwnField('own1', { form: care, versions: first, entry: entryId(3) })
    const versions = ended.ok ? [...first, ended.value.body] : []
    expect(ownNow(care, versions)).toEqual([])
    expect(fieldsOf(shapeNow(care, versions)).some(({ name }) => name === 'own1')).toBe(false)
    expect(fieldsOf(shapeAt(care, versions, 2)).some(({ name }) => name === 'own1')).toBe(true)
  })
})
