import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, readAuditLine, readEventLine, readFrameLine } from '#domain/export/events.ts'
import type { ExportInput } from '#domain/export/input.ts'
import { stableJson } from '#domain/export/stable-json.ts'
import type { Entry } from '#domain/log/entry.ts'
import { checkText } from '#domain/text.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { aNurse, aPatient, anEntry, entryId, patientId } from '#tests/builders.ts'
import { aWard, anInput, filesOf, hostile } from './fixture.ts'

const key = createStationKey().minisignKey
async function file(input: ExportInput, name: string): Promise<string> {
  return (await filesOf(input, key)).get(name) ?? ''
}

function imported(text: string): readonly unknown[] {
  return [...linesOf(text)].map((line, index) => {
    const read = readEventLine(line, index + 1)
    return read.ok ? read.value : read.error
  })
}

const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 40 })).filter((typed) => checkText(typed, 300).ok)
const entries: fc.Arbitrary<Entry> = fc.oneof(
  fc.tuple(text, text).map(([remark, name]) => anEntry('note', { body: { text: `.${remark}` }, by: aNurse({ name: `看${name}`.slice(0, 90) }) })),
  fc.tuple(text, text).map(([family, features]) => aPatient({ naming: { kind: 'known', family: `${family}灯`.slice(0, 90).toWellFormed(), given: '', familyKana: '', givenKana: '' }, features })),
  text.map((substance) => anEntry('allergy-stated', { body: { state: 'present', substances: [{ substance: `${substance}.`, reaction: '' }], source: substance } })),
  text.map((value) => anEntry('form', { body: { definition: 'free', version: 1, values: { constructor: value, valueOf: 1.5, toString: null, a: true } } })),
  text.map((reason) => anEntry('entry-struck', { body: { struck: entryId(1), reason: `${reason}.` } })),
  fc.constant(anEntry('chart-opened', { patient: patientId(2), onBehalfOf: aNurse() })),
)

describe('the log of an export', { timeout: 30_000 }, () => {
  it('[EXP-1] [EXP-2] gives back exactly the entries that went in, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { maxLength: 12 }), async (some) => {
        const input = anInput(some)
        expect(imported(await file(input, 'log/events.ndjson'))).toEqual(input.entries)
      }),
    )
  })

  it('[EXP-1] holds every kind of entry in journal order, each line beginning with its place', async () => {
    const input = anInput(aWard())
    const lines = [...linesOf(await file(input, 'log/events.ndjson'))]
    expect(lines.map((line) => Number(/^\{"seq":(\d+),"head":"[0-9a-f]{64}","id":/.exec(line)?.[1]))).toEqual(input.entries.map(({ seq }) => seq))
  })

  it('[EXP-1] is the same text whatever order a body had its members in', async () => {
    const one = anEntry('form', { body: { definition: 'x', version: 1, values: { b: 1, a: 2 } } })
    const other: Entry<'form'> = { ...one, body: { values: { a: 2, b: 1 }, version: 1, definition: 'x' } }
    expect(await file(anInput([one]), 'log/events.ndjson')).toBe(await file(anInput([other]), 'log/events.ndjson'))
  })

  it('[EXP-2] keeps a member called __proto__ a member', () => {
    const value: unknown = JSON.parse('{"b":1,"__proto__":{"x":2},"a":[{"d":1,"c":2}]}')
    expect(stableJson(value)).toBe('{"__proto__":{"x":2},"a":[{"c":2,"d":1}],"b":1}')
  })

  it('[EXP-1] holds the whole chain and the audit beside the entries', async () => {
    const input = anInput(aWard())
    expect([...linesOf(await file(input, 'log/chain.ndjson'))].map((line) => readFrameLine(line, 1))).toEqual(input.frames.map((value) => ({ ok: true, value })))
    expect([...linesOf(await file(input, 'log/audit.ndjson'))].map((line) => readAuditLine(line, 1))).toEqual(input.audit.map((value) => ({ ok: true, value })))
  })

  it('[EXP-17] tells the audit of a clock that no calendar has, without its date', async () => {
    const audit = [{ journal: 'station', seq: 1, wallMs: 9e15, event: { event: 'stopped' } }] as const
    expect(await file(anInput([], { audit }), 'log/audit.ndjson')).toContain('"at":null')
  })

  it('[EXP-1] names the line that cannot be read', () => {
    expect(readEventLine('{"seq":1}', 7)).toEqual({ ok: false, error: { code: 'line-unreadable', line: 7 } })
    expect(readEventLine('', 8)).toEqual({ ok: false, error: { code: 'line-unreadable', line: 8 } })
    expect(readFrameLine('[]', 9).ok).toBe(false)
    expect(readAuditLine('{"journal":"station","seq":1,"wallMs":1,"at":null,"event":"no-such-event","details":{}}', 2).ok).toBe(false)
  })
})
