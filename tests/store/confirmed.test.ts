import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EntryId } from '#domain/ids.ts'
import type { Draft, Entry } from '#domain/log/entry.ts'
import { correctEntry } from '#domain/record/correct.ts'
import { strikeEntry } from '#domain/record/strike.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { chartSheet } from '#renderer/print/chart/chart-sheet.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import type { Ward } from '#renderer/store/start.ts'
import { anInstant, noVitalSigns, patientId } from '#tests/builders.ts'
import { aDraft, aNote, aPlace, aWard, registration, save, standing, type Place } from './store-fixture.ts'

/** What a screen, or a program that has the window in its hands, may try on records that were confirmed. */
type Act =
  | { readonly act: 'write' | 'vitals' | 'restart' | 'settle' }
  | { readonly act: 'correct' | 'strike' | 'append-again' | 'append-other' | 'save-again'; readonly at: number; readonly text: string }

const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom('write' as const, 'vitals' as const, 'write' as const, 'settle' as const, 'restart' as const) }),
  fc.record({ act: fc.constantFrom('correct' as const, 'strike' as const, 'append-again' as const, 'append-other' as const, 'save-again' as const), at: fc.nat(20), text: fc.constantFrom('別の文', '訂正した文', '') }),
)

describe('a confirmed record', () => {
  it('[ENT-6] is what it was after any sequence of saves, corrections, strikes and calls of the bridge, and every version of it is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 4, maxLength: 14 }), async (acts) => {
        const place = await aPlace()
        let { ward } = await aWard(place)
        await save(ward, registration(place, 1))
        const confirmed = new Map<EntryId, Entry>()
        const confirm = async (draft: Draft): Promise<void> => {
          const saved = await ward.commit(draft, standing)
          if (saved.ok && !confirmed.has(saved.value.entry.id)) confirmed.set(saved.value.entry.id, saved.value.entry)
        }
        for (const [step, one] of acts.entries()) {
          place.hand.advance(60_000)
          if (one.act === 'write') await confirm(aNote(place, 1, `記録 ${step}`))
          else if (one.act === 'vitals') await confirm(aDraft(place, 'vital-signs', patientId(1), noVitalSigns({ temperatureC: 36 + step / 10 })))
          else if (one.act === 'settle') await ward.settle(5000)
          else if (one.act === 'restart') {
            await ward.compared
            ward.stop()
            await place.machine.restart()
            ward = (await aWard(place)).ward
          } else if ('at' in one) await meddle(one, { place, ward, confirmed: [...confirmed.values()], confirm })
        }
        const rows = await rowsOf(ward)
        for (const [id, entry] of confirmed) {
          const row = rows.find((one) => one.entry.id === id)
          expect(row?.entry.body).toEqual(entry.body)
          expect(row?.entry.by).toEqual(entry.by)
          expect(row?.entry.at).toBe(entry.at)
        }
        const printed = JSON.stringify(paperOf(ward, rows))
        for (const { entry, version, struck } of rows) if (entry.kind === 'note' && (version > 1 || struck !== null)) expect(printed).toContain(entry.body.text)
        await ward.compared
        ward.stop()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

type Scene = { readonly place: Place; readonly ward: Ward; readonly confirmed: readonly Entry[]; readonly confirm: (draft: Draft) => Promise<void> }

async function meddle({ act, at, text }: Extract<Act, { readonly at: number }>, { place, ward, confirmed, confirm }: Scene): Promise<void> {
  const target = confirmed[at % Math.max(1, confirmed.length)]
  if (target === undefined) return
  const row = (await rowsOf(ward)).find(({ entry }) => entry.id === target.id)
  const struck = row?.struck !== null
  const [next, strike] = [EntryId.parse(place.hand.newId()), EntryId.parse(place.hand.newId())]
  switch (act) {
    case 'correct': {
      const said: Draft | null = target.kind === 'note' ? { id: next, kind: 'note', patient: target.patient, at: null, body: { text: text === '' ? '空' : text } } : null
      const both = said === null ? null : correctEntry(strike, { entry: target, struck }, said, '誤り')
      if (both?.ok !== true) return
      await confirm(both.value.next)
      await confirm(both.value.strike)
      return
    }
    case 'strike': {
      const line = strikeEntry(strike, { entry: target, struck }, '誤り', place.hand.now())
      if (line.ok) await confirm(line.value)
      return
    }
    case 'append-again':
    case 'append-other': {
      // Past every screen: the bridge itself, with the id of a record that stands and other words under it.
      const other = { ...target, body: act === 'append-again' ? target.body : target.kind === 'note' ? { text: `改${text}` } : target.body } as Entry
      await place.machine.bridge.call('journal:append', { id: target.id, cipher: new Uint8Array(await sealEntry(place.keys, other)) })
      return
    }
    case 'save-again':
      await ward.commit({ id: target.id, kind: 'note', patient: target.patient, at: null, body: { text: `改${text}` } }, standing)
  }
}

async function rowsOf(ward: Ward): Promise<readonly ChartRow[]> {
  const opened = await ward.openChart(patientId(1), standing, 'board')
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.chart.rows
}

function paperOf(ward: Ward, rows: readonly ChartRow[]): unknown {
  const row = ward.view().patients.get(patientId(1))
  if (row === undefined) throw new Error('The patient was registered')
  return chartSheet('nursing-note', { hospital: '架空病院', ward: '3階西' }, { person: personOf(row), rows, now: row.registered?.recordedAt ?? anInstant() })
}
