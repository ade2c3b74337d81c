import { isCare, type CareKind } from '../export/care-cells.ts'
import { sayCare } from '../export/say-care.ts'
import { sayEntry } from '../export/say-entry.ts'
import { shownMoment } from '../export/words.ts'
import { sayForm } from '../form/say-form.ts'
import type { FormExtended } from '../form/hospital-field.ts'
import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import { kinds, type BodyOf } from '../log/kinds.ts'
import type { Words } from '../patient/wareki.ts'
import { vitalFields, vitalNames } from '../record/vital-fields.ts'
import type { RecordRow } from './records.ts'

/** One box of the hospital's screen: what it is called, and the text that goes into it, as it is typed there. */
export type CopyField = { readonly name: string; readonly label: Words; readonly text: string }

export type CopyContext = { readonly placeOf: (id: EntryId) => number | null; readonly forms: readonly FormExtended[] }

/** A record cut into what is typed box by box. Texts are in Japanese, as the hospital's system takes them; numbers stand without their unit. */
export function copyFields({ entry, origin }: Pick<RecordRow, 'entry' | 'origin'>, { placeOf, forms }: CopyContext): readonly CopyField[] {
  const moment: CopyField = { name: 'at', label: { ja: '日時', en: 'When' }, text: shownMoment(entry.at) }
  return [moment, ...bodyFields(entry, { placeOf, forms: origin === null ? forms : [] })]
}

function bodyFields(entry: Entry, { placeOf, forms }: CopyContext): readonly CopyField[] {
  if (isOfCare(entry)) return sayCare(entry, placeOf).map(({ name, label, text }) => ({ name, label, text: text.ja }))
  const { kind } = entry
  if (kind === 'vital-signs') return vitalCopies(entry.body)
  if (kind === 'allergy-stated') return allergyCopies(entry.body)
  if (kind === 'form') {
    const { title, lines } = sayForm(entry.body, forms)
    return lines.map(({ name, label, text }) => ({ name, label: label.ja === name ? title : label, text: text.ja }))
  }
  return sayEntry({ entry, placeOf, forms }).map(({ label, text }, at) => ({ name: `line${at}`, label: label ?? kinds[kind].label, text }))
}

function vitalCopies(signs: BodyOf<'vital-signs'>): readonly CopyField[] {
  const label = (name: (typeof vitalNames)[number]): Words => (name === 'jcs' ? { ja: 'JCS', en: 'JCS' } : { ja: `${vitalFields[name].ja} ${vitalFields[name].unitJa}`, en: `${vitalFields[name].en} ${vitalFields[name].unitEn}` })
  const measured = vitalNames.flatMap((name): readonly CopyField[] => (signs[name] === null ? [] : [{ name, label: label(name), text: String(signs[name]) }]))
  return signs.remark.trim() === '' ? measured : [...measured, { name: 'remark', label: { ja: '備考', en: 'Remark' }, text: signs.remark }]
}

function allergyCopies(body: BodyOf<'allergy-stated'>): readonly CopyField[] {
  const { label } = kinds['allergy-stated']
  if (body.state !== 'present') return [{ name: 'state', label, text: body.state === 'none' ? 'なし' : '未確認' }]
  return body.substances.map(({ substance, reaction }, at) => ({ name: `substance${at}`, label, text: reaction.trim() === '' ? substance : `${substance}（${reaction}）` }))
}

function isOfCare(entry: Entry): entry is Entry<CareKind> {
  return isCare(entry.kind)
}

/** 「2026-11-20 16:24 非常時記録より転記 №123」: what stands beside every entry in the hospital's system, so that the source is found again. (domain facts §8.4-4) */
export function sourceNote({ entry, origin, seq }: Pick<RecordRow, 'entry' | 'origin' | 'seq'>): string {
  const source = origin === null ? `№${seq}` : `${origin.letters} №${origin.seq}`
  return `${shownMoment(entry.at)} 非常時記録より転記 ${source}（記入 ${entry.by.name}）`
}

/** The whole record as one text, for a free-text box. */
export function wholeText(row: Pick<RecordRow, 'entry' | 'origin' | 'seq'>, fields: readonly CopyField[]): string {
  const lines = fields.filter(({ name }) => name !== 'at').map(({ label, text }) => `${label.ja} ${text}`)
  return [`【${kinds[row.entry.kind].label.ja}】`, ...lines, sourceNote(row)].join('\n')
}
