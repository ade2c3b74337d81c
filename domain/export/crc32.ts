/** The checksum of ZIP (CRC-32, polynomial 0xEDB88320): what `unzip -t` compares. Finds accidents, not attacks. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

/** Of all bytes at once, or piece by piece: `before` is the checksum of those that came first. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = before ^ 0xff_ff_ff_ff
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}
