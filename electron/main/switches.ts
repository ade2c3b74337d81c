/**
 * What may stand on the command line. A fused program still opens a debugging port when it is told to, so the
 * line itself is checked: anything not on this list and the program does not start.
 */
export type Given = {
  readonly data: string | null
  readonly demo: boolean
  readonly second: string | null
  /** Answers the folder dialog; for runs that nobody watches. */
  readonly exportTo: string | null
}

const values = ['--data=', '--second='] as const
const flags = ['--demo'] as const
/** Only where the program runs from its sources: what its tests and their driver need. */
const forTests = [/^--export-to=.+$/, /^--no-sandbox$/, /^--inspect=0$/, /^--remote-debugging-port=0$/, /^-r$/, /^--require$/, /^--enable-automation$/, /^--password-store=basic$/, /^--use-mock-keychain$/, /^--use-fake-device-for-media-stream$/, /^--use-file-for-fake-video-capture=.+$/]

/** The line read, or the first word on it that may not be there. `isPackaged`: the shipped program. */
export function readSwitches(words: readonly string[], isPackaged: boolean): { readonly ok: true; readonly given: Given } | { readonly ok: false; readonly word: string } {
  const refused = words.find((word) => isSwitch(word, isPackaged) && !isAllowed(word, isPackaged))
  if (refused !== undefined) return { ok: false, word: refused }
  const value = (name: string): string | null => words.find((word) => word.startsWith(name))?.slice(name.length) || null
  return { ok: true, given: { data: value('--data='), demo: words.includes('--demo'), second: value('--second='), exportTo: isPackaged ? null : value('--export-to=') } }
}

/** On Windows a slash begins a switch as well. From the sources the program's own folder stands on the line. */
function isSwitch(word: string, isPackaged: boolean): boolean {
  return word.startsWith('-') || (isPackaged && word.startsWith('/'))
}

function isAllowed(word: string, isPackaged: boolean): boolean {
  if (flags.some((flag) => flag === word) || values.some((value) => word.startsWith(value) && word.length > value.length)) return true
  return !isPackaged && forTests.some((form) => form.test(word))
}
