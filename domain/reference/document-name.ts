/**
 * Whose document a file is, by its name alone: the file's name, or a folder's above it, begins with the hospital id, and the id
 * ends there. What a file's name says and what a folder's says must be one patient.
 */
export type DocumentOwner = { readonly kind: 'of'; readonly hospitalId: string } | { readonly kind: 'unknown' } | { readonly kind: 'disagrees' }

/** Rule REF-28. `isKnown`: whether the hospital has a patient of this id. */
export function ownerOf(path: string, isKnown: (hospitalId: string) => boolean): DocumentOwner {
  const found = new Set(path.split(/[/\\]/).map((part) => idAtBeginning(part, isKnown)).filter((id) => id !== null))
  const [hospitalId] = found
  if (hospitalId === undefined) return { kind: 'unknown' }
  return found.size > 1 ? { kind: 'disagrees' } : { kind: 'of', hospitalId }
}

function idAtBeginning(part: string, isKnown: (hospitalId: string) => boolean): string | null {
  return beginningsOf(part).findLast((id) => isKnown(id)) ?? null
}

/** Every id that could be meant: a name with none of them on a list is nobody's. */
export function possibleIds(path: string): readonly string[] {
  return [...new Set(path.split(/[/\\]/).flatMap(beginningsOf))]
}

/** Beginnings that are followed by a sign that no id has, or by nothing; the longest last. */
function beginningsOf(part: string): readonly string[] {
  const ends = [...part.matchAll(/[\s_.,()（）　-]|[^\u0000-\u007f]|$/g)].map(({ index }) => index).filter((end) => end > 0 && end <= 40)
  return ends.map((end) => part.slice(0, end))
}

/** Shown above a document. The id in it is the patient's own and stands beside it anyway. */
export function titleOf(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? ''
  return [...name.replaceAll(/[\u0000-\u001f\u007f-\u009f\uFFFD]/g, '').toWellFormed()].slice(0, 100).join('')
}
