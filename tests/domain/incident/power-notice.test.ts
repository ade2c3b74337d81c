import { describe, expect, test } from 'vitest'
import { batteryCheckpoint, powerNotice } from '#domain/incident/power-notice.ts'

describe('the battery', () => {
  test('[PACK-4] offers the ward pack from 30 percent down, and says at 10 that it is the last moment; on mains it says nothing', () => {
    const told = [100, 31, 30, 11, 10, 0].map((percent) => powerNotice({ onBattery: true, percent }))
    expect(told).toEqual([null, null, 'battery-low', 'battery-low', 'battery-last', 'battery-last'])
    expect(powerNotice({ onBattery: false, percent: 5 })).toBeNull()
    expect(powerNotice({ onBattery: true, percent: null })).toBeNull()
  })

  test('[PACK-5] asks for one checkpoint at each fall to 10 percent, and for the next only after it was charged above', () => {
    const on = (percent: number | null) => ({ onBattery: true, percent })
    const charging = (percent: number | null) => ({ onBattery: false, percent })
    let isSigned = false
    const asked = [on(12), on(10), on(9), on(11), on(10), charging(9), on(9), charging(null), charging(11), on(11), on(10), on(1)].map((power) => {
      const next = batteryCheckpoint(isSigned, power)
      if (next !== 'wait') isSigned = next === 'sign'
      return next
    })
    expect(asked).toEqual(['wait', 'sign', 'wait', 'wait', 'wait', 'wait', 'wait', 'wait', 'arm', 'wait', 'sign', 'wait'])
    expect([on(null), charging(3)].map((power) => batteryCheckpoint(false, power))).toEqual(['wait', 'wait'])
  })
})
