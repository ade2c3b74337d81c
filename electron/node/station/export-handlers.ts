import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import type { Archives, Medium } from '#domain/erasure/archive.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../journal/frame.ts'
import { besideOther, readClosing, type Placed } from './closing.ts'
import { notNow, type Handling } from './handling.ts'
import type { IncidentStore } from './incident.ts'
import { keepMark } from './station.ts'
import { writeSigned } from './write-signed.ts'

type Names = 'export:choose' | 'export:write' | 'transfer:write' | 'continuity:write' | 'station:sign' | 'export:done' | 'archive:state' | 'archive:keep'

/**
 * Writing an export: never over a file that is there, flushed, signed, and read back from the disk so that
 * the window can prove what lies there now and not what was meant.
 */
export function exportHandlers({ station, around, open }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  const chosen = new Set<string>()
  /** The last export that was written here, and where each medium's archive was: as long as this program runs. */
  let written: (Placed & { readonly sha256: string; readonly end: number }) | null = null
  const archived = new Map<Medium, Placed>()
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
      const made = await writeSigned(disk, base.key, folder, { fileName, bytes, comment })
      const identity = await disk.identity(made.path)
      written = identity === null ? null : { path: made.path, identity, sha256: made.sha256, end: open()?.journal.end().seq ?? 0 }
      return ok(made)
    },
    'archive:state': async () => {
      const incident = open()
      return incident === null ? notNow : ok(await archivesOf(incident, disk))
    },
    'archive:keep': async ({ by, ...archive }) => {
      const incident = open()
      if (station.base === null || incident === null || station.card?.phase !== 'reconciling') return notNow
      if (written?.sha256 !== archive.sha256 || archive.upTo > written.end) return err({ code: 'refused' })
      const other = archived.get(archive.medium === 1 ? 2 : 1)
      const beside = other === undefined ? 'apart' : await besideOther(disk, other, written)
      if (beside === 'same-file') return err({ code: 'refused' })
      if (beside === 'same-device' && archive.oneDevice === null) return err({ code: 'one-device' })
      const told = await incident.journal.record({ event: 'archive-verified', incident: incident.id, ...archive, oneDevice: beside === 'same-device' ? archive.oneDevice : null, by })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      archived.set(archive.medium, written)
      await incident.journal.checkpoint('exported')
      await keepMark(station)
      return ok(await archivesOf(incident, disk))
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

async function archivesOf({ layout }: IncidentStore, disk: Disk): Promise<Archives> {
  const { archives, lastRecord } = await readClosing(disk, layout.journal)
  return { archives: [...archives], lastRecord }
}
