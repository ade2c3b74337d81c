import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import css from './edit.module.css'

/** Rows whose order means something: filled in, moved, taken out, added at the end. */
export function RowList<Row>({ rows, onRows, empty, most, add, children }: {
  readonly rows: readonly Row[]
  readonly onRows: (rows: readonly Row[]) => void
  readonly empty: Row
  readonly most: number
  readonly add: string
  /** The fields of one row. `isNew`: just added, its first field takes the focus. */
  readonly children: (row: Row, change: (row: Row) => void, isNew: boolean) => ReactNode
}) {
  const say = useWords(words).edit
  const [added, setAdded] = useState<number | null>(null)
  const end = useRef<HTMLDivElement>(null)
  const move = (from: number, to: number): void => {
    const next = [...rows]
    next.splice(to, 0, ...next.splice(from, 1))
    onRows(next)
  }
  const remove = (index: number): void => {
    end.current?.querySelector('button')?.focus() // the button that was pressed goes with its row
    setAdded(null)
    onRows(rows.filter((_, at) => at !== index))
  }
  return (
    <>
      <ol className={css['rows']}>
        {rows.map((row, index) => (
          <li key={index}>
            <span className={css['number']}>{index + 1}</span>
            <div className={css['fields']}>{children(row, (changed) => onRows(rows.map((one, at) => (at === index ? changed : one))), added === index)}</div>
            <div className={css['moves']}>
              <Button size="small" icon={ArrowUp} label={say.up(index + 1)} offBecause={index === 0 ? say.isFirst : null} onPress={() => move(index, index - 1)}>{say.upShort}</Button>
              <Button size="small" icon={ArrowDown} label={say.down(index + 1)} offBecause={index === rows.length - 1 ? say.isLast : null} onPress={() => move(index, index + 1)}>{say.downShort}</Button>
              <Button size="small" icon={Trash2} label={say.remove(index + 1)} onPress={() => remove(index)}>{say.removeShort}</Button>
            </div>
          </li>
        ))}
      </ol>
      <div ref={end}>
        <Button
          icon={Plus}
          offBecause={rows.length >= most ? say.full(most) : null}
          onPress={() => {
            setAdded(rows.length)
            onRows([...rows, empty])
          }}
        >{add}</Button>
      </div>
    </>
  )
}
