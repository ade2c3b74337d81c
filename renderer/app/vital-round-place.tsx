import { useState } from 'react'
import { emptyRound, type RoundForm } from '#domain/record/vital-round.ts'
import { inBedOrder } from '#domain/view/census.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { VitalRoundRow } from '../features/vital-round/vital-round-row.tsx'
import { toNextRow, VitalRoundScreen } from '../features/vital-round/vital-round-screen.tsx'
import { goTo } from '../session/session.ts'
import { useDraft } from './use-draft.ts'
import { usePeople } from './use-people.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** Vital signs of everybody who is here, bed after bed. */
export function VitalRoundPlace() {
  const { open, status } = useAtWork()
  const people = usePeople(useWardView(open))
  // Held while the round lasts: a line must not move under the hand because somebody was moved.
  const [round] = useState(() => inBedOrder(people.here.filter(({ presence, hasDied }) => presence === 'present' && !hasDied), status.card.profile.beds).map(({ row }) => row.id))
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const rows = round.flatMap((id) => people.here.filter(({ row }) => row.id === id))
  return (
    <VitalRoundScreen
      done={done.size}
      of={rows.length}
      onBack={() => goTo({ at: 'home' })}
      rows={rows.map((person, at) => <Row key={person.row.id} person={person} isFirst={at === 0} onSaved={() => setDone((before) => new Set(before).add(person.row.id))} />)}
    />
  )
}

function Row({ person, isFirst, onSaved }: { readonly person: WardPerson; readonly isFirst: boolean; readonly onSaved: () => void }) {
  const { open } = useAtWork()
  const saving = useSaving(open)
  const draft = useDraft<RoundForm>('vital-round', person.row.id, emptyRound, saving)
  return (
    <VitalRoundRow
      person={person}
      form={draft.value}
      onForm={draft.change}
      saved={saving.saved}
      isFirst={isFirst}
      onSave={(signs) => void draft.save({ kind: 'vital-signs', body: signs, at: null }).then((isSaved) => isSaved && onSaved())}
      onLeave={toNextRow}
    />
  )
}
