import { expect, it } from 'vitest'
import { worstTwo, type Notice } from '#renderer/features/shell/worst-two.ts'

const notice = (id: string, look: Notice['look'], rank = 0): Notice => ({ id, look, rank, words: id })

it('[SCR-6] of many notices the two worst are shown, the worst first', () => {
  const all = [notice('told', 'info'), notice('battery', 'warn', 2), notice('disk', 'danger'), notice('clock', 'warn', 1), notice('done', 'ok')]
  expect(worstTwo(all).map(({ id }) => id)).toEqual(['disk', 'clock'])
  expect(worstTwo(all.toReversed()).map(({ id }) => id)).toEqual(['disk', 'clock'])
})

it('[SCR-6] one or none is shown as it is', () => {
  expect(worstTwo([])).toEqual([])
  expect(worstTwo([notice('told', 'info')]).map(({ id }) => id)).toEqual(['told'])
})
