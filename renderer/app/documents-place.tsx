import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { identityOf } from '#domain/identity/identity.ts'
import { titleOf } from '#domain/reference/document-name.ts'
import { readHtml } from '#domain/reference/plain-html.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { DocumentsScreen, type DocumentShown } from '../features/documents/documents-screen.tsx'
import { DocumentsNotHere, DocumentsWay } from '../features/documents/documents-way.tsx'
import { documentText } from '../reference/document-text.ts'
import type { PatientDocuments } from '../session/documents.ts'
import { documentsHere, nameOnList, type DocumentsHere } from '../session/patient-documents.ts'
import type { DocumentsState, ListStates } from '../session/reference.ts'
import { goTo, type Place } from '../session/session.ts'
import { pdfReader } from '../workers/pdf-reader.ts'
import { useNow } from './use-now.ts'
import { useStoppedAt } from './use-stopped-at.ts'
import { useAtWork } from './ward-context.ts'

/** Longer than anybody reads on a screen, and drawn without a stop. */
const mostShown = 200_000

/** The way from a chart to what the hospital's system printed of this patient. */
export function DocumentsOfChart({ row, from }: { readonly row: PatientRow; readonly from: Place }) {
  const { status } = useAtWork()
  const now = useNow()
  const stoppedAt = useStoppedAt(status)
  const { here } = useDocuments(row)
  return here === null ? null : <DocumentsWay here={here} stoppedAt={stoppedAt} now={now} onOpen={() => goTo({ at: 'documents', patient: row.id, from })} />
}

/** The documents themselves. The chart they were reached from has recorded that it was opened. */
export function DocumentsPlace({ row, from }: { readonly row: PatientRow; readonly from: Place }) {
  const { status } = useAtWork()
  const now = useNow()
  const stoppedAt = useStoppedAt(status)
  const { state, lists, here, hospitalId } = useDocuments(row)
  const [chosen, setChosen] = useState<{ readonly set: string; readonly document: number; readonly shown: DocumentShown } | null>(null)
  // What reads a PDF is let go of when another document is chosen, and with the screen.
  const choice = useRef(new AbortController())
  useEffect(() => () => choice.current.abort(), [])
  const back = (): void => goTo(from)
  // Renewed while somebody reads, or the patient's number was struck.
  if (hospitalId === null || state.is !== 'here' || here?.is !== 'here') return <DocumentsNotHere here={here} stoppedAt={stoppedAt} now={now} onBack={back} />
  const { documents } = state
  const { set } = documents.card
  const choose = async (document: number): Promise<void> => {
    choice.current.abort()
    choice.current = new AbortController()
    setChosen({ set, document, shown: { is: 'reading' } })
    const shown = await shownOf(documents, document, choice.current.signal)
    // Another was chosen meanwhile: it must not be drawn under this one's name.
    setChosen((before) => (before?.set === set && before.document === document ? { set, document, shown } : before))
  }
  return (
    <DocumentsScreen
      hospitalId={hospitalId}
      onList={nameOnList(lists, hospitalId)}
      listed={here.documents.map((document) => {
        const { path, kind } = documents.index.at(document)
        return { document, title: titleOf(path), kind }
      })}
      // A newer folder was imported meanwhile: its documents have other numbers. A number that was struck leaves nothing on the screen.
      chosen={chosen?.set === set && here.documents.includes(chosen.document) ? chosen : null}
      takenAt={documents.takenAt}
      stoppedAt={stoppedAt}
      now={now}
      onChoose={(document) => void choose(document)}
      onBack={back}
    />
  )
}

function useDocuments(row: PatientRow): { readonly state: DocumentsState; readonly lists: ListStates; readonly hospitalId: string | null; readonly here: DocumentsHere | null } {
  const { open: { reference } } = useAtWork()
  const state = useSyncExternalStore(reference.subscribe, reference.documents)
  const lists = useSyncExternalStore(reference.subscribe, reference.lists)
  const hospitalId = isRegistered(row) ? identityOf(row).hospitalId : null
  // A million rows may be searched: not with every letter that is typed into the chart.
  const here = useMemo(() => documentsHere(state, lists, hospitalId), [state, lists, hospitalId])
  return { state, lists, hospitalId, here }
}

async function shownOf(documents: PatientDocuments, document: number, leaving: AbortSignal): Promise<DocumentShown> {
  const { kind } = documents.index.at(document)
  const bytes = await documents.read(document)
  if (!bytes.ok) return { is: 'damaged' }
  if (kind === 'pdf') return pdfOf(bytes.value, leaving)
  const text = documentText(bytes.value)
  if (text === null) return { is: 'damaged' }
  return kind === 'html' ? { is: 'html', page: readHtml(text) } : { is: 'text', text: text.slice(0, mostShown), isCut: text.length > mostShown }
}

async function pdfOf(bytes: Uint8Array<ArrayBuffer>, leaving: AbortSignal): Promise<DocumentShown> {
  if (leaving.aborted) return { is: 'reading' } // of nobody who looks
  const reader = pdfReader(bytes)
  leaving.addEventListener('abort', reader.stop, { once: true })
  const opened = await reader.open()
  if (opened.ok) return { is: 'pdf', opened: opened.value, reader }
  reader.stop()
  return { is: 'pdf-not', why: opened.error.code }
}
