import { expect, test } from 'vitest'
import { sheetSerials, serialOfPage, SheetSerial } from '#domain/print/serial.ts'
import { err, ok } from '#domain/result.ts'
import type { PatientId } from '#domain/ids.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import type { Sheet, Unprinted } from '#renderer/print/sheet.ts'
import { openFrames } from '#renderer/store/sealed-entry.ts'
import { printOnRecord, type PrintDesk } from '#renderer/session/printing.ts'
import { letters } from '#tests/builders.ts'
import { aPlace, aWard, standing, type Place } from '#tests/store/store-fixture.ts'
import { handOver, poster, worn } from './sample-sheets.ts'

/** As a screen asks for it: whatever stood in `printed` before is not looked at. */
const asked = (sheet: Sheet): Unprinted => sheet
const station = { realm: 'real', letters: letters(), opened: 1, of: 3 } as const

/** A ward on the real journal; the machine gives the numbers from `first` on. */
async function aDesk(first: number | null = 231): Promise<{ desk: PrintDesk; place: Place; ward: NonNullable<PrintDesk['work']>['open']['ward'] }> {
  const place = await aPlace()
  place.machine.meet = (channel) => (channel === 'station:printed' ? Promise.resolve(ok({ first, end: { seq: 7, head: 'a'.repeat(64) } })) : null)
  const { ward } = await aWard(place)
  return { desk: { bridge: place.machine.bridge, hand: place.hand, station, work: { open: { ward }, standing } }, place, ward }
}

test('[SHEET-5] A print is recorded before it happens, one entry a patient; the chain head on the paper is the one after it.', async () => {
  const { desk, place, ward } = await aDesk()
  const [one] = handOver.patients
  if (one === undefined) throw new Error('The sample has a patient')
  const two = { ...one, patient: { ...one.patient, id: '01934f00-0000-7000-8000-000000000002' as PatientId } } // a second of the sample's form
  let before = 0
  const printed: Sheet[] = []
  expect(await printOnRecord(desk, asked({ ...handOver, patients: [one, two] }), (sheet) => {
    before = ward.end().seq
    printed.push(sheet)
  })).toBe(true)
  const chain = await place.machine.frames()
  expect(chain.slice(-3).map(({ kind }) => kind)).toEqual(['sealed', 'sealed', 'checkpoint'])
  const end = chain.at(-1)
  expect(before).toBe(chain.at(-1)?.seq)
  expect(printed[0]?.printed).toMatchObject({ by: standing.by, opened: 1, of: 3, serial: SheetSerial.parse(`${letters()}-000231`), head: printedHead(end?.seq ?? 0, end?.hash ?? '') })
  expect(await written(place)).toMatchObject([
    { form: 'hand-over', patient: one.patient.id, serials: [`${letters()}-000231`] },
    { form: 'hand-over', patient: two.patient.id, serials: [`${letters()}-000232`] },
  ])
})

/** Bodies of the ward's entries, in order. */
async function written(place: Place): Promise<readonly unknown[]> {
  const page = await place.machine.bridge.call('journal:frames', { after: 0, most: 1_000_000 })
  const sealed = (page.ok ? page.value.frames : []).flatMap(({ seq, head, id, cipher }) => (id === null || cipher === null ? [] : [{ seq, head, id, cipher }]))
  return (await openFrames(place.keys, sealed)).entries.map(({ entry }) => entry.body)
}

test('[SHEET-7] A print that cannot be recorded is made all the same, and the sheet itself says that it is not on record.', async () => {
  const { desk, place } = await aDesk()
  place.machine.meet = (channel) => (channel === 'station:printed' || channel === 'journal:append' ? Promise.resolve(err({ code: 'disk-failed', cause: 'enospc' })) : null)
  const printed: Sheet[] = []
  expect(await printOnRecord(desk, asked(poster), (sheet) => printed.push(sheet))).toBe(false)
  expect(printed.map((sheet) => [sheet.printed.head, sheet.printed.serial])).toEqual([[null, null]])
})

test('[SHEET-7] without a number the print is on record, and its number stays open', async () => {
  const { desk } = await aDesk(null)
  const printed: Sheet[] = []
  expect(await printOnRecord(desk, asked(poster), (sheet) => printed.push(sheet))).toBe(true)
  expect(printed[0]?.printed.serial).toBeNull()
})

test('[SHEET-6] a sheet of a drill begins with T, and the pages of a print are numbered on', () => {
  expect(sheetSerials('drill', letters(), 9, 3)).toEqual([9, 10, 11].map((count) => `T-${letters()}-0000${String(count).padStart(2, '0')}`))
  expect(serialOfPage(SheetSerial.parse('AF-000009'), 2)).toBe('AF-000010')
  expect(() => sheetSerials('real', letters(), 999_999, 2)).toThrow()
})

test('[BAND-10] Of patients who share a sheet of bands each has an entry of the print.', async () => {
  const { desk, place } = await aDesk()
  const who = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ ...worn, id: `01934f00-0000-7000-8000-00000000000${n}` as PatientId })) // more of the sample's form
  const printed: Sheet[] = []
  expect(await printOnRecord(desk, { kind: 'wristband', hospital: '潮見総合病院', ward: '5階東病棟', paper: 'A4', worn: who }, (sheet) => printed.push(sheet))).toBe(true)
  expect(await written(place)).toMatchObject(who.map(({ id }, at) => ({ form: 'wristband', sheets: 1, patient: id, serials: [`${letters()}-00023${at < 6 ? 1 : 2}`] })))
  expect(printed).toHaveLength(1)
})
