import { useContext } from 'react'
import { readingAccounts } from '#domain/station.ts'
import type { Unprinted } from '../print/sheet.ts'
import { printAllOnRecord, printOnRecord, type PrintDesk } from '../session/printing.ts'
import { notice, useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { AtWorkContext, workOf } from './ward-context.ts'

/** Prints a sheet from any place of a prepared station, on record; where it cannot be recorded it is printed all the same, and that is said. */
export function usePrint(): (sheet: Unprinted) => void {
  const desk = usePrintDesk()
  return (sheet) => {
    if (desk === null) return
    void printOnRecord(desk, sheet).then((isOnRecord) => {
      if (!isOnRecord) notice('print-not-recorded')
    })
  }
}

/** Several sheets in one print. Resolves when the pages were handed over. */
export function usePrintAll(): (sheets: readonly Unprinted[], progress?: (done: number) => void) => Promise<void> {
  const desk = usePrintDesk()
  return async (sheets, progress) => {
    if (desk !== null && !(await printAllOnRecord(desk, sheets, progress))) notice('print-not-recorded')
  }
}

function usePrintDesk(): PrintDesk | null {
  const { bridge, hand } = usePorts()
  const status = useSession((session) => session.status)
  const at = useContext(AtWorkContext)
  const card = status?.card ?? null
  if (status === null || card === null) return null
  const station = { realm: status.realm, letters: card.profile.letters, opened: card.opened.length, of: readingAccounts(card).length }
  return { bridge, hand, station, work: at === null ? null : workOf(at) }
}
