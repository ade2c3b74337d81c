import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, accessSync, constants, readFileSync } from 'node:fs'
import { hostname, networkInterfaces, platform } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * The data folder: one for the machine, not one per login, so that whoever logs in during a disaster finds
 * the same ward. Where the machine-wide place cannot be written, the installer's work is missing and it says so.
 */
export function defaultDataFolder(env: NodeJS.ProcessEnv, os: NodeJS.Platform = platform()): string {
  if (os === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Tomoshibi')
  if (os === 'darwin') return '/Library/Application Support/Tomoshibi'
  return '/var/lib/tomoshibi'
}

/** Can the folder be used? Makes it when it is missing and may be made. */
export function isUsable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Which PC this is: stable over restarts, and nothing that could be turned back into an address. */
export function machineMark(): string {
  const id = ['/etc/machine-id', '/var/lib/dbus/machine-id'].find((path) => existsSync(path))
  const cards = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter((card) => !card.internal).map((card) => card.mac).toSorted()
  return createHash('sha256').update([id === undefined ? '' : readFileSync(id, 'utf8').trim(), hostname(), cards[0] ?? ''].join('|')).digest('hex').slice(0, 32)
}

/** The mark outside the data folder (lineage.ts): beside it, under another name, so that copying the folder leaves it behind. */
export function markPathOf(data: string): string {
  return join(dirname(data), `.${data.split(/[/\\]/).at(-1) ?? 'tomoshibi'}-mark.json`)
}

/**
 * A running process, so that another is never taken for it: after a power cut the numbers begin anew, and the one this
 * program had may belong to anything. Linux adds the boot and the moment the process began; null: no such process.
 */
export function processName(id: number, os: NodeJS.Platform = platform()): string | null {
  try {
    process.kill(id, 0)
  } catch (thrown) {
    // Somebody else's process is a process, too.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM')) return null
  }
  if (os !== 'linux') return String(id)
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    return `${id} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${began}`
  } catch {
    return null // ended while we looked
  }
}

/** Battery as the system tells it; null percent where there is none. */
export function batteryOn(os: NodeJS.Platform, onBattery: boolean): { readonly onBattery: boolean; readonly percent: number | null } {
  if (os !== 'linux') return { onBattery, percent: null }
  const found = ['BAT0', 'BAT1'].map((name) => `/sys/class/power_supply/${name}/capacity`).find((path) => existsSync(path))
  return { onBattery, percent: found === undefined ? null : Number(readFileSync(found, 'utf8').trim()) }
}
