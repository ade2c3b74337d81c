import { useState } from 'react'
import { factsOf } from '#domain/view/facts.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { emptyPhoto, PhotosScreen } from '../features/photos/photos-screen.tsx'
import { keepPhoto, takenPhoto } from '../session/photos.ts'
import { goTo, notice, type Place } from '../session/session.ts'
import { TakePhoto } from '../ui/take-photo.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { usePorts } from './ports.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

/** Photographs of one patient: each is sealed beside the journal before the entry that names it. */
export function PhotosPlace({ row, from }: { readonly row: PatientRow; readonly from: Place }) {
  const { bridge, hand } = usePorts()
  const { open, standing, status } = useAtWork()
  const saving = useSaving(open)
  const [form, setForm] = useState(emptyPhoto)
  const [isTaking, setTaking] = useState(false)
  const keep = async (jpeg: Uint8Array<ArrayBuffer>): Promise<void> => {
    setTaking(false)
    const kept = await keepPhoto(bridge, open.keys, takenPhoto(hand, form.of, jpeg, form.caption), row.id)
    if (!kept.ok) return notice('photo-not-kept')
    if ((await saving.save(kept.value, standing)) !== null) setForm({ ...form, caption: '' })
  }
  return (
    <>
      <PhotosScreen
        count={factsOf(row, 'photo-taken').length}
        strip={<PhotoStrip row={row} />}
        form={form}
        onForm={setForm}
        saved={saving.saved}
        onTake={status.card.phase === 'open' ? () => setTaking(true) : null}
        onBack={() => goTo(from)}
      />
      {isTaking && <TakePhoto onPhoto={(jpeg) => void keep(jpeg)} onCancel={() => setTaking(false)} />}
    </>
  )
}
