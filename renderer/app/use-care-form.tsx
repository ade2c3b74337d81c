import { useRef, useState } from 'react'
import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { correctEntry, type Correction } from '#domain/record/correct.ts'
import { runningBags } from '#domain/transfusion/running.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { notice } from '../session/session.ts'
import type { CareDraft } from '../ui/care-draft.ts'
import type { CareFormProps } from '../ui/care-form.tsx'
import type { useHowWritten } from './how-written.tsx'
import { OthersHalves } from './others-halves.tsx'
import { usePorts } from './ports.ts'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving, type Saving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

export type CareFormHere<Form> = {
  readonly kept: ReturnType<typeof useDraft<CareDraft<Form>>>
  readonly saving: Saving
  readonly how: How
  /** The registration the record belongs to. */
  readonly patient: PatientId
  /** Saves it new, or as the next version of the record it corrects. False: not saved, and what was typed is still there. */
  readonly record: (draft: Draft, also?: AlsoCorrects) => Promise<boolean>
}

/** For whom and why it is written. */
type How = ReturnType<typeof useHowWritten>

/** Other records that go along with a corrected one. `idOf`: ids fixed while the form is open. */
export type AlsoCorrects = (draft: Draft, reason: string, idOf: (of: EntryId, what: 'next' | 'strike') => EntryId) => readonly Correction[]

/** A form of care that survives a lock. `correcting`: the record whose place it takes; null: a new one. */
export function useCareForm<Form>(form: string, how: How, person: WardPerson, patient: PatientId, empty: CareDraft<Form>, correcting: ChartRow | null): CareFormHere<Form> {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const saving = useSaving(open)
  const about = correcting?.entry.patient ?? patient
  const kept = useDraft<CareDraft<Form>>(correcting === null ? form : `${form}-${correcting.entry.id}`, about, empty, saving)
  const [ids] = useState(() => new Map<string, EntryId>())
  const idOf = (of: EntryId, what: 'next' | 'strike'): EntryId => {
    const known = ids.get(`${what} ${of}`)
    if (known !== undefined) return known
    const id = EntryId.parse(hand.newId())
    ids.set(`${what} ${of}`, id)
    return id
  }
  // The new version is written before the old one is struck; when only what follows failed, it alone is tried again.
  const written = useRef<readonly Correction[] | null>(null)

  const record = async (draft: Draft, also?: AlsoCorrects): Promise<boolean> => {
    if (correcting === null) {
      const isSaved = await kept.save(draft, how.now)
      if (isSaved) how.forget()
      return isSaved
    }
    if (written.current === null) {
      const { reason } = kept.value
      const target = { entry: correcting.entry, struck: correcting.struck !== null, running: runningBags([person.row, ...person.others]) }
      const corrected = correctEntry(idOf(correcting.entry.id, 'strike'), target, draft, reason)
      if (!corrected.ok) {
        notice(corrected.error.code)
        return false
      }
      const { next } = corrected.value
      if (!(await kept.save({ kind: next.kind, body: next.body, at: next.at } as Parameters<typeof kept.save>[0], how.now))) return false // kind and body are of the same draft
      written.current = [corrected.value, ...(also?.(draft, reason, idOf) ?? [])]
    }
    const [head, ...followers] = written.current
    const asWritten = { ...standing, onBehalfOf: how.now.onBehalfOf }
    for (const { next } of followers) if ((await saving.save(next, asWritten, how.now.duty)) === null) return false
    for (const { strike } of [...followers, ...(head === undefined ? [] : [head])]) if ((await saving.save(strike, asWritten, how.now.duty)) === null) return false
    return true
  }
  return { kept, saving, how, patient: about, record }
}

/** What every form of care is drawn with. */
export function useCareFormProps<Form>({ row, target, onBack }: { readonly row: PatientRow; readonly target: ChartRow | null; readonly onBack: () => void }, { kept, saving, how }: CareFormHere<Form>): CareFormProps<Form> {
  const now = useNow(15_000)
  return { row, now, draft: kept.value, onDraft: kept.change, isCorrection: target !== null, saved: saving.saved, onBack, how: <><OthersHalves of={[kept]} />{how.strip}</> }
}
