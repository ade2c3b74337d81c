import { BandPages, BedCardPages, BlankBandPages } from './band-page.tsx'
import { ChartPages } from './chart/chart-pages.tsx'
import { flowsOf } from './count.ts'
import { EnvelopePage } from './envelope-page.tsx'
import { FlowPages } from './flow-page.tsx'
import { BlankLabelPages, LabelPages } from './label-page.tsx'
import { LabelTestPage } from './label-test-page.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { OfficerPage } from './officer-page.tsx'
import { PosterPage } from './poster-page.tsx'
import { RunnerPage } from './runner-page.tsx'
import type { Sheet } from './sheet.ts'

/** Japanese and English together, whatever the screen speaks: paper cannot be switched. */
export function SheetPages({ sheet }: { readonly sheet: Sheet }) {
  switch (sheet.kind) {
    case 'envelope':
      return <><EnvelopePage sheet={sheet} /><LedgerPage sheet={sheet} /></>
    case 'officer':
      return <OfficerPage sheet={sheet} />
    case 'poster':
      return <PosterPage sheet={sheet} />
    case 'runner':
      return <RunnerPage sheet={sheet} />
    case 'wristband':
      return <BandPages sheet={sheet} />
    case 'bed-card':
      return <BedCardPages sheet={sheet} />
    case 'specimen-labels':
    case 'document-labels':
      return <LabelPages sheet={sheet} />
    case 'blank-numbers':
      return sheet.on === 'bands' ? <BlankBandPages sheet={sheet} /> : <BlankLabelPages sheet={sheet} />
    case 'label-test':
      return <LabelTestPage sheet={sheet} />
    case 'flowsheet':
    case 'orders':
    case 'medication':
    case 'nursing-note':
    case 'transfusion':
    case 'exams':
    case 'form-record':
    case 'fluids':
    case 'controlled':
      return <ChartPages sheet={sheet} />
    case 'census':
    case 'transfer':
    case 'hand-over':
    case 'incident-report':
    case 'worklist':
      return <Flows sheet={sheet} mark="災害時記録" note="(後日電子カルテへ転記)" />
    case 'sign-off':
    case 'number-list':
    case 'erasure':
    case 'statistics':
    case 'inventory':
    case 'audit-head':
    case 'drill-log':
    case 'conformance':
    case 'continuity-code':
      return <Flows sheet={sheet} mark="非常時用 保管文書" />
  }
}

function Flows({ sheet, mark, note }: { readonly sheet: Parameters<typeof flowsOf>[0]; readonly mark: string; readonly note?: string }) {
  return flowsOf(sheet).map(({ flow, printed }, index) => <FlowPages key={index} flow={flow} form={sheet.kind} mark={mark} {...(note === undefined ? {} : { note })} printed={printed} />)
}
