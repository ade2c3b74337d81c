import { useState } from 'react'
import { shownName } from '#domain/patient/naming.ts'
import { whoOf } from '#domain/identity/identity.ts'
import type { Draft } from '#domain/log/entry.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { compareTypes } from '#domain/transfusion/abo.ts'
import { readExpiry } from '#domain/transfusion/expiry.ts'
import { checksFor, transfusionStart, type TransfusionAsk, type TransfusionDesk, type TransfusionForm } from '#domain/transfusion/start-entry.ts'
import { Abo, bagCheckWords, BloodProduct, bloodProductWords, Crossmatch, crossmatchWords, shownBloodType, type BagCheck } from '#domain/transfusion/transfusion.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { CareForm, whenAndReason, type CareFormProps } from '#renderer/ui/care-form.tsx'
import { Check, Choice, Several } from '#renderer/ui/choice.tsx'
import { Field, Said } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { SecondPerson } from '#renderer/ui/second-person.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { Written } from '#renderer/ui/written.tsx'
import { useSays } from './fault.ts'
import { TypesShown } from './types-shown.tsx'
import { words } from './words.ts'
import css from './transfusion.module.css'

/** A bag at the bedside: what its label says on the left, what two people compared on the right. Nothing is recorded from here: a review follows. */
export function StartForm({ of, desk, secondName, order, onReview }: {
  readonly of: CareFormProps<TransfusionForm>
  readonly desk: Omit<TransfusionDesk, 'at' | 'day'>
  /** Whom the second box names; null: nobody, or not yet. */
  readonly secondName: string | null
  /** What was ordered, in words. */
  readonly order: string | null
  readonly onReview: (made: { readonly draft: Draft<'transfusion-started'>; readonly asks: readonly TransfusionAsk[] }) => void
}) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const all = useWords(words)
  const say = all.start
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const at: Instant | null = when.ok ? when.value.at : null
  const day = tokyoDateOf(at ?? now)
  const decided = transfusionStart(form, { ...desk, at, day })
  const issues = decided.ok ? [] : decided.error
  // A bag that must not run is told while it is in the hand; what is merely missing when it is to be saved.
  const isToldAtOnce = (code: string): boolean => code === 'expired' || code === 'mismatch' || (form.second.trim() !== '' && code === 'second-is-first')
  const says = useSays(issues.filter(({ code }) => isTried || isToldAtOnce(code)))
  const change = (over: Partial<TransfusionForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  const expiry = readExpiry(form.expires, day)
  const bagType = form.abo === null || form.rh === null ? null : { abo: form.abo, rh: form.rh }
  const isMismatch = form.product !== null && compareTypes(form.product, bagType, desk.bloodType.type) === 'mismatch'
  const who = whoOf(of.row)
  const against: Partial<Record<BagCheck, string>> = {
    name: who === null ? '' : shownName(who.naming), band: who?.number ?? '', 'blood-type': bagType === null ? '' : shownBloodType(bagType)[language], lot: form.lot, expiry: expiry.ok ? expiry.value : '',
    crossmatch: form.crossmatch === null ? '' : crossmatchWords[form.crossmatch][language],
  }
  const asks: readonly TransfusionAsk[] = decided.ok ? decided.value.asks : []
  return (
    <CareForm
      of={of} title={say.title} note={say.note} act="review" issues={issues.length} asks={asks.filter((ask) => ask !== 'mismatch').map((ask) => say.asks[ask])}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onReview(decided.value)
      }}
    >
      {order !== null && <p className={css['none']}>{all.panel.waiting} <b><Written>{order}</Written></b></p>}
      <div className={css['columns']}>
        <div className={css['column']}>
          <Section title={say.bag} level={3}>
            <div className={css['column']}>
              <Choice label={say.product} options={BloodProduct.options.map((value) => ({ value, label: bloodProductWords[value][language] }))} value={form.product} onChange={(product) => change({ product })} says={says('product')} autoFocus />
              <Field label={say.lot} hint={say.lotHint} value={form.lot} onChange={(lot) => change({ lot })} most={mostName} kind="code" says={says('lot')} />
              <div className={css['pair']}>
                <Field label={say.units} value={form.units} onChange={(units) => change({ units })} most={mostName} kind="digits" says={says('units')} />
                <Field label={say.volume} hint={say.ml} value={form.volume} onChange={(volume) => change({ volume })} most={mostName} kind="digits" says={says('volume')} />
                <Field label={say.expires} hint={say.expiresHint} value={form.expires} onChange={(expires) => change({ expires })} most={mostName} says={says('expires')} help={expiry.ok ? say.readAs(expiry.value) : null} />
              </div>
              <Choice label={say.bagType} hint={say.bagTypeHint} look="bare" options={Abo.options.map((value) => ({ value, label: value }))} value={form.abo} onChange={(abo) => change({ abo })} says={says('abo')} />
              <Choice label={all.type.rh} look="joined" options={[{ value: 'positive', label: all.type.positive }, { value: 'negative', label: all.type.negative }]} value={form.rh} onChange={(rh) => change({ rh })} />
              <Choice label={say.crossmatch} options={Crossmatch.options.map((value) => ({ value, label: crossmatchWords[value][language] }))} value={form.crossmatch} onChange={(crossmatch) => change({ crossmatch })} says={says('crossmatch')} />
            </div>
          </Section>
        </div>
        <div className={css['column']}>
          <TypesShown product={form.product} patient={desk.bloodType} bag={bagType} />
          <span className={css['quiet']}>{say.isNoTest}</span>
          {isMismatch && (
            <Banner look="danger">
              <p>{say.mismatch}</p>
              <Check isOn={form.isMismatchMeant} onChange={(isMismatchMeant) => change({ isMismatchMeant })}>{say.meant}</Check>
              {says('isMismatchMeant') !== null && <div><Said says={{ kind: 'bad', words: all.fault.mismatch }} /></div>}
            </Banner>
          )}
          <Several
            label={say.checks} hint={say.checksHint} look="ticks" values={form.checks} onChange={(checks) => change({ checks })} says={says('checks')}
            options={checksFor(form).map((value) => ({ value, label: <>{bagCheckWords[value][language]}<span className={css['value']}><Written>{against[value] ?? ''}</Written></span></> }))}
          />
          <SecondPerson two={form} onTwo={({ isAlone, aloneBecause }) => change({ isAlone, aloneBecause })} typed={form.second} onTyped={(second) => change({ second })} name={secondName} says={says('second')} />
          <Field label={say.noteField} hint={say.noteHint} value={form.note} onChange={(note) => change({ note })} most={mostLine} says={says('note')} />
        </div>
      </div>
    </CareForm>
  )
}
