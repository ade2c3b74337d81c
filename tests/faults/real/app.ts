import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { firstWindow, launchApp } from '#tests/journeys/launch.ts'

export type Running = { readonly app: ElectronApplication; readonly page: Page; readonly pid: number }

/** The real application on a data folder of the demonstration realm. */
export async function startApp(folder: string, args: readonly string[] = []): Promise<Running> {
  const app = await launchApp({ args: [`--data=${folder}`, '--demo', ...args] })
  const pid = app.process().pid
  if (pid === undefined) throw new Error('The application has no process')
  return { app, page: await firstWindow(app), pid }
}

/** SIGKILL to the whole process group, as a power switch does it: nobody gets to say a last word. */
export async function killAll({ app, pid }: Running): Promise<void> {
  const gone = new Promise<void>((resolve) => app.process().once('exit', () => resolve()))
  process.kill(-pid, 'SIGKILL')
  await gone
  while (groupOf(pid).length > 0) await pause(5)
}

/** Every living process of a group; a process that has ended and was not yet waited for counts as gone. */
export function groupOf(group: number): readonly number[] {
  return processes().flatMap(({ pid, pgrp, state }) => (pgrp === group && state !== 'Z' ? [pid] : []))
}

type Process = { readonly pid: number; readonly parent: number; readonly pgrp: number; readonly state: string }

function processes(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [state = '', parent = '', pgrp = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [{ pid: Number(name), parent: Number(parent), pgrp: Number(pgrp), state }]
    } catch {
      return [] // ended while we looked
    }
  })
}

/** Locks with F12; resolves with the new window and the process id the old one had. */
export async function lockWindow({ app, page }: Pick<Running, 'app' | 'page'>): Promise<Page> {
  const next = app.waitForEvent('window')
  await page.keyboard.press('F12').catch(() => undefined) // the window is gone before the key is up again
  const fresh = await next
  await fresh.waitForLoadState('domcontentloaded')
  return fresh
}

/** The process that draws the window now. */
export function rendererOf(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
}
