import type { PatientId } from '#domain/ids.ts'
import type { Placed as OnSheet } from '../sheet.ts'
import type { Field } from '../flow.ts'
import { cut, type Block, type Lies, type Placed } from './cut.ts'
import type { PatientHead } from './head.ts'

/** The paper of the chart, by form. */
export const chartKinds = ['flowsheet', 'orders', 'medication', 'nursing-note', 'transfusion', 'exams', 'form-record', 'fluids', 'controlled'] as const
export type ChartKind = (typeof chartKinds)[number]

/** One document: of one patient, of a number nobody wears yet, or of the ward. Its pages are cut before it is printed. */
export type ChartPaper = {
  /** Null: of nobody, so that no patient's audit names it. */
  readonly patient: PatientId | null
  readonly title: string
  readonly lies: Lies
  readonly head: PatientHead | { readonly ward: readonly Field[] }
  /** To be filled by hand: its sheets are counted by the pen. */
  readonly isBlank: boolean
  readonly pages: readonly ChartPage[]
}

export type ChartPage = { readonly period: string; readonly placed: readonly Placed[] }

export type ChartSheet = { readonly [K in ChartKind]: OnSheet & { readonly kind: K; readonly papers: readonly ChartPaper[] } }[ChartKind]

/** What stands under one period: a week, or the whole stay. */
export type Section = { readonly period: string; readonly blocks: readonly Block[] }

export function pagesOfSections(sections: readonly Section[], lies: Lies): readonly ChartPage[] {
  return sections.flatMap(({ period, blocks }) => cut(blocks, lies).map((placed) => ({ period, placed })))
}
