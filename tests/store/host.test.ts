import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EntryId } from '#domain/ids.ts'
import { Instant } from '#domain/time.ts'
import { bridgeOver, hand, uuidV7 } from '#renderer/host.ts'
import { aHash, entryId } from '#tests/builders.ts'

describe('the window’s own hand', () => {
  it('[STORE-21] makes ids that are UUIDv7, as the standard’s example', () => {
    // RFC 9562, appendix A.6.
    expect(uuidV7(0x017f22e279b0, Uint8Array.from(Buffer.from('0cc318c4dc0c0c07398f', 'hex')))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
    fc.assert(fc.property(fc.nat(4_000_000_000_000), fc.uint8Array({ minLength: 10, maxLength: 10 }), (at, chance) => EntryId.safeParse(uuidV7(at, chance)).success))
    const ids = Array.from({ length: 2000 }, () => hand.newId())
    expect(new Set(ids).size).toBe(2000)
    expect(Instant.safeParse(hand.now()).success).toBe(true)
    expect(hand.random(16)).not.toEqual(hand.random(16))
  })
})

describe('the machine, from the window', () => {
  const saved = { entrySeq: 1, seq: 1, head: aHash(), again: false }

  it('[STORE-23] answers values and codes as they are', async () => {
    const bridge = bridgeOver({ call: async (channel) => (channel === 'journal:append' ? { ok: true, value: saved } : { ok: false, error: { code: 'wait', seconds: 4 } }) })
    expect(await bridge.call('journal:append', { id: entryId(1), cipher: new Uint8Array(3) })).toEqual({ ok: true, value: saved })
    expect(await bridge.call('code:wait')).toEqual({ ok: false, error: { code: 'wait', seconds: 4 } })
  })

  it('[STORE-23] a call that breaks off is a fault without an answer, never "saved" and never "not saved"', async () => {
    const bridge = bridgeOver({ call: () => Promise.reject(new Error('reply was never sent')) })
    expect(await bridge.call('journal:append', { id: entryId(1), cipher: new Uint8Array(3) })).toEqual({ ok: false, error: { code: 'disk-failed', cause: 'no-answer' } })
  })

  it('[STORE-23] an answer of another form is not believed', async () => {
    const bridge = bridgeOver({ call: async () => ({ ok: true, value: { ...saved, head: 'short' } }) })
    await expect(bridge.call('journal:append', { id: entryId(1), cipher: new Uint8Array(3) })).rejects.toThrow()
    await expect(bridgeOver({ call: async () => 'yes' }).call('draft:find')).rejects.toThrow()
  })
})
