import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import encoding from 'encoding-japanese'

/** PDFs as a hospital's system writes them, and as somebody writes them who means harm. Every object is a text of Latin letters; a stream brings its bytes. */
type Part = string | { readonly head: string; readonly stream: Uint8Array }

type Bytes = Uint8Array<ArrayBuffer>

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`
const cp932 = (text: string): Uint8Array => Uint8Array.from(encoding.convert(encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }))
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()

/** Objects 1 … n, of which the first is the catalogue, with a table that says where each is. */
export function pdf(parts: readonly Part[], trailer = ''): Bytes {
  const written: Uint8Array[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const places: number[] = []
  const length = (): number => written.reduce((sum, { length: each }) => sum + each, 0)
  for (const [index, part] of parts.entries()) {
    places.push(length())
    written.push(latin(`${index + 1} 0 obj\n`))
    if (typeof part === 'string') written.push(latin(part))
    else written.push(latin(`<< ${part.head} /Length ${part.stream.length} >>\nstream\n`), part.stream, latin('\nendstream'))
    written.push(latin('\nendobj\n'))
  }
  const table = length()
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  written.push(latin(`xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${parts.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`))
  return Uint8Array.from(Buffer.concat(written))
}

/** One content for each page; `more`: further objects, from number 3 + 2 × pages. */
export function pages(contents: readonly string[], fonts: string, more: readonly Part[] = [], { catalogue = '', trailer = '' } = {}): Bytes {
  const kids = contents.map((_, page) => `${3 + page * 2} 0 R`).join(' ')
  const each = contents.flatMap((content, page): Part[] => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${fonts} >> /Contents ${4 + page * 2} 0 R >>`,
    { head: '/Filter /FlateDecode', stream: deflateSync(latin(content)) },
  ])
  return pdf([`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`, ...each, ...more], trailer)
}

/** Lines of text from the top, in 14 points. `shown` writes a text in the codes of the font. */
export const linesOf = (lines: readonly string[], shown: (text: string) => string): string => `BT /F1 14 Tf 20 TL 60 780 Td ${lines.map((line) => `${shown(line)} Tj T*`).join(' ')} ET`

/** A Japanese font that is named and not in the file, by the names and tables that Japanese reports use. */
const japanese = (name: string, encoding: string): readonly Part[] => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [AFTER 0 R] >>`,
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /W [1 [500] 231 389 500] /FontDescriptor LAST 0 R >>`,
  `<< /Type /FontDescriptor /FontName /${name} /Flags ${name.includes('Gothic') ? 5 : 6} /FontBBox [0 -137 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -137 /CapHeight 769 /StemV 78 >>`,
]

export type Written = { readonly name: string; readonly encoding: '90ms-RKSJ-H' | 'UniJIS-UTF16-H' | 'UniJIS-UCS2-H' | 'GBK-EUC-H' }

/** A drug list of pages of lines, in a font that is not embedded. */
export function drugList(of: readonly (readonly string[])[], { name, encoding }: Written = { name: 'MS-Gothic', encoding: '90ms-RKSJ-H' }, trailer = ''): Bytes {
  const shown = (text: string): string => hex(encoding === '90ms-RKSJ-H' ? cp932(text) : utf16(text))
  const first = 3 + of.length * 2
  const more = japanese(name, encoding).map((part) => (typeof part === 'string' ? part.replace('AFTER', String(first + 1)).replace('LAST', String(first + 2)) : part))
  return pages(of.map((lines) => linesOf(lines, shown)), `/Font << /F1 ${first} 0 R >>`, more, { trailer })
}

/** A page that was scanned: a black square in the code of fax machines (group 4), and no letter. */
export function scannedPdf(): Bytes {
  const first = `001${'00110101'}${'0000001111'}${'0000110111'}` // no white, 64 black; each further row is as the one above
  const bits = `${first}${'11'.repeat(63)}${'000000000001'.repeat(2)}`
  const fax = Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
  const head = '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>'
  return pages(['q 400 0 0 400 100 300 cm /X Do Q'], '/XObject << /X 5 0 R >>', [{ head, stream: fax }])
}

/** Locked with a password that nobody knows: what checks the password is chance. */
export function lockedPdf(): Bytes {
  const [owner, user, id] = [hex(randomBytes(32)), hex(randomBytes(32)), hex(randomBytes(16))]
  return drugList([['locked']], undefined, `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O ${owner} /U ${user} >> /ID [${id} ${id}]`)
}

/** Every drawing calls the next one twice: thirty of them are a thousand million lines. */
export function endlessPdf(depth = 30): Bytes {
  const first = 5
  const drawings = Array.from({ length: depth }, (_, at): Part => ({
    head: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${first + at + 1} 0 R >> >>`,
    stream: latin(at === depth - 1 ? '0 0 m 9 9 l S' : '/X Do /X Do'),
  }))
  return pages(['/X Do'], `/XObject << /X ${first} 0 R >>`, drawings)
}

/** A megabyte that unpacks into a thousand. */
export function swellingPdf(megabytes = 1000): Bytes {
  const content = deflateSync(Buffer.alloc(megabytes << 20, ' '))
  return pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>', { head: '/Filter /FlateDecode', stream: content }])
}
