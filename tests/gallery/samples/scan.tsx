import { useState } from 'react'
import type { Sample as Bar } from '#domain/scan/learn.ts'
import type { ScanRule } from '#domain/scan/rule.ts'
import type { Scanning } from '#domain/scan/scanning.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import type { ScanSaid } from '#renderer/app/scan-act.ts'
import { ScanSaidLine } from '#renderer/app/scan-said.tsx'
import { PatientBanner } from '#renderer/features/chart/patient-banner.tsx'
import { EditScreen } from '#renderer/features/plan/plan-edit.tsx'
import { ScanningFields } from '#renderer/features/plan/scanning-fields.tsx'
import { CameraScan } from '#renderer/ui/camera-scan.tsx'
import { personOf } from '#domain/view/ward-people.ts'
import { TakePhoto } from '#renderer/ui/take-photo.tsx'
import { patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}
const noReader = () => ({ read: () => Promise.resolve([]), stop: nothing })
const number = wardNumber('real', StationLetters.parse('AF'), 123)
const [row, other] = rowsOf(wardOfGallery())
if (row === undefined || other === undefined) throw new Error('The sample ward has patients')

function Said({ said }: { readonly said: ScanSaid }) {
  return (
    <OpenPage patient={row === undefined || other === undefined ? null : <><PatientBanner ward="5階東" row={row} person={personOf(row)} today={today} alike={[]} onAllergy={nothing} onTriage={nothing} now={at(20, 16, 24)} /><ScanSaidLine said={said} other={other} today={today} onOpen={nothing} onRegister={nothing} onGone={nothing} /></>}>
      <main><h1>チャート</h1></main>
    </OpenPage>
  )
}

const rule: ScanRule = { what: 'patient', before: 'A', after: 'A', symbols: 'digits', least: 8, most: 8, check: 'mod10-w3', isCheckPrinted: true }
const rules: readonly ScanRule[] = [rule, { ...rule, what: 'triage-tag', before: 'TT-', after: '', symbols: 'letters-digits', least: 5, most: 7, check: 'none', isCheckPrinted: false }]
const bar: Bar = { read: { us: 'A00123457A', jis: 'A00123457A' }, printed: '00123457' }

function Bars({ of, begun = [] }: { readonly of: readonly ScanRule[]; readonly begun?: readonly Bar[] }) {
  const [scanning, setScanning] = useState<Scanning>({ layout: 'us', rules: [...of] })
  return <ClosedPage title="非常時端末"><EditScreen title="バーコード" lead="患者IDなどのバーコードの決まりです。見本を読み取ると、この端末が覚えます。" act="保存する" offBecause={null} onSave={nothing} onBack={nothing}><ScanningFields scanning={scanning} onScanning={setScanning} begun={begun} /></EditScreen></ClosedPage>
}

export const samples: readonly Sample[] = [
  { name: 'scan-opened', render: () => <Said said={{ say: 'opened', as: 'ward-number', number }} /> },
  { name: 'scan-other-patient', render: () => <Said said={{ say: 'other-patient', patient: patientId(2) }} /> },
  { name: 'scan-not-on-ward', render: () => <Said said={{ say: 'not-on-ward', as: 'hospital-patient', number: '00001234', mayRegister: true }} /> },
  { name: 'scan-check-symbol', render: () => <Said said={{ say: 'check-symbol', of: 'ward-number' }} /> },
  { name: 'scan-unknown', render: () => <Said said={{ say: 'unknown', length: 13 }} /> },
  { name: 'scan-rules', render: () => <Bars of={rules} /> },
  { name: 'scan-learn', render: () => <Bars of={[]} begun={[bar]} /> },
  { name: 'scan-learn-lost', render: () => <Bars of={[]} begun={[{ ...bar, printed: '00123458' }]} /> },
  { name: 'scan-camera', render: () => <OpenPage><CameraScan startReader={noReader} onText={nothing} onCancel={nothing} /></OpenPage> },
  { name: 'scan-photo', render: () => <OpenPage><TakePhoto onPhoto={nothing} onCancel={nothing} /></OpenPage> },
]
