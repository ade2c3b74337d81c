import { useMemo, useState } from 'react'
import { completion, emptyCompletion, type CompletionForm } from '#domain/identity/complete.ts'
import { identityOf } from '#domain/identity/identity.ts'
import { EntryId, type PatientId } from '#domain/ids.ts'
import { toComplete } from '#domain/patient/mass-intake.ts'
import { shownName } from '#domain/patient/naming.ts'
import { alikeIn } from '#domain/patient/similar.ts'
import { isNamed } from '#domain/patient/typed-person.ts'
import type { Hand } from '#domain/ports.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { runningInPerson } from '#domain/transfusion/running.ts'
import { bedNow } from '#domain/view/presence.ts'
import { triageOf } from '#domain/view/ward.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { Completion } from '../features/completion/completion.tsx'
import { PersonForm } from '../features/completion/person-form.tsx'
import { words } from '../features/completion/words.ts'
import { goTo, shownNow } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../ui/language.tsx'
import { SavedState } from '../ui/saved-state.tsx'
import { FootNote } from '../ui/screen.tsx'
import { deskKey } from './desk.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { usePorts } from './ports.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The completion list, and what is learnt of the one that is chosen; also reached from a chart. */
export function CompletionPlace({ chosen: patient }: { readonly chosen: PatientId | null }) {
  const { hand } = usePorts()
  const { open } = useAtWork()
  const view = useWardView(open)
  const rows = useMemo(() => registeredPatients(view), [view])
  const chosen = rows.find(({ id }) => id === patient) ?? null
  const shown = useMemo(() => rows.filter((row) => row.id === patient || (isToBeCompleted(row) && toComplete(row, triageOf(row)).length > 0)), [rows, patient])
  const today = tokyoDateOf(shownNow(hand))
  const leave = (): void => goTo({ at: 'home' })
  const common = { rows: shown, today, onChoose: (id: PatientId) => goTo({ at: 'completion', chosen: id }), onOpenChart: (id: PatientId) => goTo({ at: 'chart', patient: id, via: 'register' }), onBack: leave }
  if (chosen === null) return <Completion {...common} chosen={null} form={null} foot={null} onSave={null} />
  return <Chosen key={chosen.id} row={chosen} rows={rows} common={common} />
}

/** Whoever came in at a glance, and whoever has no name. Somebody registered by form who lacks a bed waits for nobody. */
function isToBeCompleted(row: KnownRow): boolean {
  return row.registered.way === 'mass-intake' || identityOf(row).naming.kind === 'unknown'
}

function Chosen({ row, rows, common }: { readonly row: KnownRow; readonly rows: readonly KnownRow[]; readonly common: Omit<Parameters<typeof Completion>[0], 'chosen' | 'form' | 'foot' | 'onSave'> }) {
  const { hand } = usePorts()
  const { open, person, standing, desk: halves } = useAtWork()
  const view = useWardView(open)
  const say = useWords(words)
  const saving = useSaving(open)
  const key = deskKey('completion', row.id, person.staffNumber)
  const kept = halves.get(key)
  const [ids, setIds] = useState(() => newIds(hand, kept?.id))
  const [form, setForm] = useState<CompletionForm>(() => (isForm(kept?.values) ? kept.values : emptyCompletion))
  const [isTried, setTried] = useState(false)
  const [confirmed, setConfirmed] = useState<string | null>(null)
  const decided = completion(form, { row, today: common.today, running: runningInPerson(view, row.id), ids })
  const mustConfirm = decided.ok && decided.value.asks.length > 0 && confirmed !== form.birthText
  const others = rows.filter(({ id }) => id !== row.id).map((other) => ({ other, naming: identityOf(other).naming }))
  const { family, given, familyKana, givenKana } = form
  const alike = isNamed(form) ? alikeIn({ kind: 'known', family, given, familyKana, givenKana }, others).filter(({ likeness }) => likeness !== 'same-family') : []

  const change = (next: CompletionForm): void => {
    setForm(next)
    saving.typed()
    const half = { id: ids.claim, form: 'completion', patient: row.id, by: person.staffNumber, values: next }
    halves.set(key, { ...half, keptAt: hand.now() })
    open.ward.drafts.type(half)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    if (!decided.ok || saving.saved.kind === 'saving') return
    if (mustConfirm) return setConfirmed(form.birthText)
    for (const draft of decided.value.drafts) if ((await saving.save(draft, standing)) === null) return
    halves.delete(key)
    void open.ward.drafts.drop(ids.claim)
    setForm(emptyCompletion)
    setIds(newIds(hand))
    setTried(false)
    // On to whoever stands behind: a clerk works the list off from the top.
    const at = common.rows.findIndex(({ id }) => id === row.id)
    goTo({ at: 'completion', chosen: (common.rows[at + 1] ?? common.rows[at - 1])?.id ?? null })
  }
  const issues = !isTried || decided.ok ? [] : decided.error
  return (
    <Completion
      {...common}
      chosen={row}
      form={<><PhotoStrip row={row} /><PersonForm form={form} onForm={change} issues={issues} alike={alike.map(({ other }) => `${shownName(other.naming)}（${bedNow(other.other) ?? other.other.registered.number}）`)} today={common.today} /></>}
      onSave={() => void save()}
      foot={<>
        <FootNote>{issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : isTried && mustConfirm ? <b>{say.confirm}</b> : null}</FootNote>
        <SavedState saved={saving.saved} />
        <Button look="primary" keys={['Ctrl', 'Enter']} onPress={() => void save()}>{say.save}</Button>
      </>}
    />
  )
}

function newIds(hand: Pick<Hand, 'newId'>, claim?: EntryId): { readonly claim: EntryId; readonly description: EntryId; readonly move: EntryId } {
  return { claim: claim ?? EntryId.parse(hand.newId()), description: EntryId.parse(hand.newId()), move: EntryId.parse(hand.newId()) }
}

/** A kept draft is what this very form wrote; one of an older form is not put back. */
function isForm(values: unknown): values is CompletionForm {
  return typeof values === 'object' && values !== null && Object.keys(emptyCompletion).every((name) => name in values)
}
