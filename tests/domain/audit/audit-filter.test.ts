import { describe, expect, it } from 'vitest'
import { filterAudit, keyOf, noFilter, readDay, type AuditFilter, type AuditLine } from '#domain/audit/audit-filter.ts'
import { CalendarDate, instantOf } from '#domain/time.ts'

const line = (hour: number, who: string, whose: string, act: string, envelope: number | null = 1): AuditLine => ({ atMs: Date.parse('2026-11-20T00:00:00.000+09:00') + hour * 3_600_000, who: keyOf(who), whose: keyOf(whose), act, envelope })
const lines = [
  line(9, 'N-1042 試験 看護', 'D-AF-00001-4 架空 花子', 'chart-opened'),
  line(23, 'N-1042 試験 看護', 'D-AF-00002-8 架空 太郎', 'sheet-printed'),
  line(25, 'D-7 試験 医師', 'D-AF-00001-4 架空 花子', 'chart-opened', 2),
  line(26, 'D-7 試験 医師', '', 'export-made', 2),
]
const found = (over: Partial<AuditFilter>) => filterAudit(lines, { ...noFilter, ...over }).shown.map((one) => lines.indexOf(one))
const day = (text: string): CalendarDate => CalendarDate.parse(text)

describe('looking through the audit', () => {
  it('[TRACE-8] by person, by patient, by kind of act, by day in Japan and by envelope', () => {
    expect(found({})).toEqual([0, 1, 2, 3])
    expect(found({ who: 'ｎ1042' })).toEqual([0, 1])
    expect(found({ who: '医師' })).toEqual([2, 3])
    expect(found({ whose: 'af00001' })).toEqual([0, 2])
    expect(found({ act: 'chart-opened' })).toEqual([0, 2])
    expect(found({ from: day('2026-11-21') })).toEqual([2, 3])
    expect(found({ to: day('2026-11-20') })).toEqual([0, 1])
    expect(found({ envelope: 2 })).toEqual([2, 3])
  })

  it('[TRACE-8] any of them together, and each kind of act is counted under all the others', () => {
    const { shown, perAct, ofAllActs } = filterAudit(lines, { ...noFilter, who: '試験', whose: '花子', from: day('2026-11-20'), to: day('2026-11-21'), envelope: 2, act: 'chart-opened' })
    expect(shown).toEqual([lines[2]])
    expect([...perAct]).toEqual([['chart-opened', 1]])
    expect(ofAllActs).toBe(1)
    expect(filterAudit(lines, { ...noFilter, act: 'note' })).toMatchObject({ shown: [], ofAllActs: 4 })
  })

  it('[TRACE-8] a day is read as a ward writes it, and anything else is none', () => {
    const now = instantOf(Date.parse('2026-11-24T03:00:00.000Z'))
    for (const typed of ['11/20', '1120', '2026/11/20', '2026-11-20', '２０２６．１１．２０', '11月20日', '20261120']) expect(readDay(typed, now), typed).toBe('2026-11-20')
    for (const typed of ['', '13/1', '2/30', 'きのう', '11', '112', '2026']) expect(readDay(typed, now), typed).toBeNull()
  })
})
