import { say } from '#build/setup/say.mjs'
import { startApp } from './app.ts'
import { causesIn, entriesIn, madeAnew, onACopy, windowOf, type CopyBase } from './copy-base.ts'
import { enterWithRestartCode } from './enter.ts'
import type { FileFault } from './file-faults.ts'
import { changeRows, layRows, rowsNow, type RowFault } from './row-faults.ts'
import { asSurgeon } from './surgeon.ts'
import { differenceOf, shownOf } from './ward-shown.ts'

const told = /表示用の控えを作り直/
const anewOrNot = new RegExp(`${madeAnew}|表示用の控えを作り直せません`)
/** Enough to open and add up every row, and for a database that answers nothing for three seconds. */
const comparisonMs = 6000

export type Fault = FileFault | RowFault

export type Trial = {
  readonly name: string
  /** The incident's journal says the copy was made anew: at the first start after the fault, or only at the next. */
  readonly madeAnew: 'first' | 'second' | 'never'
  /** Made anew at the first start, and once more at the next: what had been made did not last. */
  readonly again: boolean
  /** Did the fault change what the rows hold? A cut can take away what says nothing any more. */
  readonly harmed: boolean
  readonly cause: string | null
  readonly told: boolean
  readonly sameRows: boolean
  /** At the next start, where a repaired LevelDB was seen to lose everything. */
  readonly sameRowsAgain: boolean
}

/** A fault that changed a row is noticed at once, whatever was noticed is told, and a person reads the same rows, now and at the next start. */
export function isGood(trial: Trial): boolean {
  return (trial.madeAnew === 'first' || !trial.harmed) && (trial.madeAnew === 'never' || trial.told) && trial.sameRows && trial.sameRowsAgain
}

/** `starts`: one, or the next as well. */
export async function tryFault(base: CopyBase, fault: Fault, starts: 1 | 2 = 2): Promise<Trial> {
  const seen = await onACopy(base.folder, async (folder) => {
    await damage(base, folder, fault)
    return afterFault(base, folder, starts)
  })
  const trial = { name: fault.name, ...seen, harmed: seen.madeAnew === 'first' || (await isHarmed(base, fault)) }
  say(`${isGood(trial) ? 'good' : 'BAD '} ${trial.name}: ${trial.harmed ? 'rows harmed' : 'no record harmed'}, made anew ${trial.madeAnew}${trial.again ? ' and again' : ''}, ${trial.cause ?? 'no cause'}, told ${trial.told}, same rows ${trial.sameRows}, again ${trial.sameRowsAgain}`)
  return trial
}

async function damage(base: CopyBase, folder: string, fault: Fault): Promise<void> {
  if ('apply' in fault) return fault.apply(windowOf(folder))
  const changed = await asSurgeon(windowOf(folder), async (page) => {
    if (fault.of === 'unfolded') await layRows(page, base.unfolded)
    return changeRows(page, fault.act, base.old)
  })
  if (changed === 0 && fault.act !== 'nothing') throw new Error(`${fault.name}: there was nothing to change`)
}

/** Looked at on a copy of its own: opening a damaged database changes it. */
function isHarmed(base: CopyBase, fault: Fault): Promise<boolean> {
  return onACopy(base.folder, async (folder) => {
    await damage(base, folder, fault)
    const rows = await asSurgeon(windowOf(folder), (page) => rowsNow(page).catch(() => null))
    return rows === null || (await entriesIn(base, rows)) !== (await entriesIn(base, base.rows))
  })
}

async function afterFault(base: CopyBase, folder: string, starts: 1 | 2): Promise<Omit<Trial, 'name' | 'harmed'>> {
  const before = await causesIn({ ...base, folder })
  const first = await oneStart(base, folder, comparisonMs)
  const between = await causesIn({ ...base, folder })
  const isAnew = between.length > before.length
  // A copy that was just made is not waited for: it is only read.
  const second = starts === 1 ? first : await oneStart(base, folder, isAnew ? 0 : comparisonMs)
  const after = starts === 1 ? between : await causesIn({ ...base, folder })
  return {
    madeAnew: isAnew ? 'first' : after.length > between.length ? 'second' : 'never',
    again: isAnew && after.length > between.length,
    cause: after[before.length] ?? null,
    told: first.told || second.told,
    sameRows: first.sameRows,
    sameRowsAgain: second.sameRows,
  }
}

async function oneStart(base: CopyBase, folder: string, waitMs: number): Promise<{ readonly told: boolean; readonly sameRows: boolean }> {
  const { app, page } = await startApp(folder)
  try {
    await enterWithRestartCode(page, base.restartCode)
    const shown = [await shownOf(page)]
    const notice = page.getByText(told).first()
    const isTold = waitMs === 0 ? await notice.isVisible() : await notice.waitFor({ timeout: waitMs }).then(() => true, () => false)
    if (isTold) {
      await page.getByText(anewOrNot).waitFor({ timeout: 60_000 })
      shown.push(await shownOf(page))
    }
    const differences = shown.flatMap((one) => differenceOf(base.shown, one) ?? [])
    for (const difference of differences) say(`shown: ${difference}`)
    return { told: isTold, sameRows: differences.length === 0 }
  } finally {
    await app.close()
  }
}
