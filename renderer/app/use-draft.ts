import { useRef, useState } from 'react'
import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { Instant } from '#domain/time.ts'
import { usePorts } from './ports.ts'
import { remainder } from './remainder.ts'
import type { Saving } from './use-saving.ts'
import { deskKey, useAtWork } from './ward-context.ts'

type Fact = { readonly [K in Draft['kind']]: { readonly kind: K; readonly body: Extract<Draft, { kind: K }>['body']; readonly at: Instant | null } }[Draft['kind']]

/**
 * A form that survives a lock and a power cut: what is typed is kept as a sealed draft, found again by the
 * same person at the same patient, and empty after it was saved. Its id is the id of the entry it becomes.
 */
export function useDraft<Value>(form: string, patient: PatientId | null, empty: Value, saving: Saving): { readonly value: Value; readonly change: (value: Value) => void; readonly save: (fact: Fact) => Promise<void> } {
  const { hand } = usePorts()
  const { open, person, standing, desk } = useAtWork()
  const key = deskKey(form, patient)
  const left = desk.get(key)
  const kept = left?.by === person.staffNumber ? left : undefined
  const [id, setId] = useState(() => kept?.id ?? EntryId.parse(hand.newId()))
  const [value, setValue] = useState(() => (kept === undefined ? empty : (kept.values as Value))) // written by this same form
  /** What stands in the form now, also for a save that began some keys ago. */
  const now = useRef(value)
  const isSaving = useRef(false)
  return {
    value,
    change: (next) => {
      now.current = next
      setValue(next)
      if (sameText(next, empty)) saving.clear()
      else saving.typed()
      desk.set(key, { id, patient, by: person.staffNumber, values: next })
      open.ward.drafts.type({ id, form, patient, by: person.staffNumber, values: next })
    },
    save: async (fact) => {
      if (isSaving.current) return // one record at a time: what was typed meanwhile is the next one
      isSaving.current = true
      const draft = { id, patient, ...fact } as Draft // a fact has the body of its kind
      const saved = now.current
      const done = await saving.save(draft, standing)
      isSaving.current = false
      if (done === null) return
      const next = EntryId.parse(hand.newId())
      const left = remainder(saved, now.current, empty)
      desk.delete(key)
      now.current = left
      setId(next)
      setValue(left)
      if (sameText(left, empty)) return
      // Typed while the save was on its way: the next record has begun.
      saving.typed()
      desk.set(key, { id: next, patient, by: person.staffNumber, values: left })
      open.ward.drafts.type({ id: next, form, patient, by: person.staffNumber, values: left })
    },
  }
}

/** Drafts are plain records of texts, made in one place each: their keys stand in one order. */
function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
