import { useState } from 'react'
import type { Persons } from '#domain/identity/persons.ts'
import { EntryId, type PatientId } from '#domain/ids.ts'
import { nobody } from '#domain/linkage/lists.ts'
import { decideMatch, undoMatch, type MatchForm, type MatchIssue } from '#domain/reconcile/decide-match.ts'
import { matchDecisionWords } from '#domain/reconcile/match.ts'
import type { RecordRow } from '#domain/reconcile/records.ts'
import type { Target } from '#domain/reconcile/targets.ts'
import { shownSecond } from '#domain/record/second.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { isRegistered, registeredPatients } from '#domain/view/ward-lists.ts'
import { MatchDecisionForm } from '../features/reconcile/match-form.tsx'
import { MatchPanel } from '../features/reconcile/match-panel.tsx'
import { ReasonDialog } from '../features/reconcile/reason-dialog.tsx'
import { words } from '../features/reconcile/words.ts'
import { goTo, shownNow } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, useWords } from '../ui/language.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { usePorts } from './ports.ts'
import type { Compared } from './use-compared.ts'
import type { DeskRecords } from './use-desk-records.ts'
import { useSecond } from './use-second.ts'
import { useAtWork, useReference, useWardView } from './ward-context.ts'

/** Who of the hospital's list each patient of the emergency is, by two people. */
export function ReconcileMatch({ compared, kept, persons, targets, rows, lead }: {
  readonly compared: Compared
  readonly kept: DeskRecords
  readonly persons: Persons
  readonly targets: ReadonlyMap<PatientId, Target>
  readonly rows: readonly RecordRow[]
  /** Whom the board led to. */
  readonly lead: PatientId | null
}) {
  const { hand } = usePorts()
  const { open, person, standing } = useAtWork()
  const view = useWardView(open)
  const list = useReference(open)
  const language = useLanguage()
  const all = useWords(words)
  const say = all.match
  const second = useSecond()
  const people = registeredPatients(view).filter(({ id }) => persons.mainOf(id) === id).map((row) => ({ row, target: targets.get(row.id) ?? { decision: null, hospitalId: null } }))
  const [chosen, setChosen] = useState<PatientId | null>(() => lead ?? people.find(({ target }) => target.hospitalId === null)?.row.id ?? people[0]?.row.id ?? null)
  const [looked, setLooked] = useState<string | null>(null)
  const [undoing, setUndoing] = useState<EntryId | null>(null)
  const one = people.find(({ row }) => row.id === chosen) ?? null
  const candidates = one === null ? [] : compared.candidatesOf(one.row.id)
  const newId = (): EntryId => EntryId.parse(hand.newId())
  const choose = (patient: PatientId | null): void => {
    setChosen(patient)
    setLooked(null)
    second.setTyped('')
  }

  function decide(form: MatchForm): readonly MatchIssue[] {
    if (one === null) return []
    const candidate = candidates.find(({ hospitalId }) => hospitalId === looked)
    const from = list === null ? null : { set: list.card.set, takenAt: list.takenAt }
    const made = decideMatch(form, { row: one.row, looked: candidate === undefined ? null : { ...candidate, from }, second: second.person, first: standing.onBehalfOf === null ? [person] : [person, standing.onBehalfOf], ids: { link: newId(), decision: newId() } })
    if (!made.ok) return made.error
    void kept.saveAll(made.value).then((isSaved) => isSaved && choose(people.find(({ row, target }) => row.id !== one.row.id && target.hospitalId === null)?.row.id ?? one.row.id))
    return []
  }

  function undo(reason: string): string | null {
    if (one === null || undoing === null) return null
    const members = persons.membersOf(one.row.id).flatMap((id) => view.patients.get(id) ?? []).filter(isRegistered)
    const made = undoMatch([newId(), newId()], members, undoing, reason)
    if (!made.ok) return made.error.code === 'reason-empty' ? say.fault['reason-empty'] : say.fault.text
    setUndoing(null)
    void kept.saveAll(made.value)
    return null
  }

  const decision = one?.target.decision ?? null
  const number = one?.target.hospitalId ?? null
  const typed = number === null ? 0 : rows.filter(({ state }) => state.typed.some(({ target }) => target === number)).length
  return (
    <>
      <MatchPanel
        people={people} chosen={chosen} onChoose={choose} today={tokyoDateOf(shownNow(hand))}
        comparing={compared.comparing} onStop={compared.stop} onCompare={compared.again} onImport={() => goTo({ at: 'reference' })}
        here={one === null ? null : (compared.people.find(({ patient }) => patient === one.row.id)?.listed ?? nobody)} candidates={candidates} looked={looked} onLook={setLooked}
        form={decision !== null && decision.body.decision !== 'unsure' && number !== null ? null : <MatchDecisionForm key={`${chosen ?? ''} ${looked ?? ''}`} hospitalId={looked ?? ''} second={second.typed} onSecond={second.setTyped} secondName={second.person?.name ?? null} saved={kept.saved} onDecide={decide} />}
        decided={decision === null ? null : (
          <p>
            <StateWord is={number === null ? 'warn' : 'ok'}>{say.decided(matchDecisionWords[decision.body.decision][language], decision.body.hospitalId ?? '', [decision.by.name, shownSecond(decision.body.byTwo)].filter((name) => name !== '').join('・'))}</StateWord>{' '}
            <Button size="small" onPress={() => setUndoing(decision.entry)}>{say.undo}</Button>
          </p>
        )}
      />
      {undoing !== null && <ReasonDialog title={say.undoTitle} means={say.undoMeans(typed)} label={say.reason} cancel={say.keep} act={say.undo} look="final" onAct={undo} onCancel={() => setUndoing(null)} />}
    </>
  )
}
