import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { PdfOpened } from '#renderer/workers/pdf-file.ts'
import type { PdfReader } from '#renderer/workers/pdf-reader.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { PdfPage } from './pdf-page.tsx'
import { words } from './pdf-words.ts'
import css from './pdf.module.css'

/** Of the width that fits. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const fitting = 2
/** Wider letters are read no better; whoever wants them larger presses the key. */
const mostFitting = 1000
const leastFitting = 240

/** The pages of one PDF, one under the other, each drawn when it comes near. Leaving it lets go of all that was read. */
export function PdfView({ opened, reader, label }: { readonly opened: PdfOpened; readonly reader: Pick<PdfReader, 'draw' | 'stop'>; readonly label: string }) {
  const say = useWords(words)
  const pages = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number | null>(null)
  const [at, setAt] = useState(fitting)
  const zoom = zooms[at] ?? 1

  useEffect(() => () => reader.stop(), [reader])
  useLayoutEffect(() => {
    const region = pages.current
    if (region === null) return
    const measure = (): void => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(region)
      setRoom(region.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(region)
    return () => watch.disconnect()
  }, [])
  // What was in the middle stays there when the letters grow.
  const zoomedFrom = useRef(zoom)
  useLayoutEffect(() => {
    const region = pages.current
    if (region !== null && zoomedFrom.current !== zoom) region.scrollTop = (region.scrollTop + region.clientHeight / 2) * (zoom / zoomedFrom.current) - region.clientHeight / 2
    zoomedFrom.current = zoom
  }, [zoom])

  // A key that went off at the end would take the focus with it.
  const step = (by: 1 | -1): void => setAt((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !['+', '-', '0'].includes(event.key)) return
    event.preventDefault()
    if (event.key === '0') setAt(fitting)
    else step(event.key === '+' ? 1 : -1)
  }
  const { pages: sizes, of, isWhole } = opened
  const isCut = sizes.length < of
  const fit = room === null ? null : Math.max(leastFitting, Math.min(mostFitting, room))
  return (
    <>
      {!isWhole && <Banner look="danger">{say.notWhole}</Banner>}
      {isCut && <Banner look="warn">{say.isCut(sizes.length, of)}</Banner>}
      <div className={css['tools']}>
        <b>{say.count(of)}</b>
        <span className={css['note']}>{say.without}</span>
        <span className={css['zoom']} role="group" aria-label={say.zoom}>
          <Button size="small" icon={ZoomOut} onPress={() => step(-1)}>{say.smaller}</Button>
          <Button size="small" icon={Maximize2} isOn={at === fitting} onPress={() => setAt(fitting)}>{say.fit}</Button>
          <Button size="small" icon={ZoomIn} onPress={() => step(1)}>{say.larger}</Button>
          <span className={css['percent']}>{Math.round(zoom * 100)}%</span>
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div ref={pages} className={css['pages']} lang="ja" tabIndex={0} role="group" aria-label={label} onKeyDown={onKey}>
        {fit !== null && sizes.map((size, index) => (
          <PdfPage key={index} number={index + 1} of={of} size={size} width={fit * zoom} draw={reader.draw} within={pages} />
        ))}
        {isCut && <p className={css['end']}><b>{say.isCut(sizes.length, of)}</b></p>}
      </div>
    </>
  )
}
