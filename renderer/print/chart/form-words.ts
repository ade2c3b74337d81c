import type { FormValue } from '#domain/form/value.ts'

/** A value as paper says it: ticks as words, nothing for what was not filled in. A number has no trailing zero. */
export function shownValue(value: FormValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : value.join('・')
}
