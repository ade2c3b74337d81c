import { FileOutput, Printer, ShieldCheck } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { filterAudit, readDay, type AuditFilter } from '#domain/audit/audit-filter.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import type { Instant } from '#domain/time.ts'
import { auditedKinds, countByPerson, type AuditedKind, type AuditRow } from '#domain/view/audit.ts'
import type { DutyRow } from '#domain/view/duty-rows.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { DutyTable } from './duty-table.tsx'
import { EventTable } from './event-table.tsx'
import { eventGroups, type EventGroup } from './event-words.ts'
import { ExportState, type Exported } from './export-state.tsx'
import { FilterBar, nothingAsked, type Asked } from './filter-bar.tsx'
import { CountTable, OpeningTable, type NameOf } from './opening-tables.tsx'
import { useAuditLines } from './use-audit-lines.ts'
import { VerificationPanel, type Verification } from './verification-panel.tsx'
import { words } from './words.ts'
import css from './audit.module.css'

export type AuditEvent = { readonly seq: number; readonly wallMs: number; readonly event: PublicEvent }

export type AuditScreenProps = {
  readonly journal: 'station' | 'incident'
  readonly onJournal: (journal: 'station' | 'incident') => void
  readonly hasIncident: boolean
  /** Newest first. */
  readonly events: readonly AuditEvent[]
  readonly now: Instant
  /** As printed: `1234 7K2MQ-8H3RD`. Null before the first frame. */
  readonly head: string | null
  /** Heads typed from paper, one a line. */
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly isTypedBad: boolean
  readonly verification: Verification
  readonly onVerify: () => void
  readonly onStop: (() => void) | null
  readonly onPrint: () => void
  readonly exported: Exported
  readonly onExport: () => void
  /** Certificates of what was erased; null: nothing was. */
  readonly onCertificates: (() => void) | null
  /** Null while sealed or locked. */
  readonly openings: readonly AuditRow[] | null
  /** Records outside their author's usual duties, newest first. */
  readonly duties: readonly DutyRow[]
  readonly nameOf: NameOf
  readonly onBack: () => void
}

/** What the machine itself recorded, readable without any key; and, while open, who opened whose chart. */
export function AuditScreen({
  journal, onJournal, hasIncident, events, now, head, typed, onTyped, isTypedBad, verification, onVerify, onStop, onPrint, exported, onExport, onCertificates, openings, duties, nameOf, onBack,
}: AuditScreenProps) {
  const say = useWords(words)
  const panel = useId()
  const [tab, setTab] = useState<'events' | 'openings' | 'duties' | 'people'>('events')
  const [group, setGroup] = useState<EventGroup | 'all'>('all')
  const [act, setAct] = useState<AuditedKind | 'all'>('all')
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  const { eventLines, rowLines } = useAuditLines(events, openings, nameOf)
  const filter = useMemo(() => filterOf(asked, now), [asked, now])
  const shownEvents = useMemo(() => filterAudit(eventLines, { ...filter, whose: '', act: group === 'all' ? null : group }), [eventLines, filter, group])
  const shownRows = useMemo(() => filterAudit(rowLines, { ...filter, act: act === 'all' ? null : act }), [rowLines, filter, act])
  return (
    <Screen
      label={say.title}
      keys={{ onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{tab === 'events' || openings === null ? say.noKey : ''}</FootNote>
          <Button icon={Printer} onPress={onPrint}>{say.verify.print}</Button>
          {onCertificates !== null && <Button icon={Printer} onPress={onCertificates}>{say.certificates}</Button>}
          <Button icon={FileOutput} onPress={onExport}>{say.exported.act}</Button>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['left']}>
          <Section title={say.verify.title}>
            <div className={css['verify']}>
              {hasIncident && (
                <Choice
                  label={say.journal} look="joined" value={journal} onChange={onJournal}
                  options={[{ value: 'incident', label: say.incident }, { value: 'station', label: say.station }]}
                />
              )}
              <div className={css['head']}>
                <span>{say.verify.head}</span>
                <b>{head ?? say.verify.noHead}</b>
              </div>
              <Field label={say.verify.typed} hint={say.verify.typedHint} kind="code" lines={2} value={typed} onChange={onTyped} says={isTypedBad ? { kind: 'bad', words: say.verify.notAHead } : null} />
              <Button look="primary" size="small" icon={ShieldCheck} onPress={onVerify}>{verification.kind === 'done' ? say.verify.again : say.verify.act}</Button>
              <ExportState exported={exported} />
              <VerificationPanel verification={verification} now={now} onStop={onStop} />
            </div>
          </Section>
        </div>
        <div className={css['right']}>
          <Tabs
            label={say.tabs.label}
            prefix={panel}
            chosen={tab}
            onChoose={setTab}
            tabs={[
              { name: 'events', label: say.tabs.events, count: events.length },
              { name: 'openings', label: say.tabs.openings, ...(openings === null ? {} : { count: openings.length }) },
              { name: 'duties', label: say.tabs.duties, ...(openings === null ? {} : { count: duties.length }) },
              { name: 'people', label: say.tabs.people },
            ]}
          />
          <div className={css['panel']} role="tabpanel" aria-labelledby={tabId(panel, tab)}>
            {(tab === 'events' || (tab === 'openings' && openings !== null)) && (
              <FilterBar
                asked={asked} onAsked={setAsked} filter={filter} hasPatients={tab === 'openings'}
                shown={tab === 'events' ? shownEvents.shown.length : shownRows.shown.length} of={tab === 'events' ? events.length : rowLines.length}
              />
            )}
            {tab === 'events' && (
              <>
                <div className={css['filter']}>
                  <Choice
                    label={say.filter.label} isLabelHidden look="bare" value={group} onChange={setGroup}
                    options={(['all', ...eventGroups] as const).map((value) => ({ value, label: counted(say.filter[value], value === 'all' ? shownEvents.ofAllActs : shownEvents.perAct.get(value)) }))}
                  />
                </div>
                <EventTable events={shownEvents.shown} />
              </>
            )}
            {tab !== 'events' && openings === null && <p className={css['none']}>{say.sealed}</p>}
            {tab === 'openings' && openings !== null && (
              <>
                <div className={css['filter']}>
                  <Choice
                    label={say.filter.label} isLabelHidden look="bare" value={act} onChange={setAct}
                    options={(['all', ...auditedKinds] as const).map((value) => ({ value, label: counted(value === 'all' ? say.filter.all : say.acts[value], value === 'all' ? shownRows.ofAllActs : shownRows.perAct.get(value)) }))}
                  />
                </div>
                <OpeningTable rows={shownRows.shown} nameOf={nameOf} />
              </>
            )}
            {tab === 'duties' && openings !== null && <DutyTable rows={duties} nameOf={nameOf} />}
            {tab === 'people' && openings !== null && <CountTable counts={countByPerson(openings)} now={now} />}
          </div>
        </div>
      </div>
    </Screen>
  )
}

/** 「開封 12」: a kind that nothing agrees with says 0 before it is chosen. */
function counted(label: string, count = 0): string {
  return `${label} ${count}`
}

function filterOf({ who, whose, from, to, envelope }: Asked, now: Instant): AuditFilter {
  const number = Number.parseInt(envelope.normalize('NFKC'), 10)
  return { who, whose, act: null, from: readDay(from, now), to: readDay(to, now), envelope: Number.isNaN(number) ? null : number }
}
