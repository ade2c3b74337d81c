import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { copiedForMs, copiedText } from '#electron/main/copied-text.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('[REC-18] what was copied is emptied a minute after the last copy, at a lock at once, and nothing of anybody else is', () => {
  const clear = vi.fn<() => void>()
  const copied = copiedText(clear)
  copied.empty()
  expect(clear).not.toHaveBeenCalled()
  copied.emptySoon()
  vi.advanceTimersByTime(copiedForMs - 1)
  copied.emptySoon()
  vi.advanceTimersByTime(copiedForMs - 1)
  expect(clear).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(clear).toHaveBeenCalledTimes(1)
  copied.emptySoon()
  copied.empty()
  vi.advanceTimersByTime(copiedForMs)
  expect(clear).toHaveBeenCalledTimes(2)
})
