import { useRef, useState } from 'react'
import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { Instant } from '#domain/time.ts'
import { usePorts } from './ports.ts'
import { remainder } from './remainder.ts'
import type { Saving } from './use-saving.ts'
import { deskKey, othersAt, type Half } from './desk.ts'
import type { HowWritten } from './how-written.tsx'
import { useTakeOver } from './use-take-over.ts'
import { useAtWork } from './ward-context.ts'

type Fact = { readonly [K in Draft['kind']]: { readonly kind: K; readonly body: Extract<Draft, { kind: K }>['body']; readonly at: Instant | null } }[Draft['kind']]

type DraftHere<Value> = {
  /** Of the entry it becomes. */
  readonly id: EntryId
  readonly value: Value
  readonly change: (value: Value) => void
  /** `how`: for whom it is typed, and why by this person. */
  readonly save: (fact: Fact, how?: HowWritten) => Promise<boolean>
  /** What others left half-written here. */
  readonly others: readonly Half[]
  /** Null while something of one's own stands in the form: nothing is put over it. */
  readonly takeOver: ((half: Half) => void) | null
}

/**
 * A form that survives a lock and a power cut: what is typed is kept as a sealed draft, found again by the
 * same person at the same patient, and empty after it was saved. Its id is the id of the entry it becomes.
 */
export function useDraft<Value>(form: string, patient: PatientId | null, empty: Value, saving: Saving): DraftHere<Value> {
  const { hand } = usePorts()
  const { open, person, standing, desk } = useAtWork()
  const key = deskKey(form, patient, person.staffNumber)
  const kept = desk.get(key)
  const takeOverOf = useTakeOver()
  const [id, setId] = useState(() => kept?.id ?? EntryId.parse(hand.newId()))
  const [value, setValue] = useState(() => (kept === undefined ? empty : (kept.values as Value))) // written by this same form
  /** What stands in the form now, also for a save that began some keys ago. */
  const now = useRef(value)
  const isSaving = useRef(false)
  return {
    id,
    value,
    change: (next) => {
      now.current = next
      setValue(next)
      if (sameText(next, empty)) {
        // Emptied again, nothing of it is half-written.
        saving.clear()
        desk.delete(key)
        return void open.ward.drafts.drop(id)
      }
      saving.typed()
      desk.set(key, { id, form, patient, by: person.staffNumber, values: next, keptAt: hand.now() })
      open.ward.drafts.type({ id, form, patient, by: person.staffNumber, values: next })
    },
    others: othersAt(desk, form, patient, person.staffNumber),
    takeOver: !sameText(value, empty) ? null : (half) => void takeOverOf(half).then((mine) => {
      if (mine === null) return
      const taken = mine.values as Value // written by this same form
      now.current = taken
      setId(mine.id)
      setValue(taken)
      saving.typed()
    }),
    save: async (fact, how) => {
      if (isSaving.current) return false // one record at a time: what was typed meanwhile is the next one
      isSaving.current = true
      const draft = { id, patient, ...fact } as Draft // a fact has the body of its kind
      const saved = now.current
      const done = await saving.save(draft, how === undefined ? standing : { ...standing, onBehalfOf: how.onBehalfOf }, how?.duty)
      isSaving.current = false
      if (done === null) return false
      const next = EntryId.parse(hand.newId())
      const left = remainder(saved, now.current, empty)
      desk.delete(key)
      now.current = left
      setId(next)
      setValue(left)
      if (sameText(left, empty)) return true
      // Typed while the save was on its way: the next record has begun.
      saving.typed()
      desk.set(key, { id: next, form, patient, by: person.staffNumber, values: left, keptAt: hand.now() })
      open.ward.drafts.type({ id: next, form, patient, by: person.staffNumber, values: left })
      return true
    },
  }
}

/** Drafts are plain records of texts, made in one place each: their keys stand in one order. */
function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
