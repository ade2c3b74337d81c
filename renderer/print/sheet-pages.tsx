import { EnvelopePage } from './envelope-page.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { OfficerPage } from './officer-page.tsx'
import type { Sheet } from './sheet.ts'

/** Japanese and English together, whatever the screen speaks: paper cannot be switched. */
export function SheetPages({ sheet }: { readonly sheet: Sheet }) {
  switch (sheet.kind) {
    case 'envelope':
      return <><EnvelopePage sheet={sheet} /><LedgerPage sheet={sheet} /></>
    case 'officer':
      return <OfficerPage sheet={sheet} />
  }
}
