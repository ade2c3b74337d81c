import { z } from 'zod'
import { EntryId, PatientId, StaffNumber } from '#domain/ids.ts'
import { Instant } from '#domain/time.ts'
import { ordinary } from '#renderer/vault/bytes.ts'
import { bytesOf, jsonOf } from './chunks.ts'
import type { Inside } from './ports.ts'

/**
 * What is being typed, at most two seconds behind, sealed and kept beside the journal: power may fail in the
 * middle of a sentence. A draft belongs to a person and a patient, and to the form it was typed in, which
 * reads its own values back.
 */
const Sealed = z.object({
  v: z.literal(1),
  form: z.string(),
  patient: PatientId.nullable(),
  by: StaffNumber,
  values: z.unknown(),
  keptAt: Instant,
})

export type TypedDraft = Omit<z.infer<typeof Sealed>, 'v' | 'keptAt'> & { readonly id: EntryId }
/** `saved`: its entry is in the journal; only the acknowledgement never reached the screen. */
export type RestoredDraft = TypedDraft & { readonly keptAt: Instant; readonly saved: boolean }

export type Drafts = {
  /** Called with every change; kept soon. */
  readonly type: (draft: TypedDraft) => void
  /** Its entry was saved, or it was thrown away. */
  readonly drop: (id: EntryId) => Promise<void>
  /** Keeps everything typed so far, now. */
  readonly flush: () => Promise<void>
  /** What was being typed when the power failed or the screen was locked. Those that are saved are told once and then dropped. */
  readonly restore: () => Promise<readonly RestoredDraft[]>
}

export function makeDrafts(inside: Inside): Drafts {
  const typed = new Map<EntryId, { readonly draft: TypedDraft; readonly timer: ReturnType<typeof setTimeout> }>()
  /** Drafts the machine holds, or may hold. */
  const kept = new Set<EntryId>()
  /** Drafts of which somebody was told that they are not kept. */
  const lost = new Set<EntryId>()
  /** One call after the other, so that an older text never lands on a newer one. */
  let turn: Promise<void> = Promise.resolve()

  function next(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work)
    return turn
  }

  function take(id: EntryId): TypedDraft | null {
    const waiting = typed.get(id)
    clearTimeout(waiting?.timer)
    typed.delete(id)
    return waiting?.draft ?? null
  }

  async function keep(draft: TypedDraft | null): Promise<void> {
    if (draft === null) return
    const { id, ...rest } = draft
    const cipher = await inside.keys.sealFor('draft', id, bytesOf({ v: 1, ...rest, keptAt: inside.hand.now() }))
    if (cipher.length > mostBytes) return tellLost(id, 'too-large')
    kept.add(id)
    const answer = await inside.bridge.call('draft:keep', { id, cipher: ordinary(cipher) })
    if (answer.ok) found(id)
    else tellLost(id, answer.error.code)
  }

  function tellLost(id: EntryId, cause: string): void {
    lost.add(id)
    inside.tell({ level: 'note', code: 'draft-not-kept', cause })
  }

  function found(id: EntryId): void {
    if (lost.delete(id) && lost.size === 0) inside.tell({ level: 'note', code: 'drafts-kept' })
  }

  async function drop(id: EntryId): Promise<void> {
    take(id)
    await next(async () => {
      found(id)
      if (kept.delete(id)) await inside.bridge.call('draft:keep', { id, cipher: null }) // left behind, it is recognised as saved by its id
    })
  }

  async function opened(id: EntryId, cipher: Uint8Array, saved: boolean): Promise<RestoredDraft | null> {
    const bytes = await inside.keys.openFor('draft', id, cipher)
    const read = bytes.ok ? Sealed.safeParse(jsonOf(bytes.value)) : null
    if (read?.success !== true) return null
    const { v: _, ...draft } = read.data
    return { id, ...draft, saved }
  }

  return {
    type: (draft) => {
      const timer = typed.get(draft.id)?.timer ?? setTimeout(() => void next(() => keep(take(draft.id))), inside.limits.draftMs)
      typed.set(draft.id, { draft, timer })
    },
    drop,
    flush: async () => {
      for (const id of typed.keys()) {
        const draft = take(id)
        void next(() => keep(draft))
      }
      await turn
    },
    restore: async () => {
      const left = await inside.bridge.call('draft:find')
      if (!left.ok) return []
      const drafts = await Promise.all(left.value.drafts.map(({ id, cipher, saved }) => opened(id, cipher, saved)))
      const readable = drafts.filter((draft) => draft !== null)
      if (readable.length < drafts.length) inside.tell({ level: 'note', code: 'drafts-unreadable', count: drafts.length - readable.length })
      for (const { id, saved } of readable) {
        kept.add(id)
        if (saved) void drop(id)
      }
      return readable
    },
  }
}

const mostBytes = 256 * 1024
