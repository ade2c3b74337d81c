import { envelopeOf, staffOf } from '#domain/log/public-event.ts'
import { instantOf, tokyoParts, type Instant } from '#domain/time.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { monthAndDay } from '#renderer/ui/moment.ts'
import table from '#renderer/ui/table.module.css'
import type { AuditEvent } from './audit-screen.tsx'
import { eventWords, groupOf } from './event-words.ts'
import { VirtualTable } from './virtual-table.tsx'
import { words } from './words.ts'
import css from './audit.module.css'

/** Public events in journal order: the clock may have jumped, the number of a line has not. */
export function EventTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <VirtualTable
      label={say.tabs.events}
      rows={events}
      empty={say.none}
      head={
        <>
          <th className={table['figures']}>{say.table.seq}</th>
          <th>{say.table.at}</th>
          <th>{say.table.event}</th>
          <th>{say.table.staff}</th>
          <th className={table['figures']}>{say.table.envelope}</th>
        </>
      }
      cells={({ seq, wallMs, event }) => {
        const envelope = envelopeOf(event)
        return (
          <>
            <td className={classNames(table['figures'], table['still'], css['quiet'])}>{seq}</td>
            <td className={table['still']}><Moment at={instantOf(wallMs)} /></td>
            <td className={classNames(groupOf[event.event] === 'trouble' && css['trouble'])}>{eventWords(event, language)}</td>
            <td className={table['still']}>{staffOf(event) ?? ''}</td>
            <td className={table['figures']}>{envelope === null ? '' : say.table.envelopeNo(envelope)}</td>
          </>
        )
      }}
    />
  )
}

/** An audit is read across days: the date always stands with the time, to the second. */
export function Moment({ at }: { readonly at: Instant }) {
  const { date, hhmmss } = tokyoParts(at)
  return <time dateTime={at}>{date.slice(0, 4)}/{monthAndDay(date)} <b>{hhmmss}</b></time>
}
