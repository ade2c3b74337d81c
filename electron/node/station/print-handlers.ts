import { z } from 'zod'
import { ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { lastSheet } from '#domain/print/serial.ts'
import { notNow, saved, type Handling } from './handling.ts'
import { keepMark } from './station.ts'
import { readStored, writeStored } from './stored.ts'

const Given = z.object({ v: z.literal(1), given: z.number().int().min(0).max(lastSheet) })

/** The count of sheets, kept in a file of its own and written before a number is given out; a print that fails leaves a gap, never a double. */
export function printHandlers({ station, around, open }: Handling): Pick<Handlers, 'station:printed' | 'print:pdf'> {
  const { disk } = station.ports
  let turn: Promise<unknown> = Promise.resolve()
  /** Null while the folder's past is in doubt or the count is unreadable: a number might then stand on two sheets. */
  const take = async (sheets: number): Promise<number | null> => {
    if (station.card === null || station.card.lettersInDoubt) return null
    const stored = await readStored(disk, station.layout.sheets, Given)
    if (stored.state === 'damaged') return null
    const given = stored.state === 'absent' ? 0 : stored.value.given
    if (given + sheets > lastSheet) return null
    await writeStored(disk, station.layout.sheets, { v: 1, given: given + sheets })
    return given + 1
  }
  return {
    'print:pdf': async () => {
      if (open() === null) return notNow
      const bytes = await around.printPdf()
      return bytes === null ? notNow : ok({ bytes })
    },
    'station:printed': async ({ form, sheets, isEntry }) => {
      const { base } = station
      if (base === null || (isEntry && open() === null)) return notNow
      const taking = turn.then(() => take(sheets).catch(() => null)) // a disk that takes no count must not keep a sheet from being recorded
      turn = taking
      const first = await taking
      // Under the cipher an entry says it, with person and patient; nobody with a key says it otherwise.
      if (!isEntry) {
        const told = saved(await base.journal.record({ event: 'sheet-printed', form, sheets }))
        if (!told.ok) return told
        await base.journal.checkpoint('printed')
        await keepMark(station)
      }
      return ok({ first, end: base.journal.end() })
    },
  }
}
