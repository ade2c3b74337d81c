import { useState, type ReactNode } from 'react'
import { shownMedicine } from '#domain/export/care-cells.ts'
import type { Draft } from '#domain/log/entry.ts'
import { effectEntry } from '#domain/medicine/effect-entry.ts'
import { mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import type { WhenForm } from '#renderer/ui/when-text.ts'
import { Written } from '#renderer/ui/written.tsx'
import { saysOf, useSentence } from './sentences.ts'
import { words } from './words.ts'
import css from './medicine.module.css'

/** 効果 of one dose that was given when needed. */
export function EffectScreen({ effect, onEffect, desk, when, now, onNext, onBack, how = null }: {
  readonly effect: string
  readonly onEffect: (effect: string) => void
  readonly desk: Parameters<typeof effectEntry>[1]
  readonly when: { readonly form: WhenForm; readonly onForm: (when: WhenForm) => void; readonly isRead: boolean }
  readonly now: Instant
  readonly onNext: (draft: Draft<'effect-seen'>) => void
  readonly onBack: () => void
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const language = useLanguage()
  const sentence = useSentence()
  const [isTried, setTried] = useState(false)
  const decided = effectEntry(effect, desk)
  const { dose } = desk
  const next = (): void => {
    setTried(true)
    if (decided.ok && when.isRead) onNext(decided.value)
  }
  return (
    <Screen label={say.effectScreen.title} keys={{ onSave: next, onBack }} foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.next}</Button></FootEnd></>}>
      <div className={css['page']}>
        {how}
        <Section title={say.effectScreen.title}>
          {dose !== null && <div className={css['beside']}><b className={css['time']}>{nearMoment(dose.at, now)}</b><Written>{shownMedicine(dose.body)[language]}</Written>{dose.body.before.trim() !== '' && <span className={css['quiet']}><Written>{`${say.dose.before} ${dose.body.before}`}</Written></span>}</div>}
        </Section>
        <Field label={say.effectScreen.seen} value={effect} onChange={onEffect} most={mostLine} autoFocus says={isTried && !decided.ok ? saysOf(decided.error, sentence) : null} />
        <WhenBox label={say.effectScreen.when} when={when.form} onWhen={when.onForm} now={now} />
      </div>
    </Screen>
  )
}
