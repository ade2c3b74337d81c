import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { linesOf, readEventLine } from '#domain/export/events.ts'
import type { Entry } from '#domain/log/entry.ts'
import { say } from '#build/setup/say.mjs'
import { openExport } from '#tests/demo/read-export.ts'
import { exportAll, register } from '#tests/demo/steps.ts'
import { theExport } from '#tests/journeys/outside.ts'
import { killAll, startApp } from './app.ts'
import { compareRecords, type Compared, type Known } from './compare.ts'
import { enterWithEnvelope, enterWithRestartCode, openChart, type Entered } from './enter.ts'
import { readJournalOnDisk } from './journal-on-disk.ts'
import { aPreparedWard, type PreparedWard } from './prepared-ward.ts'
import { noteText, temperatureOf, typeWithoutEnd, type Told } from './typist.ts'

/** A code must lead to a board one can use within this time, also after a kill. */
export const mostUsableMs = 5000
const longestWritingMs = 3000

export type KillResult = Compared & {
  readonly rounds: number
  /** Rounds that were killed once more while the application was starting. */
  readonly killedAtStart: number
  readonly exported: { readonly lost: number; readonly entries: number }
  readonly numbersTwice: number
  readonly boardUsableMaxMs: number
  readonly boardUsableMedianMs: number
  /** The longest wait before a code, owed for a try that a kill cut off. */
  readonly owedMaxMs: number
  readonly rebuilds: number
  readonly alarms: readonly string[]
}

/** The real application, killed again and again while it saves through its real screens; then everything is counted. */
export async function killRounds(rounds: number): Promise<KillResult> {
  const ward = await aPreparedWard({ patients: 40, each: 24 })
  const typed: Known[] = []
  const saved = new Set<string>()
  const usable: number[] = []
  const owed: number[] = []
  let killedAtStart = 0
  for (let round = 1; round <= rounds; round += 1) {
    if (round % 5 === 0) {
      await killWhileStarting(ward)
      killedAtStart += 1
    }
    const { usableMs, owedMs, writtenMs } = await oneRound(ward, round, typed, saved)
    usable.push(usableMs)
    owed.push(owedMs)
    say(`round ${round}: board after ${Math.round(usableMs)} ms, killed after ${Math.round(writtenMs)} ms, ${saved.size} saved so far`)
  }
  const exported = await exportAfterwards(ward)
  const journal = await readJournalOnDisk(ward)
  const compared = compareRecords(typed, saved, knownOf(journal.entries))
  const inExport = new Set(knownOf(exported).map(({ marker }) => marker))
  const numbers = journal.entries.flatMap((entry) => (entry.kind === 'patient-registered' ? [entry.body.number] : []))
  await rm(join(ward.folder, '..'), { recursive: true, force: true })
  return {
    rounds,
    ...compared,
    killedAtStart,
    exported: { lost: [...saved].filter((marker) => !inExport.has(marker)).length, entries: exported.length },
    numbersTwice: numbers.length - new Set(numbers).size,
    boardUsableMaxMs: Math.round(Math.max(...usable)),
    boardUsableMedianMs: Math.round(usable.toSorted((a, b) => a - b)[usable.length >> 1] ?? 0),
    owedMaxMs: Math.round(Math.max(...owed)),
    rebuilds: journal.events.filter(({ event }) => event === 'working-copy-rebuilt').length,
    alarms: journal.findings.filter(({ level }) => level === 'alarm').map(({ code }) => code),
  }
}

export function hasFailed(result: KillResult): boolean {
  return result.lost + result.duplicated + result.invented + result.exported.lost + result.numbersTwice > 0 || result.acknowledged === 0 || result.boardUsableMaxMs > mostUsableMs
}

async function oneRound(ward: PreparedWard, round: number, typed: Known[], saved: Set<string>): Promise<Entered & { readonly writtenMs: number }> {
  const running = await startApp(ward.folder)
  const { page } = running
  const entered = round % 4 === 0 ? await enterWithEnvelope(page, 1 + (round % 3), ward.codes[round % 3] ?? '') : await enterWithRestartCode(page, ward.restartCode)
  const writingMs = Math.random() * longestWritingMs
  const isAtTheDesk = round % 3 === 0
  if (!isAtTheDesk) await openChart(page, round % ward.patients)
  // Before the clock runs: killed while it is being made, it would end the driver as well.
  await page.exposeBinding('faultTold', (_source, told: Told) => void ('saved' in told ? saved.add(told.saved) : null))
  const began = performance.now()
  const writing = (isAtTheDesk ? registerWithoutEnd(page, round, typed, saved) : writeWithoutEnd(page, round, typed)).catch((thrown: unknown) => thrown)
  await Promise.race([pause(writingMs), writing.then((thrown) => Promise.reject(thrown instanceof Error ? thrown : new Error('Everything was written before the kill')))])
  const writtenMs = performance.now() - began
  await killAll(running)
  await writing
  return { ...entered, writtenMs }
}

/** Two forms at once; see typist.ts. */
async function writeWithoutEnd(page: Page, round: number, typed: Known[]): Promise<void> {
  const ahead = Array.from({ length: 3000 }, (_, index) => {
    const [note, vital] = [`r${round}n${index}`, `r${round}v${index}`]
    return [note, noteText(note), vital, temperatureOf(vital)] as const
  })
  for (const [note, text, vital, temperature] of ahead) typed.push({ marker: note, says: text }, { marker: vital, says: `${vital} ${Number(temperature)}` })
  await page.evaluate(typeWithoutEnd, { round, ahead })
}

async function registerWithoutEnd(page: Page, round: number, typed: Known[], saved: Set<string>): Promise<void> {
  for (let index = 0; ; index += 1) {
    const marker = `r${round}p${index}`
    typed.push({ marker, says: `試験 ${marker}` })
    await register(page, { family: '試験', given: marker, familyKana: '', givenKana: '', birth: '', bed: '' })
    saved.add(marker)
    await page.keyboard.press('Escape')
  }
}

/** The power fails again while the application is coming up and making its working copy anew. */
async function killWhileStarting(ward: PreparedWard): Promise<void> {
  const running = await startApp(ward.folder)
  const entering = enterWithRestartCode(running.page, ward.restartCode).catch(() => undefined) // it dies on the way
  await pause(Math.random() * 2500)
  await killAll(running)
  await entering
}

/** What the application itself gives out at the end, read with the officer's key as hospital IT would. */
async function exportAfterwards(ward: PreparedWard): Promise<readonly Entry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-faults-export-'))
  const { app, page } = await startApp(ward.folder, [`--export-to=${folder}`])
  try {
    await enterWithRestartCode(page, ward.restartCode)
    await exportAll(page)
    await app.close()
    const files = await openExport(await theExport(folder), ward.officer.identity)
    return [...linesOf(files('log/events.ndjson'))].map((line, index) => {
      const read = readEventLine(line, index + 1)
      if (!read.ok) throw new Error(`Line ${index + 1} of the export cannot be read`)
      return read.value.entry
    })
  } finally {
    await app.close().catch(() => undefined) // closed already when all went well
    await rm(folder, { recursive: true, force: true })
  }
}

/** The records that these rounds wrote, among all there are. */
function knownOf(entries: readonly Entry[]): readonly Known[] {
  return entries.flatMap((entry): Known[] => {
    if (entry.kind === 'note') return markedIn(entry.body.text, entry.body.text)
    if (entry.kind === 'vital-signs') return markedIn(entry.body.remark, `${entry.body.remark} ${entry.body.temperatureC}`)
    if (entry.kind === 'patient-registered' && entry.body.naming.kind === 'known') return markedIn(entry.body.naming.given, `${entry.body.naming.family} ${entry.body.naming.given}`)
    return []
  })
}

function markedIn(text: string, says: string): Known[] {
  const marker = /^r\d+[nvp]\d+/.exec(text)?.[0]
  return marker === undefined ? [] : [{ marker, says }]
}
