/** A number as a laboratory prints it, `5.2`; null for everything else, `<0.3` and `(-)` among it. */
export function plainNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(plain) ? Number(plain) : null
}

/**
 * What the range beside a value suggests: `3.5–5.0`, `3.5-5.0`, `3.5〜5.0`, `≦0.3`, `<0.3`, `≧60`. Null: within, or not read.
 * A suggestion only: what is recorded is what a person chose, and "critical" is never suggested. Rule EXM-3.
 */
export function flagSuggested(value: string, range: string): 'low' | 'high' | null {
  const number = plainNumber(value)
  if (number === null) return null
  const text = range.normalize('NFKC').replace(/\s/g, '')
  const between = /^(\d+(?:\.\d+)?)[‐‑–—−ー~〜-](\d+(?:\.\d+)?)$/.exec(text)
  if (between !== null) {
    const [low, high] = [Number(between[1]), Number(between[2])]
    return low > high ? null : number < low ? 'low' : number > high ? 'high' : null
  }
  const one = /^(<=|>=|[<>≦≧≤≥])(\d+(?:\.\d+)?)$/.exec(text)
  if (one === null) return null
  const [sign = '', limit] = [one[1], Number(one[2])]
  if (sign === '<') return number < limit ? null : 'high'
  if (sign === '>') return number > limit ? null : 'low'
  return ['<=', '≦', '≤'].includes(sign) ? (number <= limit ? null : 'high') : number >= limit ? null : 'low'
}
