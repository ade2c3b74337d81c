import { describe, expect, it } from 'vitest'
import { confirmGuard } from '#renderer/ui/confirm-guard.ts'
import { rowsOf, wardOfGallery } from '#tests/gallery/ward-fixture.ts'

describe('confirmations one after the other', () => {
  it('[SWITCH-3] for 20 seconds another patient is told of the one before, the same one is not', () => {
    const [one, two] = rowsOf(wardOfGallery())
    if (one === undefined || two === undefined) throw new Error('the ward has two patients')
    let nowMs = 5
    const guard = confirmGuard(() => nowMs)
    expect(guard.justBefore(two)).toBeNull()
    guard.confirmed(one)
    nowMs += 20_000
    expect([guard.justBefore(two)?.id, guard.justBefore(one)]).toEqual([one.id, null])
    nowMs += 1
    expect(guard.justBefore(two)).toBeNull()
    guard.confirmed(two)
    guard.confirmed(one)
    expect([guard.justBefore(two)?.id, guard.justBefore(one)]).toEqual([one.id, null])
  })
})
