import { readHtml } from '#domain/reference/plain-html.ts'
import { err, ok } from '#domain/result.ts'
import { DocumentsScreen, type DocumentListed, type DocumentShown } from '#renderer/features/documents/documents-screen.tsx'
import { DocumentsWay } from '#renderer/features/documents/documents-way.tsx'
import type { PdfReader } from '#renderer/workers/pdf-reader.ts'
import type { DocumentsHere } from '#renderer/session/patient-documents.ts'
import { Screen } from '#renderer/ui/screen.tsx'
import type { Sample } from '../sample.ts'
import { at, now } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const listed: readonly DocumentListed[] = [{ document: 0, title: '00012345_処方一覧.html', kind: 'html' }, { document: 1, title: '退院時要約.txt', kind: 'text' }, { document: 2, title: '00012345_薬剤情報提供書.pdf', kind: 'pdf' }]
const page = readHtml(`<!DOCTYPE html><html><head><title>処方</title><style>p { color: red }</style></head><body><h2>処方一覧</h2><p>髙橋 和子　1948/05/03</p>
<table><tr><th>薬</th><th>用量</th><th>用法</th></tr><tr><td>架空錠 5mg</td><td>1錠</td><td>朝食後</td></tr><tr><td><s>見本カプセル 20mg</s></td><td colspan="2">11/10 中止</td></tr><tr><td rowspan="2">例示散 10%</td><td>0.5g</td><td>朝</td></tr><tr><td>0.25g</td><td>夕</td></tr></table>
<ul><li>WBC 5.2×10<sup>3</sup><li>腎機能に注意 <img src="x.png" alt="グラフ"></ul><script>alert(1)</script></body></html>`)
const text = '退院時要約（見本）\n\n主病名　架空の肺炎\n経過　11/02 入院。抗菌薬を開始し、11/08 解熱。\n\n退院処方\n  架空錠 5mg　1回1錠　1日1回　朝食後\n'

const a4 = { width: 595, height: 842 }

/** Stands in for the worker: a page of invented lines, the third of which takes too long. */
const reader: Pick<PdfReader, 'draw' | 'stop'> = {
  draw: (page, width) => {
    if (page === 3) return Promise.resolve(err({ code: 'too-slow' }))
    const canvas = new OffscreenCanvas(width, Math.round((width * 842) / 595))
    const lines = ['薬剤情報提供書', '髙橋 和子　1948/05/03', '架空錠 5mg　1回1錠　1日1回　朝食後', '例示散 10%　0.5g　朝・夕']
    const context = canvas.getContext('2d')
    if (context === null) return Promise.resolve(err({ code: 'not-drawn' }))
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.fillStyle = '#000'
    context.font = `${width / 40}px "BIZ UDPGothic"`
    for (const [at, line] of lines.entries()) context.fillText(line, width / 10, (width / 20) * (at + 2))
    return Promise.resolve(ok({ picture: canvas.transferToImageBitmap(), text: lines.join('\n'), isPartial: page > 1, isSubstituted: true }))
  },
  stop: nothing,
}

function Documents({ document, shown }: { readonly document: number; readonly shown: DocumentShown | null }) {
  return <OpenPage><DocumentsScreen hospitalId="00012345" onList={{ kind: 'known', family: '髙橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ' }} listed={listed} chosen={shown === null ? null : { document, shown }} takenAt={at(18, 7, 40)} stoppedAt={at(18, 14, 40)} now={now} onChoose={nothing} onBack={nothing} /></OpenPage>
}

const ways: readonly DocumentsHere[] = [{ is: 'here', documents: [0, 1, 2], takenAt: at(18, 7, 40) }, { is: 'here', documents: [], takenAt: at(18, 7, 40) }, { is: 'reading' }, { is: 'no-list' }, { is: 'not-on-list' }, { is: 'unreadable' }]

export const samples: readonly Sample[] = [
  { name: 'documents-html', render: () => <Documents document={0} shown={{ is: 'html', page }} /> },
  { name: 'documents-text', render: () => <Documents document={1} shown={{ is: 'text', text, isCut: true }} /> },
  { name: 'documents-pdf', render: () => <Documents document={2} shown={{ is: 'pdf', opened: { pages: [a4, a4, a4], of: 3, isWhole: true }, reader }} /> },
  { name: 'documents-pdf-faults', render: () => <Documents document={2} shown={{ is: 'pdf', opened: { pages: [a4, null, a4, ...Array.from({ length: 197 }, () => a4)], of: 300, isWhole: false }, reader }} /> },
  { name: 'documents-pdf-locked', render: () => <Documents document={2} shown={{ is: 'pdf-not', why: 'locked' }} /> },
  { name: 'documents-pdf-slow', render: () => <Documents document={2} shown={{ is: 'pdf-not', why: 'too-slow' }} /> },
  { name: 'documents-pdf-damaged', render: () => <Documents document={2} shown={{ is: 'pdf-not', why: 'damaged' }} /> },
  { name: 'documents-none', render: () => <Documents document={0} shown={null} /> },
  { name: 'documents-ways', render: () => <OpenPage><Screen label="停止前の文書">{ways.map((here, index) => <DocumentsWay key={index} here={here} stoppedAt={at(18, 14, 40)} now={now} onOpen={nothing} />)}</Screen></OpenPage> },
]
