import { ReaderLayout, signOf, type ReaderKey } from '#domain/scan/key-text.ts'

/**
 * A wedge reader is a keyboard that types what it read into whatever has the focus. It is told from hands by its speed
 * alone: four signs with at most 35 ms between one and the next are a reader's; hands roll two keys that close, and now
 * and then three. From the fourth on nothing reaches the screen until it is known what was read.
 */
export type Press = ReaderKey & { readonly atMs: number; readonly isRepeat: boolean; readonly isOther: boolean }

export type Run = {
  readonly keys: readonly ReaderKey[]
  readonly lastMs: number
  /** Fast enough, long enough: no hands. */
  readonly isReader: boolean
  /** A scan was just over: the second half of a CR LF is the reader's too. */
  readonly isOver: boolean
}

export const noRun: Run = { keys: [], lastMs: Number.NEGATIVE_INFINITY, isReader: false, isOver: false }

export type Step = {
  readonly run: Run
  /** The run before this key is over; `isReader`: it was a scan. */
  readonly ended: Pick<Run, 'keys' | 'isReader'> | null
  /**
   * `first` and `early`: a sign that may yet become a scan. `reader`: from this one on it is one. `more`: another of it.
   * `end`: Enter or Tab of a reader. `stray`: the rest of its line end. `none`: not the recogniser's business.
   */
  readonly key: 'first' | 'early' | 'reader' | 'more' | 'end' | 'stray' | 'none'
}

const leastKeys = 4
export const mostKeys = 500
/** Readers send a key every 1 to 20 ms. */
export const betweenKeysMs = 35
/** Once it is a scan a busy PC or a radio may be late with a key. No further key for so long, and it is over. */
export const lateKeyMs = 150

/** After a key press. `isOther`: Alt or the Windows key is down with it. Rules SCAN-1, SCAN-2. */
export function afterPress(run: Run, press: Press): Step {
  const isLate = press.atMs - run.lastMs > (run.isReader || run.isOver ? lateKeyMs : betweenKeysMs)
  if (isLate && run !== noRun) {
    const { run: next, key } = afterPress(noRun, press)
    return { run: next, key, ended: ending(run) }
  }
  if (isQuiet(press, run)) return { run: { ...run, lastMs: run.keys.length > 0 ? press.atMs : run.lastMs }, ended: null, key: 'none' }
  const isEnd = (press.code === 'Enter' || press.code === 'NumpadEnter' || press.code === 'Tab') && !press.ctrl && !press.shift && !press.isOther && !press.isRepeat
  if (run.isOver && (isEnd || (press.ctrl && press.code === 'KeyJ'))) return { run, ended: null, key: 'stray' }
  if (isEnd && run.isReader) return { run: { ...noRun, lastMs: press.atMs, isOver: true }, ended: ending(run), key: 'end' }
  // A space alone ticks a box or presses a button, and nothing a ward scans begins with one.
  const mayBegin = run.keys.length > 0 || press.code !== 'Space'
  const isSign = !press.isRepeat && !press.isOther && run.keys.length < mostKeys && isSomeSign(press) && mayBegin && (run.isReader || (!press.ctrl && press.code !== 'F8'))
  if (!isSign) return { run: noRun, ended: ending(run), key: 'none' }
  const { code, key, shift, ctrl } = press
  const keys = [...run.keys, { code, key, shift, ctrl }]
  const isReader = keys.length >= leastKeys
  return { run: { keys, lastMs: press.atMs, isReader, isOver: false }, ended: null, key: run.isReader ? 'more' : isReader ? 'reader' : keys.length === 1 ? 'first' : 'early' }
}

function isSomeSign(press: ReaderKey): boolean {
  return ReaderLayout.options.some((layout) => signOf(press, layout) !== null)
}

function ending({ keys, isReader }: Run): Step['ended'] {
  return keys.length === 0 ? null : { keys, isReader }
}

/** Readers press Shift as a key of its own, and Ctrl before a group separator; that is no break. */
function isQuiet({ code }: Press, { isReader }: Run): boolean {
  return code === 'ShiftLeft' || code === 'ShiftRight' || code === 'CapsLock' || code === 'NumLock' || (isReader && (code === 'ControlLeft' || code === 'ControlRight'))
}
