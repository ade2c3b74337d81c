import type { Words } from '../patient/wareki.ts'

/** One of several answers. Stored: the code; add, never rename. */
export type FormOption = { readonly code: string; readonly label: Words }

/** What a field asks. `hint` stands beside its label, null: the label is enough. */
export type FormField = { readonly name: string; readonly label: Words; readonly hint: Words | null } & FormType

/**
 * The closed set of field types: each of them can be typed, read, said, printed and exported. Numbers: `possible`, outside it
 * the value cannot be meant; `likely`, outside it the form asks once. The limits are our choice; a clinician of the hospital
 * signs them before live use.
 */
export type FormType =
  | { readonly type: 'line' }
  | { readonly type: 'text' }
  | { readonly type: 'number'; readonly unit: Words; readonly decimals: number; readonly possible: Span; readonly likely: Span }
  | { readonly type: 'choice'; readonly options: readonly FormOption[] }
  | { readonly type: 'choices'; readonly options: readonly FormOption[] }
  | { readonly type: 'yes-no' }
  /** Date and time of day, never later than now. */
  | { readonly type: 'moment' }
  /** A calendar day, also one to come. */
  | { readonly type: 'date' }

export type Span = readonly [least: number, most: number]

export type FormSection = { readonly title: Words; readonly fields: readonly FormField[] }

/**
 * A form as paper has it. Records are kept with the id and the version they were written with, and read by them for ever:
 * fields are added by the hospital alone (versions from 2 on); a form of ours that must change gets another id.
 */
export type FormDefinition = {
  readonly id: string
  readonly label: Words
  /** What it is for, in one line. */
  readonly lead: Words
  readonly sections: readonly FormSection[]
  /** One of these must be written, or there is nothing to record; empty: any field. */
  readonly atLeast: readonly string[]
}

export function fieldsOf({ sections }: Pick<FormDefinition, 'sections'>): readonly FormField[] {
  return sections.flatMap(({ fields }) => fields)
}

// The words a definition is written with: one line a field, as on the paper.

export function words(ja: string, en: string): Words {
  return { ja, en }
}

export function section(ja: string, en: string, ...fields: readonly FormField[]): FormSection {
  return { title: { ja, en }, fields }
}

export function line(name: string, ja: string, en: string, hint: Words | null = null): FormField {
  return { name, label: { ja, en }, hint, type: 'line' }
}

export function text(name: string, ja: string, en: string, hint: Words | null = null): FormField {
  return { name, label: { ja, en }, hint, type: 'text' }
}

export function number(name: string, ja: string, en: string, unit: Words, decimals: number, possible: Span, likely: Span): FormField {
  return { name, label: { ja, en }, hint: null, type: 'number', unit, decimals, possible, likely }
}

/** Options as `[code, ja, en]`, in the order they stand on the paper. */
export function choice(name: string, ja: string, en: string, ...options: readonly OptionRow[]): FormField {
  return { name, label: { ja, en }, hint: null, type: 'choice', options: options.map(optionOf) }
}

export function choices(name: string, ja: string, en: string, ...options: readonly OptionRow[]): FormField {
  return { name, label: { ja, en }, hint: null, type: 'choices', options: options.map(optionOf) }
}

export function yesNo(name: string, ja: string, en: string): FormField {
  return { name, label: { ja, en }, hint: null, type: 'yes-no' }
}

export function moment(name: string, ja: string, en: string): FormField {
  return { name, label: { ja, en }, hint: null, type: 'moment' }
}

export function date(name: string, ja: string, en: string): FormField {
  return { name, label: { ja, en }, hint: null, type: 'date' }
}

type OptionRow = readonly [code: string, ja: string, en: string]

function optionOf([code, ja, en]: OptionRow): FormOption {
  return { code, label: { ja, en } }
}
