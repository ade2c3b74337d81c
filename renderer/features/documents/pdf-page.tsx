import { useEffect, useRef, useState, type RefObject } from 'react'
import type { PdfPageSize } from '#renderer/workers/pdf-file.ts'
import type { PdfReader } from '#renderer/workers/pdf-reader.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './pdf-words.ts'
import css from './pdf.module.css'

type Shown =
  | { readonly is: 'drawing' | 'not-drawn' | 'too-slow' }
  | { readonly is: 'drawn'; readonly text: string; readonly isPartial: boolean; readonly isSubstituted: boolean }

/** A page as long as this says nothing, and would be a hundred screens of white. */
const mostHeight = 20_000

/** One page: a picture while it is near what is looked at, and its words for a screen reader. Far away it keeps its place and no picture. */
export function PdfPage({ number, of, size, width, draw, within }: {
  readonly number: number
  readonly of: number
  readonly size: PdfPageSize
  readonly width: number
  readonly draw: PdfReader['draw']
  readonly within: RefObject<HTMLElement | null>
}) {
  const say = useWords(words)
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hasFailed = useRef(size === null)
  const [isNear, setIsNear] = useState(false)
  const [shown, setShown] = useState<Shown>({ is: size === null ? 'not-drawn' : 'drawing' })

  useEffect(() => {
    if (place.current === null) return
    const watch = new IntersectionObserver((seen) => setIsNear(seen.at(-1)?.isIntersecting ?? false), { root: within.current, rootMargin: '75% 0px' })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [within])
  useEffect(() => {
    if (!isNear || hasFailed.current) return
    let isWanted = true
    void draw(number, Math.round(width * devicePixelRatio), () => isWanted && !hasFailed.current).then((drawn) => {
      if (drawn.ok) {
        const { picture, ...rest } = drawn.value
        if (!isWanted) return picture.close()
        put(canvas.current, picture)
        setShown({ is: 'drawn', ...rest })
      } else if (drawn.error.code !== 'not-wanted') {
        hasFailed.current = true // not tried again whenever it is scrolled past: it would hold up the others each time
        put(canvas.current, null)
        setShown({ is: drawn.error.code })
      }
    })
    return () => {
      isWanted = false
    }
  }, [isNear, number, width, draw])
  useEffect(() => {
    if (!isNear) put(canvas.current, null)
  }, [isNear])

  const isDrawn = shown.is === 'drawn'
  const ratio = size === null ? 0 : size.height / size.width
  const box = size === null || shown.is === 'not-drawn' || shown.is === 'too-slow' ? { width } : { width: Math.min(width, mostHeight / ratio), height: Math.min(width * ratio, mostHeight) }
  return (
    <div ref={place} className={css['page']} role="group" aria-label={say.page(number, of)}>
      <p className={css['caption']} style={{ width }}>
        <span>{say.page(number, of)}</span>
        {shown.is === 'drawing' && <span>{say.drawing}</span>}
        {isDrawn && shown.isSubstituted && <span>{say.isSubstituted}</span>}
      </p>
      {isDrawn && shown.isPartial && <div style={{ width }}><Banner look="danger">{say.isPartial}</Banner></div>}
      {(shown.is === 'not-drawn' || shown.is === 'too-slow') && <div style={{ width }}><Banner look="danger">{say.pageNot[shown.is]}</Banner></div>}
      <div className={css['sheet']} style={box} hidden={shown.is === 'not-drawn' || shown.is === 'too-slow'}>
        <canvas ref={canvas} className={css['picture']} aria-hidden="true" width={1} height={1} />
        {isDrawn && <p className={css['text']}>{shown.text.trim() === '' ? say.noText : shown.text}</p>}
      </div>
    </div>
  )
}

/** Takes the picture over without copying it; null lets go of the one that is there. */
function put(canvas: HTMLCanvasElement | null, picture: ImageBitmap | null): void {
  if (canvas === null) return picture?.close()
  canvas.width = picture?.width ?? 1
  canvas.height = picture?.height ?? 1
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture)
}
