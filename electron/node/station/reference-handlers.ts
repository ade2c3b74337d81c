import { z } from 'zod'
import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import type { Sha256 } from '#domain/ids.ts'
import { CsvMapping } from '#domain/reference/csv-mapping.ts'
import { isOlder, statementText, type ReferenceStatement } from '#domain/reference/reference-set.ts'
import { instantOf } from '#domain/time.ts'
import { writeWhole } from '../disk/disk.ts'
import { sha256OfText } from '../journal/frame.ts'
import { notNow, type Handling } from './handling.ts'
import { referenceFiles } from './reference-files.ts'
import type { Station } from './station.ts'
import { readStored, writeStored } from './stored.ts'

const Mappings = z.object({ v: z.literal(1), mappings: z.array(CsvMapping).max(20) })
/** Files of as many forms as a hospital gives out; the one not used for longest goes. */
const mostMappings = 20

type Names = 'reference:cards' | 'reference:keep-part' | 'reference:commit' | 'reference:abandon' | 'reference:part' | 'reference:keep-key' | 'reference:key' | 'reference:mappings' | 'reference:keep-mapping'

/** The hospital's lists: taken in while sealed and while open, given out only while open, and never read here. */
export function referenceHandlers({ station, open }: Handling): Pick<Handlers, Names> {
  const { disk, clock } = station.ports
  const files = referenceFiles(disk, station.layout)
  const cards = async () => {
    const { cards: found, damaged } = await files.cards()
    return ok({ cards: found, damaged: [...damaged] })
  }
  const mappings = async (): Promise<readonly CsvMapping[]> => {
    const stored = await readStored(disk, station.layout.referenceMapping, Mappings)
    return stored.state === 'readable' ? stored.value.mappings : []
  }
  return {
    'reference:mappings': async () => ok({ mappings: [...(await mappings())] }),
    'reference:keep-mapping': async (mapping) => {
      if (!mayImport(station)) return notNow
      const others = (await mappings()).filter(({ head }) => JSON.stringify(head) !== JSON.stringify(mapping.head))
      await writeStored(disk, station.layout.referenceMapping, { v: 1, mappings: [mapping, ...others].slice(0, mostMappings) })
      return ok(undefined)
    },
    'reference:cards': cards,
    'reference:keep-part': async ({ bytes }) => (mayImport(station) ? ok({ sha256: await files.keepPart(bytes) }) : notNow),
    'reference:commit': async ({ statement, proof, why }) => {
      const { base, card } = station
      if (base === null || card === null || !mayImport(station)) return notNow
      if (!isOurs(station, statement)) return err({ code: 'refused' })
      const { cards: present } = await files.cards()
      if (why === null && isOlder(present[statement.kind], statement.takenAt)) return err({ code: 'older' })
      // Two gigabytes of documents read once more would hold up whoever opens an envelope meanwhile; each was flushed when it was kept.
      const isHere = async (part: Sha256): Promise<boolean> => (statement.kind === 'documents' ? files.hasPart(part) : (await files.part(part)) !== null)
      for (const part of statement.parts) if (!(await isHere(part))) return err({ code: 'not-found' })
      const { kind, patients, stays, documents, faults, source, takenAt, by } = statement
      const told = await base.journal.record({ event: 'reference-imported', kind, sha256: sha256OfText(statementText(statement)), patients, stays, documents, faults, source, takenAt, by, why })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await files.replace({ ...statement, proof, importedAt: instantOf(clock.wallMs() + card.clockOffsetMs), why })
      await files.sweep()
      return cards()
    },
    'reference:abandon': async () => {
      await files.sweep()
      return ok(undefined)
    },
    'reference:part': async ({ sha256 }) => {
      if (open() === null) return notNow
      const bytes = await files.part(sha256)
      return bytes === null ? err({ code: 'not-found' }) : ok({ bytes: new Uint8Array(bytes) })
    },
    'reference:keep-key': async ({ set, cipher }) => {
      const incident = open()
      if (incident === null) return notNow
      await disk.makeFolder(incident.layout.reference)
      await writeWhole(disk, `${incident.layout.reference}/${set}.key`, cipher)
      return ok(undefined)
    },
    'reference:key': async ({ set }) => {
      const incident = open()
      if (incident === null) return notNow
      const path = `${incident.layout.reference}/${set}.key`
      return (await disk.size(path)) === null ? err({ code: 'not-found' }) : ok({ cipher: new Uint8Array(await disk.read(path)) })
    },
  }
}

/** Where somebody will read it: sealed, in an emergency that goes on, or afterwards, to find who is who by the hospital's list as it is now. */
function mayImport({ base, card }: Station): boolean {
  return base !== null && (card?.phase === 'sealed' || card?.phase === 'open' || card?.phase === 'reconciling')
}

/** Encrypted to the accounts of this very roster; a list of another station or realm is nothing here. */
function isOurs({ base, card, realm }: Station, statement: ReferenceStatement): boolean {
  return statement.realm === realm && statement.station === base?.id && statement.epoch === card?.roster.epoch
}
