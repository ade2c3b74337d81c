import { useState } from 'react'
import { EntryId, type PatientId } from '#domain/ids.ts'
import { identityOf } from '#domain/identity/identity.ts'
import { isVoid, numbersOf, type NumbersSetAside } from '#domain/number/blank.ts'
import { emptyVoid, type VoidForm, type Voiding } from '#domain/number/void-blanks.ts'
import { wardNumber, type WardNumber } from '#domain/number/ward-number.ts'
import { shownName } from '#domain/patient/naming.ts'
import { labelGrids } from '#domain/print/label-grid.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { bandsBefore, blanksOf, withoutPrintedBand } from '#domain/view/bands.ts'
import { isRegistered, type KnownRow } from '#domain/view/ward-lists.ts'
import { BlankNumbers, type ShownRange } from '../features/paper/blank-numbers.tsx'
import { HandCopy } from '../features/paper/hand-copy.tsx'
import { afterLabels, plainLabels, readLabels, type LabelSettings } from '../features/paper/label-settings.ts'
import { PatientPaper, type Paper } from '../features/paper/patient-paper.tsx'
import { VoidNumbers, type ShownVoid } from '../features/paper/void-numbers.tsx'
import { WaitingBands } from '../features/paper/waiting-bands.tsx'
import { bandsOnA4 } from '../print/band-sheets.ts'
import type { Unprinted } from '../print/sheet.ts'
import { goTo, notice, shownNow, type Place } from '../session/session.ts'
import { wornBy } from '../session/worn.ts'
import { useScans } from '../ui/scans.tsx'
import { usePorts } from './ports.ts'
import { blankScanned } from './take-blank.ts'
import { takeNumbers } from './take-numbers.ts'
import { usePrint } from './use-print.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The label sheet that lies in the printer: kept while the window lives, so that each print begins behind the last. */
let labelsInPrinter: LabelSettings = plainLabels

function useLabels(): readonly [LabelSettings, (settings: LabelSettings) => void] {
  const [settings, setSettings] = useState(labelsInPrinter)
  return [settings, (next) => {
    labelsInPrinter = next
    setSettings(next)
  }]
}

/** Prints a test page of the sheet that is set. */
function useTestPage(settings: LabelSettings): () => void {
  const { status } = useAtWork()
  const print = usePrint()
  return () => {
    const { hospital, ward } = status.card.profile
    const read = readLabels({ ...settings, start: '1' })
    if (read !== null) print({ kind: 'label-test', hospital, ward, grid: read.grid, shift: read.shift })
  }
}

/** Band and bed card at once: what a patient needs who was registered just now. */
export function usePrintBandAndCard(): (patient: PatientId) => void {
  const { hand } = usePorts()
  const { open, status } = useAtWork()
  const print = usePrint()
  return (patient) => {
    const view = open.ward.view()
    const row = view.patients.get(patient)
    if (row === undefined || !isRegistered(row)) return
    const { hospital, ward } = status.card.profile
    const worn = [wornBy(row, view, tokyoDateOf(shownNow(hand)))]
    print({ kind: 'wristband', hospital, ward, paper: 'A4', worn })
    print({ kind: 'bed-card', hospital, ward, worn })
  }
}

/** Everything of one patient that is worn or stuck on something. */
export function PaperPlace({ row, from }: { readonly row: KnownRow; readonly from: Place }) {
  const { hand } = usePorts()
  const { open, status } = useAtWork()
  const view = useWardView(open)
  const print = usePrint()
  const [settings, setSettings] = useLabels()
  const onTest = useTestPage(settings)
  const today = tokyoDateOf(shownNow(hand))

  const asked = (paper: Paper, copies: number): Unprinted | null => {
    const { hospital, ward } = status.card.profile
    const who = wornBy(row, view, today)
    const on = readLabels(settings)
    switch (paper) {
      case 'band-a4':
        return { kind: 'wristband', hospital, ward, paper: 'A4', worn: [who] }
      case 'band-roll':
        return { kind: 'wristband', hospital, ward, paper: 'roll', worn: [who] }
      case 'bed-card':
        return { kind: 'bed-card', hospital, ward, worn: [who] }
      case 'specimens':
        return on === null ? null : { kind: 'specimen-labels', hospital, ward, ...on, who, copies }
      case 'documents':
        return on === null ? null : { kind: 'document-labels', hospital, ward, ...on, who, copies }
    }
  }
  return (
    <PatientPaper
      row={row} today={today} bandsBefore={bandsBefore(view, row)} settings={settings} onSettings={setSettings} onTest={onTest}
      onPrint={(paper, copies) => {
        const sheet = asked(paper, copies)
        if (sheet === null) return
        print(sheet)
        if (paper === 'specimens' || paper === 'documents') setSettings(afterLabels(settings, copies))
      }}
      onByHand={() => goTo({ at: 'hand-copy', patient: row.id, from })}
      onBack={() => goTo(from)}
    />
  )
}

/** Without a printer: large enough to be copied; that it was copied is recorded, so that the band counts. */
export function HandCopyPlace({ row, from }: { readonly row: KnownRow; readonly from: Place }) {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const view = useWardView(open)
  const [isSaving, setSaving] = useState(false)
  const done = async (): Promise<void> => {
    if (isSaving) return
    setSaving(true)
    const saved = await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'sheet-printed', patient: null, at: null, body: { form: 'band-by-hand', serials: [], sheets: 1, patient: row.id } }, standing)
    setSaving(false)
    if (saved.ok) goTo(from)
    else notice('not-saved')
  }
  return <HandCopy worn={wornBy(row, view, tokyoDateOf(shownNow(hand)))} isSaving={isSaving} onDone={() => void done()} onBack={() => goTo(from)} />
}

/** Bands that nobody printed yet: one by one, or all on sheets of six. */
export function WaitingBandsPlace() {
  const { hand } = usePorts()
  const { open, status } = useAtWork()
  const view = useWardView(open)
  const print = usePrint()
  const waiting = withoutPrintedBand(view)
  const here: Place = { at: 'bands' }
  return (
    <WaitingBands
      waiting={waiting} sheets={Math.ceil(waiting.length / bandsOnA4)} nameOf={(row) => shownName(identityOf(row).naming)}
      onAll={() => {
        const { hospital, ward } = status.card.profile
        print({ kind: 'wristband', hospital, ward, paper: 'A4', worn: waiting.map(({ row }) => wornBy(row, view, tokyoDateOf(shownNow(hand)))) })
      }}
      onPrint={(patient) => goTo({ at: 'paper', patient, from: here })}
      onCopy={(patient) => goTo({ at: 'hand-copy', patient, from: here })}
      onBack={() => goTo({ at: 'more' })}
    />
  )
}

/** Numbers for a registration that begins on paper. Without the entry that sets them aside nothing is printed: they could be given twice. */
export function BlankNumbersPlace() {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const print = usePrint()
  const [settings, setSettings] = useLabels()
  const onTest = useTestPage(settings)
  const [isSaving, setSaving] = useState(false)
  const [form, setForm] = useState<VoidForm>(emptyVoid)
  const [voidId, setVoidId] = useState(() => EntryId.parse(hand.newId()))
  const blanks = blanksOf(view, { realm: status.realm, letters: status.card.profile.letters })
  const { used } = blanks
  useScans(({ text }) => {
    const number = blankScanned(text, blanks)
    if (number !== null) setForm((before) => ({ ...before, first: number }))
    return number !== null
  })
  const voidOf = ({ letters, first }: NumbersSetAside, numbers: readonly WardNumber[]): readonly WardNumber[] => numbers.filter((number, at) => !used.has(number) && isVoid({ letters, count: first + at }, view.voided) !== null)
  const ranges = view.setAside.map((range): ShownRange => {
    const numbers = numbersOf(range, status.realm)
    return { range, first: numbers[0] ?? '', last: numbers.at(-1) ?? '', used: numbers.filter((number) => used.has(number)).length, voided: voidOf(range, numbers).length, of: numbers.length }
  }).toReversed()

  const printRange = (range: NumbersSetAside, on: 'bands' | 'labels'): void => {
    const { hospital, ward } = status.card.profile
    const read = readLabels({ ...settings, start: '1' }) ?? { grid: labelGrids[settings.grid], start: 1, shift: { xMm: 0, yMm: 0 } }
    print({ kind: 'blank-numbers', hospital, ward, on, ...read, numbers: numbersOf(range, status.realm) })
  }
  const take = async (many: number): Promise<void> => {
    if (isSaving) return
    setSaving(true)
    const taken = await takeNumbers(bridge, hand, status, open, standing, many)
    setSaving(false)
    if (taken !== null) printRange(taken, 'bands')
  }
  const declare = async ({ body }: Voiding): Promise<void> => {
    setSaving(true)
    const saved = await open.ward.commit({ id: voidId, kind: 'numbers-voided', patient: null, at: null, body }, standing)
    setSaving(false)
    if (!saved.ok) return notice('not-saved')
    setForm(emptyVoid)
    setVoidId(EntryId.parse(hand.newId()))
  }
  const voids = view.voided.map(({ letters, first, last, reason, words }): ShownVoid => ({ first: wardNumber(status.realm, letters, first), last: wardNumber(status.realm, letters, last), reason, words })).toReversed()
  const voiding = <VoidNumbers form={form} onForm={setForm} blanks={blanks} voids={voids} isSaving={isSaving} onVoid={(one) => void declare(one)} />
  return <BlankNumbers voiding={voiding} ranges={ranges} isSaving={isSaving} settings={settings} onSettings={setSettings} onTake={(many) => void take(many)} onPrint={printRange} onTest={onTest} onBack={() => goTo({ at: 'more' })} />
}
