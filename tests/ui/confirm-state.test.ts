import { describe, expect, it } from 'vitest'
import { confirmAfter, tickMs, undoMs, type ConfirmEvent, type ConfirmState } from '#renderer/ui/confirm-state.ts'

const after = (...events: readonly ConfirmEvent[]): ConfirmState => events.reduce<ConfirmState>(confirmAfter, { at: 'review' })
const ticks = (n: number): readonly ConfirmEvent[] => Array.from({ length: n }, () => 'tick')
const all = undoMs / tickMs

describe('the last step before a record of care', () => {
  it('[CONFIRM-1] nothing is sent from the review alone, however long it stands there', () => {
    expect(after(...ticks(100))).toEqual({ at: 'review' })
  })

  it('[CONFIRM-2] what was confirmed is sent after five seconds, and not before', () => {
    expect(after('confirm', ...ticks(all - 1))).toEqual({ at: 'waiting', leftMs: tickMs })
    expect(after('confirm', ...ticks(all))).toEqual({ at: 'sent' })
  })

  it('[CONFIRM-3] confirmed once more it waits no longer, and the second press of a double click is no second confirmation', () => {
    expect(after('confirm', 'confirm')).toEqual({ at: 'sent' })
    expect(after('press', 'press')).toEqual({ at: 'waiting', leftMs: undoMs })
    expect(after('press', 'tick', 'press')).toEqual({ at: 'sent' })
  })

  it('[CONFIRM-4] whoever leaves the screen while it waits has confirmed; who leaves the review has not', () => {
    expect(after('confirm', 'tick', 'leave')).toEqual({ at: 'sent' })
    expect(after('leave')).toEqual({ at: 'review' })
  })

  it('[CONFIRM-5] what could not be saved stands in the review again', () => {
    expect(after('confirm', 'confirm', 'not-saved')).toEqual({ at: 'review' })
    expect(after('confirm', 'not-saved')).toEqual({ at: 'waiting', leftMs: undoMs })
  })
})
