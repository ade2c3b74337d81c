import bwip from 'bwip-js/generic'

/** 640 by 480 grey dots, as a camera held still would see the bar. `size` 0 leaves it out. */
export function greyOf(symbology: string, text: string, more: object = {}, size = 1): Uint8Array {
  const [width, height] = [640, 480]
  const grey = new Uint8Array(width * height).fill(235)
  if (size === 0) return grey
  const [bar] = bwip.raw(symbology, text, more as { readonly includecheck?: boolean }) as unknown as readonly Raw[] // the package's types leave the answer open
  if (bar === undefined) throw new Error('Not a bar')
  const columns = 'pixs' in bar ? bar.pixx : bar.sbs.reduce((all, run) => all + run, 0)
  const rows = 'pixs' in bar ? bar.pixs.length / bar.pixx : 1
  const dot = Math.floor(Math.min(560 / columns, 'pixs' in bar ? 400 / rows : 560))
  const [left, tall] = [Math.floor((width - columns * dot) / 2), 'pixs' in bar ? dot : 160]
  const top = Math.floor((height - rows * tall) / 2)
  for (let y = 0; y < rows * tall; y += 1) {
    for (let x = 0; x < columns * dot; x += 1) if (isDark(bar, Math.floor(x / dot), Math.floor(y / tall))) grey[(top + y) * width + left + x] = 16
  }
  return grey
}

export function pictureOf(symbology: string, text: string, more: object = {}, size = 1): ImageData {
  const grey = greyOf(symbology, text, more, size)
  const data = new Uint8ClampedArray(grey.length * 4).map((_, at) => (at % 4 === 3 ? 255 : (grey[at >> 2] ?? 0)))
  return { data, width: 640, height: 480, colorSpace: 'srgb' }
}

type Raw = { readonly pixs: readonly number[]; readonly pixx: number } | { readonly sbs: readonly number[] }

/** Of a linear bar `sbs` holds the widths, dark first. */
function isDark(bar: Raw, column: number, row: number): boolean {
  if ('pixs' in bar) return bar.pixs[row * bar.pixx + column] === 1
  let end = 0
  const run = bar.sbs.findIndex((width) => {
    end += width
    return column < end
  })
  return run % 2 === 0
}
