import { useEffect, useRef, useState } from 'react'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import css from './camera.module.css'
import { cameraWords } from './camera.words.ts'
import { classNames } from './class-names.ts'
import { Dialog } from './dialog.tsx'
import { useWords } from './language.tsx'
import { frameOf, useCamera } from './use-camera.ts'

/** Longest side of a photograph: a tag stays readable, and eighty of them fit a stick. */
const mostDots = 1280

type Taken = { readonly jpeg: Uint8Array<ArrayBuffer>; readonly url: string }

/**
 * A photograph of a patient or a tag, by the camera or from a file: JPEG drawn anew, so that nothing the camera wrote
 * beside the picture (place, time, device) goes with it. The bytes are the caller's to seal; nothing is kept here.
 */
export function TakePhoto({ onPhoto, onCancel }: { readonly onPhoto: (jpeg: Uint8Array<ArrayBuffer>) => void; readonly onCancel: () => void }) {
  const say = useWords(cameraWords)
  const { video, state } = useCamera()
  const [taken, setTaken] = useState<Taken | null>(null)
  const [isUnread, setUnread] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const url = taken?.url ?? null
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url])

  const take = async (source: HTMLVideoElement | ImageBitmap): Promise<void> => {
    const jpeg = await jpegOf(source)
    setUnread(jpeg === null)
    if (jpeg !== null) setTaken({ jpeg, url: URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' })) })
  }
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    const picture = await createImageBitmap(chosen).catch(() => null)
    if (picture === null) return setUnread(true)
    await take(picture)
    picture.close()
  }
  const act = (): void => {
    if (taken !== null) onPhoto(taken.jpeg)
    else if (state === 'running' && video.current !== null) void take(video.current)
  }
  return (
    <Dialog
      title={say.photoTitle} width="wide" onCancel={onCancel} onAct={act}
      cancel={<Button keys={['Esc']} autoFocus onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={act} offBecause={taken !== null || state === 'running' ? null : state === 'starting' ? say.waiting : say.noPicture}>{taken === null ? say.shoot : say.use}</Button>}
    >
      <div className={css['stack']}>
        <video ref={video} className={classNames(css['view'], (state !== 'running' || taken !== null) && css['off'])} muted playsInline aria-label={say.picture} />
        {taken !== null && <img className={classNames(css['view'])} src={taken.url} alt={say.taken} />}
        {taken === null && state !== 'running' && <Banner look={state === 'starting' ? 'info' : 'warn'}>{say.state[state]}</Banner>}
        {isUnread && <Banner look="warn">{say.notPicture}</Banner>}
        <p>{say.photoLead}</p>
        <div className={css['row']}>
          {taken !== null && <Button onPress={() => setTaken(null)}>{say.again}</Button>}
          <Button onPress={() => file.current?.click()}>{say.file}</Button>
          <input ref={file} className={css['file']} type="file" accept="image/jpeg,image/png,image/webp" aria-label={say.file} onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])} />
        </div>
      </div>
    </Dialog>
  )
}

async function jpegOf(source: HTMLVideoElement | ImageBitmap): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await new Promise<Blob | null>((resolve) => frameOf(source, mostDots).toBlob(resolve, 'image/jpeg', 0.85))
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}
