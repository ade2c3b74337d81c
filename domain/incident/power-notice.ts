type Power = { readonly onBattery: boolean; readonly percent: number | null }

/** On battery the ward is told in time to put itself on paper: at 30 % and again at 10 % (design §8). Null: on mains, enough left, or nothing known. */
export function powerNotice({ onBattery, percent }: Power): 'battery-low' | 'battery-last' | null {
  if (!onBattery || percent === null || percent > 30) return null
  return percent <= 10 ? 'battery-last' : 'battery-low'
}

/**
 * Once for each fall to 10 % a checkpoint is signed: a machine that goes out in the next minutes leaves a chain whose end is
 * vouched for. `isSigned`: it was, for this fall; a new one begins when the machine was charged above 10 %.
 */
export function batteryCheckpoint(isSigned: boolean, power: Power): 'sign' | 'arm' | 'wait' {
  if (!isSigned) return powerNotice(power) === 'battery-last' ? 'sign' : 'wait'
  return !power.onBattery && power.percent !== null && power.percent > 10 ? 'arm' : 'wait'
}
