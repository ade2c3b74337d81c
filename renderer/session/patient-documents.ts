import type { Instant } from '#domain/time.ts'
import type { DocumentsState, ListStates } from './reference.ts'

/** What is here of one patient's documents; said also where there is none, so that nobody thinks they were not looked for. */
export type DocumentsHere =
  | { readonly is: 'reading' | 'no-list' | 'not-on-list' | 'unreadable' }
  | { readonly is: 'here'; readonly documents: readonly number[]; readonly takenAt: Instant }

/** Null where no documents were imported, or the patient has no hospital ID. Rule REF-50. */
export function documentsHere(state: DocumentsState, lists: ListStates, hospitalId: string | null): DocumentsHere | null {
  if (hospitalId === null || state.is === 'none') return null
  if (state.is !== 'here') return { is: state.is }
  const { whose, takenAt } = state.documents
  if (whose.is !== 'known') return { is: whose.is === 'matching' ? 'reading' : 'no-list' }
  const documents = whose.owners.of(hospitalId)
  return documents.length === 0 && nameOnList(lists, hospitalId) === null ? { is: 'not-on-list' } : { is: 'here', documents, takenAt }
}

/** Whose an id is, as the hospital's lists say: the patient list first. */
export function nameOnList({ patients, census }: ListStates, hospitalId: string): { readonly kind: 'known'; readonly family: string; readonly given: string; readonly familyKana: string; readonly givenKana: string } | null {
  for (const state of [patients, census]) {
    if (state.is !== 'here') continue
    const { list } = state
    const row = list.find(hospitalId, 20).find((found) => list.idAt(found) === hospitalId)
    if (row === undefined) continue
    const { family, given, familyKana, givenKana } = list.at(row)
    return { kind: 'known', family, given, familyKana, givenKana }
  }
  return null
}
