/**
 * The last step before a record of care goes into the journal, in the order it is gone through:
 *
 * review   what will be recorded stands there to be read; nothing is on its way
 * waiting  confirmed, and can be taken back until the time is over
 * sent     on its way to the journal: from here it is struck, not taken back. When it cannot be saved: review again
 */
export type ConfirmState =
  | { readonly at: 'review' }
  | { readonly at: 'waiting'; readonly leftMs: number }
  | { readonly at: 'sent' }

export type ConfirmEvent =
  /** Ctrl+Enter: once to confirm, once more to wait no longer. */
  | 'confirm'
  /** A press of the button in the same place: the second press of a double click is nobody's wish. */
  | 'press'
  | 'tick'
  /** The owner leaves the screen for another place: what was confirmed is recorded, not lost. */
  | 'leave'
  | 'not-saved'

export const undoMs = 5000
export const tickMs = 500

export function confirmAfter(state: ConfirmState, event: ConfirmEvent): ConfirmState {
  switch (event) {
    case 'confirm':
      return state.at === 'review' ? { at: 'waiting', leftMs: undoMs } : { at: 'sent' }
    case 'press':
      return state.at === 'waiting' && state.leftMs === undoMs ? state : confirmAfter(state, 'confirm')
    case 'tick':
      if (state.at !== 'waiting') return state
      return state.leftMs <= tickMs ? { at: 'sent' } : { at: 'waiting', leftMs: state.leftMs - tickMs }
    case 'leave':
      return state.at === 'waiting' ? { at: 'sent' } : state
    case 'not-saved':
      return state.at === 'sent' ? { at: 'review' } : state
  }
}
