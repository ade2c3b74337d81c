import type { PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import { runningBags } from '#domain/transfusion/running.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import type { CareDraft } from '../ui/care-draft.ts'
import type { CareFormProps } from '../ui/care-form.tsx'
import type { useHowWritten } from './how-written.tsx'
import { OthersHalves } from './others-halves.tsx'
import { useCorrection } from './use-correction.ts'
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
  /** Saves it new, or as the next version of the record it corrects; `rows`: the chart in which records that belong to it may stand. False: not saved, and what was typed is still there. */
  readonly record: (draft: Draft, rows?: readonly ChartRow[]) => Promise<boolean>
}

/** For whom and why it is written. */
type How = ReturnType<typeof useHowWritten>

/** A form of care that survives a lock. `correcting`: the record whose place it takes; null: a new one. */
export function useCareForm<Form>(form: string, how: How, person: WardPerson, patient: PatientId, empty: CareDraft<Form>, correcting: ChartRow | null): CareFormHere<Form> {
  const { open } = useAtWork()
  const saving = useSaving(open)
  const about = correcting?.entry.patient ?? patient
  const kept = useDraft<CareDraft<Form>>(correcting === null ? form : `${form}-${correcting.entry.id}`, about, empty, saving)
  const correction = useCorrection(saving)

  const record = async (draft: Draft, rows: readonly ChartRow[] = []): Promise<boolean> => {
    if (correcting === null) {
      const isSaved = await kept.save(draft, how.now)
      if (isSaved) how.forget()
      return isSaved
    }
    const target = { entry: correcting.entry, struck: correcting.struck !== null, running: runningBags([person.row, ...person.others]) }
    return correction.save(
      () => correctStart(target, draft, kept.value.reason, rows, correction.idOf), how.now,
      async ({ kind, body, at }) => kept.save({ kind, body, at } as Parameters<typeof kept.save>[0], how.now), // kind and body are of the same draft
    )
  }
  return { kept, saving, how, patient: about, record }
}

/** What every form of care is drawn with. */
export function useCareFormProps<Form>({ row, target, onBack }: { readonly row: PatientRow; readonly target: ChartRow | null; readonly onBack: () => void }, { kept, saving, how }: CareFormHere<Form>): CareFormProps<Form> {
  const now = useNow(15_000)
  return { row, now, draft: kept.value, onDraft: kept.change, isCorrection: target !== null, saved: saving.saved, onBack, how: <><OthersHalves of={[kept]} />{how.strip}</> }
}
