import type { Bridge } from '#domain/bridge.ts'
import type { ReferenceCard } from '#domain/reference/reference-set.ts'

/** A sealed part of what was imported, by its place; null: it is not there. */
export async function sealedPart(bridge: Bridge, { parts }: ReferenceCard, number: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const sha256 = parts[number]
  const part = sha256 === undefined ? null : await bridge.call('reference:part', { sha256 })
  return part?.ok === true ? part.value.bytes : null
}
