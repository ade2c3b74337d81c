import { describe, expect, it } from 'vitest'
import { compareRecords } from './compare.ts'

const record = (marker: string, says = `text of ${marker}`) => ({ marker, says })
const typed = ['a', 'b', 'c'].map((marker) => record(marker))

describe('what is left after kills, against what was typed and shown as saved', () => {
  it('[LOG-3] agrees when everything acknowledged is there once, as it was typed', () => {
    expect(compareRecords(typed, new Set(['a', 'b']), [record('a'), record('b'), record('c')])).toMatchObject({ acknowledged: 2, lost: 0, duplicated: 0, invented: 0, keptUnacknowledged: 1, examples: [] })
  })

  it('[LOG-3] names what is gone', () => {
    expect(compareRecords(typed, new Set(['a', 'b']), [record('a')])).toMatchObject({ lost: 1, examples: ['lost b'] })
  })

  it('[LOG-3] names what stands twice', () => {
    expect(compareRecords(typed, new Set(['a']), [record('a'), record('a')])).toMatchObject({ lost: 0, duplicated: 1, examples: ['twice a'] })
  })

  it('[LOG-3] names what nobody typed, and what was typed and says something else', () => {
    expect(compareRecords(typed, new Set(), [record('z'), record('a', 'other')])).toMatchObject({ invented: 2, examples: ['not typed z', 'not typed a'] })
  })
})
