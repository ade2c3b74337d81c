import { readHtml } from '#domain/reference/plain-html.ts'
import { DocumentsScreen, type DocumentListed, type DocumentShown } from '#renderer/features/documents/documents-screen.tsx'
import { DocumentsWay } from '#renderer/features/documents/documents-way.tsx'
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

function Documents({ document, shown }: { readonly document: number; readonly shown: DocumentShown | null }) {
  return <OpenPage><DocumentsScreen hospitalId="00012345" onList={{ kind: 'known', family: '髙橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ' }} listed={listed} chosen={shown === null ? null : { document, shown }} takenAt={at(18, 7, 40)} stoppedAt={at(18, 14, 40)} now={now} onChoose={nothing} onBack={nothing} /></OpenPage>
}

const ways: readonly DocumentsHere[] = [{ is: 'here', documents: [0, 1, 2], takenAt: at(18, 7, 40) }, { is: 'here', documents: [], takenAt: at(18, 7, 40) }, { is: 'reading' }, { is: 'no-list' }, { is: 'not-on-list' }, { is: 'unreadable' }]

export const samples: readonly Sample[] = [
  { name: 'documents-html', render: () => <Documents document={0} shown={{ is: 'html', page }} /> },
  { name: 'documents-text', render: () => <Documents document={1} shown={{ is: 'text', text, isCut: true }} /> },
  { name: 'documents-pdf', render: () => <Documents document={2} shown={{ is: 'pdf' }} /> },
  { name: 'documents-none', render: () => <Documents document={0} shown={null} /> },
  { name: 'documents-ways', render: () => <OpenPage><Screen label="停止前の文書">{ways.map((here, index) => <DocumentsWay key={index} here={here} stoppedAt={at(18, 14, 40)} now={now} onOpen={nothing} />)}</Screen></OpenPage> },
]
