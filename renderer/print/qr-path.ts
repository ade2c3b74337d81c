import { qrcode, type DrawingContext } from 'bwip-js/generic'

/** A QR as one SVG path, in units of one module, with the quiet zone inside `size`. */
export type QrPath = { readonly size: number; readonly path: string }

/** Modules of white around a QR, without which readers do not find it (ISO/IEC 18004). */
const quiet = 4

/**
 * Draws `text` as a QR of error correction level M, or better where the same size has room. bwip-js evaluates no strings
 * and makes no markup in this use: it hands over outlines, so nothing has to pass the trusted-types policy. To be filled
 * by the even-odd rule: a hole is an outline within an outline.
 */
export function qrPath(text: string): QrPath {
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 } // a name of its own: the package's types lack `eclevel`
  return qrcode(options, outlines())
}

/** bwip-js asks its drawing for two units a module. */
const unitsPerModule = 2

function outlines(): DrawingContext<QrPath> {
  let size = 0
  let path = ''
  const nothing = (): void => undefined
  return {
    scale: () => [unitsPerModule, unitsPerModule],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width) => {
      size = width / unitsPerModule + 2 * quiet
    },
    polygon: (points) => {
      path += `M${points.map(([x, y]) => `${x / unitsPerModule + quiet} ${y / unitsPerModule + quiet}`).join('L')}z`
    },
    line: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ size, path }),
  }
}
