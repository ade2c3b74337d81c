import { useState } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { transfusionEnd, transfusionWatch, type EndForm, type FollowDesk, type WatchForm } from '#domain/transfusion/follow-entry.ts'
import { CareForm, whenAndReason, type CareFormProps } from '#renderer/ui/care-form.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { BagLine } from './bag-line.tsx'
import { useSays } from './fault.ts'
import { words } from './words.ts'
import css from './transfusion.module.css'

/** A look at a running bag: which one, and how the patient is. */
export function WatchScreen({ of, desk, onSave }: { readonly of: CareFormProps<WatchForm>; readonly desk: Omit<FollowDesk, 'at' | 'now'>; readonly onSave: (draft: Draft<'transfusion-watched'>) => void }) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const say = useWords(words).watch
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = transfusionWatch(form, { ...desk, at: when.ok ? when.value.at : null, now })
  const issues = decided.ok ? [] : decided.error
  const says = useSays(issues.filter(({ code }) => isTried || code === 'bag-ended'))
  const change = (over: Partial<WatchForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  return (
    <CareForm
      of={of} title={say.title} issues={issues.length} asks={decided.ok ? decided.value.asks.map((ask) => say.asks[ask]) : []}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onSave(decided.value.draft)
      }}
    >
      <BagLine bag={desk.bag} now={now} />
      <Choice label={say.minutes} options={(['5', '15', 'other'] as const).map((value) => ({ value, label: say.at[value] }))} value={form.minutes} onChange={(minutes) => change({ minutes })} says={says('minutes')} autoFocus={form.minutes === null} />
      <Choice label={say.fine} options={[{ value: 'fine', label: say.isFine }, { value: 'not', label: say.isNot }]} value={form.fine === null ? null : form.fine ? 'fine' : 'not'} onChange={(value) => change({ fine: value === 'fine' })} says={says('fine')} autoFocus={form.minutes !== null} />
      <Field label={say.words} hint={say.wordsHint} value={form.words} onChange={(text) => change({ words: text })} most={mostLine} says={says('words')} />
    </CareForm>
  )
}

/** The end of a bag: how much went in, and whether there was a reaction. A review follows. */
export function EndScreen({ of, desk, onReview }: { readonly of: CareFormProps<EndForm>; readonly desk: Omit<FollowDesk, 'at' | 'now'>; readonly onReview: (draft: Draft<'transfusion-ended'>) => void }) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const say = useWords(words).end
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = transfusionEnd(form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  const says = useSays(issues.filter(({ code }) => isTried || code === 'bag-ended'))
  const change = (over: Partial<EndForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  const { volumeMl } = desk.bag.start.body
  return (
    <CareForm
      of={of} title={say.title} act="review" issues={issues.length} asks={decided.ok ? decided.value.asks.map((ask) => say.asks[ask]) : []}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onReview(decided.value.draft)
      }}
    >
      <BagLine bag={desk.bag} now={now} />
      <div className={css['short']}><Field label={say.given} hint="mL" value={form.givenMl} onChange={(givenMl) => change({ givenMl })} most={mostName} kind="digits" says={says('givenMl')} help={volumeMl === null ? null : say.ofBag(volumeMl)} autoFocus /></div>
      <Choice label={say.reacted} options={[{ value: 'no', label: say.no }, { value: 'yes', label: say.yes }]} value={form.reacted === null ? null : form.reacted ? 'yes' : 'no'} onChange={(value) => change({ reacted: value === 'yes' })} says={says('reacted')} />
      {form.reacted === true && <Field label={say.reaction} hint={say.reactionHint} value={form.reaction} onChange={(reaction) => change({ reaction })} most={mostLine} says={says('reaction')} />}
    </CareForm>
  )
}
