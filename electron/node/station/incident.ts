import { z } from 'zod'
import { EntryId, IncidentId, Sha256 } from '#domain/ids.ts'
import type { Disk } from '../disk/disk.ts'
import { writeWhole } from '../disk/disk.ts'
import { readChain } from '../journal/chain.ts'
import { frameReader, type FrameReader } from '../journal/frames-after.ts'
import { openJournal, type Journal, type JournalIdentity, type JournalPorts, type Listener } from '../journal/journal.ts'
import { isOf, type Owner } from '../journal/header.ts'
import type { Place } from '../journal/second-journal.ts'
import { sealedFiles, type SealedFiles } from '../journal/sealed-files.ts'
import type { Layout } from './layout.ts'
import { readStored, writeStored } from './stored.ts'

/** One opening on the disk: its journal and what lies beside it. */
export type IncidentStore = {
  readonly id: IncidentId
  readonly keys: string
  readonly journal: Journal
  readonly frames: FrameReader
  readonly files: SealedFiles
  readonly layout: ReturnType<Layout['incident']>
}

const SnapshotMark = z.object({ file: Sha256, upTo: z.number().int().min(0), head: Sha256 })
type SnapshotMark = z.infer<typeof SnapshotMark>

/** Opens the store of an incident; null when its keys are nowhere, or the folder is another incident's, station's or realm's. `keys` null reads them from the newest segment header that can be read, here or on the second device. */
export async function openIncident(ports: JournalPorts, layout: Layout, about: Omit<JournalIdentity, 'folder' | 'incident'> & { readonly incident: IncidentId }, second: Place | null, listen: Listener): Promise<IncidentStore | null> {
  const place = layout.incident(about.incident)
  const owner = await ownerOf({ disk: ports.disk, folder: place.journal })
  if (owner !== null && !isOf(owner, about)) return null
  const keys = about.keys ?? (await keysOnDisk({ disk: ports.disk, folder: place.journal }, about)) ?? (second === null ? null : await keysOnDisk(second, about).catch(() => null))
  if (keys === null) return null
  const journal = await openJournal(ports, { ...about, keys, folder: place.journal }, listen)
  return { id: about.incident, keys, journal, frames: frameReader(ports.disk, place.journal), files: sealedFiles(ports.disk, place.files), layout: place }
}

async function ownerOf({ disk, folder }: Place): Promise<Owner | null> {
  return (await readChain(disk, folder)).links.at(-1)?.header ?? null
}

async function keysOnDisk({ disk, folder }: Place, about: Owner): Promise<string | null> {
  const { links } = await readChain(disk, folder)
  return links.toReversed().find(({ header }) => header.keys !== null && isOf(header, about))?.header.keys ?? null
}

/** Keeps a snapshot and remembers it as the newest, and the one before it; the one before that is dropped. */
export async function keepSnapshot(disk: Disk, incident: IncidentStore, cipher: Uint8Array, upTo: number, head: Sha256): Promise<Sha256> {
  const older = `${incident.layout.snapshot}.before`
  const [before, dropped] = [await markAt(disk, incident.layout.snapshot), await markAt(disk, older)]
  const file = await incident.files.keep(cipher)
  if (before !== null) await writeStored(disk, older, before)
  await writeStored(disk, incident.layout.snapshot, { file, upTo, head } satisfies SnapshotMark)
  if (dropped !== null && dropped.file !== file && dropped.file !== before?.file) await disk.remove(`${incident.layout.files}/${dropped.file}`).catch(() => undefined)
  return file
}

async function markAt(disk: Disk, path: string): Promise<SnapshotMark | null> {
  const stored = await readStored(disk, path, SnapshotMark)
  return stored.state === 'readable' ? stored.value : null
}

/** The newest snapshot whose file is whole; null when there is none and everything must be replayed. */
export async function findSnapshot(disk: Disk, incident: IncidentStore): Promise<{ readonly upTo: number; readonly head: Sha256; readonly cipher: Uint8Array<ArrayBuffer> } | null> {
  for (const path of [incident.layout.snapshot, `${incident.layout.snapshot}.before`]) {
    const mark = await markAt(disk, path)
    const cipher = mark === null ? null : await incident.files.find(mark.file)
    if (mark !== null && cipher !== null) return { upTo: mark.upTo, head: mark.head, cipher: new Uint8Array(cipher) }
  }
  return null
}

/** Half-written forms, each a cipher in a file of its own, replaced whole. */
export async function keepDraft(disk: Disk, incident: IncidentStore, id: EntryId, cipher: Uint8Array | null): Promise<void> {
  const path = `${incident.layout.drafts}/${id}`
  if (cipher !== null) {
    await disk.makeFolder(incident.layout.drafts)
    await writeWhole(disk, path, cipher)
  } else if ((await disk.size(path)) !== null) await disk.remove(path)
}

export async function findDrafts(disk: Disk, incident: IncidentStore): Promise<{ id: EntryId; cipher: Uint8Array<ArrayBuffer>; saved: boolean }[]> {
  const ids = (await disk.list(incident.layout.drafts)).flatMap((name) => EntryId.safeParse(name).data ?? [])
  return Promise.all(ids.map(async (id) => ({ id, cipher: new Uint8Array(await disk.read(`${incident.layout.drafts}/${id}`)), saved: incident.journal.has(id) })))
}
