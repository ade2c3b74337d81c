import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { EntryId } from '#domain/ids.ts'
import { openChunk } from '#renderer/store/chunks.ts'
import { openFrames } from '#renderer/store/sealed-entry.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { note } from '#tests/demo/steps.ts'
import { startApp } from './app.ts'
import { enterWithRestartCode, openChart } from './enter.ts'
import { readJournalOnDisk } from './journal-on-disk.ts'
import { aPreparedWard, type PreparedWard } from './prepared-ward.ts'
import { rowsNow, type Rows } from './row-faults.ts'
import { asSurgeon } from './surgeon.ts'
import { shownOf, type Shown } from './ward-shown.ts'

/**
 * A ward whose working copy is whole, closed cleanly; what a person reads of it, and its rows: now, before the window
 * ended and moved the recent ones into charts, and some notes ago.
 */
export type CopyBase = PreparedWard & { readonly shown: Shown; readonly rows: Rows; readonly unfolded: Rows; readonly old: Rows }

export const madeAnew = '表示用の控えを作り直しました'

/** `patients` × `each` entries. Beyond 4 MiB LevelDB writes tables beside its log: 6,480 entries with this noise reach that. */
export async function aCopyBase(patients = 120, each = 54, noise = 1500): Promise<CopyBase> {
  const ward = await aPreparedWard({ patients, each, noise })
  const first = await startApp(ward.folder)
  await enterWithRestartCode(first.page, ward.restartCode)
  await first.page.getByText(madeAnew).waitFor({ timeout: 60_000 })
  await first.app.close()
  const old = await asSurgeon(windowOf(ward.folder), rowsNow)
  // Once more, so that the files are as after a quiet day.
  const { app, page } = await startApp(ward.folder)
  await enterWithRestartCode(page, ward.restartCode)
  await openChart(page, 1)
  for (const text of ['母に電話した。', '痛みは軽い。']) await note(page, text)
  await page.keyboard.press('Escape')
  const shown = await shownOf(page)
  const unfolded = await settledRows(page)
  await app.close()
  return { ...ward, shown, old, unfolded, rows: await onACopy(ward.folder, (folder) => asSurgeon(windowOf(folder), rowsNow)) }
}

/** Rows follow their entries a moment later. */
async function settledRows(page: Page): Promise<Rows> {
  for (let before = await rowsNow(page); ; ) {
    await page.waitForTimeout(300)
    const now = await rowsNow(page)
    if (now.tail.length > 0 && JSON.stringify(now) === JSON.stringify(before)) return now
    before = now
  }
}

/** Why the copy was made anew, each time. */
export async function causesIn(ward: PreparedWard): Promise<readonly string[]> {
  const { events } = await readJournalOnDisk(ward)
  return events.flatMap((event) => (event.event === 'working-copy-rebuilt' ? [event.cause] : []))
}

/** What rows hold, as one text: an entry may stand in the tail or in its chart, and is the same entry. */
export async function entriesIn({ dek, incident }: CopyBase, { charts, tail, meta }: Rows): Promise<string> {
  const keys = await openKeys(dek, { realm: 'demo', incident })
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
  const chunks = await Promise.all(charts.map((row) => openChunk(keys, { ...row, cipher: bytes(row.cipher) })))
  const recent = await openFrames(keys, tail.map(({ seq, id, cipher }) => ({ seq, head: '', id: EntryId.parse(id), cipher: bytes(cipher) })))
  const found = [...chunks.flatMap((records) => records ?? []), ...recent.entries].map(({ seq, entry }) => `${seq} ${JSON.stringify(entry)}`)
  return [...found.toSorted(), `${chunks.filter((records) => records === null).length + tail.length - recent.entries.length} unreadable`, `${meta.length} counts`].join('\n')
}

/** With the mark beside the data folder: it belongs to it. */
export async function onACopy<Done>(of: string, act: (folder: string) => Promise<Done>): Promise<Done> {
  const around = mkdtempSync(join(tmpdir(), 'tomoshibi-copy-fault-'))
  try {
    cpSync(dirname(of), around, { recursive: true })
    return await act(join(around, basename(of)))
  } finally {
    rmSync(around, { recursive: true, force: true })
  }
}

/** Where Chromium keeps the window's databases. */
export function windowOf(folder: string): string {
  return join(folder, 'window')
}
