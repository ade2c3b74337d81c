/** Base 64 as signatures hold it. Pure, because the domain runs where neither `atob` nor `Buffer` is known. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The bytes of a text; null when it is not the one text of them. Spare bits that are not zero are refused:
 * a changed last symbol must not pass for the same signature.
 */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const symbols = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((symbols.length * 6) / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (const symbol of symbols) {
    held = (held << 6) | alphabet.indexOf(symbol)
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (held >> bits) & 0xff
      at += 1
      held &= (1 << bits) - 1
    }
  }
  return held === 0 ? bytes : null
}

/** The one text of the bytes. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const symbols = [18, 12, 6, 0].map((shift) => alphabet.charAt((three >> shift) & 0x3f)).join('')
    pieces.push(at + 2 < bytes.length ? symbols : symbols.slice(0, bytes.length - at + 1).padEnd(4, '='))
  }
  return pieces.join('')
}
