import { htmlTokens, type HtmlToken } from './html-tokens.ts'

/**
 * An HTML page as text with its structure and nothing else: what the screen draws of it is drawn by our own components. No
 * browser ever parses the page, so nothing in it can run, load, lead anywhere or look like a part of this program. What only
 * its style said (colours, what was hidden) is lost and is said to be; what changes the meaning of words is kept: struck out,
 * raised and lowered letters, boxes ticked, and cells that span others. Rule REF-51.
 */
export type HtmlNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'part'; readonly what: PartKind; readonly columns: number; readonly rows: number; readonly children: readonly HtmlNode[] }

export type PartKind = 'block' | 'paragraph' | 'heading' | 'list' | 'numbers' | 'item' | 'table' | 'row' | 'cell' | 'head-cell' | 'as-typed' | 'strong' | 'struck' | 'raised' | 'lowered' | 'break' | 'rule' | 'picture'

/** `isCut`: longer than any screen can draw; its end is not here. */
export type PlainHtml = { readonly nodes: readonly HtmlNode[]; readonly isCut: boolean }

const kinds: Readonly<Record<string, PartKind>> = {
  p: 'paragraph', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', caption: 'heading', legend: 'heading',
  ul: 'list', menu: 'list', ol: 'numbers', li: 'item', dt: 'paragraph', dd: 'block', table: 'table', tr: 'row', td: 'cell', th: 'head-cell', pre: 'as-typed', textarea: 'as-typed', xmp: 'as-typed',
  b: 'strong', strong: 'strong', em: 'strong', s: 'struck', strike: 'struck', del: 'struck', sup: 'raised', sub: 'lowered', br: 'break', hr: 'rule', img: 'picture', svg: 'picture', canvas: 'picture', object: 'picture', embed: 'picture', iframe: 'picture', video: 'picture', audio: 'picture',
}
/** Stand by themselves on a line, and mean nothing more. */
const blocks = new Set(['div', 'section', 'article', 'header', 'footer', 'main', 'nav', 'aside', 'address', 'blockquote', 'center', 'fieldset', 'dl', 'figure', 'figcaption', 'details', 'summary', 'option'])
const alone = new Set(['br', 'hr', 'img', 'input', 'embed', 'wbr', 'col', 'meta', 'link', 'base', 'area', 'source', 'track', 'param'])

/** What the beginning of a tag ends that was left open, up to the nearest of `within`. */
const ends: Readonly<Record<string, { readonly of: readonly string[]; readonly within: readonly string[] }>> = {
  li: { of: ['li'], within: ['ul', 'ol', 'menu'] }, dt: { of: ['dt', 'dd'], within: ['dl'] }, dd: { of: ['dt', 'dd'], within: ['dl'] }, option: { of: ['option'], within: ['select'] },
  tr: { of: ['tr'], within: ['table'] }, td: { of: ['td', 'th'], within: ['tr', 'table'] }, th: { of: ['td', 'th'], within: ['tr', 'table'] },
  tbody: { of: ['tr'], within: ['table'] }, thead: { of: ['tr'], within: ['table'] }, tfoot: { of: ['tr'], within: ['table'] },
}

export const mostNodes = 20_000
const mostDepth = 60
const mostSpan = 100

type Open = { readonly tag: string; readonly what: PartKind | null; readonly columns: number; readonly rows: number; readonly children: HtmlNode[] }

export function readHtml(text: string): PlainHtml {
  const root: Open = { tag: '', what: null, columns: 1, rows: 1, children: [] }
  const stack: Open[] = [root]
  const top = (): Open => stack.at(-1) ?? root
  let nodes = 0
  const close = (): void => {
    const done = stack.length > 1 ? stack.pop() : undefined
    if (done === undefined) return
    if (done.what === null) top().children.push(...done.children)
    else top().children.push(partOf(done.what, done.children, done.columns, done.rows))
  }
  const closeUpTo = (place: number): void => {
    while (place > 0 && stack.length > place) close()
  }
  const begin = (token: Extract<HtmlToken, { kind: 'begin' }>): void => {
    const { tag } = token
    const rule = ends[tag]
    if (rule !== undefined) {
      const border = stack.findLastIndex((open) => rule.within.includes(open.tag))
      const place = stack.findLastIndex((open) => rule.of.includes(open.tag))
      if (place > border) closeUpTo(place)
    }
    if (top().tag === 'p' && (blocks.has(tag) || ['p', 'ul', 'ol', 'table', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'].includes(tag))) close()
    const what = kinds[tag] ?? (blocks.has(tag) ? 'block' : null)
    const said = saidBy(token)
    if (alone.has(tag)) {
      if (what !== null) top().children.push(partOf(what, said))
      else top().children.push(...said)
      return
    }
    // Deeper than anybody nests by hand: the text is kept, and stands in what it stands in.
    if (stack.length <= mostDepth) stack.push({ tag, what, columns: spanOf(token, 'colspan'), rows: spanOf(token, 'rowspan'), children: [...said] })
  }
  for (const token of htmlTokens(text)) {
    nodes += 1
    if (nodes > mostNodes) {
      closeUpTo(1)
      return { nodes: root.children, isCut: true }
    }
    if (token.kind === 'text') top().children.push({ kind: 'text', text: token.text })
    else if (token.kind === 'begin') begin(token)
    else {
      const place = stack.findLastIndex((open) => open.tag === token.tag)
      // A stray end of an outer table's cell must not tear an inner table apart.
      const border = stack.findLastIndex((open) => open.tag === 'table')
      if (place > 0 && (place >= border || token.tag === 'table')) closeUpTo(place)
    }
  }
  closeUpTo(1)
  return { nodes: root.children, isCut: false }
}

function partOf(what: PartKind, children: readonly HtmlNode[], columns = 1, rows = 1): HtmlNode {
  return { kind: 'part', what, columns, rows, children }
}

/** Words that stand in a tag and not between tags: of a picture, and what a form was filled in with. */
function saidBy({ tag, attributes }: Extract<HtmlToken, { kind: 'begin' }>): readonly HtmlNode[] {
  const said = (text: string): readonly HtmlNode[] => (text === '' ? [] : [{ kind: 'text', text }])
  if (tag === 'img') return said(attributes['alt'] ?? '')
  if (tag === 'option') return said('selected' in attributes ? '☑ ' : '☐ ')
  if (tag !== 'input') return []
  const type = (attributes['type'] ?? 'text').toLowerCase()
  if (type === 'checkbox' || type === 'radio') return said('checked' in attributes ? '☑' : '☐')
  return type === 'hidden' || type === 'password' ? [] : said(attributes['value'] ?? '')
}

function spanOf({ attributes }: Extract<HtmlToken, { kind: 'begin' }>, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributes[name] ?? 1)
  return Number.isInteger(span) && span >= 1 && span <= mostSpan ? span : 1
}
