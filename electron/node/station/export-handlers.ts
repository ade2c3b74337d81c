import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { sha256 } from '../journal/frame.ts'
import type { Handling } from './handling.ts'
import { keepMark } from './station.ts'
import { writeSigned } from './write-signed.ts'

/**
 * Writing an export: never over a file that is there, flushed, signed, and read back from the disk so that
 * the window can prove what lies there now and not what was meant.
 */
export function exportHandlers({ station, around, open }: Handling): Pick<Handlers, 'export:choose' | 'export:write' | 'transfer:write' | 'continuity:write' | 'station:sign' | 'export:done'> {
  const { disk } = station.ports
  const chosen = new Set<string>()
  return {
    'export:choose': async () => {
      const folder = await around.chooseFolder()
      if (folder !== null) chosen.add(folder)
      return ok({ folder })
    },
    'station:sign': async ({ bytes, comment }) => {
      if (station.base === null || open() === null) return err({ code: 'not-now' })
      return ok({ minisig: await station.base.key.signFile(bytes, comment) })
    },
    'export:write': async ({ folder, fileName, bytes, comment }) => {
      const { base } = station
      // Only a folder that a person chose in the system's own dialog: the window cannot write where it likes.
      if (base === null || open() === null || !chosen.has(folder)) return err({ code: 'refused' })
      // An entry follows when it was proved; a window that dies before then has still written the file.
      const told = await open()?.journal.record({ event: 'export-begun', sha256: sha256(bytes), bytes: bytes.length })
      if (told?.ok !== true) station.alarms.add('attempt-not-journalled')
      return ok(await writeSigned(disk, base.key, folder, { fileName, bytes, comment }))
    },
    'transfer:write': async ({ folder, fileName, bytes, comment }) => {
      const { base } = station
      const incident = open()
      if (base === null || incident === null || !chosen.has(folder)) return err({ code: 'refused' })
      const told = await incident.journal.record({ event: 'transfer-begun', sha256: sha256(bytes), bytes: bytes.length })
      if (!told.ok) station.alarms.add('attempt-not-journalled')
      const written = await writeSigned(disk, base.key, folder, { fileName, bytes, comment })
      await incident.journal.checkpoint('exported')
      await keepMark(station)
      return ok(written)
    },
    'continuity:write': async ({ folder, fileName, bytes, comment, signers: { way, by, second } }) => {
      const { base } = station
      const incident = open()
      if (base === null || incident === null || !chosen.has(folder)) return err({ code: 'refused' })
      const told = await incident.journal.record({ event: 'continuity-begun', sha256: sha256(bytes), bytes: bytes.length, way, by, second })
      if (!told.ok) {
        station.alarms.add('attempt-not-journalled')
        // Readable by whoever finds the stick: then its trace comes first, or there is no file.
        if (way === 'plain') return err({ code: 'not-saved', cause: 'disk-failed' })
      }
      const written = await writeSigned(disk, base.key, folder, { fileName, bytes, comment })
      await incident.journal.checkpoint('exported')
      await keepMark(station)
      return ok(written)
    },
    'export:done': async (made) => {
      const incident = open()
      if (incident === null) return err({ code: 'not-now' })
      await incident.journal.record({ event: 'export-made', ...made })
      await incident.journal.checkpoint('exported')
      await keepMark(station)
      return ok(undefined)
    },
  }
}
