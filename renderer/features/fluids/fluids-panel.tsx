import { PencilLine } from 'lucide-react'
import { useRef, useState } from 'react'
import { fluidEntry, type FluidDesk, type FluidForm } from '#domain/fluid/fluid-entry.ts'
import type { FluidSums, WaySum } from '#domain/fluid/fluid-sums.ts'
import { FluidWay, fluidWayWords, isIn } from '#domain/fluid/fluid.ts'
import { shiftHours, type Shift } from '#domain/fluid/shifts.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Draft, Entry } from '#domain/log/entry.ts'
import type { CalendarDate, Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import type { CareDraft } from '#renderer/ui/care-draft.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Said } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { dayOfWeek, nearMoment } from '#renderer/ui/moment.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { Written } from '#renderer/ui/written.tsx'
import { FluidFields } from './fluid-fields.tsx'
import { words } from './words.ts'
import css from './fluids.module.css'


/** One day: its shifts and their sum. */
export type FluidDay = { readonly date: CalendarDate; readonly shifts: Readonly<Record<Shift, FluidSums>>; readonly whole: FluidSums }

export type FluidDeskHere = {
  readonly draft: CareDraft<FluidForm>
  readonly onDraft: (draft: CareDraft<FluidForm>) => void
  readonly desk: Omit<FluidDesk, 'at'>
  readonly saved: Saved
  readonly onSave: (draft: Draft<'fluid-measured'>) => void
  readonly onCorrect: (record: EntryId) => void
}

export type FluidsPanelProps = {
  readonly isRead: boolean
  readonly today: FluidDay
  readonly yesterday: FluidDay
  /** What was measured since yesterday, newest first. */
  readonly entries: readonly Entry<'fluid-measured'>[]
  readonly now: Instant
  /** Null: nothing is written here any more. */
  readonly here: FluidDeskHere | null
}

/** What went in and came out by shift, and the row in which the next amount is written. */
export function FluidsPanel({ isRead, today, yesterday, entries, now, here }: FluidsPanelProps) {
  const say = useWords(words).panel
  const language = useLanguage()
  return (
    <div className={css['panel']}>
      {here !== null && <EntryRow here={here} now={now} />}
      {!isRead ? <p className={css['none']}>{say.reading}</p> : (
        <>
          <Day title={say.today(dayOfWeek(today.date, language))} day={today} />
          <Day title={say.yesterday(dayOfWeek(yesterday.date, language))} day={yesterday} />
          <Section title={say.entries} level={3}>
            {entries.length === 0 ? <p className={css['none']}>{say.noEntries}</p> : (
              <ul className={css['list']}>
                {entries.map(({ id, at, body, by }) => (
                  <li key={id}>
                    <span>{nearMoment(at, now)}</span>
                    <b>{fluidWayWords[body.way][language]}</b>
                    {body.name !== '' && <Written>{body.name}</Written>}
                    {body.amountMl !== null && <span>{body.amountMl} mL</span>}
                    {body.times !== null && <span>{say.times(body.times)}</span>}
                    {body.note !== '' && <Written>{body.note}</Written>}
                    <Written>{by.name}</Written>
                    {here !== null && <Button size="small" look="quiet" icon={PencilLine} onPress={() => here.onCorrect(id)}>{say.correct}</Button>}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </div>
  )
}

/** Enter goes from field to field and saves in the last one, as on paper one line is one amount. */
function EntryRow({ here, now }: { readonly here: FluidDeskHere; readonly now: Instant }) {
  const { draft, onDraft, desk, saved, onSave } = here
  const all = useWords(words)
  const say = all.form
  const place = useRef<HTMLElement>(null)
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = fluidEntry(draft.form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  const save = (): void => {
    if (saved.kind === 'saving') return
    setTried(!decided.ok || !when.ok)
    if (!decided.ok || !when.ok) return
    place.current?.querySelector('input')?.focus()
    onSave(decided.value.draft)
  }
  const keys = useSubmitKeys({ onSave: save })
  return (
    <section ref={place} className={css['entry']} aria-label={all.panel.write}>
      <div {...keys}>
        <FluidFields form={draft.form} onForm={(form) => onDraft({ ...draft, form })} issues={isTried ? issues : []} />
      </div>
      <div className={css['foot']}>
        <WhenBox label={say.when} when={draft.when} onWhen={(next) => onDraft({ ...draft, when: next })} now={now} />
        <span className={css['end']}>
          <SavedState saved={saved} />
          <Button look="primary" size="small" keys={['Enter']} onPress={save}>{say.save}</Button>
        </span>
      </div>
      {decided.ok && decided.value.asks.map((ask) => <Said key={ask} says={{ kind: 'ask', words: say.asks[ask] }} />)}
    </section>
  )
}

function Day({ title, day }: { readonly title: string; readonly day: FluidDay }) {
  const say = useWords(words).panel
  const language = useLanguage()
  const ways = FluidWay.options.filter((way) => day.whole.ways.some((one) => one.way === way))
  const columns = [...shiftHours.map(({ shift }) => ({ key: shift, sums: day.shifts[shift] })), { key: 'all', sums: day.whole }]
  const cells = (shown: (sums: FluidSums) => string) => columns.map(({ key, sums }) => <td key={key} className={classNames(table['figures'], key === 'all' && css['all'])}>{shown(sums)}</td>)
  const rowsOf = (isOfIn: boolean) => ways.filter((way) => isIn(way) === isOfIn).map((way) => (
    <tr key={way}><th scope="row">{fluidWayWords[way][language]}</th>{cells((sums) => shownSum(sums.ways.find((one) => one.way === way), say.times))}</tr>
  ))
  return (
    <Section title={title} note={say.unit} end={day.whole.isWhole ? null : <StateWord is="warn">{say.notWhole}</StateWord>}>
      {ways.length === 0 ? <p className={css['none']}>{say.none}</p> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than its place scrolls by what can take the focus
        <div className={css['scroll']} tabIndex={0} role="group" aria-label={title}>
          <table className={table['table']}>
            <thead><tr><th>{say.way}</th>{shiftHours.map(({ shift }) => <th key={shift} className={table['figures']}>{say.shifts[shift]}</th>)}<th className={classNames(table['figures'], css['all'])}>{say.total}</th></tr></thead>
            <tbody>
              {rowsOf(true)}
              <tr className={css['sum']}><th scope="row">{say.in}</th>{cells(({ inMl }) => String(inMl))}</tr>
              {rowsOf(false)}
              <tr className={css['sum']}><th scope="row">{say.out}</th>{cells(({ outMl }) => String(outMl))}</tr>
              <tr className={css['balance']}><th scope="row">{say.balance}</th>{cells(({ balanceMl, isWhole }) => `${balanceMl > 0 ? '＋' : balanceMl < 0 ? '−' : ''}${Math.abs(balanceMl)}${isWhole ? '' : ' ?'}`)}</tr>
            </tbody>
          </table>
        </div>
      )}
      {ways.some((way) => way === 'in-infusion' || way === 'in-transfusion') && <p className={css['none']}>{say.counted}</p>}
    </Section>
  )
}

/** 「150 ＋3回」, 「＋2回」 of what nobody measured, nothing of what was not. */
function shownSum(sum: WaySum | undefined, times: (n: number) => string): string {
  if (sum === undefined) return ''
  return [...(sum.ml !== 0 || sum.times === 0 ? [String(sum.ml)] : []), ...(sum.times > 0 ? [times(sum.times)] : [])].join(' ')
}
