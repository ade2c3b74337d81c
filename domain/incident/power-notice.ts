/** On battery the ward is told in time to put itself on paper: at 30 % and again at 10 % (design §8). Null: on mains, enough left, or nothing known. */
export function powerNotice({ onBattery, percent }: { readonly onBattery: boolean; readonly percent: number | null }): 'battery-low' | 'battery-last' | null {
  if (!onBattery || percent === null || percent > 30) return null
  return percent <= 10 ? 'battery-last' : 'battery-low'
}
