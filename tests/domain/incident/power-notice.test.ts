import { describe, expect, test } from 'vitest'
import { powerNotice } from '#domain/incident/power-notice.ts'

describe('the battery', () => {
  test('[PACK-4] offers the ward pack from 30 percent down, and says at 10 that it is the last moment; on mains it says nothing', () => {
    const told = [100, 31, 30, 11, 10, 0].map((percent) => powerNotice({ onBattery: true, percent }))
    expect(told).toEqual([null, null, 'battery-low', 'battery-low', 'battery-last', 'battery-last'])
    expect(powerNotice({ onBattery: false, percent: 5 })).toBeNull()
    expect(powerNotice({ onBattery: true, percent: null })).toBeNull()
  })
})
