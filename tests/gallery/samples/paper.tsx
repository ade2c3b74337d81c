import { useState } from 'react'
import { noBlanks } from '#domain/number/blank.ts'
import { emptyVoid, type VoidForm } from '#domain/number/void-blanks.ts'
import { shownName } from '#domain/patient/naming.ts'
import { withoutPrintedBand } from '#domain/view/bands.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import { BlankNumbers } from '#renderer/features/paper/blank-numbers.tsx'
import { HandCopy } from '#renderer/features/paper/hand-copy.tsx'
import { plainLabels } from '#renderer/features/paper/label-settings.ts'
import { PatientPaper } from '#renderer/features/paper/patient-paper.tsx'
import { VoidNumbers } from '#renderer/features/paper/void-numbers.tsx'
import { WaitingBands } from '#renderer/features/paper/waiting-bands.tsx'
import { wornBy } from '#renderer/session/worn.ts'
import { aNumber, letters, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const whole = wardOfGallery()
const rows = [...whole.patients.values()].filter(isRegistered)
const view = { ...whole, prints: new Map([[patientId(2), ['band-by-hand' as const]]]) }

function Paper({ bandsBefore }: { readonly bandsBefore: number }) {
  const [settings, setSettings] = useState({ ...plainLabels, start: bandsBefore === 0 ? '25' : '8' })
  const [row] = rows
  return <OpenPage>{row !== undefined && <PatientPaper row={row} today={today} bandsBefore={bandsBefore} settings={settings} onSettings={setSettings} onPrint={nothing} onTest={nothing} onByHand={nothing} onBack={nothing} />}</OpenPage>
}

function Blanks() {
  const [settings, setSettings] = useState(plainLabels)
  const [form, setForm] = useState<VoidForm>({ ...emptyVoid, first: aNumber(29), last: aNumber(31), reason: 'lost' })
  const ranges = [{ range: { letters: letters(), first: 25, last: 36 }, first: aNumber(25), last: aNumber(36), used: 0, voided: 1, of: 12 }, { range: { letters: letters(), first: 7, last: 12 }, first: aNumber(7), last: aNumber(12), used: 4, voided: 0, of: 6 }]
  const blanks = { ...noBlanks({ realm: 'real', letters: letters() }), setAside: ranges.map(({ range }) => range) }
  const voiding = <VoidNumbers form={form} onForm={setForm} blanks={blanks} voids={[{ first: aNumber(27), last: aNumber(27), reason: 'spoiled', words: '2枚目の印字が薄い' }]} isSaving={false} onVoid={nothing} />
  return <OpenPage here="more"><BlankNumbers voiding={voiding} ranges={ranges} isSaving={false} settings={settings} onSettings={setSettings} onTake={nothing} onPrint={nothing} onTest={nothing} onBack={nothing} /></OpenPage>
}

const copied = (at: number) => {
  const row = rows[at]
  return row === undefined ? null : <OpenPage><HandCopy worn={wornBy(row, whole, today)} isSaving={false} onDone={nothing} onBack={nothing} /></OpenPage>
}

export const samples: readonly Sample[] = [
  { name: 'paper-patient', render: () => <Paper bandsBefore={2} /> },
  { name: 'paper-copy', render: () => copied(0) },
  { name: 'paper-copy-alias', render: () => copied(3) },
  { name: 'paper-waiting', render: () => <OpenPage here="more"><WaitingBands waiting={withoutPrintedBand(view).slice(0, 12)} sheets={2} nameOf={({ registered }) => shownName(registered.naming)} onAll={nothing} onPrint={nothing} onCopy={nothing} onBack={nothing} /></OpenPage> },
  { name: 'paper-waiting-none', render: () => <OpenPage here="more"><WaitingBands waiting={[]} sheets={0} nameOf={() => ''} onAll={nothing} onPrint={nothing} onCopy={nothing} onBack={nothing} /></OpenPage> },
  { name: 'paper-blanks', render: () => <Blanks /> },
]
