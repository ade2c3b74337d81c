import { code128, type DrawingContext } from 'bwip-js/generic'
import { qrPath, type QrPath } from './qr-path.ts'
import css from './sheet.module.css'

/** Bars as one SVG path one unit high, in modules, with ten modules of white on either side (ISO/IEC 15417). */
export type BarsPath = { readonly width: number; readonly path: string }

export function barsPath(text: string): BarsPath {
  return code128({ bcid: 'code128', text, scale: 1 }, uprights())
}

const quiet = 10
/** bwip-js asks its drawing for two units a module and gives each bar by its middle. */
const unitsPerModule = 2

function uprights(): DrawingContext<BarsPath> {
  let width = 0
  let path = ''
  const nothing = (): void => undefined
  return {
    scale: () => [unitsPerModule, unitsPerModule],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (units) => {
      width = units / unitsPerModule + 2 * quiet
    },
    line: (x, _y0, _x1, _y1, wide) => {
      const bar = wide / unitsPerModule
      path += `M${(x - wide / 2) / unitsPerModule + quiet} 0h${bar}v1h-${bar}z`
    },
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ width, path }),
  }
}

/** The codes of one number, drawn once however often they stand on a sheet. */
export type Codes = { readonly qr: QrPath; readonly bars: BarsPath }

/** Codes carry the number without hyphens, so that it stands in the smallest QR. */
export function codesOf(number: string): Codes {
  return { qr: qrPath(number.replaceAll('-', '')), bars: barsOf(number) }
}

export const barsOf = (number: string): BarsPath => barsPath(number.replaceAll('-', ''))

/** A line code for the readers that read no QR; the number in plain type stands beside it. */
export function Bars({ bars: { width, path }, mm }: { readonly bars: BarsPath; readonly mm: number }) {
  return (
    <svg className={css['qr']} role="img" aria-label="Code 128" width={`${(width * 0.33).toFixed(2)}mm`} height={`${mm}mm`} viewBox={`0 0 ${width} 1`} preserveAspectRatio="none" shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
