import { describe, expect, it } from 'vitest'
import { readCsv } from '#domain/export/csv.ts'
import type { Entry } from '#domain/log/entry.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { anEntry, anInstant, aPatient, entryId } from '#tests/builders.ts'
import { anInput, filesOf } from './fixture.ts'

const key = createStationKey().minisignKey

/** The line of the only patient: keep until, years, counted from, and whether care has ended. */
async function keep(...entries: readonly Entry[]): Promise<readonly string[]> {
  const files = await filesOf(anInput([aPatient(), ...entries]), key)
  const read = readCsv(files.get('csv/keep-until.csv') ?? '')
  const [until = '', years = '', from = '', care = ''] = (read.ok ? read.value : [])[1]?.slice(3) ?? []
  expect(files.get('index.html')).toContain(`keep until ${until}${care.startsWith('継続中') && until.startsWith('2') ? '＊' : ''}<`)
  return [until, years, from, care.split(/[：\s]/)[0] ?? '']
}

const discharged = (at: string) => anEntry('stay-changed', { at: anInstant(at), body: { change: 'discharged', to: '', mobility: null, handedOver: '', note: '' } })

describe('how long records must be kept', () => {
  it('[EXP-19] counts the years of the longest class from the end of care', async () => {
    expect(await keep(discharged('2026-11-20T15:30:00.000Z'))).toEqual(['2031-11-21', '5', '2026-11-21', '終了'])
    expect(await keep(anEntry('blood-type-stated'), discharged('2026-11-21T00:00:00.000Z'))).toEqual(['2046-11-21', '20', '2026-11-21', '終了'])
    expect(await keep(anEntry('death-confirmed'))).toEqual(['2031-11-20', '5', '2026-11-20', '終了'])
  })

  it('[EXP-19] counts from the newest record where that is later, and says where care goes on', async () => {
    expect(await keep(discharged('2026-11-20T08:00:00.000Z'), anEntry('note', { at: anInstant('2026-11-25T08:00:00.000Z') }))).toEqual(['2031-11-25', '5', '2026-11-25', '終了'])
    expect(await keep(anEntry('vital-signs'))).toEqual(['2031-11-20', '5', '2026-11-20', '継続中'])
    const left = { ...discharged('2026-11-20T08:00:00.000Z'), id: entryId(50) }
    expect(await keep(left, anEntry('entry-struck', { body: { struck: entryId(50), reason: '誤り' } }))).toEqual(['2031-11-20', '5', '2026-11-20', '継続中'])
  })

  it('[EXP-19] of 29 February ends a day later, never a day before', async () => {
    expect(await keep(discharged('2028-02-29T03:00:00.000Z'))).toEqual(['2033-03-01', '5', '2028-02-29', '終了'])
  })
})
