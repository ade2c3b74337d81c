import { useEffect, useRef, useState, type RefObject } from 'react'

/** `none`: no camera. `refused`: not to this window now, or another program has it. */
export type CameraState = 'starting' | 'running' | 'none' | 'refused'

/** The camera's picture in a `video` for as long as this is on the screen; its light goes out with it. Never sound. */
export function useCamera(): { readonly video: RefObject<HTMLVideoElement | null>; readonly state: CameraState } {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')
  useEffect(() => {
    let stream: MediaStream | null = null
    let isGone = false
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop())
    void (async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } })
        if (isGone) return stop()
        const box = video.current
        if (box === null) return stop()
        box.srcObject = stream
        await box.play()
        if (!isGone) setState('running')
      } catch (thrown) {
        const name = thrown instanceof DOMException ? thrown.name : ''
        if (!isGone) setState(name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'refused')
      }
    })()
    return () => {
      isGone = true
      stop()
    }
  }, [])
  return { video, state }
}

/** What the camera sees now, no side longer than `most` dots. */
export function frameOf(source: HTMLVideoElement | ImageBitmap, most: number): HTMLCanvasElement {
  const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height]
  const scale = Math.min(1, most / Math.max(width, height, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}
