import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { Section } from '#renderer/ui/section.tsx'
import css from './reconcile.module.css'

/** Before a row is measured: long names take more lines, and nothing of them is cut. */
const rowPx = 60
const page = 8

/** A long list as one stop for Tab: ↑ ↓ PageUp PageDown Home End move the choice, Enter opens. Only the rows in sight are drawn. */
export function RowList<Row>({ label, note, empty, rows, keyOf, chosen, onChoose, onOpen, draw, autoFocus = false, isPlain = false }: {
  readonly label: string
  readonly note: string
  readonly empty: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly chosen: string | null
  readonly onChoose: (row: Row) => void
  readonly onOpen: (row: Row) => void
  readonly draw: (row: Row) => ReactNode
  readonly autoFocus?: boolean
  /** Without the narrow column in front. */
  readonly isPlain?: boolean
}) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowPx, overscan: 10, initialRect: { width: 600, height: 600 } })
  const here = rows.findIndex((row) => keyOf(row) === chosen)
  useEffect(() => {
    if (here === -1) return undefined
    virtual.scrollToIndex(here)
    // Once more when the rows around it were measured.
    const frame = requestAnimationFrame(() => virtual.scrollToIndex(here))
    return () => cancelAnimationFrame(frame)
  }, [here]) // oxlint-disable-line react-hooks/exhaustive-deps -- the list moves with the choice only
  useEffect(() => {
    if (autoFocus) scroller.current?.focus()
  }, [autoFocus])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const goal = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: rows.length - 1 }[event.key]
    const row = goal === undefined ? rows[here] : rows[Math.max(0, Math.min(rows.length - 1, goal))]
    if (row === undefined || (goal === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    if (goal === undefined) onOpen(row)
    else onChoose(row)
  }
  return (
    <Section title={label} note={note} grows>
      <div ref={scroller} className={css['rows']} role="listbox" aria-label={label} tabIndex={0} aria-activedescendant={here === -1 ? undefined : `${id}-${here}`} onKeyDown={onKeyDown}>
        {rows.length === 0 && <p className={css['empty']}>{empty}</p>}
        <div style={{ position: 'relative', height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the keys and the focus
              <div
                key={keyOf(row)} id={`${id}-${index}`} role="option" aria-selected={index === here} aria-setsize={rows.length} aria-posinset={index + 1} data-index={index} ref={virtual.measureElement} className={classNames(css['row'], isPlain && css['plain'])}
                style={{ position: 'absolute', insetInline: 0, top: start }} onClick={() => onChoose(row)} onDoubleClick={() => onOpen(row)}
              >
                {draw(row)}
              </div>
            )
          })}
        </div>
      </div>
    </Section>
  )
}
