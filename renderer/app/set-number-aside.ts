import type { Bridge, StationStatus } from '#domain/bridge.ts'
import { readWardNumber, type WardNumber } from '#domain/number/ward-number.ts'
import { reserve } from '../session/open-ward.ts'
import { notice, setStatus } from '../session/session.ts'

/** Before a registration is saved: the station journal hears of its number. False: it could not be told, the ward was, and nothing may be saved. */
export async function setNumberAside(bridge: Bridge, status: StationStatus, number: WardNumber): Promise<boolean> {
  const read = readWardNumber(number)
  const reserved = await reserve(bridge, status, read.ok ? read.value.count : 0)
  if (reserved.ok) setStatus(reserved.value)
  else notice('numbers-not-reserved')
  return reserved.ok
}
