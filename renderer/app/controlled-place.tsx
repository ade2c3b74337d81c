import { useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import type { Draft } from '#domain/log/entry.ts'
import { emptyControlled, type ControlledForm } from '#domain/medicine/controlled-entry.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { ControlledLine } from '#domain/view/controlled.ts'
import { ControlledScreen } from '../features/medicine/controlled-screen.tsx'
import { words } from '../features/medicine/words.ts'
import { goTo } from '../session/session.ts'
import { CareSaid } from '../ui/care-said.tsx'
import { ConfirmStep } from '../ui/confirm-step.tsx'
import { useWords } from '../ui/language.tsx'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useSecond } from './use-second.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** 麻薬・向精神薬の帳簿 of the ward. */
export function ControlledPlace() {
  const { open, person, status } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const say = useWords(words).controlled
  const saving = useSaving(open)
  const draft = useDraft<ControlledForm>('controlled', null, emptyControlled, saving)
  const second = useSecond()
  const [review, setReview] = useState<Draft<'controlled-moved'> | null>(null)
  const nameOf = (line: ControlledLine): string => {
    const row = line.patient === null ? undefined : view.patients.get(line.patient)
    const who = row === undefined ? null : whoOf(row)
    return who === null ? '' : `${shownName(who.naming)}　${who.number}`
  }
  if (review !== null) {
    return (
      <ConfirmStep title={say.title} row={null} today={tokyoDateOf(now)} saved={saving.saved} onConfirm={async () => draft.save({ kind: 'controlled-moved', body: review.body, at: null })} onDone={() => setReview(null)} onBack={() => setReview(null)}>
        <CareSaid of={review} />
      </ConfirmStep>
    )
  }
  return (
    <ControlledScreen
      lines={view.controlled.lines} nameOf={nameOf} form={status.card.phase === 'open' ? draft.value : null} onForm={draft.change}
      desk={{ entry: draft.id, ledger: view.controlled.lines, by: person, second: second.person }} second={{ typed: second.typed, onTyped: second.setTyped }} saved={saving.saved} onNext={setReview} onBack={() => goTo({ at: 'more' })}
    />
  )
}
