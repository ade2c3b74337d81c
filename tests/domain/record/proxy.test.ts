import { describe, expect, test } from 'vitest'
import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { approvalsIn, approveProxy } from '#domain/record/proxy.ts'
import { chartOf, type ChartRow } from '#domain/view/chart.ts'
import { aDoctor, anEntry, anInstant, aNurse, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const typed = anEntry('note', { id: entryId(1), by: aNurse(), onBehalfOf: aDoctor() })
const approval = (over: Partial<Entry<'proxy-approved'>> = {}): Entry<'proxy-approved'> => anEntry('proxy-approved', { id: entryId(9), by: aDoctor(), body: { approved: entryId(1) }, ...over })
const rowOf = (entries: readonly Entry[], id: EntryId = entryId(1)): ChartRow | undefined => chartOf(patientId(1), inJournal(entries)).rows.find(({ entry }) => entry.id === id)

describe('a proxy entry', () => {
  test('[PROXY-1] says who wrote it and for whom, and is not approved until that person approves it', () => {
    expect(rowOf([typed])).toMatchObject({ entry: { by: aNurse(), onBehalfOf: aDoctor() }, approved: null })
    expect(rowOf([typed, approval({ at: anInstant('2026-11-20T09:00:00.000Z') })])).toMatchObject({ approved: { approval: entryId(9), by: aDoctor(), at: '2026-11-20T09:00:00.000Z' } })
    expect(rowOf([approval(), typed])?.approved).not.toBeNull()
  })

  test('[PROXY-2] is approved by nobody else, not by proxy and not from another patient', () => {
    for (const over of [{ by: aNurse() }, { onBehalfOf: aDoctor(), by: aNurse() }, { onBehalfOf: aNurse() }, { patient: patientId(2) }]) expect(approvalsIn([typed, approval(over)]).size).toBe(0)
    expect(approveProxy(entryId(9), typed, aNurse())).toEqual({ ok: false, error: { code: 'not-this-person' } })
    expect(approveProxy(entryId(9), anEntry('note'), aDoctor())).toEqual({ ok: false, error: { code: 'not-by-proxy' } })
    expect(approveProxy(entryId(9), typed, aDoctor())).toEqual({ ok: true, value: { id: entryId(9), kind: 'proxy-approved', patient: patientId(1), at: null, body: { approved: entryId(1) } } })
  })

  test('[PROXY-2] of two approvals the first counts, and an approval itself stays a record of the chart', () => {
    const entries = [typed, approval(), approval({ id: entryId(10) })]
    expect(rowOf(entries)?.approved?.approval).toBe(entryId(9))
    expect(chartOf(patientId(1), inJournal(entries)).rows).toHaveLength(3)
  })
})
