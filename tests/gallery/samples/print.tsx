import { SealedCode } from '#domain/access/code.ts'
import { Instant } from '#domain/time.ts'
import { printSheet } from '#renderer/print/print-sheet.tsx'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import type { Sheet } from '#renderer/print/sheet.ts'
import type { Sample } from '../sample.ts'

const envelope: Sheet = {
  kind: 'envelope', number: 2, of: 3, code: SealedCode.parse('QE541-QXB9Z-P1CBW-WTQSP'), fingerprint: '7K2M7-3N8VT-CFRFD',
  hospital: '潮見総合病院', ward: '5階東病棟', letters: 'AF', madeAt: Instant.parse('2026-09-01T01:20:44.000Z'),
}
const officer: Sheet = {
  kind: 'officer', hospital: '潮見総合病院',
  secret: 'AGE-SECRET-KEY-1QZ5M8H2V7K3X9W4C6T0R2P8Y5N3D7F9J4L6S0A2E8G5U7K3Q9X4C6T8M2W',
  recipient: 'age1qz5m8h2v7k3x9w4c6t0r2p8y5n3d7f9j4l6s0a2e8g5u7k3q9x4w6c8z2h',
}
const long: Sheet = { ...envelope, number: 12, of: 12, hospital: '独立行政法人地域医療機能推進機構 潮見ヶ浜総合医療センター附属 髙﨑記念病院', ward: '東館8階 集中治療室・高度治療室(ICU・HCU)' }

/** As on the paper; and buttons that print for real, for tests/print/paper.mjs. */
export const samples: readonly Sample[] = [
  { name: 'print-envelope', isLong: true, render: () => <main><SheetPages sheet={envelope} /></main> },
  { name: 'print-envelope-long', isLong: true, render: () => <main><SheetPages sheet={long} /></main> },
  { name: 'print-officer', isLong: true, render: () => <main><SheetPages sheet={officer} /></main> },
  {
    name: 'print-act',
    render: () => (
      <main>
        <h1>印刷</h1>
        <button type="button" onClick={() => printSheet(envelope)}>envelope</button>
        <button type="button" onClick={() => printSheet(long)}>long</button>
        <button type="button" onClick={() => printSheet(officer)}>officer</button>
      </main>
    ),
  },
]
