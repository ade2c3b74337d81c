import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { launchArgs } from '#build/setup/display.mjs'
import { root } from '#build/setup/say.mjs'

/** A start that hangs is given up after this long and tried once more. */
const startLimitMs = 8_000
/** More second tries than this in one worker mean the application is at fault, not the machine. */
const secondTriesAllowed = 2
let secondTries = 0

export type Launch = {
  /** Arguments of the application itself. */
  readonly args?: readonly string[]
  /** Added to this process's environment; a data folder, for one. */
  readonly env?: Readonly<Record<string, string>>
  /** A program made by `npm run package -- inspectable`, instead of the sources' build. Starts less surely: see below. */
  readonly program?: string
}

/**
 * Starts the built application (out/app) on the Electron that bootstrap chose, and drives it.
 *
 * Without `executablePath`, on purpose: given one, Playwright leaves out the hook that holds `ready` back until
 * it has attached, and now and then a start never returns (5 of 42; without it 0 of 54). It finds the program
 * through the `electron` package, which honours ELECTRON_OVERRIDE_DIST_PATH (set by build/setup/electron.mjs).
 * A fused, packaged program can't be driven this way at all: see build/tasks/package.mjs.
 */
export async function launchApp({ args = [], env = {}, program }: Launch = {}): Promise<ElectronApplication> {
  const switches = await launchArgs()
  const options = {
    ...(program === undefined ? {} : { executablePath: program }),
    args: [...switches, ...(program === undefined ? [root] : []), ...args],
    // Playwright turns Chromium's sandbox off by itself on Linux; we keep it wherever it works.
    chromiumSandbox: switches.length === 0,
    cwd: root,
    env: { ...environment(), ...env },
    timeout: startLimitMs,
  }
  try {
    return await electron.launch(options)
  } catch (error) {
    secondTries += 1
    if (secondTries > secondTriesAllowed) throw error
    console.warn(`Start given up after ${startLimitMs} ms; second try ${secondTries}.`)
    return electron.launch(options)
  }
}

/** The application's window, once its page has loaded. */
export async function firstWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return page
}

function environment(): Record<string, string> {
  const said: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) said[name] = value
  // Without a locale Chromium cannot ask the disk for a file with a Japanese name, and takes it for an empty one of now.
  const hasLocale = ['LC_ALL', 'LC_CTYPE', 'LANG'].some((name) => said[name] !== undefined)
  return hasLocale ? said : { ...said, LANG: 'C.UTF-8' }
}
