import { ownerOf, possibleIds } from './document-name.ts'

/** Whose the documents of a folder are, as the lists that are here say. Documents by their number in the folder's index. */
export type DocumentOwners = {
  /** In the order of the folder, at most fifty. */
  readonly of: (hospitalId: string) => readonly number[]
  readonly owned: number
  /** Shown to nobody, by the reason. */
  readonly unowned: { readonly unknown: number; readonly disagree: number; readonly tooMany: number }
}

export type Paths = { readonly count: number; readonly pathAt: (document: number) => string }
export type Ids = { readonly count: number; readonly idAt: (row: number) => string }

export const mostDocuments = 50

/** Rows walked between two pauses: some milliseconds. */
const step = 4_000

/**
 * The sealed station can read no list, so a document's owner is found only here, and again whenever a list has come. Yields now
 * and then, for a window in which somebody may be typing: a million rows are walked. Rules REF-28, REF-49.
 */
export function* ownersOf(paths: Paths, lists: readonly Ids[]): Generator<undefined, DocumentOwners> {
  const possible = new Set<string>()
  for (let document = 0; document < paths.count; document += 1) {
    if (document % step === step - 1) yield
    for (const id of possibleIds(paths.pathAt(document))) possible.add(id)
  }
  const known = new Set<string>()
  for (const list of lists) {
    for (let row = 0; row < list.count; row += 1) {
      if (row % step === step - 1) yield
      const id = list.idAt(row)
      if (possible.has(id)) known.add(id)
    }
  }
  const byId = new Map<string, number[]>()
  const unowned = { unknown: 0, disagree: 0, tooMany: 0 }
  for (let document = 0; document < paths.count; document += 1) {
    if (document % step === step - 1) yield
    const owner = ownerOf(paths.pathAt(document), (id) => known.has(id))
    if (owner.kind === 'unknown') unowned.unknown += 1
    else if (owner.kind === 'disagrees') unowned.disagree += 1
    else {
      const others = byId.get(owner.hospitalId) ?? []
      if (others.length >= mostDocuments) unowned.tooMany += 1
      else byId.set(owner.hospitalId, [...others, document])
    }
  }
  const owned = paths.count - unowned.unknown - unowned.disagree - unowned.tooMany
  return { of: (hospitalId) => byId.get(hospitalId) ?? [], owned, unowned }
}
