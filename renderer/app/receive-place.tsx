import { useRef, useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { photosBehind, wardOfTransfer } from '#domain/transfer/transfer-file.ts'
import { isHere } from '#domain/view/presence.ts'
import { bedKey, freeBeds } from '#domain/view/ward-lists.ts'
import { personWith, wardPeople } from '#domain/view/ward-people.ts'
import { ReceiveScreen, type Preview, type ReceiveFaultShown, type ReceiveState } from '../features/transfer/receive-screen.tsx'
import { openTransferFile, receivePatient, type Opened } from '../session/receive-patient.ts'
import { goTo, shownNow } from '../session/session.ts'
import { emptyCode } from '../ui/code-groups.ts'
import { useScans } from '../ui/scans.tsx'
import { usePorts } from './ports.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** A patient of another station: file, code, what is in it, the bed. Until somebody says yes nothing is written. */
export function ReceivePlace() {
  const { bridge, hand, vault } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState<readonly string[]>(() => emptyCode('sealed'))
  const [opened, setOpened] = useState<Opened | null>(null)
  const [state, setState] = useState<ReceiveState>({ at: 'file', isOpening: false, fault: null })
  const [bed, setBed] = useState('')
  const [ids] = useState(() => ({ stay: EntryId.parse(hand.newId()), move: EntryId.parse(hand.newId()) }))
  const isStopped = useRef(false)
  // The code of the sheet may be scanned; its groups are judged like typed ones.
  useScans(({ text }) => {
    const groups = text.split('-')
    if (state.at !== 'file' || groups.length !== emptyCode('sealed').length || groups.some((group) => group.length !== 5)) return false
    setCode(groups)
    return true
  })

  const look = async (): Promise<void> => {
    if (file === null) return
    setState({ at: 'file', isOpening: true, fault: null })
    const bytes = await file.arrayBuffer().then((read) => new Uint8Array(read), () => null)
    const read = bytes === null ? null : await openTransferFile({ bridge, vault }, status.realm, open, bytes, code.join('-'))
    if (read === null || !read.ok) return setState({ at: 'file', isOpening: false, fault: read === null ? 'other' : shown(read.error.code) })
    const known = read.value.file.patients.flatMap(({ id }) => personWith(wardPeople(view), id) ?? [])
    const preview = previewOf(read.value, known.some(({ presence }) => isHere(presence)))
    if (preview === null) return setState({ at: 'file', isOpening: false, fault: 'mixed-patients' })
    setOpened(read.value)
    setState({ at: 'preview', preview, fault: null })
  }
  const take = async (): Promise<void> => {
    if (opened === null || state.at !== 'preview') return
    const { preview } = state
    isStopped.current = false
    setState({ at: 'working', preview, done: 0, of: opened.missing.length })
    const taken = await receivePatient(bridge, open, standing, opened, { progress: (done, of) => setState({ at: 'working', preview, done, of }), isCancelled: () => isStopped.current })
    if (!taken.ok) return setState({ at: 'preview', preview, fault: taken.error.code })
    // Whoever is listed already stays where they are: a second file only adds records.
    if (preview.isListed) return goTo({ at: 'chart', patient: preview.person.row.id, via: 'register' })
    const { ward, letters } = opened.file.from
    const received = await saving.save({ id: ids.stay, kind: 'stay-changed', patient: preview.person.row.id, at: null, body: { change: 'received', to: '', mobility: null, handedOver: '', note: `${ward} ${letters}` } }, standing)
    setState(received === null ? { at: 'preview', preview, fault: 'not-saved' } : { at: 'bed', preview, taken: taken.value })
  }
  const main = opened?.file.patients[0]?.id ?? null
  const finish = async (): Promise<void> => {
    if (main === null) return
    if (bedKey(bed) !== '' && (await saving.save({ id: ids.move, kind: 'patient-moved', patient: main, at: null, body: { bed } }, standing)) === null) return
    goTo({ at: 'chart', patient: main, via: 'register' })
  }
  return (
    <ReceiveScreen
      state={state} today={tokyoDateOf(shownNow(hand))} fileName={file?.name ?? null} onFile={setFile} code={code} onCode={setCode}
      onOpen={() => void look()} onTake={() => void take()}
      onStop={() => {
        isStopped.current = true
      }}
      onOther={() => {
        setFile(null)
        setCode(emptyCode('sealed'))
        setState({ at: 'file', isOpening: false, fault: null })
      }}
      bed={bed} onBed={setBed} freeBeds={freeBeds(view, status.card.profile.beds)}
      onFinish={() => void finish()} onChart={() => main !== null && goTo({ at: 'chart', patient: main, via: 'register' })} onBack={() => goTo({ at: 'home' })}
    />
  )
}

function previewOf({ file, missing }: Opened, isListed: boolean): Preview | null {
  const { here, left } = wardPeople(wardOfTransfer(file))
  const person = [...here, ...left].find(({ row }) => row.id === file.patients[0]?.id)
  const { hospital, ward, letters } = file.from
  return person === undefined ? null : { person, from: `${hospital} ${ward} ${letters}`, numbers: file.patients.map(({ number }) => number), entries: file.entries.length, already: file.entries.length - missing.length, photos: file.photos.length, photosBehind: photosBehind(file), isListed }
}

const told: readonly ReceiveFaultShown[] = ['wrong-code', 'code-incomplete', 'not-a-transfer', 'file-damaged', 'newer-version', 'other-realm', 'mixed-patients', 'number-taken', 'not-saved']

function shown(code: string): ReceiveFaultShown {
  return told.find((one) => one === code) ?? 'other'
}
