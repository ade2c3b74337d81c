import type { QrPath } from '#renderer/print/qr-path.ts'

/**
 * Reads a QR back from its drawing, by the standard (ISO/IEC 18004) and not by what drew it: alphanumeric mode, version 1 and 2
 * (one block) and 4 at level M (two), without error correction. A mirrored, shifted, inverted or wrong symbol is refused.
 */
export function readQr({ size, path }: QrPath): { readonly version: number; readonly level: string; readonly text: string } {
  const side = size - 8
  const outlines = [...path.matchAll(/M([^z]+)z/g)].map(([, points = '']) => points.split('L').map((point) => point.split(' ').map(Number)))
  const isDark = (column: number, row: number): boolean => outlines.filter((points) => isInside(points, column + 4.5, row + 4.5)).length % 2 === 1
  for (let at = -4; at < side + 4; at += 1) for (const edge of [-4, -1, side, side + 3]) if (isDark(at, edge) || isDark(edge, at)) throw new Error('the quiet zone is not white')
  for (const [x, y] of [[0, 0], [side - 7, 0], [0, side - 7]] as const) if (finder(isDark, x, y) !== finderPattern) throw new Error('no finder pattern where one belongs')
  if (finder(isDark, side - 7, side - 7) === finderPattern) throw new Error('mirrored')

  const version = (side - 17) / 4
  // Five bits beside the upper left finder, masked: two of level, three of mask.
  const format = [0, 1, 2, 3, 4].reduce((bits, column) => bits * 2 + Number(isDark(column, 8)), 0) ^ 0b10101
  const level = ['M', 'L', 'H', 'Q'][format >> 3] ?? ''
  const mask = masks[format & 7]
  if (mask === undefined) throw new Error('no mask')
  const bits: boolean[] = []
  for (const [column, row] of road(side, version)) bits.push(isDark(column, row) !== mask(row, column))
  return { version, level, text: alphanumeric(deinterleave(bits, version)) }
}

const finderPattern = '1111111100000110111011011101101110110000011111111'
const symbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** Data bytes of each block at level M; at a better one the last are not data, and are not reached. */
const blocks: Readonly<Record<number, readonly number[]>> = { 1: [16], 2: [28], 4: [32, 32] }
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

function finder(isDark: (column: number, row: number) => boolean, x: number, y: number): string {
  return Array.from({ length: 49 }, (_, at) => Number(isDark(x + (at % 7), y + Math.floor(at / 7)))).join('')
}

/** Even-odd, as the SVG is filled. */
function isInside(points: readonly (readonly number[])[], x: number, y: number): boolean {
  return points.filter(([x1 = 0, y1 = 0], at) => {
    const [x2 = 0, y2 = 0] = points[(at + 1) % points.length] ?? []
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
  }).length % 2 === 1
}

/** The modules that hold data, two columns wide, up and down from the lower right corner. */
function* road(side: number, version: number): Generator<readonly [number, number]> {
  const far = side - 7
  const isFunction = (c: number, r: number): boolean =>
    c === 6 || r === 6 || (c < 9 && r < 9) || (c < 9 && r >= side - 8) || (c >= side - 8 && r < 9) || (version > 1 && Math.abs(c - far) <= 2 && Math.abs(r - far) <= 2)
  let isUp = true
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < side; step += 1) {
      const row = isUp ? side - 1 - step : step
      for (const column of [right, right - 1]) if (!isFunction(column, row)) yield [column, row]
    }
    isUp = !isUp
  }
}

function deinterleave(bits: readonly boolean[], version: number): string {
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => bits.slice(at * 8, at * 8 + 8).map(Number).join(''))
  const sizes = blocks[version] ?? []
  const [length = 0] = sizes
  return sizes.map((_, block) => Array.from({ length }, (_unused, at) => bytes[at * sizes.length + block] ?? '').join('')).join('')
}

function alphanumeric(bits: string): string {
  if (bits.slice(0, 4) !== '0010') throw new Error(`mode ${bits.slice(0, 4)}`)
  let left = Number.parseInt(bits.slice(4, 13), 2)
  let at = 13
  let text = ''
  for (; left > 1; left -= 2, at += 11) {
    const pair = Number.parseInt(bits.slice(at, at + 11), 2)
    text += `${symbols[Math.floor(pair / 45)]}${symbols[pair % 45]}`
  }
  return left === 1 ? text + (symbols[Number.parseInt(bits.slice(at, at + 6), 2)] ?? '') : text
}
