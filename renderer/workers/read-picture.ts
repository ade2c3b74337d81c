import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'

/** What stands on wristbands, drugs, badges and our own sheets. A shorter list is faster and misreads less. */
const options: ReaderOptions = {
  formats: ['Codabar', 'Code128', 'Code39', 'DataBar', 'DataBarLtd', 'DataBarExp', 'EAN13', 'DataMatrix', 'QRCode'],
  // Not the bracketed text for people: elements are told apart by the separators themselves.
  textMode: 'Plain',
  maxNumberOfSymbols: 4,
}

/** Every bar in a picture, each as a wedge reader with AIM marks would send it. */
export async function readPicture(picture: ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(picture, options)
  return found.filter(({ isValid, text }) => isValid && text !== '').map(({ symbologyIdentifier, text }) => `${symbologyIdentifier}${text}`)
}
