/**
 * The tags and texts of an HTML page, one after the other, tolerant as browsers are: text is never lost to a sign that only
 * looks like a tag ("Hb <10"). What a browser would not show as words (scripts, styles, comments) is passed over. Every page
 * ends, and no sign of it is looked for to the page's end twice in vain.
 */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'begin'; readonly tag: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'end'; readonly tag: string }

/** Their content is no words of the page. */
const passedOver = new Set(['script', 'style', 'title', 'template', 'noembed', 'noframes'])
/** Their content is words to the last sign, whatever it looks like. */
const wordsOnly = new Set(['textarea', 'xmp'])

const tagStart = /^<(\/?)([a-zA-Z][^\s/>]{0,50})/
const attribute = /([^\s"'<>/=]{1,60})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g

export function* htmlTokens(text: string): Generator<HtmlToken> {
  const find = finder(text)
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const until = next === -1 ? text.length : next
    if (until > at) yield { kind: 'text', text: withoutEntities(text.slice(at, until)) }
    if (next === -1) return
    at = next
    const skipped = endOfSkipped(text, at, find)
    if (skipped !== null) {
      at = skipped
      continue
    }
    const [whole, slash, name] = tagStart.exec(text.slice(at, at + 60)) ?? []
    if (whole === undefined || name === undefined) {
      yield { kind: 'text', text: '<' }
      at += 1
      continue
    }
    const end = endOfTag(text, at + whole.length, find)
    const tag = name.toLowerCase()
    if (slash === '/') yield { kind: 'end', tag }
    else yield { kind: 'begin', tag, attributes: attributesOf(text.slice(at + whole.length, end)) }
    at = Math.min(end + 1, text.length)
    if (slash === '/' || !(passedOver.has(tag) || wordsOnly.has(tag))) continue
    // One that never closes would take the rest of the page with it.
    const close = find(`</${tag}`, at) ?? at
    if (wordsOnly.has(tag) && close > at) yield { kind: 'text', text: withoutEntities(text.slice(at, close)) }
    at = close
  }
}

/** Comments, the declaration of the kind of page, and instructions; null: it is none of them. */
function endOfSkipped(text: string, at: number, find: Find): number | null {
  if (text.startsWith('<!--', at)) {
    const end = find('-->', at + 2)
    // A comment that never ends hides the rest in a browser. Here the rest is shown: a drug must not be missed for two lost signs.
    return end === null ? at + 4 : end + 3
  }
  if (text[at + 1] !== '!' && text[at + 1] !== '?') return null
  const end = find('>', at)
  return end === null ? at + 2 : end + 1
}

/** The `>` that ends the tag, not one between quotes; where quotes never close, the first one. */
function endOfTag(text: string, from: number, find: Find): number {
  let quote = ''
  for (let at = from; at < text.length && at < from + 4000; at += 1) {
    const sign = text[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === '\'') quote = sign
    else if (sign === '>') return at
  }
  return find('>', from) ?? text.length
}

type Find = (sign: string, from: number) => number | null

/** What is not found once is not looked for again: a hostile page would else be walked to its end a million times. */
function finder(text: string): Find {
  const absent = new Set<string>()
  return (sign, from) => {
    if (absent.has(sign)) return null
    const form = new RegExp(sign, 'gi')
    form.lastIndex = from
    const found = form.exec(text)?.index ?? null
    if (found === null) absent.add(sign)
    return found
  }
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.slice(0, 5000).matchAll(attribute)) {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), withoutEntities(double ?? single ?? bare ?? ''))
  }
  return Object.fromEntries(found)
}

/** Those that stand in pages of hospitals; any other stays as it was written, and is read by people. */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0', ensp: ' ', emsp: ' ', yen: '¥', deg: '°', plusmn: '±', micro: 'µ', times: '×', divide: '÷', frac12: '½', frac14: '¼', frac34: '¾', sup2: '²', sup3: '³', middot: '·', copy: '©', reg: '®', trade: '™',
  hellip: '…', ndash: '–', mdash: '—', bull: '•', rarr: '→', larr: '←', uarr: '↑', darr: '↓', le: '≤', ge: '≥', ne: '≠', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', mu: 'μ', Omega: 'Ω', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', shy: '', zwnj: '', zwj: '',
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}));?/g, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
    return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : code === 9 || code === 10 || code === 13 ? '\n' : whole
  })
}
