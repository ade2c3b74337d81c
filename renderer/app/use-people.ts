import { useState } from 'react'
import { wardPeople, type WardPeople } from '#domain/view/ward-people.ts'
import type { WardView } from '#domain/view/ward.ts'

/** Who is here and who left, of the ward now; people in whom nothing changed stay the same objects from one entry to the next. */
export function usePeople(view: WardView): WardPeople {
  const [last, setLast] = useState(() => ({ view, people: wardPeople(view) }))
  if (last.view === view) return last.people
  const people = wardPeople(view, last.people)
  setLast({ view, people })
  return people
}
