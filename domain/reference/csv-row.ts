import type { Birth } from '../patient/birth.ts'
import { err, ok, type Result } from '../result.ts'
import { mostName } from '../text.ts'
import type { CalendarDate } from '../time.ts'
import type { CsvColumns, CsvMapping, CsvMeaning } from './csv-mapping.ts'
import type { ReferencePatient } from './reference-patient.ts'
import type { ReferenceFaultCode } from './reference-fact.ts'
import { allergiesOf, birthOf, dayOf, dividedName, lineOf, remembered, sexOf, type ValueRead } from './source-text.ts'

const identity: readonly CsvMeaning[] = ['hospitalId', 'name', 'family', 'given', 'kana', 'familyKana', 'givenKana', 'sex', 'birth']
const mostId = 40

export type RowReader = (cells: readonly string[]) => Result<ReferencePatient, ReferenceFaultCode>

/** Reads the rows of one table, each to a patient or a code. Rules REF-9 to REF-13. `width`: cells of the head. */
export function rowReader({ columns }: CsvMapping, width: number, today: CalendarDate): RowReader {
  // A row may end early, as spreadsheets leave out what is empty, but not before who it is about.
  const least = 1 + Math.max(-1, ...identity.map((meaning) => columns[meaning] ?? -1))
  const dates: Dates = { birth: remembered((text) => birthOf(text, today)), day: remembered((text) => dayOf(text, today)) }
  return (cells) => {
    if (cells.length < least) return err('too-few-cells')
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) return err('too-many-cells')
    return readRow(cells, columns, dates)
  }
}

type Dates = { readonly birth: (text: string) => ValueRead<Birth>; readonly day: (text: string) => ValueRead<CalendarDate | null> }

function readRow(cells: readonly string[], columns: CsvColumns, dates: Dates): Result<ReferencePatient, ReferenceFaultCode> {
  const cell = (meaning: CsvMeaning): string => {
    const at = columns[meaning]
    return at === null ? '' : (cells[at] ?? '')
  }
  const line = (meaning: CsvMeaning, most = mostName): ValueRead<string> => plainCell(cell(meaning), most)

  const hospitalId = line('hospitalId', mostId)
  if (!hospitalId.ok) return hospitalId
  if (hospitalId.value === '') return err('id-missing')
  const name = nameOf(columns.family, line('family'), line('given'), line('name', 2 * mostName + 1))
  if (!name.ok) return name
  const kana = nameOf(columns.familyKana, line('familyKana'), line('givenKana'), line('kana', 2 * mostName + 1))
  if (!kana.ok) return kana
  if (name.value.family + name.value.given + kana.value.family + kana.value.given === '') return err('name-missing')

  const sex = line('sex')
  if (!sex.ok) return sex
  const sexRead = sexOf(sex.value)
  if (!sexRead.ok) return sexRead
  const birth = line('birth')
  if (!birth.ok) return birth
  const birthRead = dates.birth(birth.value)
  if (!birthRead.ok) return birthRead

  const phone = line('phone', 40)
  if (!phone.ok) return phone
  const stay = stayOf(line('ward'), line('bed'), line('admittedOn'), dates)
  if (!stay.ok) return stay
  const allergyText = cell('allergies')
  if (isFormula(allergyText.trim())) return err('formula')
  const allergies = allergiesOf(allergyText)
  if (!allergies.ok) return allergies

  return ok({
    hospitalId: hospitalId.value,
    family: name.value.family,
    given: name.value.given,
    familyKana: kana.value.family,
    givenKana: kana.value.given,
    sex: sexRead.value,
    birth: birthRead.value,
    phone: phone.value,
    stay: stay.value,
    allergies: allergies.value,
  })
}

function plainCell(text: string, most: number): ValueRead<string> {
  if (text === '') return ok('')
  // ="00123" is how a system keeps a spreadsheet from eating the zeros: a text, and the only formula that is one.
  const kept = text.includes('=') ? (/^\s*="([^"=+@]*)"\s*$/.exec(text)?.[1] ?? text) : text
  const read = lineOf(kept, most)
  if (!read.ok) return read
  if (read.value === '-' || read.value === '－') return ok('')
  return isFormula(read.value) ? err('formula') : read
}

/** What a spreadsheet would run is nobody's name; kept, it would wait for the next person who opens an export. */
function isFormula(text: string): boolean {
  return /^[=＝@]|^[+-](?!\d)/.test(text)
}

function nameOf(divided: number | null, family: ValueRead<string>, given: ValueRead<string>, whole: ValueRead<string>): ValueRead<{ readonly family: string; readonly given: string }> {
  for (const part of [family, given, whole]) if (!part.ok) return part
  if (!family.ok || !given.ok || !whole.ok) return err('text-is-broken')
  if (divided !== null && family.value + given.value !== '') return ok({ family: family.value, given: given.value })
  const parts = dividedName(whole.value)
  return parts.family.length > mostName || parts.given.length > mostName ? err('text-too-long') : ok(parts)
}

function stayOf(ward: ValueRead<string>, bed: ValueRead<string>, admittedOn: ValueRead<string>, dates: Dates): ValueRead<ReferencePatient['stay']> {
  if (!ward.ok) return ward
  if (!bed.ok) return bed
  if (!admittedOn.ok) return admittedOn
  const day = dates.day(admittedOn.value)
  if (!day.ok) return day
  // A day of admission alone may be of a stay long over; only a ward or a bed says where somebody lies.
  if (ward.value === '' && bed.value === '') return ok(null)
  return ok({ ward: ward.value, bed: bed.value, admittedOn: day.value })
}
