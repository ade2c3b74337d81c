/** Reads bars in pictures, one picture at a time. It lives as long as the dialog that asks. */
type Decoder = {
  /** Every bar in the picture; null: the decoder does not run on this PC. */
  readonly read: (picture: ImageData) => Promise<readonly string[] | null>
  readonly stop: () => void
}

export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' })
  let answer: ((texts: readonly string[] | null) => void) | null = null
  let isBroken = false
  const tell = (texts: readonly string[] | null): void => {
    answer?.(texts)
    answer = null
  }
  worker.addEventListener('message', ({ data }: MessageEvent<{ readonly texts: readonly string[] | null }>) => tell(data.texts))
  worker.addEventListener('error', () => {
    isBroken = true
    tell(null)
  })
  return {
    read: (picture) =>
      new Promise((resolve) => {
        if (isBroken) return resolve(null)
        answer = resolve
        worker.postMessage(picture, [picture.data.buffer])
      }),
    stop: () => worker.terminate(),
  }
}
