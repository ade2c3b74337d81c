import { bedKey } from '#domain/view/ward-lists.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'

/** A place on the map. `lying`: in a disaster two may share a bed, and both are shown. */
export type BedTile = {
  /** Null for a patient nobody has put to bed yet. */
  readonly bed: string | null
  /** What stands on the tile: within room 505 the bed 505-2 is 「2」. */
  readonly short: string
  readonly lying: readonly WardPerson[]
}

export type BedGroup =
  | { readonly kind: 'room'; readonly name: string; readonly tiles: readonly BedTile[] }
  | { readonly kind: 'single' | 'unlisted' | 'no-bed'; readonly tiles: readonly BedTile[] }

/**
 * The hospital's bed list as rooms, in its own order: `505-2` lies in room 505, `臨2` among 臨, `501` is a room of its
 * own. Nobody is left out: beds that are not in the list and patients without a bed have groups of their own.
 */
export function bedGroups(beds: readonly string[], people: readonly WardPerson[]): readonly BedGroup[] {
  const byBed = Map.groupBy(people, ({ bed }) => bedKey(bed ?? ''))
  const rooms = new Map<string, BedTile[]>()
  const listed = new Set(beds.map(bedKey))
  for (const bed of beds) {
    const { room, short } = placeOf(bed)
    const tiles = rooms.get(room) ?? []
    tiles.push({ bed, short, lying: byBed.get(bedKey(bed)) ?? [] })
    rooms.set(room, tiles)
  }
  const unlisted = [...byBed].flatMap(([key, lying]): readonly BedTile[] => {
    const bed = lying[0]?.bed ?? null
    return key === '' || listed.has(key) || bed === null ? [] : [{ bed, short: bed, lying }]
  })
  const noBed = (byBed.get('') ?? []).map((person): BedTile => ({ bed: null, short: '', lying: [person] }))
  return [
    ...(noBed.length === 0 ? [] : [{ kind: 'no-bed', tiles: noBed } as const]),
    ...[...rooms].map(([name, tiles]): BedGroup => (name === '' ? { kind: 'single', tiles } : { kind: 'room', name, tiles })),
    ...(unlisted.length === 0 ? [] : [{ kind: 'unlisted', tiles: unlisted } as const]),
  ]
}

/** Everybody in the order of the map: those without a bed first, because somebody has to find them one. */
export function inBedOrder(groups: readonly BedGroup[]): readonly WardPerson[] {
  return groups.flatMap(({ tiles }) => tiles.flatMap(({ lying }) => lying))
}

function placeOf(bed: string): { readonly room: string; readonly short: string } {
  const dash = bed.lastIndexOf('-')
  if (dash > 0 && dash < bed.length - 1) return { room: bed.slice(0, dash), short: bed.slice(dash + 1) }
  return { room: /^\D*/.exec(bed)?.[0] ?? '', short: bed }
}
