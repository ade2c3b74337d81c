import type { ReactNode } from 'react'
import type { HtmlNode } from '#domain/reference/plain-html.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import css from './documents.module.css'

type Part = Extract<HtmlNode, { readonly kind: 'part' }>

/** The words of a page in our own elements. Every text is a text node: whatever stands in it, it is read and never obeyed. */
export function PlainPage({ nodes }: { readonly nodes: readonly HtmlNode[] }): ReactNode {
  return nodes.map((node, at) => (node.kind === 'text' ? node.text : <OfPart key={at} part={node} />))
}

function OfPart({ part }: { readonly part: Part }): ReactNode {
  const say = useWords(words)
  const inside = <PlainPage nodes={part.children} />
  switch (part.what) {
    case 'block':
      return <div>{inside}</div>
    case 'paragraph':
      return <div className={css['paragraph']}>{inside}</div>
    case 'heading':
      // Not a heading of this screen: headings of a stranger's page must not be mixed with our own.
      return <div className={css['heading']}>{inside}</div>
    case 'list':
    case 'numbers':
      return <div className={css['items']}>{inside}</div>
    case 'item':
      return <div className={css['item']}>{inside}</div>
    case 'table':
      return <PlainTable part={part} />
    case 'row':
    case 'cell':
    case 'head-cell':
      // Outside of any table: its words stand on their own line.
      return <div>{inside}</div>
    case 'as-typed':
      return <div className={css['typed']}>{inside}</div>
    case 'strong':
      return <b>{inside}</b>
    case 'struck':
      return <s>{inside}</s>
    case 'raised':
      return <sup>{inside}</sup>
    case 'lowered':
      return <sub>{inside}</sub>
    case 'break':
      return <br />
    case 'rule':
      return <div className={css['rule']} />
    case 'picture':
      return <span className={css['picture']}>{say.picture}{inside}</span>
  }
}

/** What stands between the rows of a table is no row: browsers move it before the table, and so it is here; no word is lost. */
function PlainTable({ part: { children } }: { readonly part: Part }) {
  const rows = children.filter((node): node is Part => node.kind === 'part' && (node.what === 'row' || isCell(node)))
  const others = children.filter((node) => !rows.some((row) => row === node))
  return (
    <>
      <PlainPage nodes={others} />
      <table className={css['table']}>
        <tbody>{rows.map((row, at) => <tr key={at}>{cellsOf(row).map((cell, place) => <PlainCell key={place} cell={cell} />)}</tr>)}</tbody>
      </table>
    </>
  )
}

function PlainCell({ cell: { what, columns, rows, children } }: { readonly cell: Part }) {
  const Cell = what === 'head-cell' ? 'th' : 'td'
  return <Cell colSpan={columns} rowSpan={rows}><PlainPage nodes={children} /></Cell>
}

function isCell({ what }: Part): boolean {
  return what === 'cell' || what === 'head-cell'
}

/** Words of a row that stand in no cell get one of their own. */
function cellsOf(row: Part): readonly Part[] {
  if (isCell(row)) return [row]
  return row.children.flatMap((node): readonly Part[] => {
    if (node.kind === 'part') return [isCell(node) ? node : { ...node, what: 'cell', columns: 1, rows: 1, children: [node] }]
    return node.text.trim() === '' ? [] : [{ kind: 'part', what: 'cell', columns: 1, rows: 1, children: [node] }]
  })
}
