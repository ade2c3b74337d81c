import { useEffect, useRef, useState } from 'react'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import css from './camera.module.css'
import { cameraWords } from './camera.words.ts'
import { classNames } from './class-names.ts'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { useWords } from './language.tsx'
import { frameOf, useCamera } from './use-camera.ts'

/** Ten pictures a second are enough for a hand, and leave an old PC its breath. */
const betweenPicturesMs = 100
const mostDots = 1280

/** Reads bars in pictures, one picture at a time; null: it does not run on this PC. */
type PictureReader = { readonly read: (picture: ImageData) => Promise<readonly string[] | null>; readonly stop: () => void }

/** A bar held before the camera, or its number typed: the same text a reader would send. It goes away with the first one. */
export function CameraScan({ startReader, onText, onCancel }: { readonly startReader: () => PictureReader; readonly onText: (text: string, isTyped: boolean) => void; readonly onCancel: () => void }) {
  const say = useWords(cameraWords)
  const { video, state } = useCamera()
  const [isBroken, setBroken] = useState(false)
  const [typed, setTyped] = useState('')
  const latest = useRef(onText)
  useEffect(() => {
    latest.current = onText
  })
  useEffect(() => {
    if (state !== 'running') return undefined
    const reader = startReader()
    let isGone = false
    void (async () => {
      while (!isGone && video.current !== null) {
        const canvas = frameOf(video.current, mostDots)
        const picture = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
        const texts = picture === undefined ? [] : await reader.read(picture)
        if (isGone) return
        if (texts === null) return setBroken(true)
        // Two bars in one picture: none of them is guessed; the hand comes nearer to one.
        const [text] = texts
        if (text !== undefined && texts.length === 1) return latest.current(text, false)
        await new Promise((resolve) => setTimeout(resolve, betweenPicturesMs))
      }
    })()
    return () => {
      isGone = true
      reader.stop()
    }
  }, [state, video, startReader])
  const find = (): void => {
    if (typed.trim() !== '') onText(typed, true)
  }
  return (
    <Dialog
      title={say.scanTitle} width="wide" onCancel={onCancel} onAct={find}
      cancel={<Button keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button keys={['Ctrl', 'Enter']} onPress={find} offBecause={typed.trim() === '' ? say.typeFirst : null}>{say.find}</Button>}
    >
      <div className={css['stack']}>
        <video ref={video} className={classNames(css['view'], state !== 'running' && css['off'])} muted playsInline aria-label={say.picture} />
        {state === 'running' && !isBroken ? <p>{say.scanLead}</p> : <Banner look={state === 'starting' && !isBroken ? 'info' : 'warn'}>{isBroken ? say.broken : say.state[state]}</Banner>}
        <Field label={say.type} value={typed} onChange={setTyped} most={100} width={28} autoFocus />
      </div>
    </Dialog>
  )
}
