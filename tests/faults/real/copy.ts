import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { aCopyBase } from './copy-base.ts'
import { isGood, tryFault, type Fault, type Trial } from './copy-trial.ts'
import { fileFaults } from './file-faults.ts'
import { rowFaults } from './row-faults.ts'

/** None: these must disturb nobody, or a fault would be noticed for the wrong reason. */
const calmFaults: readonly Fault[] = [
  { name: 'nothing at all', apply: () => undefined },
  { name: 'nothing, with recent rows not yet in charts', act: 'nothing', of: 'unfolded' },
]

type CopyFigures = {
  readonly faults: number
  readonly entries: number
  /** Made anew at the first start after the fault. */
  readonly noticed: number
  /** Made anew only at the next start; nothing of the records was harmed before. */
  readonly noticedLater: readonly string[]
  readonly harmless: readonly string[]
  readonly madeAnewAgain: readonly string[]
  readonly told: number
  readonly sameRows: number
  /** An undamaged copy that was made anew all the same. */
  readonly falseAlarms: number
  readonly causes: Readonly<Record<string, number>>
  readonly bad: readonly Trial[]
}

/** Every fault whose name holds `like`, one after the other; before them none. */
export async function copyFaults(like = ''): Promise<{ readonly figures: { readonly copy: CopyFigures }; readonly failed: boolean }> {
  const base = await aCopyBase()
  try {
    const calm: Trial[] = []
    for (const fault of calmFaults) calm.push(await tryFault(base, fault))
    const trials: Trial[] = []
    for (const fault of [...fileFaults, ...rowFaults].filter(({ name }) => name.includes(like))) trials.push(await tryFault(base, fault))
    const named = (isSo: (trial: Trial) => boolean): readonly string[] => trials.filter(isSo).map(({ name }) => name)
    const copy: CopyFigures = {
      faults: trials.length,
      entries: base.entries,
      noticed: named(({ madeAnew }) => madeAnew === 'first').length,
      noticedLater: named(({ madeAnew }) => madeAnew === 'second'),
      harmless: named(({ madeAnew }) => madeAnew === 'never'),
      madeAnewAgain: named(({ again }) => again),
      told: named(({ told }) => told).length,
      sameRows: named(({ sameRows, sameRowsAgain }) => sameRows && sameRowsAgain).length,
      falseAlarms: calm.filter(({ madeAnew, told }) => madeAnew !== 'never' || told).length,
      causes: countOf(trials.map(({ cause }) => cause ?? 'none')),
      bad: trials.filter((trial) => !isGood(trial)),
    }
    return { figures: { copy }, failed: copy.bad.length + copy.falseAlarms > 0 || !calm.every(isGood) || copy.noticed === 0 }
  } finally {
    rmSync(dirname(base.folder), { recursive: true, force: true })
  }
}

function countOf(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))
}
