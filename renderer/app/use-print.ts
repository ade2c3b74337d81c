import { useContext } from 'react'
import { readingAccounts } from '#domain/station.ts'
import type { Unprinted } from '../print/sheet.ts'
import { printOnRecord } from '../session/printing.ts'
import { notice, useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { AtWorkContext, workOf } from './ward-context.ts'

/** Prints a sheet from any place of a prepared station, on record; where it cannot be recorded it is printed all the same, and that is said. */
export function usePrint(): (sheet: Unprinted) => void {
  const { bridge, hand } = usePorts()
  const status = useSession((session) => session.status)
  const at = useContext(AtWorkContext)
  return (sheet) => {
    const card = status?.card ?? null
    if (status === null || card === null) return
    const station = { realm: status.realm, letters: card.profile.letters, opened: card.opened.length, of: readingAccounts(card).length }
    void printOnRecord({ bridge, hand, station, work: at === null ? null : workOf(at) }, sheet).then((isOnRecord) => {
      if (!isOnRecord) notice('print-not-recorded')
    })
  }
}
