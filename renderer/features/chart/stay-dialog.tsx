import { useState } from 'react'
import { isolationWords, mobilityWords } from '#domain/export/words.ts'
import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import { actsFor, lyingIn, stayEntries, type StayDesk, type StayDraft, type StayForm, type StayIssue } from '#domain/record/stay-entry.ts'
import { Isolation, Mobility } from '#domain/record/stay.ts'
import { mostLine, mostName, mostNote } from '#domain/text.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { isHere } from '#domain/view/presence.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice, Several } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, Said, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { PatientLine } from '#renderer/ui/patient-line.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { readWhen, type WhenForm } from '#renderer/ui/when-text.ts'
import { WhereBadges } from '#renderer/ui/where-badges.tsx'
import { Chips } from './chips.tsx'
import { stayWords } from './stay-words.ts'
import css from './dialogs.module.css'

/** Where the patient is: one act a time, with what it needs and the time it happened. */
export function StayDialog({ desk, here, freeBeds, now, form, onForm, when, onWhen, saved, onSave, onCancel }: {
  readonly desk: Omit<StayDesk, 'at'>
  readonly here: readonly WardPerson[]
  readonly freeBeds: readonly string[]
  readonly now: Instant
  readonly form: StayForm
  readonly onForm: (form: StayForm) => void
  readonly when: WhenForm
  readonly onWhen: (when: WhenForm) => void
  readonly saved: Saved
  readonly onSave: (drafts: readonly StayDraft[]) => void
  readonly onCancel: () => void
}) {
  const say = useWords(stayWords)
  const textFaults = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const { person } = desk
  const { act } = form
  const moment = readWhen(when, now)
  const entries = stayEntries(form, { ...desk, at: moment.ok ? moment.value.at : null })
  const issues = isTried && !entries.ok ? entries.error : []
  const saysOf = (field: StayIssue['field']): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    if (issue === undefined) return null
    return { kind: 'bad', words: issue.code === 'text-too-long' || issue.code === 'text-has-control-characters' || issue.code === 'text-is-broken' ? textFaultSentence(issue, textFaults) : say.fault[issue.code] }
  }
  const save = (): void => {
    setTried(true)
    if (entries.ok && moment.ok && saved.kind !== 'saving') onSave(entries.value)
  }
  const who = whoOf(person.row)
  const isolationSays = saysOf('isolation')
  const lying = act === 'bed' ? lyingIn(form.bed, person, here) : []
  const leaves = act === 'sent' || act === 'discharged'
  return (
    <Dialog
      title={say.title} width="wide" onCancel={onCancel} onAct={save}
      cancel={<Button keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look={act === 'death' ? 'final' : 'primary'} keys={['Ctrl', 'Enter']} onPress={save}>{say.save}</Button>}
    >
      <div className={css['body']}>
        {who !== null && <PatientLine who={who} bed={person.bed} today={tokyoDateOf(now)} />}
        <div className={css['now']}><WhereBadges person={person} /></div>
        {/* A form and no question: the hand is on what it came to write, and nothing is recorded by Enter alone. */}
        <Choice
          autoFocus
          label={say.act} value={act} onChange={(next) => onForm({ ...form, act: next })} says={saysOf('act')}
          options={actsFor(person).map((value) => ({ value, label: value === 'bed' && !isHere(person.presence) ? say.admit : say.acts[value] }))}
        />
        {act === 'bed' && (
          <div className={css['source']}>
            <Field label={say.bed} width={12} most={mostName} value={form.bed} onChange={(bed) => onForm({ ...form, bed })} says={saysOf('bed') ?? (lying.length === 0 ? null : { kind: 'ask', words: say.lying(lying.map(nameOf).join('・')) })} />
            {freeBeds.length > 0 && <Chips label={say.freeBeds} words={freeBeds.slice(0, 12)} value={form.bed} onChoose={(bed) => onForm({ ...form, bed })} />}
          </div>
        )}
        {(leaves || act === 'on-leave') && <Field label={say.to} most={mostLine} value={form.to} onChange={(to) => onForm({ ...form, to })} says={saysOf('to')} />}
        {act === 'death' && (
          <div className={css['substance']}>
            <Field label={say.doctor} most={mostName} value={form.doctor} onChange={(doctor) => onForm({ ...form, doctor })} says={saysOf('doctor')} />
            <Field label={say.cause} hint={say.ifKnown} most={mostLine} value={form.cause} onChange={(cause) => onForm({ ...form, cause })} says={saysOf('cause')} />
          </div>
        )}
        {act !== null && act !== 'death' && (act !== 'bed' || !isHere(person.presence)) && (
          <Choice label={say.mobility} hint={act === 'needs' ? null : say.ifKnown} value={form.mobility} onChange={(mobility) => onForm({ ...form, mobility })} options={Mobility.options.map((value) => ({ value, label: mobilityWords[value][language] }))} />
        )}
        {act === 'needs' && (
          <>
            <Several label={say.isolation} hint={say.isolationHint} values={form.isolation} onChange={(isolation) => onForm({ ...form, isolation })} options={[...Isolation.options.map((value) => ({ value, label: isolationWords[value][language] })), { value: 'none' as const, label: say.none }]} />
            {isolationSays !== null && <Said says={isolationSays} />}
          </>
        )}
        {(leaves || act === 'on-leave' || act === 'returned') && <Field label={say.handedOver} hint={say.ifKnown} most={mostName} value={form.handedOver} onChange={(handedOver) => onForm({ ...form, handedOver })} says={saysOf('handedOver')} />}
        {act !== null && act !== 'bed' && <Field label={say.note} hint={say.ifKnown} most={act === 'needs' ? mostLine : mostNote} value={form.note} onChange={(note) => onForm({ ...form, note })} says={saysOf('note')} />}
        {act !== null && <WhenBox label={say.when} when={when} onWhen={onWhen} now={now} />}
        {act === 'death' && <Banner look="warn">{say.deathMeans}</Banner>}
        {leaves && <p>{say.leaves}</p>}
        <SavedState saved={saved} />
      </div>
    </Dialog>
  )
}

function nameOf({ row }: WardPerson): string {
  const who = whoOf(row)
  return who === null ? '' : shownName(who.naming)
}
