import { drawAlias } from '#domain/patient/alias.ts'
import type { Alias } from '#domain/patient/naming.ts'
import type { Hand } from '#domain/ports.ts'
import { aliasesTaken } from '#domain/view/ward-lists.ts'
import type { WardView } from '#domain/view/ward.ts'

/** When every alias was given, one of them again: a named patient can still be registered, an unknown one is refused with a sentence. */
export function newAlias(view: WardView, hand: Pick<Hand, 'random'>): Alias {
  const taken = aliasesTaken(view)
  const drawn = drawAlias(taken, hand)
  return drawn.ok ? drawn.value : ([...taken.everGiven][0] ?? ['', ''])
}
