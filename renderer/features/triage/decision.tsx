import type { TriageCategory } from '#domain/triage/category.ts'
import type { TriageForm, TriageIssue } from '#domain/triage/decide.ts'
import type { Suggestion } from '#domain/triage/suggest.ts'
import { mostLine } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, Said } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { TriageChoice } from '#renderer/ui/triage-choice.tsx'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { signWords, whyWords, words } from './words.ts'
import css from './triage.module.css'

/** Suggestion and decision as two marks; what the suggestion rests on and lacks; and the four keys by which a person decides. */
export function Decision({ form, suggestion, issues, isTried, isBetter, tagNumber, saved, onChange, onAccept, onSave }: {
  readonly form: TriageForm
  /** Null where a person decides by eye. */
  readonly suggestion: Suggestion | null
  readonly issues: readonly TriageIssue[]
  readonly isTried: boolean
  readonly isBetter: boolean
  readonly tagNumber: string
  readonly saved: Saved
  readonly onChange: (change: Partial<TriageForm>) => void
  readonly onAccept: (category: TriageCategory) => void
  readonly onSave: () => void
}) {
  const say = useWords(words).decide
  const suggested = suggestion?.suggested ?? null
  const has = (code: TriageIssue['code']): boolean => isTried && issues.some((issue) => issue.code === code)
  const isOther = form.decided !== null && suggested !== null && form.decided !== suggested
  return (
    <Section title={say.title}>
      <div className={css['decision']}>
        <p className={css['two']} aria-live="polite">
          <span className={css['badge']}>{say.suggested} {suggested === null ? <b>{say.none}</b> : <TriageMark category={suggested} words="full" />}</span>
          <span aria-hidden="true">→</span>
          <span className={css['badge']}>{say.decided} {form.decided === null ? <b>{say.notYet}</b> : <TriageMark category={form.decided} words="full" />}</span>
        </p>
        {suggestion !== null && <Grounds suggestion={suggestion} />}
        {suggested !== null && (
          <span data-accept="">
            <Button look={form.decided === null ? 'primary' : 'plain'} keys={['Enter']} onPress={() => onAccept(suggested)}>
              {say.accept} <TriageMark category={suggested} size="small" words="colour" />
            </Button>
          </span>
        )}
        <div data-decide="">
          <TriageChoice label={say.choose} hint={say.chooseHint} value={form.decided} onChange={(decided) => onChange({ decided })} says={has('not-decided') ? { kind: 'bad', words: say.notDecided } : null} />
        </div>
        {form.decided === '0' && <p className={css['quiet']}>{say.black}</p>}
        {isOther && <div data-reason=""><Field label={say.reason} value={form.overrideReason} most={mostLine} onChange={(overrideReason) => onChange({ overrideReason })} says={has('reason-empty') ? { kind: 'bad', words: say.reasonEmpty } : null} /></div>}
        {isBetter && (
          <div data-new-tag="">
            <Choice
              label={say.newTag} hint={tagNumber === '' ? say.newTagAny : say.newTagNumber(tagNumber)} value={form.newTag} onChange={(newTag) => onChange({ newTag })}
              options={[{ value: 'hung', label: say.hung }, ...(tagNumber === '' ? [{ value: 'none-worn', label: say.noneWorn } as const] : [])]}
              says={has('new-tag-needed') ? { kind: 'bad', words: say.newTagNeeded } : null}
            />
          </div>
        )}
        <div className={css['save']}>
          <SavedState saved={saved} />
          <Button look={form.decided === null ? 'plain' : 'primary'} keys={['Ctrl', 'Enter']} onPress={onSave}>{say.save}</Button>
        </div>
      </div>
    </Section>
  )
}

function Grounds({ suggestion: { suggested, why, hints, missing } }: { readonly suggestion: Suggestion }) {
  const say = useWords(words).decide
  const sayWhy = useWords(whyWords)
  const sign = useWords(signWords)
  const open = missing.flatMap(([first]) => (first === undefined ? [] : [sign[first]]))
  const isWithheld = why.includes('child') || why.includes('pregnant')
  return (
    <div className={css['grounds']}>
      {why.length > 0 && <p>{[...new Set(why.map((code) => sayWhy[code]))].join('・')}</p>}
      {suggested === null && !isWithheld && open.length > 0 && <p>{say.missing(open.join('・'))}</p>}
      {hints.map((hint) => (
        <Said key={hint.code === 'border' ? `border ${hint.of}` : hint.code} says={{ kind: 'ask', words: hint.code === 'border' ? say.border(sign[hint.of]) : say.hint[hint.code] }} />
      ))}
    </div>
  )
}
