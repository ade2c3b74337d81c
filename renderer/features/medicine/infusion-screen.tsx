import { useState, type ReactNode } from 'react'
import { shownMedicine } from '#domain/export/care-cells.ts'
import type { Draft } from '#domain/log/entry.ts'
import { changesFor, changeWantsTwo, infusionAsks, infusionEntry, type InfusionForm, type InfusionIssue } from '#domain/medicine/infusion-entry.ts'
import { infusionChangeWords } from '#domain/medicine/medicine.ts'
import { RateUnit, rateUnitWords, shownRate } from '#domain/medicine/units.ts'
import { mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { Pick } from '#renderer/ui/pick.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { SecondPerson } from '#renderer/ui/second-person.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import type { WhenForm } from '#renderer/ui/when-text.ts'
import { Written } from '#renderer/ui/written.tsx'
import { saysOf, useSentence } from './sentences.ts'
import { words } from './words.ts'
import css from './medicine.module.css'

/** What happens to one infusion: looked at, another rate, next bag, paused, going on, ended. */
export function InfusionScreen({ form, onForm, desk, now, when, second, onNext, onBack, how = null }: {
  readonly form: InfusionForm
  readonly onForm: (form: InfusionForm) => void
  readonly desk: Parameters<typeof infusionEntry>[1]
  readonly now: Instant
  readonly when: { readonly form: WhenForm; readonly onForm: (when: WhenForm) => void; readonly isRead: boolean }
  readonly second: { readonly typed: string; readonly onTyped: (typed: string) => void }
  readonly onNext: (draft: Draft<'infusion-changed'>) => void
  readonly onBack: () => void
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const language = useLanguage()
  const sentence = useSentence()
  const [isTried, setTried] = useState(false)
  const { infusion } = desk
  const { change } = form
  const decided = infusionEntry(form, desk)
  const issues = isTried && !decided.ok ? decided.error : []
  const says = (field: InfusionIssue['field']): FieldSays | null => saysOf(issues.find((issue) => issue.field === field), sentence)
  const next = (): void => {
    setTried(true)
    if (decided.ok && when.isRead) onNext(decided.value)
  }
  const set = (part: Partial<InfusionForm>): void => onForm({ ...form, ...part })
  const isEnd = change === 'ended' || change === 'bag'
  return (
    <Screen
      label={say.infusion.title}
      keys={{ onSave: next, onBack }}
      foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootNote>{issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : infusionAsks(form).length > 0 && say.still([say.infusion.askGiven])}</FootNote><FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.next}</Button></FootEnd></>}
    >
      <div className={css['columns']}>
        <div className={css['page']}>
          {how}
          <Section title={say.infusion.title}>
            {infusion !== null && (
              <>
                <b><Written>{shownMedicine(infusion.start.body)[language]}</Written></b>
                <div className={css['signs']}>
                  <span>{say.infusion.since(nearMoment(infusion.start.at, now))}</span>
                  <span>{shownRate(infusion.rate)[language]}</span>
                  {infusion.goneMl !== null && <span>{say.infusion.gone(infusion.goneMl)}</span>}
                  <b>{infusion.leftMl === null ? say.infusion.leftUnknown : say.infusion.left(infusion.leftMl)}</b>
                </div>
              </>
            )}
          </Section>
          <Choice label={say.infusion.change} options={(infusion === null ? [] : changesFor(infusion)).map((value) => ({ value, label: infusionChangeWords[value][language] }))} value={change} onChange={(chosen) => set({ change: chosen })} says={says('change')} autoFocus />
          <div className={css['pair']}>
            {(change === 'rate' || change === 'bag' || change === 'resumed') && (
              <>
                <Field label={say.infusion.rate} hint={change === 'rate' ? null : say.optional} value={form.rate} onChange={(rate) => set({ rate })} says={says('rate')} />
                <Pick label={say.infusion.rateUnit} value={form.rateUnit} options={RateUnit.options.map((value) => [value, rateUnitWords[value][language]])} onChange={(rateUnit) => set({ rateUnit })} says={null} />
              </>
            )}
            <Field label={say.infusion.given} hint={isEnd ? say.infusion.givenHint : say.optional} value={form.givenMl} onChange={(givenMl) => set({ givenMl })} says={says('givenMl')} />
            {isEnd && <Field label={say.infusion.discarded} hint={say.optional} value={form.discardedMl} onChange={(discardedMl) => set({ discardedMl })} says={says('discardedMl')} />}
          </div>
          <Field label={say.infusion.note} hint={say.optional} value={form.note} onChange={(note) => set({ note })} most={mostLine} says={says('note')} />
          <WhenBox label={say.dose.when} when={when.form} onWhen={when.onForm} now={now} />
        </div>
        <div className={css['side']}>
          {changeWantsTwo(form, infusion) && <SecondPerson two={form.two} onTwo={(two) => set({ two })} typed={second.typed} onTyped={second.onTyped} name={desk.second?.name ?? null} says={says('second')} />}
        </div>
      </div>
    </Screen>
  )
}
