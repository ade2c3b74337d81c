import { readStaffNumber, type StaffNumber } from '../ids.ts'
import type { Profession } from '../log/person.ts'
import { checkText, mostName, type TextFault } from '../text.ts'
import type { StaffMember } from './hospital-plan.ts'

/**
 * The hospital's staff list as its personnel office has it: a table with a head. What each column means is guessed from
 * the head and corrected by a person; rows that cannot be read are told by number and reason, never by what stands in them.
 */
export type StaffColumn = 'staffNumber' | 'name' | 'profession' | 'badge'
export const staffColumns: readonly StaffColumn[] = ['staffNumber', 'name', 'profession', 'badge']

/** For each meaning the place of its column in the table; null: there is none. */
export type StaffColumns = Readonly<Record<StaffColumn, number | null>>

export type TableRow = {
  /** As a spreadsheet counts: the head is 1. */
  readonly number: number
  readonly cells: readonly string[]
  /** The file ends in the middle of this row. */
  readonly isCut: boolean
}

export type RowFault =
  | { readonly code: 'cut-off' | 'staff-number-missing' | 'staff-number-form' | 'name-missing' | 'formula' | TextFault['code']; readonly rows: readonly [number] }
  /** The same number for two people, or a badge that reads as somebody else's number: nobody knows which is right, so none is taken. */
  | { readonly code: 'staff-number-twice' | 'badge-twice'; readonly rows: readonly [number, number, ...number[]] }

export type StaffRead = { readonly staff: readonly StaffMember[]; readonly faults: readonly RowFault[] }

const heads: Readonly<Record<StaffColumn, RegExp>> = {
  staffNumber: /^(職員|社員|従業員)?(番号|コード|ID|NO\.?)$|^(staff|employee) ?(number|no\.?|id|code)$|^id$/i,
  name: /^(職員)?(氏名|名前|姓名)(\(漢字\))?$|^(職員名)$|^(full |staff )?name$/i,
  profession: /^職種(名|名称)?$|^(profession|occupation|job( title)?|role)$/i,
  badge: /^(名札|バッジ|カード|ICカード|職員証)(番号|コード|ID)?$|^(badge|card)( ?(number|no\.?|id|code))?$/i,
}

/** What each column is, by its head; each column is one thing at most. */
export function guessColumns(head: readonly string[]): StaffColumns {
  const plain = head.map((cell) => cell.normalize('NFKC').trim())
  const place = (column: StaffColumn): number | null => {
    const found = plain.findIndex((cell) => heads[column].test(cell))
    return found === -1 ? null : found
  }
  return { staffNumber: place('staffNumber'), name: place('name'), profession: place('profession'), badge: place('badge') }
}

const professions: readonly (readonly [RegExp, Profession])[] = [
  [/^(医師|研修医|専攻医|歯科医師|doctor|physician|dr\.?|md)$/i, 'doctor'],
  [/^(看護師|准看護師|看護師長|師長|主任看護師|nurse|rn)$/i, 'nurse'],
  [/^(助産師|midwife)$/i, 'midwife'],
  [/^(薬剤師|pharmacist)$/i, 'pharmacist'],
  [/^(臨床検査技師|(診療)?放射線技師|臨床工学技士|検査技師|技師|technician|technologist)$/i, 'technician'],
  [/^(事務|事務員|医療事務|事務職員?|病棟クラーク|クラーク|clerk|secretary)$/i, 'clerk'],
]

/** A profession as the personnel office writes it; every other word is `other`. */
export function professionOf(cell: string): Profession {
  const word = cell.normalize('NFKC').trim()
  return professions.find(([form]) => form.test(word))?.[1] ?? 'other'
}

type Candidate = { readonly row: number; readonly member: StaffMember }

/** Good rows as staff, in the table's order, and every other row with its reason. Rules PLAN-4, PLAN-5. */
export function readStaffRows(rows: readonly TableRow[], columns: StaffColumns): StaffRead {
  const candidates: Candidate[] = []
  const faults: RowFault[] = []
  for (const row of rows) {
    const read = readRow(row, columns)
    if ('code' in read) faults.push({ code: read.code, rows: [row.number] })
    else candidates.push({ row: row.number, member: read })
  }
  const twice = sharedNumbers(candidates)
  const refused = new Set(twice.flatMap(({ rows: shared }) => [...shared]))
  return {
    staff: candidates.filter(({ row }) => !refused.has(row)).map(({ member }) => member),
    faults: [...faults, ...twice].toSorted((one, other) => one.rows[0] - other.rows[0]),
  }
}

type OneRowFault = { readonly code: Extract<RowFault, { rows: readonly [number] }>['code'] }

function readRow({ cells, isCut }: TableRow, columns: StaffColumns): StaffMember | OneRowFault {
  if (isCut) return { code: 'cut-off' }
  const cell = (column: StaffColumn): string => cells[columns[column] ?? -1]?.replaceAll(/^[\s　]+|[\s　]+$/g, '') ?? ''
  const [number, name, badge] = [cell('staffNumber'), cell('name'), cell('badge')]
  for (const text of [number, name, badge]) {
    const checked = checkText(text, mostName)
    if (!checked.ok) return { code: checked.error.code }
    // What a spreadsheet would run is nobody's name; kept, it would wait for the next person who opens an export.
    if (/^[=+@\t\r]|^-(?!\d)/.test(text)) return { code: 'formula' }
  }
  if (number === '') return { code: 'staff-number-missing' }
  const staffNumber = readStaffNumber(number)
  if (staffNumber === null) return { code: 'staff-number-form' }
  if (name === '') return { code: 'name-missing' }
  return { staffNumber, name, profession: professionOf(cell('profession')), badge: badge === '' ? null : badge }
}

/** Staff numbers that two rows have, then badges that read as another row's badge or number. */
function sharedNumbers(candidates: readonly Candidate[]): readonly Extract<RowFault, { code: 'staff-number-twice' | 'badge-twice' }>[] {
  const byNumber = new Map<StaffNumber, number[]>()
  for (const { row, member } of candidates) byNumber.set(member.staffNumber, [...(byNumber.get(member.staffNumber) ?? []), row])
  const byBadge = new Map<string, number[]>()
  for (const { row, member: { badge } } of candidates) if (badge !== null) byBadge.set(badge, [...(byBadge.get(badge) ?? []), row])
  const badges = [...byBadge].map(([badge, rows]) => {
    const owners = byNumber.get(badge as StaffNumber) ?? [] // looked up, not believed
    return [...new Set([...rows, ...owners])]
  })
  return [
    ...[...byNumber.values()].flatMap((rows) => shared('staff-number-twice', rows)),
    ...badges.flatMap((rows) => shared('badge-twice', rows)),
  ]
}

function shared(code: 'staff-number-twice' | 'badge-twice', rows: readonly number[]) {
  const [one, other, ...more] = rows.toSorted((a, b) => a - b)
  return one === undefined || other === undefined ? [] : [{ code, rows: [one, other, ...more] as const }]
}
