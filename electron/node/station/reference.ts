import { ReferenceKind } from '#domain/reference/reference-set.ts'
import { referenceFiles } from './reference-files.ts'
import type { Station } from './station.ts'

/**
 * Lists that nobody of this station can read any more are removed: at the closing, when a new roster is sealed, and at every
 * start, whatever was cut short. A new roster begins without a list until the hospital's file is imported again. Rule REF-39.
 */
export async function settleReference(station: Station): Promise<void> {
  const { base, card, ports, layout } = station
  if (base === null || card === null) return
  const files = referenceFiles(ports.disk, layout)
  const { cards } = await files.cards()
  for (const kind of ReferenceKind.options) {
    const list = cards[kind]
    if (list === null || (list.epoch === card.roster.epoch && card.phase !== 'closed')) continue
    await files.remove(kind)
    await base.journal.record({ event: 'reference-removed', kind })
  }
  await files.sweep()
}
