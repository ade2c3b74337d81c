/** A page in grey, 0 black to 255 white. */
export type Bitmap = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** Reads a binary PGM, as pdftoppm -gray writes it. */
export function readPgm(bytes: Uint8Array): Bitmap {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 60))
  const [all = '', width = '0', height = '0'] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(head) ?? []
  return { width: Number(width), height: Number(height), grey: bytes.subarray(all.length) }
}

/** The smallest distance of ink from each edge, in mm. */
export function marginsOf({ width, height, grey }: Bitmap, dpi: number): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((grey[y * width + x] ?? 255) > 200) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
  }
  const mm = (pixels: number): number => (pixels * 25.4) / dpi
  return { left: mm(left), right: mm(width - 1 - right), top: mm(top), bottom: mm(height - 1 - bottom) }
}

/** A copy from a tired machine: set down askew, blurred, speckled, and black or white. `chance` gives numbers from 0 to 1. */
export function photocopy({ width, height, grey }: Bitmap, degrees: number, chance: () => number): Bitmap {
  const copy = new Uint8Array(width * height).fill(255)
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? 255 : (grey[y * width + x] ?? 255))
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const fromX = Math.round(cos * (x - width / 2) + sin * (y - height / 2) + width / 2)
      const fromY = Math.round(-sin * (x - width / 2) + cos * (y - height / 2) + height / 2)
      let sum = 0
      for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) sum += at(fromX + dx, fromY + dy)
      copy[y * width + x] = sum / 9 + (chance() - 0.5) * 60 < 128 ? 0 : 255
    }
  }
  return { width, height, grey: copy }
}

/** For a reader of barcodes. */
export function asImage({ width, height, grey }: Bitmap): ImageData {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1) data.fill(grey[at] ?? 255, at * 4, at * 4 + 3)
  return { width, height, data, colorSpace: 'srgb' }
}
