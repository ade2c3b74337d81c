import { useEffect, useRef, useState } from 'react'
import type { PatientId } from '#domain/ids.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { Sex } from '#domain/patient/birth.ts'
import { mostLine, mostName } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { isDowngrade } from '#domain/triage/category.ts'
import { suggestionOf, triage, withTyped, type PatForm, type TriageDesk, type TriageForm } from '#domain/triage/decide.ts'
import type { TriageJob } from '#domain/triage/decision.ts'
import { withRecent } from '#domain/triage/recent-vitals.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Vitals } from '#domain/view/latest-vitals.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import type { Saved } from '#renderer/ui/saved-state.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { Decision } from './decision.tsx'
import type { TriageDraft } from './draft.ts'
import { Past } from './past.tsx'
import { PatQuestions } from './pat-questions.tsx'
import { StartQuestions } from './start-questions.tsx'
import { words } from './words.ts'
import css from './triage.module.css'

export type TriageScreenProps = {
  readonly draft: TriageDraft
  readonly onDraft: (draft: TriageDraft) => void
  readonly desk: Omit<TriageDesk, 'at'>
  readonly sex: Sex
  readonly vitals: Vitals
  readonly now: Instant
  /** Everything in the chart that has been read; the triages among it are shown. */
  readonly rows: readonly ChartRow[]
  /** Number and name of a patient who wears the same tag number. */
  readonly whoIs: (patient: PatientId) => string
  readonly saved: Saved
  readonly onSave: (body: BodyOf<'triage-decided'>, at: Instant | null) => void
  readonly onBack: () => void
}

const jobs = ['doctor', 'paramedic', 'nurse', 'other'] as const satisfies readonly TriageJob[]
const methods = ['START', 'PAT', 'clinical'] as const satisfies readonly TriageForm['method'][]

/** Questions on the left, suggestion and decision on the right. With digits and Enter START takes six presses. */
export function TriageScreen({ draft, onDraft, desk, sex, vitals, now, rows, whoIs, saved, onSave, onBack }: TriageScreenProps) {
  const say = useWords(words)
  const place = useRef<HTMLDivElement>(null)
  const [isTried, setTried] = useState(false)
  const [answered, setAnswered] = useState(0)
  const raw = draft.form
  const form: TriageForm = { ...raw, pat: withRecent(raw.pat, vitals, now) }
  const when = readWhen(draft.when, now)
  const suggestion = suggestionOf(form, desk)
  const made = triage(form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = made.ok ? [] : made.error
  const isBetter = form.decided !== null && isDowngrade(desk.before, form.decided)
  const holders = issues.flatMap((issue) => (issue.code === 'worn-by-another' ? issue.holders : []))
  const oldNumber = issues.find((issue) => issue.code === 'number-of-old-tag')
  const bad = new Set<string>(issues.flatMap(({ field, code }) => (code === 'reason-empty' || code === 'new-tag-needed' ? [] : [field])))

  const change = (part: Partial<TriageForm>): void => onDraft({ ...draft, form: { ...raw, ...part } })
  const changePat = (part: Partial<PatForm>): void => change({ pat: { ...raw.pat, ...part } })
  const save = (deciding: TriageForm = form): void => {
    if (saved.kind === 'saving') return
    setTried(true)
    const ready = triage(deciding, { ...desk, at: when.ok ? when.value.at : null })
    if (ready.ok && when.ok) return onSave(ready.value.body, when.value.at)
    setAnswered((n) => n + 1)
  }

  // A digit answers; then the next open question has the focus, and once there is a suggestion, the key that takes it.
  useEffect(() => {
    if (answered === 0) return
    const find = (selector: string): HTMLElement | null => place.current?.querySelector(selector) ?? null
    const field = find('[data-new-tag] [role="radiogroup"]:not(:has(:checked)) input') ?? find('[data-reason] input')
    const next = form.decided !== null ? field : (suggestion?.suggested ?? null) !== null ? find('[data-accept] button') : (find('[data-step="open"] input') ?? find('[data-decide] input'))
    next?.focus()
  }, [answered]) // oxlint-disable-line react-hooks/exhaustive-deps -- only a digit moves the focus, never the arrow keys or a pointer

  const who = (
    <>
      {desk.years === null && <Check isOn={form.looksLikeChild} onChange={(looksLikeChild) => change({ looksLikeChild })}>{say.child}</Check>}
      {sex !== 'male' && <Check isOn={form.pregnant} onChange={(pregnant) => change({ pregnant })}>{say.pregnant}</Check>}
    </>
  )

  return (
    <Screen label={say.title} keys={{ onBack, onSave: () => save() }}>
      <div ref={place} className={css['columns']}>
        <div
          className={css['left']}
          onKeyDown={(event) => {
            if (/^[1-9]$/.test(event.key) && event.defaultPrevented && form.method === 'START') setAnswered((n) => n + 1)
          }}
        >
          <Tabs
            label={say.how} prefix="triage" chosen={form.method} onChoose={(method) => change({ method })} tabs={methods.map((name) => ({ name, label: say.tab[name] }))}
            end={<Button look="quiet" size="small" keys={['Esc']} onPress={onBack}>{say.back}</Button>}
          />
          <div className={css['panel']} role="tabpanel" aria-labelledby={tabId('triage', form.method)}>
            {form.method === 'START' && <StartQuestions start={form.start} isCountBad={bad.has('startRespirations')} who={who} onStart={(part) => change({ start: { ...raw.start, ...part } })} />}
            {form.method === 'PAT' && <PatQuestions pat={form.pat} bad={bad} who={who} onTyped={(name, text) => change({ pat: withTyped(raw.pat, name, text) })} onPat={changePat} />}
            {form.method === 'clinical' && <p className={css['quiet']}>{say.clinical}</p>}
            <Section title={say.tag.title}>
              <div className={css['tag']}>
                <Field
                  label={say.tag.number} value={form.tagNumber} most={mostName} onChange={(tagNumber) => change({ tagNumber, isTagShared: false })} help={desk.tagNumber === '' ? null : say.tag.kept(desk.tagNumber)}
                  says={oldNumber?.code === 'number-of-old-tag' ? { kind: 'bad', words: say.tag.old(oldNumber.number) } : holders.length > 0 ? { kind: 'ask', words: say.tag.shared(holders.map(whoIs).join('・')) } : null}
                />
                <Field label={say.tag.place} value={form.place} most={mostName} onChange={(text) => change({ place: text })} />
                <Field label={say.tag.organisation} value={form.organisation} most={mostName} onChange={(organisation) => change({ organisation })} />
                {(holders.length > 0 || form.isTagShared) && <div className={css['whole']}><Check isOn={form.isTagShared} onChange={(isTagShared) => change({ isTagShared })}>{say.tag.sharedYes}</Check></div>}
                <div className={css['whole']}><Choice label={say.tag.job} look="joined" value={form.job} onChange={(job) => change({ job })} options={jobs.map((job) => ({ value: job, label: say.tag.jobs[job] }))} /></div>
                <div className={css['whole']}><Field label={say.tag.note} value={form.note} most={mostLine} onChange={(note) => change({ note })} /></div>
                <div className={css['whole']}><WhenBox label={say.tag.when} when={draft.when} onWhen={(next) => onDraft({ ...draft, when: next })} now={now} /></div>
              </div>
            </Section>
          </div>
        </div>
        <div className={css['right']}>
          <Decision
            form={form} suggestion={suggestion} issues={issues} isTried={isTried} isBetter={isBetter} tagNumber={desk.tagNumber} saved={saved} onChange={change} onSave={() => save()}
            onAccept={(decided) => {
              change({ decided })
              save({ ...form, decided })
            }}
          />
          <Past rows={rows} now={now} />
        </div>
      </div>
    </Screen>
  )
}
