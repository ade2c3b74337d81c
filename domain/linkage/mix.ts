/** 32 bits of three numbers, with a sign: a small integer to the engine, which no memory need be found for; two different keys that fall together cost one needless comparison. */
export function mix(salt: number, one: number, two: number): number {
  let hash = Math.imul(salt, 0x9e3779b1) ^ Math.imul(one, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(two, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1)
  return hash ^ (hash >>> 16)
}
