import { witnessNames, type Trial } from './audit-trial.ts'

/** What became of many trials. */
export type Row = { readonly attack: string; readonly witness: string; readonly tried: number; readonly covered: number; readonly found: number; readonly behind: number; readonly foundBehind: number }

export function tally(trials: readonly Trial[]): readonly Row[] {
  return [...Map.groupBy(trials, ({ attack, witness }) => `${attack} ${witness}`).values()].flatMap((own): readonly Row[] => {
    const [first] = own
    if (first === undefined) return []
    const [covered, behind] = [own.filter(({ isCovered }) => isCovered), own.filter(({ isCovered }) => !isCovered)]
    const found = (list: readonly Trial[]): number => list.filter(({ isFound }) => isFound).length
    return [{ attack: first.attack, witness: first.witness, tried: own.length, covered: covered.length, found: found(covered), behind: behind.length, foundBehind: found(behind) }]
  })
}

/** Kind × witness: found of tried where the witness was made after the change; in brackets, where it was made before. */
export function tableOf(trials: readonly Trial[]): string {
  const rows = tally(trials)
  const attacks = [...new Set(rows.map(({ attack }) => attack))]
  const cell = (attack: string, witness: string): string => {
    const row = rows.find((one) => one.attack === attack && one.witness === witness)
    if (row === undefined) return ''
    if (witness === 'none') return `${row.found + row.foundBehind}/${row.tried}`
    return `${row.found}/${row.covered}${row.behind === 0 ? '' : ` (${row.foundBehind}/${row.behind})`}`
  }
  const byKey = (attack: string): string => {
    const own = trials.filter((trial) => trial.attack === attack && trial.isCoveredByKey)
    return own.length === 0 ? '' : `${own.filter(({ isFoundByKey }) => isFoundByKey).length}/${own.length}`
  }
  const lines = [['attack', ...witnessNames, 'incident key'], ...attacks.map((attack) => [attack, ...witnessNames.map((witness) => cell(attack, witness)), byKey(attack)])]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  return lines.map((line) => line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

/** Not found although a witness made after the change was at hand; the seed tells the story again. */
export function missed(trials: readonly Trial[]): readonly Trial[] {
  return trials.filter(({ witness, isCovered, isFound }) => witness !== 'none' && isCovered && !isFound)
}

export function missedByKey(trials: readonly Trial[]): readonly Trial[] {
  return trials.filter(({ isCoveredByKey, isFoundByKey }) => isCoveredByKey && !isFoundByKey)
}

/** Edits that leave no trace on the PC itself when the station's key is in the thief's hand: the stated limit. */
const silent: readonly string[] = ['swapped', 'restamped', 'inserted', 'older-folder', 'hidden-opening']

export function silentlyFound(trials: readonly Trial[]): readonly Trial[] {
  return trials.filter(({ attack, witness, isFound }) => witness === 'none' && silent.includes(attack) && isFound)
}
