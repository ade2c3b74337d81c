import { ShieldCheck } from 'lucide-react'
import { useId, useState } from 'react'
import type { PatientId } from '#domain/ids.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import type { Instant } from '#domain/time.ts'
import { countByPerson, type AuditRow } from '#domain/view/audit.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { EventTable } from './event-table.tsx'
import { eventGroups, groupOf, type EventGroup } from './event-words.ts'
import { CountTable, OpeningTable } from './opening-tables.tsx'
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
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly now: Instant
  /** As printed: `1234 7K2MQ-8H3RD`. Null before the first frame. */
  readonly head: string | null
  readonly verification: Verification
  readonly onVerify: () => void
  readonly onStop: (() => void) | null
  /** Null while sealed or locked. */
  readonly openings: readonly AuditRow[] | null
  readonly nameOf: (patient: PatientId) => { readonly name: string; readonly number: string } | null
  readonly onBack: () => void
}

/** What the machine itself recorded, readable without any key; and, while open, who opened whose chart. */
export function AuditScreen({
  journal, onJournal, hasIncident, events, hasMore, onMore, now, head, verification, onVerify, onStop, openings, nameOf, onBack,
}: AuditScreenProps) {
  const say = useWords(words)
  const panel = useId()
  const [tab, setTab] = useState<'events' | 'openings' | 'people'>('events')
  const [group, setGroup] = useState<EventGroup | 'all'>('all')
  const shown = group === 'all' ? events : events.filter(({ event }) => groupOf[event.event] === group)
  return (
    <Screen
      label={say.title}
      keys={{ onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{tab === 'events' || openings === null ? say.noKey : ''}</FootNote>
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
              <Button look="primary" size="small" icon={ShieldCheck} onPress={onVerify}>{verification.kind === 'done' ? say.verify.again : say.verify.act}</Button>
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
              { name: 'people', label: say.tabs.people },
            ]}
          />
          <div className={css['panel']} role="tabpanel" aria-labelledby={tabId(panel, tab)}>
            {tab === 'events' && (
              <>
                <div className={css['filter']}>
                  <Choice
                    label={say.filter.label} isLabelHidden look="bare" value={group} onChange={setGroup}
                    options={(['all', ...eventGroups] as const).map((value) => ({ value, label: say.filter[value] }))}
                  />
                </div>
                <EventTable events={shown} hasMore={hasMore} onMore={onMore} />
              </>
            )}
            {tab !== 'events' && openings === null && <p className={css['none']}>{say.sealed}</p>}
            {tab === 'openings' && openings !== null && <OpeningTable rows={openings.toReversed()} nameOf={nameOf} />}
            {tab === 'people' && openings !== null && <CountTable counts={countByPerson(openings)} now={now} />}
          </div>
        </div>
      </div>
    </Screen>
  )
}
