/**
 * The UUID of something that has none of its own: the second resource of an entry, a bed, a person. Always the same for the
 * same name, so that a second delivery finds what the first one made. Version 8 of RFC 9562 (made in a way of our own); the
 * mixing is murmur3's of 128 bits. Not against forgers: those are kept out by the signature of the export.
 *
 * Changing it makes a second delivery double everything.
 */
export function uuidOf(...name: readonly string[]): string {
  const hex = hash128(JSON.stringify(name)).map((part) => part.toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

const factors = [597399067, 2869860233, 951274213, 2716044179] as const

function hash128(text: string): readonly number[] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = b ^ Math.imul(a ^ unit, factors[0])
    b = c ^ Math.imul(b ^ unit, factors[1])
    c = d ^ Math.imul(c ^ unit, factors[2])
    d = a ^ Math.imul(d ^ unit, factors[3])
  }
  a = Math.imul(c ^ (a >>> 18), factors[0])
  b = Math.imul(d ^ (b >>> 22), factors[1])
  c = Math.imul(a ^ (c >>> 17), factors[2])
  d = Math.imul(b ^ (d >>> 19), factors[3])
  a ^= b ^ c ^ d
  return [a, b ^ a, c ^ a, d ^ a].map((part) => part >>> 0)
}
