import type { FormValue } from '#domain/form/value.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { Words } from '#domain/patient/wareki.ts'

/** What a record of a form says: its title, and label and words of every field, as the form's definition has them. */
export type FormSaid = { readonly title: Words; readonly lines: readonly { readonly name: string; readonly label: Words; readonly text: Words }[] }
export type SayForm = (body: BodyOf<'form'>) => FormSaid

/** Where no definition is at hand: each field under its own name. Nothing that was written is left out. */
export const sayByName: SayForm = ({ definition, version, values }) => ({
  title: { ja: `様式 ${definition} 第${version}版`, en: `Form ${definition} v${version}` },
  lines: Object.entries(values).map(([name, value]) => ({ name, label: { ja: name, en: name }, text: { ja: shownValue(value), en: shownValue(value) } })),
})

/** The lines of a record in which something was written. */
export function writtenLines(body: BodyOf<'form'>, say: SayForm): FormSaid['lines'] {
  return say(body).lines.filter(({ name }) => shownValue(body.values[name] ?? null) !== '')
}

/** A value as paper says it: ticks as words, nothing for what was not filled in. A number has no trailing zero. */
export function shownValue(value: FormValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : value.join('・')
}
