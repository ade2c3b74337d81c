import { useEffect, useRef, useState } from 'react'
import { holdsEverything, missingMedia, type ArchiveLabels, type Archives, type Medium, type OneDeviceReason } from '#domain/erasure/archive.ts'
import type { PhotoCounts } from '#domain/export/photos.ts'
import { struckEntries } from '#domain/export/strikes.ts'
import { EntryId } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import type { ArchiveFault, Archiving } from '../features/reconcile/archive-panel.tsx'
import { makeExport, writeProved, type ExportFault, type ExportStep, type MadeExport } from '../session/export-records.ts'
import type { DeskRecords } from './use-desk-records.ts'
import { usePorts } from './ports.ts'
import { useAtWork } from './ward-context.ts'

const nothingKept: Archives = { archives: [], lastRecord: Number.MAX_SAFE_INTEGER } // before the machine was asked nothing counts

/** The whole export on two media, one after the other; made once, and anew when something was written since. `isShown`: the machine reads the whole journal for it, so only where it is looked at. */
export function useArchive(kept: DeskRecords, isShown: boolean) {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const [archives, setArchives] = useState(nothingKept)
  const [state, setState] = useState<Archiving>({ is: 'resting' })
  const made = useRef<MadeExport | null>(null)
  const [photos, setPhotos] = useState<PhotoCounts | null>(null)
  const stopped = useRef(false)
  const end = open.ward.end().seq
  const look = async (): Promise<Archives> => {
    const now = await bridge.call('archive:state')
    const found = now.ok ? now.value : nothingKept
    setArchives(found)
    return found
  }
  useEffect(() => {
    if (isShown) void look()
  }, [bridge, end, isShown]) // oxlint-disable-line react-hooks/exhaustive-deps -- asked anew whenever a record was written

  const hooks = (medium: Medium) => ({ step: (step: ExportStep, done: number, of: number) => setState({ is: 'working', medium, step, done, of }), isCancelled: () => stopped.current })

  async function makeAndWrite(medium: Medium, labels: ArchiveLabels, folder: string): Promise<Result<unknown, ExportFault | { readonly code: 'not-saved-labels' }>> {
    const isSaid = JSON.stringify(labelsIn(kept.now())) === JSON.stringify(labels)
    if (!isSaid && !(await kept.save({ id: EntryId.parse(hand.newId()), kind: 'archive-labelled', patient: null, at: null, body: labels }))) return err({ code: 'not-saved-labels' })
    const { lastRecord } = await look()
    if (made.current === null || !holdsEverything({ upTo: made.current.end.seq }, { lastRecord })) {
      const fresh = await makeExport(bridge, hand, status, open, standing, null, hooks(medium))
      if (!fresh.ok) return fresh
      made.current = fresh.value
      setPhotos(fresh.value.photos)
    }
    return writeProved(bridge, folder, made.current.built, hooks(medium))
  }

  async function keep(medium: Medium, oneDevice: OneDeviceReason | null): Promise<void> {
    if (made.current === null) return
    const { built, end: { seq } } = made.current
    const done = await bridge.call('archive:keep', { medium, sha256: built.sha256, bytes: built.bytes.length, upTo: seq, oneDevice, by: standing.by.staffNumber })
    if (done.ok) setArchives(done.value)
    setState(done.ok ? { is: 'resting' } : done.error.code === 'one-device' ? { is: 'one-device', medium } : { is: 'failed', code: 'failed' })
  }

  async function write(medium: Medium, labels: ArchiveLabels): Promise<void> {
    const chosen = await bridge.call('export:choose')
    if (!chosen.ok || chosen.value.folder === null) return
    stopped.current = false
    setState({ is: 'working', medium, step: 'collecting', done: 0, of: 1 })
    const written = await makeAndWrite(medium, labels, chosen.value.folder)
    if (!written.ok) return setState({ is: 'failed', code: faultOf(written.error) })
    await keep(medium, null)
  }

  return {
    archives, state, photos, missing: missingMedia(archives), written: isShown ? labelsIn(kept.records) : null, look,
    write: (medium: Medium, labels: ArchiveLabels) => void write(medium, labels),
    keep: (medium: Medium, why: OneDeviceReason) => void keep(medium, why),
    stop: () => {
      stopped.current = true
    },
  }
}

/** What was last said of the media. */
function labelsIn(records: DeskRecords['records']): ArchiveLabels | null {
  const struck = struckEntries(records.map(({ entry }) => entry))
  const last = records.findLast(({ entry }) => entry.kind === 'archive-labelled' && !struck.has(entry.id))?.entry
  return last?.kind === 'archive-labelled' ? last.body : null
}

function faultOf(fault: ExportFault | { readonly code: 'not-saved-labels' }): ArchiveFault {
  if (fault.code === 'stopped' || fault.code === 'cancelled') return 'stopped'
  if (fault.code === 'read-back-differs' || fault.code === 'does-not-open') return 'read-back'
  const cause = 'cause' in fault && typeof fault.cause === 'string' ? fault.cause : ''
  return cause === 'eexist' ? 'same-folder' : cause === 'enospc' ? 'no-room' : 'failed'
}
