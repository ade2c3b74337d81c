/** Further from the end than any program writes it. */
const tailBytes = 2048

/**
 * Whether a PDF has the end that says where its table of objects is, and the table is there. A file that was cut off has none; a
 * reader then finds what objects it can, and nobody sees which pages are missing.
 */
export function isWholePdf(bytes: Uint8Array): boolean {
  const tail = latin1(bytes.subarray(-tailBytes))
  const [, said = ''] = /^startxref\s+(\d{1,10})\s+%%EOF/.exec(tail.slice(tail.lastIndexOf('startxref'))) ?? []
  const start = said === '' ? bytes.length : Number(said)
  return start > 0 && /^\s*(xref\s|\d+\s+\d+\s+obj)/.test(latin1(bytes.subarray(start, start + 64)))
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
