import { insuranceFormOf, type InsuranceForm } from '#domain/record/insurance-entry.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { newestFact } from '#domain/view/facts.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { InsuranceScreen } from '../features/insurance/insurance-screen.tsx'
import { goTo, shownNow, type Place } from '../session/session.ts'
import { OthersHalves } from './others-halves.tsx'
import { usePorts } from './ports.ts'
import { useDraft } from './use-draft.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

/** Insurance without a card of one patient; it begins with what was said last. */
export function InsurancePlace({ row, from }: { readonly row: KnownRow; readonly from: Place }) {
  const { hand } = usePorts()
  const { open } = useAtWork()
  const saving = useSaving(open)
  const last = newestFact(row, 'insurance-stated')
  const draft = useDraft<InsuranceForm>('insurance', row.id, insuranceFormOf(last?.body ?? null), saving)
  return (
    <InsuranceScreen
      row={row}
      today={tokyoDateOf(shownNow(hand))}
      last={last}
      form={draft.value}
      onForm={draft.change}
      desk={{ patient: row.id, entry: draft.id }}
      saved={saving.saved}
      onSave={({ body }) => void draft.save({ kind: 'insurance-stated', body, at: null }).then((isSaved) => isSaved && goTo(from))}
      onBack={() => goTo(from)}
      how={<OthersHalves of={[draft]} />}
    />
  )
}
