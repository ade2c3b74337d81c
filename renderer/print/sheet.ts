import type { SealedCode } from '#domain/access/code.ts'
import type { SheetSerial } from '#domain/print/serial.ts'
import type { Person } from '#domain/log/person.ts'
import type { Realm } from '#domain/realm.ts'
import type { CalendarDate, Instant } from '#domain/time.ts'
import type { BedCardSheet, BlankNumberSheet, DocumentLabelSheet, LabelTestSheet, SpecimenLabelSheet, WristbandSheet } from './band-sheets.ts'
import type { CensusSheet } from './census-sheet.ts'
import type { ChartSheet } from './chart/paper.ts'
import type { ErasureSheet, StatisticsSheet } from './closing-sheets.ts'
import type { ContinuitySheet } from './continuity-sheet.ts'
import type { ConformanceSheet } from './conformance-sheet.ts'
import type { AuditHeadSheet, DrillLogSheet, IncidentReportSheet, InventorySheet } from './station-sheets.ts'
import type { NumberListSheet, SignOffSheet, WorklistSheet } from './reconcile-sheets.ts'
import type { TransferSheet } from './transfer-sheet.ts'
import type { HandOverSheet, PosterSheet, RunnerSheet } from './ward-sheets.ts'

/** Everything this station prints. Two of them carry a secret that afterwards exists on this paper only. */
export type Sheet =
  | EnvelopeSheet | OfficerSheet
  | PosterSheet | RunnerSheet | HandOverSheet
  | IncidentReportSheet | InventorySheet | AuditHeadSheet | DrillLogSheet
  | ConformanceSheet | CensusSheet | TransferSheet | ContinuitySheet | ChartSheet
  | SignOffSheet | NumberListSheet | WorklistSheet | ErasureSheet | StatisticsSheet
  | WristbandSheet | BedCardSheet | SpecimenLabelSheet | DocumentLabelSheet | BlankNumberSheet | LabelTestSheet

/** A sheet as a screen asks for it: when, by whom and under which number it is printed is added by session/printing.ts. */
export type Unprinted = { readonly [K in Sheet['kind']]: Omit<Extract<Sheet, { readonly kind: K }>, 'printed'> }[Sheet['kind']]

/** What the foot of every page says of this print. */
export type Printed = {
  readonly at: Instant
  /** Null while sealed: nobody has said who they are. */
  readonly by: Person | null
  /** The station's two letters. */
  readonly letters: string
  /** How many envelopes are open, of how many. */
  readonly opened: number
  readonly of: number
  /** Chain head after the print was recorded, `1234 7K2MQ-8H3RD`; null: the print is not on record, and the sheet says so. */
  readonly head: string | null
  /** Of the first page; the others follow. Null where none could be given. */
  readonly serial: SheetSerial | null
  readonly realm: Realm
}

/** Who asks for it and where: on every sheet but those of set-up, which say it in their own way. */
export type Placed = { readonly hospital: string; readonly ward: string; readonly printed: Printed }

export type EnvelopeSheet = {
  readonly kind: 'envelope'
  /** Which envelope, counted from 1, and how many there are. */
  readonly number: number
  readonly of: number
  readonly code: SealedCode
  /** Of the roster: compared with the screen before the code is typed. */
  readonly fingerprint: string
  readonly hospital: string
  readonly ward: string
  /** The station's two letters. */
  readonly letters: string
  readonly madeAt: Instant
  /** Written by hand where nothing is known yet. */
  readonly known: EnvelopeKnown
  readonly printed: Printed
}

/** What the hospital decided about an envelope beforehand; an empty text leaves a place for the pen. */
export type EnvelopeKnown = {
  readonly place: string
  readonly holder: string
  readonly sealNumber: string
  readonly madeBy: string
  /** Who may decide, in their order: 「院長 佐藤 一郎」. */
  readonly deciders: readonly string[]
  readonly nightContact: string
  readonly lostContact: string
  readonly nextCheckOn: CalendarDate | null
}

export const nothingKnown: EnvelopeKnown = { place: '', holder: '', sealNumber: '', madeBy: '', deciders: [], nightContact: '', lostContact: '', nextCheckOn: null }

export type OfficerSheet = {
  readonly kind: 'officer'
  /** The recovery officer's `AGE-SECRET-KEY-1…`, as age reads it. */
  readonly secret: string
  /** Its public half, `age1…`. */
  readonly recipient: string
  readonly hospital: string
  readonly printed: Printed
}
