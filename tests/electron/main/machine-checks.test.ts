import { describe, expect, it } from 'vitest'
import { machineFindings } from '#domain/inventory/machine-check.ts'
import { machineChecks, type MachineFiles } from '#electron/main/machine-checks.ts'

const quiet: Readonly<Record<string, string>> = {
  '/proc/swaps': 'Filename\tType\tSize\tUsed\tPriority\n',
  '/proc/self/limits': 'Limit                     Soft Limit           Hard Limit           Units\nMax core file size        0                    0                    bytes\n',
  '/sys/power/state': 'freeze mem disk\n',
  '/sys/power/resume': '0:0\n',
  '/etc/cups/cupsd.conf': 'LogLevel warn\nPreserveJobFiles No\nPreserveJobHistory no\n',
  '/etc/dconf/db/local.d/00-lock': '[org/gnome/desktop/screensaver]\nlock-enabled=true\n',
}

/** A machine with these files and no others. */
function machine(files: Readonly<Record<string, string>>, os: NodeJS.Platform = 'linux'): MachineFiles {
  const all = { ...quiet, ...files }
  return {
    os, home: '/home/ward',
    read: (path) => (all[path] === 'refused' ? false : (all[path] ?? null)),
    list: (folder) => {
      if (all[folder] === 'refused') return false
      const names = Object.keys(all).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/')[0] ?? '')
      return names.length === 0 ? null : names
    },
  }
}

const of = (files: Readonly<Record<string, string>>, check: string) => machineChecks(machine(files)).find((each) => each.check === check)

describe('a Linux machine', () => {
  it('[CHECK-1] that keeps nothing is good in every line', () => {
    expect(machineChecks(machine({})).map(({ check, is }) => `${check} ${is}`)).toEqual(['swap good', 'core-dumps good', 'hibernation good', 'crash-files good', 'ime good', 'clipboard good', 'spool good', 'screen-lock good'])
  })

  it('[CHECK-1] swap on a disk is found, compressed memory is not', () => {
    expect(of({ '/proc/swaps': 'Filename\n/dev/sda2 partition 1 0 -2\n' }, 'swap')?.is).toBe('found')
    expect(of({ '/proc/swaps': 'Filename\n/dev/zram0 partition 1 0 100\n' }, 'swap')?.is).toBe('good')
  })

  it('[CHECK-1] core dumps, hibernation and crash files are found', () => {
    expect(of({ '/proc/self/limits': 'Max core file size        unlimited            unlimited            bytes\n' }, 'core-dumps')?.is).toBe('found')
    expect(of({ '/sys/power/resume': '8:2\n' }, 'hibernation')?.is).toBe('found')
    expect(of({ '/var/crash/_usr_bin_tomoshibi.1000.crash': 'x' }, 'crash-files')).toEqual({ check: 'crash-files', is: 'found', of: ['apport'] })
  })

  it('[CHECK-1] an input method that learns and a clipboard history are found by name', () => {
    expect(of({ '/home/ward/.config/mozc/.history.db': 'x', '/home/ward/.anthy/last-record1_default.utf8': 'x' }, 'ime')).toEqual({ check: 'ime', is: 'found', of: ['Mozc', 'Anthy'] })
    expect(of({ '/home/ward/.local/share/klipper/history2.lst': 'x' }, 'clipboard')).toEqual({ check: 'clipboard', is: 'found', of: ['Klipper'] })
  })

  it('[CHECK-1] a spool that keeps documents is found, also when nothing is set: a day is what CUPS keeps by itself', () => {
    expect(of({ '/etc/cups/cupsd.conf': 'LogLevel warn\n' }, 'spool')?.is).toBe('found')
    expect(of({ '/etc/cups/cupsd.conf': 'PreserveJobFiles No\n#PreserveJobHistory No\n' }, 'spool')?.is).toBe('found')
  })

  it('[CHECK-2] what cannot be read is not checked, and never good', () => {
    expect(of({ '/proc/swaps': 'refused' }, 'swap')?.is).toBe('not-checked')
    expect(of({ '/etc/cups/cupsd.conf': 'refused' }, 'spool')?.is).toBe('not-checked')
    expect(of({ '/var/crash': 'refused' }, 'crash-files')?.is).toBe('not-checked')
    expect(of({ '/etc/dconf/db/local.d/00-lock': '' }, 'screen-lock')?.is).toBe('not-checked')
  })
})

it('[CHECK-2] on a system that cannot be asked, no line is good', () => {
  for (const os of ['win32', 'darwin'] as const) expect(machineChecks(machine({}, os)).every(({ is }) => is === 'not-checked')).toBe(true)
})

it('[CHECK-3] what was found stands in the seal check as a code', () => {
  expect(machineFindings(machineChecks(machine({ '/proc/swaps': 'Filename\n/dev/sda2 partition 1 0 -2\n' })))).toEqual(['swap-is-on'])
})
