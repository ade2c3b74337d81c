import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'

/**
 * Text that breaks programs and must not break this one: a compatibility ideograph and one beyond the first plane
 * (神 U+FA19, 𠮷), a family of emoji, marks that turn the direction of reading, names of JavaScript's own, markup, a
 * spreadsheet's formula. One line, so that it fits every box.
 */
export const storable = '\uFA19\u{20BB7}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u202Etfel\u202C\u2067\u05D0\u2069__proto__ constructor =1+1 <b>&amp;"\'\\ ｶﾞ か\u3099'

/** Text that is refused with a sentence: nobody can print it, read it aloud or write it to a file that others open. */
export const refused = [
  ['a control character', 'a\u0007b'],
  ['a zero', 'a\u0000b'],
  ['the first half of a character', 'a\uD83D'],
  ['the second half of a character', '\uDC00b'],
] as const

/** Puts text into a box as pasting does, also what no keyboard and no protocol can carry: halves of characters. */
export async function put(box: Locator, text: string): Promise<void> {
  await box.focus()
  await box.evaluate((element, units) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) throw new Error('Not a box')
    element.select()
    // oxlint-disable-next-line typescript/no-deprecated -- the one way to put a broken character in as a paste does; the driver's own calls mend it
    document.execCommand(units.length === 0 ? 'delete' : 'insertText', false, String.fromCharCode(...units))
  }, unitsOf(text))
}

/** What stands in a box, unit by unit. */
export async function standsIn(box: Locator, text: string): Promise<void> {
  const units = await box.evaluate((element) => {
    const { value } = element as HTMLInputElement // put() has seen that it is one
    return Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))
  })
  expect(units).toEqual(unitsOf(text))
}

/** Ten million characters, as from a wrong clipboard. Once for all pastes. */
export async function fillClipboard(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ clipboard }) => clipboard.writeText('灯'.repeat(10_485_760)))
}

/** Pastes them with Ctrl+V; the milliseconds until the window answered again. */
export async function flood(page: Page, box: Locator): Promise<number> {
  await box.focus()
  const from = performance.now()
  await page.keyboard.press('Control+V')
  await page.evaluate(() => new Promise(requestAnimationFrame))
  return performance.now() - from
}

/** The station's disk from here on: it works, every flush fails for want of room, or every flush waits until it works again. */
export async function diskThat(app: ElectronApplication, way: 'works' | 'is-full' | 'waits'): Promise<void> {
  await app.evaluate(async (_, how) => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    const handle = await open(process.execPath)
    const kind = Object.getPrototypeOf(handle) as { datasync: () => Promise<void>; quick?: () => Promise<void>; release?: () => void } // every file handle's methods
    const quick = (kind.quick ??= kind.datasync)
    kind.release?.()
    const { promise: works, resolve } = Promise.withResolvers<void>()
    kind.release = resolve
    kind.datasync = async function (this: typeof kind) {
      if (how === 'is-full') throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      if (how === 'waits') await works
      return quick.call(this)
    }
    await handle.close()
  }, way)
}

/** Every flush of the machine takes that long, as on a worn stick. */
export async function slowDisk(app: ElectronApplication, ms: number): Promise<void> {
  await app.evaluate(async (_, wait) => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    const handle = await open(process.execPath)
    const kind = Object.getPrototypeOf(handle) as { datasync: () => Promise<void>; quick?: () => Promise<void> } // every file handle's methods
    kind.quick ??= kind.datasync
    kind.datasync = async function (this: typeof kind) {
      await new Promise((waited) => setTimeout(waited, wait))
      return kind.quick?.call(this)
    }
    await handle.close()
  }, ms)
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
