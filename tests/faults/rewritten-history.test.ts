import { beforeAll, describe, expect, it } from 'vitest'
import type { FoundFrame } from '#electron/node/journal/frame.ts'
import { framesOf, honestJournal, openingFinds, putBack, restamp, verifyFinds } from './simulation/thief.ts'

type Honest = Awaited<ReturnType<typeof honestJournal>>
let honest: Honest
let frames: readonly FoundFrame[]
beforeAll(async () => {
  honest = await honestJournal(30)
  frames = framesOf(honest.bytes)
})

/** Everything somebody might do to a frame, at every place. */
const edits: Readonly<Record<string, (list: readonly FoundFrame[], at: number) => readonly FoundFrame[]>> = {
  changed: (list, at) => list.map((frame, index) => (index === at ? { ...frame, wallMs: frame.wallMs - 3_600_000 } : frame)),
  dropped: (list, at) => list.filter((_, index) => index !== at),
  swapped: (list, at) => list.map((frame, index) => (index === at ? (list[at + 1] ?? frame) : index === at + 1 ? (list[at] ?? frame) : frame)),
  inserted: (list, at) => list.flatMap((frame, index) => (index === at ? [frame, { ...frame, kind: 'public', body: new TextEncoder().encode('{"event":"stopped"}') }] : [frame])),
}

describe('an untouched journal', () => {
  it('[VER-1] [VER-3] is in order by every check', async () => {
    expect(await verifyFinds(honest.bytes, null)).toBe(false)
    expect(await verifyFinds(honest.bytes, honest.printedMiddle)).toBe(false)
    expect(await verifyFinds(honest.bytes, honest.printedEnd)).toBe(false)
    expect(await openingFinds(honest.bytes, honest.keys)).toBe(false)
  })
})

describe.each(Object.entries(edits))('frames %s', (name, edit) => {
  const places = (): readonly number[] => frames.map((_, at) => at).filter((at) => name !== 'swapped' || at < frames.length - 1)

  it('[VER-1] with the disk alone: found by verify without any key, at every place in front of the last checkpoint', async () => {
    for (const at of places().filter((place) => name !== 'inserted' || place < frames.length - 1)) {
      const edited = edit(frames, at)
      // A change of bytes without the key cannot make the chain agree; the frame is written as it would be.
      const bytes = name === 'changed' || name === 'inserted' ? keepChain(edited, at) : putBack(honest.bytes, edited)
      const lastDropped = name === 'dropped' && at === frames.length - 1
      expect(await verifyFinds(bytes, lastDropped ? honest.printedEnd : null), `frame ${at + 1}`).toBe(true)
    }
  })

  it('[VER-2] with the disk and the station key: contradicted by a head printed at the end, at every place', async () => {
    for (const at of places()) {
      const bytes = restamp(honest.bytes, edit(frames, at))
      expect(await verifyFinds(bytes, honest.printedEnd), `frame ${at + 1}`).toBe(name !== 'inserted' || at < frames.length - 1)
    }
  })

  it('[VER-3] with the disk and the station key: contradicted at opening wherever an honest entry stands behind', async () => {
    const lastEntry = frames.findLastIndex((frame) => frame.kind === 'sealed')
    for (const at of places().filter((place) => place < lastEntry - 1)) {
      expect(await openingFinds(restamp(honest.bytes, edit(frames, at)), honest.keys), `frame ${at + 1}`).toBe(true)
    }
  })

  /** One frame re-made with true checksums, the others left as they are. */
  function keepChain(edited: readonly FoundFrame[], at: number): Uint8Array {
    const restamped = framesOf(restamp(honest.bytes, edited))
    return putBack(honest.bytes, edited.map((frame, index) => (index === (name === 'inserted' ? at + 1 : at) ? (restamped[index] ?? frame) : frame)))
  }
})

describe('the end cut off', () => {
  it('[VER-4] is found by a head printed after, and by nothing without one', async () => {
    const kept = frames.slice(0, frames.length - 12)
    const cut = restamp(honest.bytes, kept)
    expect(await verifyFinds(cut, honest.printedEnd)).toBe(true)
    expect(await verifyFinds(cut, honest.printedMiddle)).toBe(false)
    expect(await openingFinds(cut, honest.keys)).toBe(false)
  })
})
