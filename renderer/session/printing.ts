import type { Bridge } from '#domain/bridge.ts'
import { EntryId } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import type { Hand } from '#domain/ports.ts'
import { serialOfPage, sheetSerials, type SheetSerial } from '#domain/print/serial.ts'
import type { Realm } from '#domain/realm.ts'
import { partsOf, type Part } from '../print/count.ts'
import { printSheet, printSheets } from '../print/print-sheet.tsx'
import type { Printed, Sheet, Unprinted } from '../print/sheet.ts'
import type { OpenWard } from './open-ward.ts'
import { shownNow } from './session.ts'

/** Where and by whom something is printed. */
export type PrintDesk = {
  readonly bridge: Bridge
  readonly hand: Hand
  readonly station: { readonly realm: Realm; readonly letters: string; readonly opened: number; readonly of: number }
  /** The open ward and who works in it; null where nobody holds a key: then the machine itself records the print. */
  readonly work: { readonly open: Pick<OpenWard, 'ward'>; readonly standing: Standing } | null
}

/**
 * Records a print, takes the chain head after it, and prints with both on the paper. False: it was printed and is not on
 * record. A sheet that the ward needs is never held back because the disk is full; the sheet itself then says so.
 */
export async function printOnRecord(desk: PrintDesk, asked: Unprinted, print: (sheet: Sheet) => void = printSheet): Promise<boolean> {
  const bare: Printed = { at: shownNow(desk.hand), by: desk.work?.standing.by ?? null, ...desk.station, head: null, serial: null }
  const parts = partsOf({ ...asked, printed: bare })
  const sheets = parts.reduce((sum, part) => sum + part.sheets, 0)
  const told = await desk.bridge.call('station:printed', { form: asked.kind, sheets, isEntry: desk.work !== null })
  const first = told.ok ? told.value.first : null
  const letters = StationLetters.safeParse(desk.station.letters)
  const serial = first === null || !letters.success ? null : (sheetSerials(desk.station.realm, letters.data, first, 1)[0] ?? null)
  const end = desk.work === null ? (told.ok ? told.value.end : null) : await tellWard(desk, desk.work, asked.kind, parts, serial)
  const head = end === null ? null : printedHead(end.seq, end.head)
  print({ ...asked, printed: { ...bare, serial, head } })
  return head !== null
}

/** Several sheets on record one after the other, then in one print. False: one of them is not on record, and says so itself. */
export async function printAllOnRecord(desk: PrintDesk, asked: readonly Unprinted[], progress: (done: number) => void = () => undefined): Promise<boolean> {
  const ready: Sheet[] = []
  let isOnRecord = true
  for (const [done, one] of asked.entries()) {
    progress(done)
    isOnRecord = (await printOnRecord(desk, one, (sheet) => ready.push(sheet))) && isOnRecord
  }
  await printSheets(ready)
  return isOnRecord
}

/** One entry a patient, so that the audit says whose sheet was printed; then the station signs how far the chain has come. */
async function tellWard({ bridge, hand }: PrintDesk, { open, standing }: NonNullable<PrintDesk['work']>, form: Sheet['kind'], parts: readonly Part[], first: SheetSerial | null): Promise<{ readonly seq: number; readonly head: string } | null> {
  let before = 0
  for (const { patients, sheets } of parts) {
    const serials = first === null ? [] : Array.from({ length: sheets }, (_, sheet) => serialOfPage(first, before + sheet + 1))
    for (const patient of patients.length === 0 ? [null] : patients) {
      const saved = await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'sheet-printed', patient: null, at: null, body: { form, serials, sheets, patient } }, standing)
      if (!saved.ok) return null
    }
    before += sheets
  }
  const signed = await bridge.call('journal:checkpoint', { reason: 'printed' })
  if (!signed.ok) return open.ward.end()
  open.ward.acknowledge(signed.value)
  return signed.value
}
