/** The families that stand in for a font that a PDF names and does not carry, by what the font is said to be like. */
const standIns = { monospace: 'BIZ UDGothic', others: 'BIZ UDPGothic' } as const
const standInFor = (like: string): string => (like === 'monospace' ? standIns.monospace : standIns.others)

/** Cut into pieces as the page has them; the one piece for all of Japanese lacks letters of names and would be shipped twice. */
const files = import.meta.glob<string>(['../../node_modules/@fontsource/{biz-udpgothic,biz-udgothic}/files/*-{400,700}-normal.woff2', '!**/*-japanese-*'], { query: '?url', import: 'default', eager: true })
const ranges = import.meta.glob<Readonly<Record<string, string>>>('../../node_modules/@fontsource/{biz-udpgothic,biz-udgothic}/unicode.json', { import: 'default', eager: true })
const families: Readonly<Record<string, string>> = { 'biz-udpgothic': standIns.others, 'biz-udgothic': standIns.monospace }

/** What a worker has of fonts; TypeScript's library knows it of a page only. */
export type WorkerFonts = Pick<FontFaceSet, 'add' | 'load'>

/** A font that is not in the file, and what stands in its letters. */
export type MissingFont = { readonly like: string; readonly isBold: boolean; readonly text: string }

/** Makes the letters of the fonts that are missing ready to be drawn; true if there were some that were not before. */
export type LoadStandIns = (missing: readonly MissingFont[]) => Promise<boolean>

/**
 * The app's own faces for this worker, which sees none of its page's. `fontOf`: a font as the library sets it, with ours before
 * the last resort of the system. A canvas of a worker never asks for a face that has not come, and remembers for each font that
 * it had none (Chromium 130 to 156): a family that nobody has, named by how often faces came, makes it another font.
 */
export function standInsOf(fonts: WorkerFonts): { readonly load: LoadStandIns; readonly fontOf: (font: string) => string } {
  const loaded = new Set<FontFace>()
  let areOffered = false
  let times = 0
  return {
    load: async (missing) => {
      if (!areOffered) for (const face of faces()) fonts.add(face)
      areOffered = true
      const before = loaded.size
      for (const { like, isBold, text } of missing) for (const face of await fonts.load(`${isBold ? 'bold ' : ''}16px "${standInFor(like)}"`, text).catch(() => [])) loaded.add(face)
      if (loaded.size > before) times += 1
      return loaded.size > before
    },
    fontOf: (font) => font.replace(/, (monospace|serif|sans-serif)$/, (last, like: string) => `, "faces ${times}", "${standInFor(like)}"${last}`),
  }
}

function faces(): readonly FontFace[] {
  return Object.entries(files).flatMap(([path, url]) => {
    const [, family = '', shard = '', weight = ''] = /@fontsource\/([^/]+)\/files\/\1-(.+)-(\d+)-normal/.exec(path) ?? []
    const ofFamily = Object.entries(ranges).find(([place]) => place.includes(`/${family}/`))?.[1]
    const unicodeRange = ofFamily?.[/^\d+$/.test(shard) ? `[${shard}]` : shard]
    return unicodeRange === undefined ? [] : [new FontFace(families[family] ?? '', `url("${url}")`, { weight, unicodeRange })]
  })
}

/** Every canvas of this worker draws in the font that is made of the one it is told. */
export function drawInsteadWith(fontOf: (font: string) => string): void {
  const like = OffscreenCanvasRenderingContext2D.prototype
  const font = Object.getOwnPropertyDescriptor(like, 'font')
  if (font === undefined) throw new Error('A canvas has a font')
  Object.defineProperty(like, 'font', { ...font, set(this: OffscreenCanvasRenderingContext2D, value: string) { font.set?.call(this, fontOf(value)) } })
}
