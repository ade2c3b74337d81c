import { ExportScreen } from '#renderer/features/export/export-screen.tsx'
import type { ExportState } from '#renderer/features/export/export-state.ts'
import { aHash } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}

function ExportSample({ state, folder = '/media/usb/灯-2/書き出し', withPdf = false }: { readonly state: ExportState; readonly withPdf?: boolean; readonly folder?: string | null }) {
  return (
    <OpenPage here="more">
      <ExportScreen
        contents={{ patients: 28, entries: 1284, struck: 6, upToSeq: 1302, head: '1302 7K2MQ-8H3RD', kinds: [{ kind: 'patient-registered', count: 28 }, { kind: 'vital-signs', count: 812 }, { kind: 'note', count: 301 }, { kind: 'allergy-stated', count: 31 }, { kind: 'chart-opened', count: 106 }, { kind: 'entry-struck', count: 6 }, { kind: 'form', count: 0 }] }}
        recipients={[{ who: 'officer', fingerprint: 'age1q8z…4xw7' }, { who: 'account', envelope: 1, fingerprint: 'age1m3k…9t0p' }, { who: 'account', envelope: 2, fingerprint: 'age1d7v…h2cs' }, { who: 'account', envelope: 3, fingerprint: 'age1wn5…k6ye' }]}
        rosterFingerprint="7K2MQ-8RT4D-00XZ7" folder={folder} onChooseFolder={nothing} withPdf={withPdf} onWithPdf={nothing} state={state} onStart={nothing} onStop={nothing} onBack={nothing}
      />
    </OpenPage>
  )
}

const done: ExportState = { kind: 'done', fileName: 'tomoshibi-AF-20261120-1624.zip.age', path: '/media/usb/灯-2/書き出し', sha256: aHash('5'), bytes: 4_812_345, entries: 1284, photos: { kept: 12, unread: 0, noRoom: 0 }, head: '1302 7K2MQ-8H3RD', readBackAt: at(20, 16, 24, 12) }

export const samples: readonly Sample[] = [
  { name: 'export', render: () => <ExportSample state={{ kind: 'ready' }} /> },
  { name: 'export-no-folder', render: () => <ExportSample state={{ kind: 'ready' }} folder={null} /> },
  { name: 'export-working', render: () => <ExportSample state={{ kind: 'working', step: 'collecting', done: 812, of: 1284 }} /> },
  { name: 'export-drawing', render: () => <ExportSample withPdf state={{ kind: 'working', step: 'drawing', done: 9, of: 28 }} /> },
  { name: 'export-done', render: () => <ExportSample state={done} /> },
  { name: 'export-done-photos-out', render: () => <ExportSample state={{ ...done, photos: { kept: 810, unread: 1, noRoom: 24 } }} /> },
  { name: 'export-failed', render: () => <ExportSample state={{ kind: 'failed', code: 'disk-full' }} /> },
]
