import { useState } from 'react'
import type { Person } from '#domain/log/person.ts'
import { useKnownPerson } from './use-known-person.ts'

/** The second person of an act, as typed and whom that names. Not kept with the draft: after a lock they are asked again. */
export function useSecond(): { readonly typed: string; readonly setTyped: (typed: string) => void; readonly person: Person | null } {
  const [typed, setTyped] = useState('')
  return { typed, setTyped, person: useKnownPerson(typed) }
}
