import { realmMark } from './realm-gate.ts'
import type { Realm } from '../realm.ts'

/**
 * Pages that any browser opens from a folder, in thirty years too: one file each, no script, nothing loaded.
 * `Markup` is text that is markup already; a plain string becomes markup through `text` alone.
 */
export type Markup = { readonly markup: string }

export function raw(markup: string): Markup {
  return { markup }
}

/** Builds markup; every value put in is escaped unless it is markup. */
export function html(parts: TemplateStringsArray, ...values: readonly (Markup | readonly Markup[] | string | number)[]): Markup {
  return raw(parts.map((part, index) => part + (index < values.length ? put(values[index] ?? '') : '')).join(''))
}

/** What a person typed: set apart, so that a letter that turns the direction turns nothing but itself. */
export function typed(words: string): Markup {
  return html`<bdi>${words}</bdi>`
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

function put(value: Markup | readonly Markup[] | string | number): string {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

/** Everything is forbidden but the page's own style: a name that got past the escaping still could do nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Up to `<body>`: title, style and, unless real, the realm across the top. */
export function pageTop(title: string, realm: Realm): Markup {
  const mark = realmMark[realm]
  return html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${mark === null ? '' : `【${mark}】`}${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${mark === null ? '' : html`<p class="realm">${mark} — 実在の患者の記録ではありません NOT A REAL PATIENT RECORD</p>
<p class="across" aria-hidden="true">${mark}</p>
`}`
}

export function pageEnd(realm: Realm): Markup {
  const mark = realmMark[realm]
  return html`${mark === null ? '' : html`<p class="realm">${mark}</p>
`}</body>
</html>
`
}

// Black on white, no grey and no meaning by colour: a page may be printed on anything (visual standard §9).
const style = `
@page { size: A4; margin: 14mm 12mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 8px 12px; max-width: 186mm; color: #000; background: #fff; font: 10.5pt/1.45 "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", sans-serif; line-break: strict }
h1 { font-size: 14pt; margin: 4px 0; overflow-wrap: anywhere }
h2 { font-size: 11.5pt; margin: 14px 0 4px; border-bottom: 2px solid; break-after: avoid }
small, .en { font-size: 8.5pt; font-weight: 400 }
p { margin: 4px 0 }
a { color: #000 }
.number { font-size: 16pt; font-weight: 700; letter-spacing: .03em }
.mark { display: inline-block; border: 2px solid; padding: 0 6px; font-weight: 700 }
.realm { border: 4px double; padding: 4px 8px; font-size: 14pt; font-weight: 700; text-align: center }
.across { position: fixed; inset: 40% 0 auto; margin: 0; text-align: center; font: 400 64pt serif; transform: rotate(-24deg); color: transparent; -webkit-text-stroke: .5px #000; pointer-events: none; z-index: -1 }
.warn { border: 3px solid; padding: 4px 8px; font-weight: 700 }
dl { display: grid; grid-template-columns: 9em 1fr; margin: 4px 0; border: 2px solid }
dt, dd { margin: 0; padding: 2px 6px; border-bottom: 1px solid; overflow-wrap: anywhere }
dt { border-right: 1px solid }
dl > :nth-last-child(-n+2) { border-bottom: 0 }
table { width: 100%; border-collapse: collapse; border: 2px solid; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid; padding: 2px 5px; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { font-size: 8.5pt }
bdi { white-space: pre-wrap; unicode-bidi: isolate }
s { text-decoration: line-through 1px; letter-spacing: .04em }
.line { display: block }
.label { font-size: 8.5pt; margin-right: .6em }
.strike { display: block; margin-top: 3px; border-left: 4px solid; padding-left: 6px }
footer { margin-top: 14px; border-top: 1px solid; font-size: 8.5pt; overflow-wrap: anywhere }
`
