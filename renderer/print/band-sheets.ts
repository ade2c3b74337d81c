import type { PatientId } from '#domain/ids.ts'
import type { LabelGrid, Shift } from '#domain/print/label-grid.ts'
import type { Placed } from './sheet.ts'

/** A patient as bands and labels show them; every text is ready to print. No blood type: a band is not where it is looked up. */
export type Worn = {
  readonly id: PatientId
  readonly number: string
  readonly name: string
  readonly kana: string
  /** 「◇ ラジオ テガミ」 of somebody whose name is known by now; empty when there is none, or it is the name itself. */
  readonly alias: string
  /** 「1951-03-14(昭26) 75歳」 */
  readonly birth: string
  /** The same for a small label, without the era. */
  readonly shortBirth: string
  readonly sex: string
  /** Empty without a bed. */
  readonly bed: string
  readonly allergy: '未確認' | 'なし' | 'あり'
  /** Bands of this number that were made before. */
  readonly bandsBefore: number
}

/** On a roll of 25 × 280 mm, or six on an A4 sheet to be cut. */
export type WristbandSheet = Placed & { readonly kind: 'wristband'; readonly paper: 'roll' | 'A4'; readonly worn: readonly Worn[] }

/** Two on an A4 sheet. */
export type BedCardSheet = Placed & { readonly kind: 'bed-card'; readonly worn: readonly Worn[] }

/** `start`: the first label that is still on the sheet, counted from 1. */
export type OnLabels = { readonly grid: LabelGrid; readonly start: number; readonly shift: Shift }

export type SpecimenLabelSheet = Placed & OnLabels & { readonly kind: 'specimen-labels'; readonly who: Worn; readonly copies: number }
export type DocumentLabelSheet = Placed & OnLabels & { readonly kind: 'document-labels'; readonly who: Worn; readonly copies: number }

/** Numbers set aside, for a registration that begins on paper: six bands a sheet, or as many labels a number as share one sheet among six. */
export type BlankNumberSheet = Placed & OnLabels & { readonly kind: 'blank-numbers'; readonly on: 'bands' | 'labels'; readonly numbers: readonly string[] }

export type LabelTestSheet = Placed & { readonly kind: 'label-test'; readonly grid: LabelGrid; readonly shift: Shift }

export const bandsOnA4 = 6
export const cardsOnA4 = 2

/** Things in groups of `each`, the last of which may be smaller. */
export function inGroups<Thing>(things: readonly Thing[], each: number): readonly (readonly Thing[])[] {
  return Array.from({ length: Math.ceil(things.length / each) }, (_, group) => things.slice(group * each, (group + 1) * each))
}

/** How many labels each blank number gets: with six bands on a sheet, the labels of the same six fill one. */
export function labelsPerBlank({ across, down }: LabelGrid): number {
  return Math.max(1, Math.floor((across * down) / bandsOnA4))
}
