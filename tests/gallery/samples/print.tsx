import { printSheet } from '#renderer/print/print-sheet.tsx'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import { conformanceSheet, sheets } from '#tests/print/sample-sheets.ts'
import { conformanceOfBuild } from '#renderer/session/conformance.ts'
import type { Sheet } from '#renderer/print/sheet.ts'
import type { Sample } from '../sample.ts'

const all: Readonly<Record<string, Sheet>> = { ...sheets, conformance: { ...conformanceSheet, sentences: conformanceOfBuild() } }

/** As on the paper; and buttons that print for real, for tests/journeys/on-paper.spec.ts. */
export const samples: readonly Sample[] = [
  ...Object.entries(all).map(([name, sheet]): Sample => ({ name: `print-${name}`, isLong: true, render: () => <main><SheetPages sheet={sheet} /></main> })),
  {
    name: 'print-act',
    render: () => (
      <main>
        <h1>印刷</h1>
        {Object.entries(all).map(([name, sheet]) => <button key={name} type="button" onClick={() => printSheet(sheet)}>{name}</button>)}
      </main>
    ),
  },
]
