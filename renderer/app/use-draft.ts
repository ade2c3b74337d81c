import { useState } from 'react'
import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { Instant } from '#domain/time.ts'
import { usePorts } from './ports.ts'
import type { Saving } from './use-saving.ts'
import { deskKey, useAtWork } from './ward-context.ts'

type Fact = { readonly [K in Draft['kind']]: { readonly kind: K; readonly body: Extract<Draft, { kind: K }>['body']; readonly at: Instant | null } }[Draft['kind']]

/**
 * A form that survives a lock and a power cut: what is typed is kept as a sealed draft, found again by the
 * same person at the same patient, and empty after it was saved. Its id is the id of the entry it becomes.
 */
export function useDraft<Value>(form: string, patient: PatientId, empty: Value, saving: Saving): { readonly value: Value; readonly change: (value: Value) => void; readonly save: (fact: Fact) => Promise<void> } {
  const { hand } = usePorts()
  const { open, person, standing, desk } = useAtWork()
  const key = deskKey(form, patient)
  const left = desk.get(key)
  const kept = left?.by === person.staffNumber ? left : undefined
  const [id, setId] = useState(() => kept?.id ?? EntryId.parse(hand.newId()))
  const [value, setValue] = useState(() => (kept === undefined ? empty : (kept.values as Value))) // written by this same form
  return {
    value,
    change: (next) => {
      setValue(next)
      saving.typed()
      desk.set(key, { id, patient, by: person.staffNumber, values: next })
      open.ward.drafts.type({ id, form, patient, by: person.staffNumber, values: next })
    },
    save: async (fact) => {
      const draft = { id, patient, ...fact } as Draft // a fact has the body of its kind
      if ((await saving.save(draft, standing)) === null) return
      desk.delete(key)
      setId(EntryId.parse(hand.newId()))
      setValue(empty)
    },
  }
}
