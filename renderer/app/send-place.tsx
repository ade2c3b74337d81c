import { useRef, useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import { personOf, personWith } from '#domain/view/ward-people.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { emptySend, SendScreen, type SendState } from '../features/transfer/send-screen.tsx'
import { sendPatient, type Sent } from '../session/send-patient.ts'
import { goTo, shownNow } from '../session/session.ts'
import { transferSheet } from '../session/transfer-sheet.ts'
import { usePorts } from './ports.ts'
import { usePeople } from './use-people.ts'
import { usePrint } from './use-print.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** All records of one person to another station: on record first, then the file, then the sheet with its code. */
export function SendPlace({ row }: { readonly row: PatientRow }) {
  const { bridge, hand, vault } = usePorts()
  const { open, status, standing } = useAtWork()
  const people = usePeople(useWardView(open))
  const saving = useSaving(open)
  const print = usePrint()
  const [form, setForm] = useState(emptySend)
  const [folder, setFolder] = useState<string | null>(null)
  const [state, setState] = useState<SendState>({ kind: 'ready' })
  const [sent, setSent] = useState<Sent | null>(null)
  const [leaving] = useState(() => EntryId.parse(hand.newId()))
  const isStopped = useRef(false)
  const person = personWith(people, row.id) ?? personOf(row)

  const paper = async (made: Sent): Promise<void> => {
    const chart = await open.ward.openChart(row.id, standing, 'board')
    const sheet = transferSheet(person, { ...made, ...form }, chart.ok ? chart.value.chart : null, status.card.profile, shownNow(hand))
    if (sheet !== null) print(sheet)
  }
  const send = async (): Promise<void> => {
    if (folder === null) return
    isStopped.current = false
    setState({ kind: 'working', done: 0, of: 1 })
    const made = await sendPatient({ bridge, hand, vault }, status, open, standing, { patient: row.id, to: form.to, folder }, { progress: (done, of) => setState({ kind: 'working', done, of }), isCancelled: () => isStopped.current })
    if (!made.ok) return setState(made.error.code === 'stopped' ? { kind: 'ready' } : { kind: 'failed' })
    setSent(made.value)
    setState({ kind: 'done', entries: made.value.entries, photosBehind: made.value.photos.unread + made.value.photos.noRoom, fileName: made.value.fileName })
    await paper(made.value)
    if (form.leaves) await saving.save({ id: leaving, kind: 'stay-changed', patient: row.id, at: null, body: { change: 'sent', to: form.to, mobility: null, handedOver: '', note: '' } }, standing)
  }
  return (
    <SendScreen
      row={row} today={tokyoDateOf(shownNow(hand))} form={form} onForm={setForm} folder={folder} state={state}
      onFolder={() => void bridge.call('export:choose').then((chosen) => chosen.ok && chosen.value.folder !== null && setFolder(chosen.value.folder))}
      onSend={() => void send()}
      onStop={() => {
        isStopped.current = true
      }}
      onPrint={() => sent !== null && void paper(sent)} onBack={() => goTo({ at: 'chart', patient: row.id, via: 'board' })}
    />
  )
}
