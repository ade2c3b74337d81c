/**
 * Tries of one person's PIN. A PIN has few digits and is only worth what limits the guessing: the fifth
 * wrong one in a row wipes that person's wrap, and the person comes back by another (reset by two) or by a
 * restart code. Others are not touched: one forgetful colleague never stops the ward.
 */
export type PinTries = { readonly wrongInARow: number }

export const mostWrongPins = 5
export const noTries: PinTries = { wrongInARow: 0 }

/** After a wrong PIN: how many tries are left, and whether the wrap must now be wiped. */
export function afterWrongPin(tries: PinTries): { readonly tries: PinTries; readonly left: number; readonly mustWipe: boolean } {
  const wrongInARow = tries.wrongInARow + 1
  const left = Math.max(0, mostWrongPins - wrongInARow)
  return { tries: { wrongInARow }, left, mustWipe: left === 0 }
}
