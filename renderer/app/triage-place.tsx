import { useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { leastYears } from '#domain/triage/suggest.ts'
import { jobOf } from '#domain/triage/tag.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Vitals } from '#domain/view/latest-vitals.ts'
import { tagOf, triageOf, type PatientRow } from '#domain/view/ward.ts'
import { emptyTriageDraft, type TriageDraft } from '../features/triage/draft.ts'
import { TriageScreen } from '../features/triage/triage-screen.tsx'
import type { HowWritten } from './how-written.tsx'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** A patient's category is decided in front of the chart, which stays open behind it. */
export function TriagePlace({ row, vitals, rows, how, onDone }: { readonly row: PatientRow; readonly vitals: Vitals; readonly rows: readonly ChartRow[]; readonly how: HowWritten; readonly onDone: () => void }) {
  const { open, person } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const who = whoOf(row)
  const saving = useSaving(open)
  const [empty] = useState(() => emptyTriageDraft(jobOf((how.onBehalfOf ?? person).profession)))
  const draft = useDraft<TriageDraft>('triage', row.id, empty, saving)
  const others = [...view.patients.values()].flatMap((other) => {
    const tag = tagOf(other)
    return other.id === row.id || tag === null ? [] : [{ patient: other.id, tagNumber: tag.tagNumber, place: tag.place }]
  })
  return (
    <TriageScreen
      draft={draft.value}
      onDraft={draft.change}
      desk={{ entry: draft.id, patient: row.id, years: who === null ? null : leastYears(who.birth, tokyoDateOf(now)), before: triageOf(row), tagNumber: tagOf(row)?.tagNumber ?? '', others }}
      sex={who?.sex ?? 'unknown'}
      vitals={vitals}
      now={now}
      rows={rows}
      whoIs={(patient) => {
        const other = view.patients.get(patient)
        const holder = other === undefined ? null : whoOf(other)
        return holder === null ? '' : `${holder.number} ${shownName(holder.naming)}`
      }}
      saved={saving.saved}
      onSave={(body, at) => void draft.save({ kind: 'triage-decided', body, at }, how).then((isSaved) => isSaved && onDone())}
      onBack={onDone}
    />
  )
}
