import { whoOf } from '#domain/identity/identity.ts'
import { sayEntry } from '#domain/export/say-entry.ts'
import type { StaffNumber } from '#domain/ids.ts'
import { kinds } from '#domain/log/kinds.ts'
import type { Entry } from '#domain/log/entry.ts'
import { shownName } from '#domain/patient/naming.ts'
import type { DutySaid } from '#domain/record/usual-duty.ts'
import type { CalendarDate, Instant } from '#domain/time.ts'
import { mayAnswer, type OpenItem } from '#domain/view/open-items.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DutyAsk } from '#renderer/ui/duty-ask.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useFormVersions } from '#renderer/ui/form-versions.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './items.module.css'

/** An item with the time people are shown and its patient, where it has one. */
export type ShownItem = { readonly item: OpenItem; readonly at: Instant; readonly row: PatientRow | null }

/** Everything that still wants a word of somebody, oldest first. */
export function ItemsScreen({ items, onLook, onBack }: { readonly items: readonly ShownItem[]; readonly onLook: (item: OpenItem) => void; readonly onBack: () => void }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Screen label={say.label} pace="spacious" keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{say.back}</Button>}>
      <section className={css['page']} aria-label={say.label}>
        <h2 className={css['question']}>{say.label}</h2>
        <p className={css['lead']}>{say.lead}</p>
        {items.length === 0 && <Empty title={say.none}>{say.noneMore}</Empty>}
        <ul className={css['list']}>
          {items.map(({ item, at, row }, index) => (
            <li key={`${item.why} ${item.entry}`} className={css['item']}>
              <StateWord is="warn">{say.why[item.why]}</StateWord>
              <b>{kinds[item.kind].label[language]}</b>
              <Written>{patientOf(row) ?? say.ward}</Written>
              <span>{shortMoment(at)}</span>
              <Written>{item.onBehalfOf === null ? item.by.name : say.behalf(item.by.name, item.onBehalfOf.name)}</Written>
              <Button size="small" autoFocus={index === 0} onPress={() => onLook(item)}>{say.look}</Button>
            </li>
          ))}
        </ul>
      </section>
    </Screen>
  )
}

/** One item with what it is about: nobody approves what they have not seen. `entry`: undefined while it is read, null when it cannot be. */
export function ItemScreen({ shown: { item, at, row }, entry, person, today, duty, onDuty, isSaving, onAnswer, onBack }: {
  readonly shown: ShownItem
  readonly entry: Entry | null | undefined
  readonly person: StaffNumber
  readonly today: CalendarDate
  readonly duty: DutySaid
  readonly onDuty: (duty: DutySaid) => void
  readonly isSaving: boolean
  readonly onAnswer: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const versions = useFormVersions()
  const language = useLanguage()
  const may = mayAnswer(item, { by: person })
  const isReasonMissing = item.why === 'no-reason' && (duty.reason === 'later' || (duty.reason === 'other' && duty.words.trim() === ''))
  const offBecause = !may ? say.needs[item.why]((item.onBehalfOf ?? item.by).name) : isReasonMissing ? say.chooseReason : entry === undefined || isSaving ? say.reading : null
  const act = (): void => {
    if (offBecause === null) onAnswer()
  }
  return (
    <Screen
      label={say.why[item.why]} pace="spacious" keys={{ onSave: act, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.toList}</Button>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} autoFocus={may && !isReasonMissing} onPress={act} offBecause={offBecause}>{say.act[item.why]}</Button></FootEnd>
        </>
      }
    >
      <section className={css['page']} aria-label={say.why[item.why]}>
        {row !== null && <RowLine row={row} today={today} />}
        <h2 className={css['question']}>{kinds[item.kind].label[language]}</h2>
        <p className={css['lead']}>
          <StateWord is="warn">{say.why[item.why]}</StateWord> {shortMoment(at)} <Written>{item.onBehalfOf === null ? item.by.name : say.behalf(item.by.name, item.onBehalfOf.name)}</Written>
        </p>
        {entry === undefined && <p>{say.reading}</p>}
        {entry === null && <p>{say.unread}</p>}
        {entry !== undefined && entry !== null && (
          <dl className={css['said']}>
            {sayEntry({ entry, placeOf: () => null, forms: versions }).map(({ label, text }, index) => (
              <div key={`${index} ${text}`}>
                {label !== null && <dt>{label[language]}</dt>}
                <dd><Written>{text}</Written></dd>
              </div>
            ))}
          </dl>
        )}
        {item.why === 'no-reason' && may && <DutyAsk profession={(item.onBehalfOf ?? item.by).profession} said={duty} onSaid={onDuty} mayWait={false} />}
      </section>
    </Screen>
  )
}

function patientOf(row: PatientRow | null): string | null {
  const who = row === null ? null : whoOf(row)
  return who === null ? null : `${who.number} ${shownName(who.naming)}`
}
