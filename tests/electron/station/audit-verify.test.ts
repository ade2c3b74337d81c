import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printedHead } from '#domain/log/printed-head.ts'
import { readTypedHeads, verifyAudit } from '#renderer/session/verify-audit.ts'
import { aFolder, dropFolder, start, stop } from './prepared.ts'
import { bridgeOf, makeStation, statusOf, type Made } from './realms.ts'

let folder: string
let made: Made
beforeAll(async () => {
  folder = await aFolder()
  made = await makeStation(folder, 'real')
}, 60_000)
afterAll(() => dropFolder(folder))

describe('a verification', () => {
  it('[VER-12] says what it compared and what there was nothing to compare with', async () => {
    const running = await start(folder)
    const status = await statusOf(running)
    const typed = [status.stationEnd, status.incident?.end ?? status.stationEnd].map(({ seq, head }) => printedHead(seq, head).toLowerCase()).join('\n')
    const closed = await verifyAudit(bridgeOf(running), status, null, readTypedHeads(typed) ?? [], () => false)
    const results = closed.ok ? new Map(closed.value.compared.map(({ what, result }) => [what, result])) : new Map()
    expect(Object.fromEntries(results)).toEqual({ chain: 'agrees', erasure: 'absent', links: 'agrees', 'station-key': 'agrees', card: 'agrees', mark: 'agrees', 'second-journal': 'absent', 'printed-head': 'agrees' })
    const open = await verifyAudit(bridgeOf(running), status, made.dek, [], () => false)
    expect(open.ok && open.value.compared.find(({ what }) => what === 'inner-chain')).toMatchObject({ result: 'agrees' })
    const other = await verifyAudit(bridgeOf(running), status, null, readTypedHeads('3 00000-00000') ?? [], () => false)
    expect(other.ok && other.value.compared.find(({ what }) => what === 'printed-head')).toMatchObject({ result: 'contradicts', seq: 3 })
    await stop(running)
  })

  it('[VER-12] names the card when the card is what was edited, also while the station runs', async () => {
    const running = await start(folder)
    const path = join(folder, 'station.json')
    const card = await readFile(path, 'utf8')
    await writeFile(path, card.replace(/"opened": \[\s*1\s*\]/, '"opened": []'))
    const found = await verifyAudit(bridgeOf(running), await statusOf(running), null, [], () => false)
    expect(found.ok && found.value.compared.filter(({ result }) => result === 'contradicts').map(({ what }) => what)).toEqual(['card'])
    await writeFile(path, card)
    await stop(running)
  })

  it('[VER-6] heads typed one a line are read together, and a line that is none is told', () => {
    expect(readTypedHeads('12 7k2mq-8h3rd\n\n 13 7K2MQ8H3RD ')).toEqual([{ seq: 12, symbols: '7K2MQ8H3RD' }, { seq: 13, symbols: '7K2MQ8H3RD' }])
    expect(readTypedHeads('')).toEqual([])
    expect(readTypedHeads('12 7K2MQ-8H3RD\nabc')).toBeNull()
  })
})
