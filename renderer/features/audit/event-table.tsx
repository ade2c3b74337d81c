import { instantOf, tokyoParts, type Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { monthAndDay } from '#renderer/ui/moment.ts'
import table from '#renderer/ui/table.module.css'
import type { AuditEvent } from './audit-screen.tsx'
import { envelopeOf, eventWords, groupOf, staffOf } from './event-words.ts'
import { words } from './words.ts'
import css from './audit.module.css'

/** Public events in journal order: the clock may have jumped, the number of a line has not. */
export function EventTable({ events, hasMore, onMore }: { readonly events: readonly AuditEvent[]; readonly hasMore: boolean; readonly onMore: () => void }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={say.tabs.events}>
      {events.length === 0 ? (
        <p className={css['none']}>{say.none}</p>
      ) : (
        <table className={classNames(table['table'], css['table'])}>
          <thead>
            <tr>
              <th className={table['figures']}>{say.table.seq}</th>
              <th>{say.table.at}</th>
              <th>{say.table.event}</th>
              <th>{say.table.staff}</th>
              <th className={table['figures']}>{say.table.envelope}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ seq, wallMs, event }) => {
              const envelope = envelopeOf(event)
              return (
                <tr key={seq}>
                  <td className={classNames(table['figures'], table['still'], css['quiet'])}>{seq}</td>
                  <td className={table['still']}><Moment at={instantOf(wallMs)} /></td>
                  <td className={classNames(groupOf[event.event] === 'trouble' && css['trouble'])}>{eventWords(event, language)}</td>
                  <td className={table['still']}>{staffOf(event) ?? ''}</td>
                  <td className={table['figures']}>{envelope === null ? '' : say.table.envelopeNo(envelope)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {hasMore && <div className={css['more']}><Button onPress={onMore}>{say.more}</Button></div>}
    </div>
  )
}

/** An audit is read across days: the date always stands with the time, to the second. */
export function Moment({ at }: { readonly at: Instant }) {
  const { date, hhmmss } = tokyoParts(at)
  return <time dateTime={at}>{date.slice(0, 4)}/{monthAndDay(date)} <b>{hhmmss}</b></time>
}
