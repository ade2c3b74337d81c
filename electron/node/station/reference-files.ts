import type { Sha256 } from '#domain/ids.ts'
import { ReferenceCard, ReferenceKind, type ReferenceCards } from '#domain/reference/reference-set.ts'
import type { Disk } from '../disk/disk.ts'
import { sealedFiles } from '../journal/sealed-files.ts'
import type { Layout } from './layout.ts'
import { readStored, writeStored } from './stored.ts'

/**
 * The hospital's lists on the disk: sealed parts named by their hash, and for each kind one small card that names its
 * parts. The card is what counts. It is written whole, after the last part and before anything is removed, so that a power
 * cut at any moment leaves the list of before or the new one, and never half of either. Rule REF-34.
 */
export type ReferenceFiles = {
  readonly cards: () => Promise<{ readonly cards: ReferenceCards; readonly damaged: readonly ReferenceKind[] }>
  readonly keepPart: (bytes: Uint8Array) => Promise<Sha256>
  /** The bytes as they were kept, or null. */
  readonly part: (name: Sha256) => Promise<Uint8Array | null>
  /** Whether a file of this name lies here, without reading it. */
  readonly hasPart: (name: Sha256) => Promise<boolean>
  /** Puts this list in its kind's place. All parts must be here. */
  readonly replace: (card: ReferenceCard) => Promise<void>
  readonly remove: (kind: ReferenceKind) => Promise<void>
  /** Removes what no card names: parts of a list that was replaced, removed, or never finished. */
  readonly sweep: () => Promise<void>
}

export function referenceFiles(disk: Disk, layout: Layout): ReferenceFiles {
  const files = sealedFiles(disk, layout.referenceParts)
  const cards: ReferenceFiles['cards'] = async () => {
    const read = (kind: ReferenceKind) => readStored(disk, layout.referenceCard(kind), ReferenceCard)
    const stored = { patients: await read('patients'), census: await read('census'), documents: await read('documents') }
    const cardOf = (kind: ReferenceKind): ReferenceCard | null => (stored[kind].state === 'readable' ? stored[kind].value : null)
    return {
      cards: { patients: cardOf('patients'), census: cardOf('census'), documents: cardOf('documents') },
      damaged: ReferenceKind.options.filter((kind) => stored[kind].state === 'damaged'),
    }
  }
  return {
    cards,
    keepPart: files.keep,
    part: files.find,
    hasPart: async (name) => (await disk.size(`${layout.referenceParts}/${name}`)) !== null,
    replace: async (card) => {
      await disk.makeFolder(layout.reference)
      await writeStored(disk, layout.referenceCard(card.kind), card)
    },
    remove: async (kind) => {
      if ((await disk.size(layout.referenceCard(kind))) === null) return
      await disk.remove(layout.referenceCard(kind))
      await disk.syncFolder(layout.reference)
    },
    sweep: async () => {
      const found = await cards()
      const listed = new Set<string>(ReferenceKind.options.flatMap((kind) => found.cards[kind]?.parts ?? []))
      // What a damaged card named cannot be known. Its list is read again when the hospital's file is.
      const gone = (await disk.list(layout.referenceParts)).filter((name) => !listed.has(name))
      for (const name of gone) await disk.remove(`${layout.referenceParts}/${name}`)
      if (gone.length > 0) await disk.syncFolder(layout.referenceParts)
    },
  }
}
