import { useContext } from 'react'
import { readingAccounts } from '#domain/station.ts'
import type { Unprinted } from '../print/sheet.ts'
import { printAllOnRecord, printOnRecord, type PrintDesk } from '../session/printing.ts'
import { notice, useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { AtWorkContext, workOf } from './ward-context.ts'

/** Prints a sheet from any place of a prepared station, on record; where it cannot be recorded it is printed all the same, and that is said. */
export function usePrint(): (sheet: Unprinted) => void {
  const deskNow = usePrintDesk()
  return (sheet) => {
    const desk = deskNow()
    if (desk === null) return
    void printOnRecord(desk, sheet).then((isOnRecord) => {
      if (!isOnRecord) notice('print-not-recorded')
    })
  }
}

/** Several sheets in one print. Resolves when the pages were handed over. */
export function usePrintAll(): (sheets: readonly Unprinted[], progress?: (done: number) => void) => Promise<void> {
  const deskNow = usePrintDesk()
  return async (sheets, progress) => {
    const desk = deskNow()
    if (desk !== null && !(await printAllOnRecord(desk, sheets, progress))) notice('print-not-recorded')
  }
}

/** Asked when something is printed: who works and how many envelopes are open may have changed since the screen was drawn. */
function usePrintDesk(): () => PrintDesk | null {
  const { bridge, hand } = usePorts()
  const status = useSession((session) => session.status)
  const at = useContext(AtWorkContext)
  return () => {
    const card = status?.card ?? null
    if (status === null || card === null) return null
    const station = { realm: status.realm, letters: card.profile.letters, opened: card.opened.length, of: readingAccounts(card).length }
    return { bridge, hand, station, work: at === null ? null : workOf(at) }
  }
}
