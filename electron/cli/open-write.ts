import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Unpacked } from '#domain/export/check-export.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { causeOf } from '../node/disk/disk.ts'

/** Is this a place that a whole export may be put: not there yet, or an empty folder? */
export async function isFree(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((thrown: unknown) => (causeOf(thrown) === 'enoent' ? [] : ['not a folder']))
  return names.length === 0
}

/**
 * Writes every file beside the folder and then gives it its name: the folder holds a whole export or nothing.
 * What is written is for its owner's eyes only.
 */
export async function writeFolder(unpacked: Unpacked, folder: string): Promise<Result<null, string>> {
  const target = resolve(folder)
  let beside: string | null = null
  try {
    beside = await mkdtemp(`${target}.partial-`)
    for (const name of unpacked.names) {
      const bytes = await unpacked.read(name, Number.MAX_SAFE_INTEGER)
      if (bytes === null) throw Object.assign(new Error('An archive in memory changed'), { code: 'EIO' })
      await mkdir(dirname(join(beside, name)), { recursive: true, mode: 0o700 })
      await writeFile(join(beside, name), bytes, { flag: 'wx', mode: 0o600, flush: true })
    }
    if ((await stat(target).catch(() => null)) !== null) await rmdir(target)
    await rename(beside, target)
    return ok(null)
  } catch (thrown) {
    if (beside !== null) await rm(beside, { recursive: true, force: true })
    return err(`NOT WRITTEN: the disk answered ${causeOf(thrown)}; nothing was left in ${folder}`)
  }
}
