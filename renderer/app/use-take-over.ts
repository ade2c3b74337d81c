import { EntryId } from '#domain/ids.ts'
import { notice } from '../session/session.ts'
import { moveTo, type Half } from './desk.ts'
import { usePorts } from './ports.ts'
import { useAtWork } from './ward-context.ts'

/** Takes a half-written form over from its owner: on record first, then in new hands, and word left for the owner. Null: not on record. */
export function useTakeOver(): (half: Half) => Promise<Half | null> {
  const { hand } = usePorts()
  const { open, person, standing, desk } = useAtWork()
  return async (half) => {
    const saved = await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'draft-taken-over', patient: null, at: null, body: { draft: half.id, from: half.by } }, standing)
    if (!saved.ok) {
      notice('cannot-save')
      return null
    }
    const moved = moveTo(desk, half, person, hand.now(), EntryId.parse(hand.newId()))
    for (const { keptAt: _, ...draft } of [moved.half, moved.word]) open.ward.drafts.type(draft)
    return moved.half
  }
}
