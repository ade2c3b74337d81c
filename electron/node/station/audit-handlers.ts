import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import { IncidentId } from '#domain/ids.ts'
import { readChain, type Link } from '../journal/chain.ts'
import { parse } from '../journal/checkpoint.ts'
import { sha256, type FoundFrame } from '../journal/frame.ts'
import { beginning } from '../journal/header.ts'
import { readSegment, segmentFile } from '../journal/segment.ts'
import type { Handling } from './handling.ts'
import { keepMark } from './station.ts'
import { verifyStation } from './verify.ts'
import { writeSigned } from './write-signed.ts'

type Names = 'audit:verify' | 'audit:journals' | 'audit:frames' | 'audit:sign' | 'audit:write'

/** What an auditor asks of the machine, sealed or open. Nothing here needs a key, and nothing here is about a patient. */
export function auditHandlers({ station, around }: Handling): Pick<Handlers, Names> {
  const { disk, second, markPath, machine } = station.ports
  const folderOf = (journal: string): string => (journal === 'station' ? station.layout.stationJournal : station.layout.incident(journal).journal)
  /** Links of a journal that is this station's own; none of any other. */
  const linksOf = async (journal: string): Promise<readonly Link[]> => {
    const { links } = await readChain(disk, folderOf(journal))
    const header = links[0]?.header
    return header !== undefined && header.station === station.base?.id && header.realm === station.realm ? links : []
  }
  return {
    'audit:verify': async ({ printed }) => {
      const { journals, compared } = await verifyStation(disk, station.layout.data, { second, printed, exported: [], mark: { path: markPath, machine }, stationKey: null })
      return ok({
        findings: journals.flatMap(({ journal, report }) => report.findings.map((finding) => ({ ...finding, journal }))),
        compared: [...compared],
        entries: journals.reduce((sum, { report }) => sum + report.entries, 0),
        frames: journals.reduce((sum, { report }) => sum + report.frames, 0),
      })
    },
    'audit:journals': async () => {
      const names = ['station' as const, ...(await disk.list(station.layout.incidents)).flatMap((name) => IncidentId.safeParse(name).data ?? [])]
      const found = await Promise.all(names.map(async (journal) => {
        const header = (await linksOf(journal))[0]?.header
        return header === undefined ? [] : [{ journal, realm: header.realm, station: header.station, stationKey: header.stationKey, beginning: beginning(header) }]
      }))
      return ok({ journals: found.flat() })
    },
    'audit:frames': async ({ journal, after, most }) => {
      const links = await linksOf(journal)
      const from = Math.max(0, links.findLastIndex((link) => link.header.follows.seq <= after))
      const frames: ReturnType<typeof handed>[] = []
      let bytes = 0
      for (const link of links.slice(from)) {
        const segment = readSegment(await disk.read(segmentFile(folderOf(journal), link.segment), 0, link.limit ?? Number.MAX_SAFE_INTEGER))
        for (const frame of segment.frames) {
          if (frame.seq <= after) continue
          if (bytes > most) return ok({ frames, done: false })
          frames.push(handed(frame))
          bytes += 200 + (frame.kind === 'sealed' ? 0 : frame.bytes.length)
        }
      }
      return ok({ frames, done: true })
    },
    'audit:sign': async ({ bytes, comment }) => (station.base === null ? err({ code: 'not-now' }) : ok({ minisig: await station.base.key.signFile(bytes, comment) })),
    'audit:write': async ({ fileName, bytes, comment, scope }) => {
      const { base } = station
      if (base === null) return err({ code: 'not-now' })
      const folder = await around.chooseFolder()
      if (folder === null) return ok({ path: null, sha256: sha256(bytes), read: new Uint8Array() })
      await base.journal.record({ event: 'audit-exported', sha256: sha256(bytes), bytes: bytes.length, scope })
      const written = await writeSigned(disk, base.key, folder, { fileName, bytes, comment })
      await base.journal.checkpoint('exported')
      await keepMark(station)
      return ok(written)
    },
  }
}

/** A frame as it goes out: a cipher stays here, its hash goes. */
function handed(frame: FoundFrame) {
  const { seq, kind, hash, wallMs } = frame
  const event = kind === 'public' ? PublicEvent.safeParse(parse(frame.body)) : null
  return { seq, kind, head: hash, wallMs, bytes: kind === 'sealed' ? null : new Uint8Array(frame.bytes), event: event?.data ?? null }
}
