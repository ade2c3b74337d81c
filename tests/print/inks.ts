import { inflateSync } from 'node:zlib'

/** Every colour and every transparency that a PDF of Chromium's draws with: `0 0 0`, `1 1 1`, `alpha 0.5`. */
export function inksOf(pdf: Buffer): readonly string[] {
  const inks = new Set<string>()
  const text = pdf.toString('latin1')
  for (const { index } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const from = text.indexOf('\n', index) + 1
    const drawing = drawingIn(pdf.subarray(from, text.indexOf('endstream', from)))
    for (const [, r, g, b] of drawing.matchAll(/(?<=^|\s)([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)(?=\s)/g)) inks.add(`${r} ${g} ${b}`)
    for (const [, grey] of drawing.matchAll(/(?<=^|\s)([\d.]+) [gG](?=\s)/g)) inks.add(`${grey} ${grey} ${grey}`)
  }
  for (const [, alpha = ''] of text.matchAll(/\/(?:ca|CA) ([\d.]+)/g)) if (alpha !== '1') inks.add(`alpha ${alpha}`)
  return [...inks].toSorted()
}

/** A stream's own text where it is one that draws; fonts and tables of objects are none. */
function drawingIn(stream: Buffer): string {
  try {
    const text = inflateSync(stream).toString('latin1')
    return /(^|\s)(re|Tf|cm)\s/.test(text) ? text : ''
  } catch {
    return ''
  }
}
