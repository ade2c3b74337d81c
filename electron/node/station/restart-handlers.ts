import { err, ok } from '#domain/result.ts'
import { Sha256, StaffNumber } from '#domain/ids.ts'
import type { Handlers } from '#domain/bridge.ts'
import { z } from 'zod'
import { writeWhole } from '../disk/disk.ts'
import type { Handling } from './handling.ts'
import { readStored, writeStored } from './stored.ts'

const Mark = z.object({ sha256: Sha256 })

/** Restart codes: one age file each beside the incident, named by who holds the paper; deleting the file revokes the code. */
export function restartHandlers({ station, tries, open }: Handling): Pick<Handlers, 'restart:keep' | 'restart:try' | 'restart:right'> {
  const { disk } = station.ports
  let isTried = false
  return {
    'restart:keep': async ({ label, file }) => {
      const incident = open()
      const holder = StaffNumber.safeParse(label)
      if (incident === null) return err({ code: 'not-now' })
      if (!holder.success) return err({ code: 'refused' })
      await disk.makeFolder(incident.layout.restart)
      await writeWhole(disk, `${incident.layout.restart}/${label}.age`, file.bytes)
      await writeStored(disk, `${incident.layout.restart}/${label}.json`, { sha256: file.sha256 })
      await incident.journal.record({ event: 'restart-code-made', staffNumber: holder.data })
      return ok(undefined)
    },
    'restart:try': async ({ staffNumber }) => {
      const incident = open()
      if (incident === null) return err({ code: 'not-now' })
      const allowed = await tries.begin()
      if (!allowed.ok) return allowed
      isTried = true
      const told = await station.base?.journal.record({ event: 'code-tried', envelope: null, staffNumber })
      if (told?.ok !== true) station.alarms.add('attempt-not-journalled')
      const names = (await disk.list(incident.layout.restart)).filter((name) => name.endsWith('.age'))
      const files = await Promise.all(names.map(async (name) => {
        const label = name.slice(0, -4)
        const mark = await readStored(disk, `${incident.layout.restart}/${label}.json`, Mark)
        const bytes = new Uint8Array(await disk.read(`${incident.layout.restart}/${name}`))
        return { label, file: { bytes, sha256: mark.state === 'readable' ? mark.value.sha256 : Sha256.parse('0'.repeat(64)) } }
      }))
      return ok({ files })
    },
    'restart:right': async ({ staffNumber }) => {
      // Only after a try of this process: otherwise it would take back the wait after wrong codes for nothing.
      if (open() === null || !isTried) return err({ code: 'not-now' })
      isTried = false
      await tries.right()
      await station.incident?.journal.record({ event: 'unlocked', staffNumber, by: 'restart-code' })
      return ok(undefined)
    },
  }
}
