import { createDecipheriv } from 'node:crypto'
import { fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'
import type { Floors, Job } from './job.ts'

/**
 * What a measured window may ask beside the product's one channel: its job, and the floors it is held against,
 * which run in this same process. Nothing of the product is replaced.
 */
let round = 0
let floorFile: FileHandle | null = null
let floorPlace: number | null = null

const answers: { readonly [Name in keyof Floors]: (given: Parameters<Floors[Name]>[0]) => Promise<Awaited<ReturnType<Floors[Name]>>> } = {
  /** As text: an object would be copied field by field on its way into the window. */
  job: () => Promise.resolve(JSON.stringify({ ...(JSON.parse(readFileSync(process.env['BENCH_JOB'] ?? '', 'utf8')) as Partial<Job>), round: (round += 1) })),
  /** Reads, decrypts and parses one file; milliseconds. */
  readFile: ({ file, key }) => {
    const from = performance.now()
    const bytes = readFileSync(file)
    const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, 12))
    cipher.setAuthTag(bytes.subarray(bytes.length - 16))
    const plain = Buffer.concat([cipher.update(bytes.subarray(12, bytes.length - 16)), cipher.final()])
    const parsed: unknown = JSON.parse(plain.toString('utf8'))
    return Promise.resolve(Array.isArray(parsed) ? performance.now() - from : Number.NaN)
  },
  /** Adds bytes to a file and has them on the device. */
  append: async (bytes) => {
    floorFile ??= await open(join(app.getPath('userData'), 'floor'), 'a')
    await floorFile.write(bytes)
    await floorFile.datasync()
    return 0
  },
  /** The same without giving the process back meanwhile. */
  appendInOneGo: (bytes) => {
    const at = (floorPlace ??= openSync(join(app.getPath('userData'), 'floor-in-one-go'), 'a'))
    writeSync(at, bytes)
    fdatasyncSync(at)
    return Promise.resolve(0)
  },
  nothing: () => Promise.resolve(0),
}

ipcMain.handle('bench', <Name extends keyof Floors>(_event: unknown, name: Name, given: Parameters<Floors[Name]>[0]) => answers[name](given))
ipcMain.on('bench:say', (_event, line: string) => {
  process.stdout.write(`bench ${line}\n`)
})
/** These pages have nothing to put in order; the product would wait for its window to say that it has. */
ipcMain.on('bench:end', () => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  app.quit()
})
