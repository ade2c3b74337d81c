import jbig2 from 'pdfjs-dist/wasm/jbig2_nowasm_fallback.js?url'
import jpeg2000 from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'

/** Adobe's tables from codes to letters for Japanese, and the two standard fonts whose signs no other font has. Each is a file of its own, read when a PDF asks for it. */
const cMaps = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/{78*,83pv*,90*,Add-*,Adobe-Japan1-*,EUC-*,Ext-*,H,V,Hankaku,Hiragana,Katakana,Roman,WP-Symbol,NWP-*,RKSJ-*,UniJIS*}.bcmap', { query: '?url&inline', import: 'default' })
const signs = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/Foxit{Symbol,Dingbats}.pfb', { query: '?url&inline', import: 'default' })

/** Where the decoders of scanned pages lie, which the library imports by their names: as JavaScript, for the page's policy has no WebAssembly. */
export const decoderFolder = jbig2.slice(0, jbig2.lastIndexOf('/') + 1)
if (!jpeg2000.startsWith(decoderFolder)) throw new Error('Both decoders lie in one folder')

// A class because the library makes it with `new`: where it would fetch a part by its address, it is handed the bytes of ours.
export class PdfParts {
  readonly cMapUrl: null = null
  readonly standardFontDataUrl: null = null
  readonly wasmUrl: null = null

  /** Fails for a part that is not bundled: another language's table, or a standard font for which the app's own faces stand in. Nothing is asked of a network, whatever the library calls it. */
  readonly fetch = async ({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array<ArrayBuffer>> => {
    const place = kind === 'cMapUrl' ? 'cmaps' : 'standard_fonts'
    const load = (kind === 'cMapUrl' ? cMaps : signs)[`../../node_modules/pdfjs-dist/${place}/${filename}`]
    if (load === undefined) throw new Error('This part is not bundled')
    const written = await load()
    return Uint8Array.from(atob(written.slice(written.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
  }
}
