import { guessMapping } from '#domain/reference/csv-mapping.ts'
import { ReferenceCard } from '#domain/reference/reference-set.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { ImportCheck, type Looked } from '#renderer/features/reference/import-check.tsx'
import { ImportDone, ImportFile, ImportRefused, ImportRunning } from '#renderer/features/reference/import-steps.tsx'
import { ReferenceHome } from '#renderer/features/reference/reference-home.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from '#renderer/features/reference/words.ts'
import type { Sample } from '../sample.ts'
import { ClosedPage } from './station.tsx'
import { OpenPage } from './shell.tsx'

const nothing = (): void => undefined
const at = (day: number, hour: number, minute: number): Instant => instantOf(Date.UTC(2026, 10, day, hour - 9, minute))
const morning = at(17, 10, 5)

function aCard(over: Partial<ReferenceCard>): ReferenceCard {
  return ReferenceCard.parse({
    v: 1, set: '01932f00-0000-7000-8000-0000000000e1', kind: 'patients', realm: 'real', station: '01932f00-0000-7000-8000-000000000001', epoch: 4, takenAt: at(14, 7, 40), source: 'csv', patients: 85_213, stays: 412, faults: 3,
    by: 'N-0207', parts: ['a'.repeat(64)], wrapped: '-----BEGIN AGE ENCRYPTED FILE-----\nAA==\n-----END AGE ENCRYPTED FILE-----\n', proof: 'b'.repeat(64), importedAt: at(14, 9, 12), why: null, ...over,
  })
}

const patients = aCard({})
const census = aCard({ kind: 'census', takenAt: at(17, 7, 0), patients: 412, stays: 412, faults: 0, importedAt: at(17, 7, 22) })
const documents = aCard({ kind: 'documents', source: 'folder', takenAt: at(16, 22, 0), patients: 0, stays: 0, documents: 1204, faults: 2, importedAt: at(17, 7, 25) })

const head = ['患者番号', '氏名', 'カナ氏名', '性別', '生年月日', '電話番号', '病棟', '病床', '入院日', '備考']
const looked: Looked = {
  source: 'csv', files: 1, bytes: 12_408_112,
  csv: {
    encoding: 'shift_jis', head, mapping: guessMapping(head), isKept: true,
    sample: [
      ['00012345', '髙橋 架空', 'ﾀｶﾊｼ ｶｸｳ', '男', 'S25.3.4', '090-0000-0001', '5東', '501-1', '2026/11/02', ''],
      ['00012346', '山﨑 見本', 'ﾔﾏｻﾞｷ ﾐﾎﾝ', '女', '1938/07/19', '090-0000-0002', '5東', '501-2', '2026/11/10', ''],
      ['00012350', '佐藤 例', 'ｻﾄｳ ﾚｲ', '女', 'H3.12.1', '', '', '', '', ''],
    ],
  },
}
const faults = {
  total: 3, byCode: { 'birth-not-understood': 2, 'cut-off': 1 },
  listed: [{ code: 'birth-not-understood', place: { file: 1, row: 4021 } }, { code: 'birth-not-understood', place: { file: 1, row: 30_772 } }, { code: 'cut-off', place: { file: 1, row: 85_217 } }],
} as const

function Refused() {
  const say = useWords(words)
  return <ImportRefused kind="patients" sentence={say.refused.codes['no-patients']} faults={{ total: 2, byCode: { 'id-missing': 2 }, listed: [{ code: 'id-missing', place: { file: 1, row: 2 } }, { code: 'id-missing', place: { file: 1, row: 3 } }] }} onAgain={nothing} onBack={nothing} />
}

function NotUsable() {
  const say = useWords(words)
  return <ImportFile kind="census" isLooking={false} refused={`${say.fault['is-workbook']}。`} onFiles={nothing} onBack={nothing} />
}

export const samples: readonly Sample[] = [
  { name: 'reference-sealed', render: () => <ClosedPage title="非常時端末"><ReferenceHome lists={{ patients: { kind: 'patients', card: patients, is: 'sealed', unowned: null }, census: { kind: 'census', card: null, is: 'none', unowned: null }, documents: { kind: 'documents', card: documents, is: 'sealed', unowned: null } }} isOpen={false} stoppedAt={null} now={morning} onImport={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'reference-open', render: () => <OpenPage><ReferenceHome lists={{ patients: { kind: 'patients', card: patients, is: 'here', unowned: null }, census: { kind: 'census', card: census, is: 'reading', unowned: null }, documents: { kind: 'documents', card: documents, is: 'here', unowned: { unknown: 12, disagree: 1, tooMany: 0 } } }} isOpen stoppedAt={at(17, 14, 40)} now={at(17, 16, 20)} onImport={nothing} onBack={nothing} /></OpenPage> },
  { name: 'reference-old', render: () => <ClosedPage title="非常時端末"><ReferenceHome lists={{ patients: { kind: 'patients', card: aCard({ takenAt: at(3, 7, 40), importedAt: at(3, 9, 0), why: 'present-wrong' }), is: 'sealed', unowned: null }, census: { kind: 'census', card: null, is: 'card-damaged', unowned: null }, documents: { kind: 'documents', card: null, is: 'none', unowned: null } }} isOpen={false} stoppedAt={null} now={morning} onImport={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'reference-file', render: () => <ClosedPage title="非常時端末"><NotUsable /></ClosedPage> },
  { name: 'reference-check', render: () => <ClosedPage title="非常時端末"><ImportCheck looked={looked} asked={{ when: '2026/11/14 07:40', why: null, staffNumber: '' }} takenAt={at(14, 7, 40)} olderThan={at(15, 7, 40)} isWhoAsked missing="why" stoppedAt={null} now={morning} onMapping={nothing} onSource={null} onAsked={nothing} onRun={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'reference-running', render: () => <ClosedPage title="非常時端末"><ImportRunning kind="patients" progress={{ at: 'reading', done: 61 * 1024 * 1024, of: 118 * 1024 * 1024, rows: 512_345, faults: 3, secondsLeft: 21 }} onStop={nothing} /></ClosedPage> },
  { name: 'reference-done', render: () => <ClosedPage title="非常時端末"><ImportDone card={patients} faults={faults} pdfs={0} stoppedAt={null} now={morning} onFinish={nothing} /></ClosedPage> },
  { name: 'reference-folder', render: () => <ClosedPage title="非常時端末"><ImportFile kind="documents" isLooking={false} refused={null} onFiles={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'reference-folder-check', render: () => <ClosedPage title="非常時端末"><ImportCheck looked={{ source: 'folder', files: 1206, bytes: 181_034_112, csv: null }} asked={{ when: '2026/11/16 22:00', why: null, staffNumber: 'IT-0104' }} takenAt={at(16, 22, 0)} olderThan={null} isWhoAsked missing={null} stoppedAt={null} now={morning} onMapping={nothing} onSource={null} onAsked={nothing} onRun={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'reference-folder-done', render: () => <ClosedPage title="非常時端末"><ImportDone card={documents} faults={{ total: 2, byCode: { 'not-a-document': 1, 'file-too-large': 1 }, listed: [{ code: 'not-a-document', place: { file: 12, row: null } }, { code: 'file-too-large', place: { file: 801, row: null } }] }} pdfs={31} stoppedAt={null} now={morning} onFinish={nothing} /></ClosedPage> },
  { name: 'reference-refused', render: () => <ClosedPage title="非常時端末"><Refused /></ClosedPage> },
]
