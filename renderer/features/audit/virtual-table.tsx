import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import table from '#renderer/ui/table.module.css'
import css from './audit.module.css'

const rowHeight = 40

/** A table of tens of thousands of rows, of which only those in sight are drawn. PageUp and PageDown move in it. */
export function VirtualTable<Row extends { readonly seq: number }>({ label, rows, empty, head, cells }: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly empty: string
  /** The head's cells. */
  readonly head: ReactNode
  readonly cells: (row: Row) => ReactNode
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, getItemKey: (index) => rows[index]?.seq ?? index, overscan: 12 })
  const items = virtual.getVirtualItems()
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys
    <div ref={scroller} className={css['scroll']} tabIndex={0} role="region" aria-label={label}>
      {rows.length === 0 ? (
        <p className={css['none']}>{empty}</p>
      ) : (
        <table className={classNames(table['table'], css['table'])} aria-rowcount={rows.length}>
          <thead><tr>{head}</tr></thead>
          <tbody>
            <tr aria-hidden="true" style={{ height: items[0]?.start ?? 0 }} />
            {items.flatMap(({ index }) => {
              const row = rows[index]
              return row === undefined ? [] : [<tr key={row.seq} ref={virtual.measureElement} data-index={index}>{cells(row)}</tr>]
            })}
            <tr aria-hidden="true" style={{ height: Math.max(0, below) }} />
          </tbody>
        </table>
      )}
    </div>
  )
}
