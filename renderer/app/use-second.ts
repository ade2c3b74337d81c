import { useMemo, useState } from 'react'
import type { Person } from '#domain/log/person.ts'
import { matching } from '#domain/plan/known-people.ts'
import { useKnownPeople } from './use-known-people.ts'

/** Somebody the station knows, found by what was typed: whom it names when it names one person only. */
export function useSecond(): { readonly typed: string; readonly setTyped: (typed: string) => void; readonly person: Person | null } {
  const { staff, identified } = useKnownPeople()
  const [typed, setTyped] = useState('')
  const known = useMemo(() => [...[...identified.values()].map((one) => one.person), ...staff.filter(({ staffNumber }) => !identified.has(staffNumber)).map(({ staffNumber, name, profession }) => ({ staffNumber, name, profession }))], [identified, staff])
  const named = typed.trim() === '' ? [] : matching(known, typed)
  return { typed, setTyped, person: named.length === 1 ? (named[0] ?? null) : null }
}
