import { readdirSync, readFileSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import type { MachineCheck } from '#domain/inventory/machine-check.ts'

/** Files of the machine, as these checks may look at them. `null`: not there; `false`: there, and not to be read by us. */
export type MachineFiles = {
  readonly os: NodeJS.Platform
  readonly home: string
  readonly read: (path: string) => string | false | null
  readonly list: (folder: string) => readonly string[] | false | null
}

export const thisMachine: MachineFiles = { os: platform(), home: homedir(), read: (path) => looked(() => readFileSync(path, 'utf8')), list: (folder) => looked(() => readdirSync(folder)) }

/** Eight questions of the seal check. On a system we cannot ask, each answer is "not checked", and words say where a person looks. */
export function machineChecks(files: MachineFiles): readonly MachineCheck[] {
  if (files.os !== 'linux') return (['swap', 'core-dumps', 'hibernation', 'crash-files', 'ime', 'clipboard', 'spool', 'screen-lock'] as const).map((check) => ({ check, is: 'not-checked', of: [] }))
  return [swap(files), coreDumps(files), hibernation(files), crashFiles(files), learning(files), clipboard(files), spool(files), screenLock(files)]
}

function swap({ read }: MachineFiles): MachineCheck {
  const table = read('/proc/swaps')
  if (table === null || table === false) return notChecked('swap')
  // zram is compressed memory: it goes with the power.
  const devices = table.trim().split('\n').slice(1).filter((line) => !line.startsWith('/dev/zram'))
  return devices.length === 0 ? good('swap') : found('swap')
}

function coreDumps({ read }: MachineFiles): MachineCheck {
  const limits = read('/proc/self/limits')
  const most = limits === null || limits === false ? undefined : /Max core file size\s+(\S+)/.exec(limits)?.[1]
  if (most === undefined) return notChecked('core-dumps')
  return most === '0' ? good('core-dumps') : found('core-dumps')
}

/** The kernel can sleep to disk only where it was told a place to wake up from. */
function hibernation({ read }: MachineFiles): MachineCheck {
  const states = read('/sys/power/state')
  if (states === false) return notChecked('hibernation')
  if (states === null || !states.split(/\s/).includes('disk')) return good('hibernation')
  const resume = read('/sys/power/resume')
  if (resume === null || resume === false) return notChecked('hibernation')
  return resume.trim() === '0:0' ? good('hibernation') : found('hibernation')
}

function crashFiles(files: MachineFiles): MachineCheck {
  const folders = [['/var/crash', 'apport'], ['/var/lib/systemd/coredump', 'systemd-coredump'], ['/var/spool/abrt', 'abrt']] as const
  const full = folders.filter(([folder]) => {
    const names = files.list(folder)
    return names !== null && names !== false && names.length > 0
  })
  if (full.length > 0) return { check: 'crash-files', is: 'found', of: full.map(([, name]) => name) }
  return folders.some(([folder]) => files.list(folder) === false) ? notChecked('crash-files') : good('crash-files')
}

const learners = [
  ['.mozc', 'Mozc', /history\.db$/], ['.config/mozc', 'Mozc', /history\.db$/], ['.anthy', 'Anthy', /^(last-record|imported)/], ['.config/anthy', 'Anthy', /^(last-record|imported)/],
  ['.config/libkkc', 'KKC', /user/], ['.config/ibus-skk', 'SKK', /user/], ['.local/share/fcitx5/skk', 'SKK', /user/], ['.local/share/libime', 'fcitx5', /history|user/],
] as const

function learning(files: MachineFiles): MachineCheck {
  return inHome(files, 'ime', learners)
}

const clipboards = [
  ['.cache/gpaste', 'GPaste', /./], ['.local/share/gpaste', 'GPaste', /./], ['.local/share/klipper', 'Klipper', /history/], ['.local/share/clipit', 'ClipIt', /history/],
  ['.local/share/parcellite', 'Parcellite', /history/], ['.config/copyq', 'CopyQ', /\.dat$/], ['.local/share/copyq', 'CopyQ', /./], ['.cache/clipman', 'Clipman', /./],
  ['.config/fcitx', 'fcitx', /^clipboard$/], ['.cache/cliphist', 'cliphist', /./],
] as const

function clipboard(files: MachineFiles): MachineCheck {
  return inHome(files, 'clipboard', clipboards)
}

/** CUPS keeps documents for a day and the list of jobs for ever unless it is told not to. */
function spool({ read, list }: MachineFiles): MachineCheck {
  if (list('/etc/cups') === null) return good('spool')
  const settings = read('/etc/cups/cupsd.conf')
  if (settings === null || settings === false) return notChecked('spool')
  const isOff = (name: string): boolean => new RegExp(`^\\s*${name}\\s+(no|off|false|0)\\s*$`, 'im').test(settings)
  return isOff('PreserveJobFiles') && isOff('PreserveJobHistory') ? good('spool') : found('spool')
}

/** Only what a system-wide setting says outright; a desktop keeps the user's own choice in a form we do not read. */
function screenLock({ read, list }: MachineFiles): MachineCheck {
  const folder = list('/etc/dconf/db/local.d')
  const texts = folder === null || folder === false ? [] : folder.map((name) => read(`/etc/dconf/db/local.d/${name}`))
  const said = texts.flatMap((text) => /\[org\/gnome\/desktop\/screensaver\][^[]*lock-enabled\s*=\s*(true|false)/.exec(text === false ? '' : (text ?? ''))?.[1] ?? [])
  if (said.includes('false')) return found('screen-lock')
  return said.includes('true') ? good('screen-lock') : notChecked('screen-lock')
}

function inHome(files: MachineFiles, check: 'ime' | 'clipboard', places: readonly (readonly [string, string, RegExp])[]): MachineCheck {
  const names = places.flatMap(([folder, name, file]) => {
    const listed = files.list(`${files.home}/${folder}`)
    return listed !== null && listed !== false && listed.some((each) => file.test(each)) ? [name] : []
  })
  if (names.length > 0) return { check, is: 'found', of: [...new Set(names)] }
  return places.some(([folder]) => files.list(`${files.home}/${folder}`) === false) ? notChecked(check) : good(check)
}

const good = (check: MachineCheck['check']): MachineCheck => ({ check, is: 'good', of: [] })
const found = (check: MachineCheck['check']): MachineCheck => ({ check, is: 'found', of: [] })
const notChecked = (check: MachineCheck['check']): MachineCheck => ({ check, is: 'not-checked', of: [] })

function looked<Found>(look: () => Found): Found | false | null {
  try {
    return look()
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && (thrown.code === 'EACCES' || thrown.code === 'EPERM') ? false : null
  }
}
