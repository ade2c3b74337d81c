import { useState } from 'react'
import { emptyStay, type StayForm } from '#domain/record/stay-entry.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { StayDialog } from '#renderer/features/chart/stay-dialog.tsx'
import { ReceiveScreen, type ReceiveState } from '#renderer/features/transfer/receive-screen.tsx'
import { emptySend, SendScreen, type SendState } from '#renderer/features/transfer/send-screen.tsx'
import { emptyCode } from '#renderer/ui/code-groups.ts'
import { emptyWhen } from '#renderer/ui/when-text.ts'
import { entryId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { now, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const [row, other] = rowsOf(wardOfGallery())

function Stay({ act, ...rest }: Partial<StayForm>) {
  const [form, setForm] = useState<StayForm>({ ...emptyStay, act: act ?? null, ...rest })
  const [when, setWhen] = useState(emptyWhen)
  if (row === undefined || other === undefined) return null
  return (
    <OpenPage>
      <main><h1>カルテ</h1></main>
      <StayDialog desk={{ patient: row.id, person: personOf(row), ids: { stay: entryId(1), move: entryId(2) } }} here={[personOf(row), personOf(other)]} freeBeds={['503', '505-3', '507-4', '臨3']} now={now} form={form} onForm={setForm} when={when} onWhen={setWhen} saved={{ kind: 'nothing-yet' }} onSave={nothing} onCancel={nothing} />
    </OpenPage>
  )
}

function Send({ state }: { readonly state: SendState }) {
  const [form, setForm] = useState({ ...emptySend, to: '西4病棟 端末 FA', lastDose: '11/20 12:00 抗菌薬 1 g 点滴' })
  return row === undefined ? null : <OpenPage><SendScreen row={row} today={today} form={form} onForm={setForm} folder="E:\転送" onFolder={nothing} state={state} onSend={nothing} onStop={nothing} onPrint={nothing} onBack={nothing} /></OpenPage>
}

function Receive({ state }: { readonly state: ReceiveState }) {
  const [code, setCode] = useState<readonly string[]>(emptyCode('sealed'))
  const [bed, setBed] = useState('')
  return <OpenPage><ReceiveScreen state={state} today={today} fileName="DWT_FA_3f0a91c2b7de.age" onFile={nothing} code={code} onCode={setCode} onOpen={nothing} onTake={nothing} onStop={nothing} onOther={nothing} bed={bed} onBed={setBed} freeBeds={['503', '505-3']} onFinish={nothing} onChart={nothing} onBack={nothing} /></OpenPage>
}

const preview = row === undefined ? null : { person: personOf(row), from: '潮見総合病院 西4病棟 FA', numbers: ['D-FA-00123-9', 'D-FA-00088-1'], entries: 212, already: 0, photos: 6, photosBehind: 2, isListed: false }

export const samples: readonly Sample[] = [
  { name: 'stay', render: () => <Stay /> },
  { name: 'stay-bed', render: () => <Stay act="bed" bed="507-1" /> },
  { name: 'stay-sent', render: () => <Stay act="sent" /> },
  { name: 'stay-needs', render: () => <Stay act="needs" mobility="stretcher" isolation={['contact']} /> },
  { name: 'stay-death', render: () => <Stay act="death" /> },
  { name: 'send', render: () => <Send state={{ kind: 'ready' }} /> },
  { name: 'send-done', render: () => <Send state={{ kind: 'done', entries: 212, photosBehind: 3, fileName: 'DWT_AF_3f0a91c2b7de.age' }} /> },
  { name: 'receive', render: () => <Receive state={{ at: 'file', isOpening: false, fault: 'wrong-code' }} /> },
  ...(preview === null ? [] : [
    { name: 'receive-again', render: () => <Receive state={{ at: 'preview', preview: { ...preview, already: 212, isListed: true }, fault: null }} /> },
    { name: 'receive-preview', render: () => <Receive state={{ at: 'preview', preview, fault: null }} /> },
    { name: 'receive-bed', render: () => <Receive state={{ at: 'bed', preview, taken: 212 }} /> },
  ]),
]
