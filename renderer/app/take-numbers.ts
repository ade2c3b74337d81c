import type { Bridge, StationStatus } from '#domain/bridge.ts'
import { EntryId } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import { setAside, type NumbersSetAside } from '#domain/number/blank.ts'
import type { Hand } from '#domain/ports.ts'
import { reserve, seriesOf, type OpenWard } from '../session/open-ward.ts'
import { notice, setStatus } from '../session/session.ts'

/** Numbers for paper that nobody is registered under yet. Null: they could not be set aside, and nothing may be printed with them. */
export async function takeNumbers(bridge: Bridge, hand: Hand, status: StationStatus, { ward }: OpenWard, standing: Standing, many: number): Promise<NumbersSetAside | null> {
  const series = seriesOf(status, ward.view())
  if (series === null) return null
  const next = setAside(series, many)
  if (!next.ok) {
    notice('numbers-not-reserved')
    return null
  }
  const reserved = await reserve(bridge, status, next.value.last)
  if (reserved.ok) setStatus(reserved.value)
  const saved = reserved.ok && (await ward.commit({ id: EntryId.parse(hand.newId()), kind: 'numbers-set-aside', patient: null, at: null, body: next.value }, standing)).ok
  if (saved) return next.value
  notice('not-saved')
  return null
}
