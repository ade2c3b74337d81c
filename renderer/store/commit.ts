import type { ChainEnd, Fault, Output } from '#domain/bridge.ts'
import { EntryId } from '#domain/ids.ts'
import { decide, type Draft, type Entry, type EntryFault, type Standing } from '#domain/log/entry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { ordinary } from '#renderer/vault/bytes.ts'
import type { Board } from './board.ts'
import { entryAt } from './journal-pages.ts'
import type { Inside } from './ports.ts'
import { sealEntry, type Numbered } from './sealed-entry.ts'

/**
 * The road of an entry, and the only writer: decide, seal, journal. When the journal has flushed it, it is
 * saved; the board has it in the same moment, the working copy a little later.
 *
 * Where the machine gave no answer, the same bytes go again under the same id, and the journal records them
 * once. Where it said no, the entry is the same and only its place in the inner chain is new: a snapshot may
 * have been taken since, and then the old place would look like a changed history. If the text was changed
 * meanwhile it is a new entry under a new id, because the old one may be in the journal all the same, and what
 * stands there must be what the form showed.
 */
export type Saved = { readonly id: EntryId; readonly seq: number; readonly entry: Entry; readonly end: ChainEnd }
/** `frozen`: standing down; nothing new is written of care here. */
export type NotSaved = EntryFault | Fault | { readonly code: 'frozen' }

export type Writer = {
  readonly write: (draft: Draft, standing: Standing) => Promise<Result<Saved, NotSaved>>
  /** Appends what only the working copy held, unchanged. */
  readonly appendAgain: (entry: Entry, cipher: Uint8Array) => Promise<Result<Saved, NotSaved>>
  /** True when every entry asked for was answered for certain: only then may a snapshot be taken. */
  readonly quiet: () => boolean
  /** Waits for the answers that are under way, and asks the journal about those that never came. */
  readonly settle: () => Promise<void>
}

/** Called with each entry the moment it is acknowledged and on the board. */
export type Follow = (numbered: Numbered, cipher: Uint8Array) => void

type Asked = { readonly fact: string; readonly entry: Entry; readonly cipher: Uint8Array }
/** The first time; once more with the same bytes; or an entry of another window, rescued from a working copy. */
type Asking = 'first' | 'once-more' | 'rescued'
type Answer = Result<Output<'journal:append'>, Fault>

export function makeWriter(inside: Inside, board: Board, follow: Follow): Writer {
  /** Counter of this window; it begins at 1, and entries are asked for in its order. */
  let n = 0
  let acknowledgedN = 0
  /** Numbered and not answered yet. */
  let open = 0
  let turn: Promise<unknown> = Promise.resolve()
  const underWay = new Map<EntryId, { readonly fact: string; readonly saving: Promise<Result<Saved, NotSaved>> }>()
  const refused = new Map<EntryId, Asked>()
  /** Asked for at this moment. */
  const asked = new Set<EntryId>()
  /** Asked for, and perhaps in the journal: the machine did not say. */
  const doubtful = new Map<EntryId, Asked>()

  async function write(draft: Draft, standing: Standing): Promise<Result<Saved, NotSaved>> {
    if (inside.isFrozen(draft)) return err({ code: 'frozen' })
    const fact = JSON.stringify([draft.kind, draft.patient, draft.at, draft.body, standing])
    const running = underWay.get(draft.id)
    if (running?.fact === fact) return running.saving
    const before = refused.get(draft.id)
    const changed = (): Promise<Result<Saved, NotSaved>> => write({ ...draft, id: EntryId.parse(inside.hand.newId()) }, standing)
    if (before?.fact === fact) {
      return start(draft.id, fact, () => (doubtful.has(draft.id) ? send(before, 'once-more', changed) : issue({ ...before.entry, after: nextPlace() }, fact, changed)))
    }
    const id = before === undefined && running === undefined ? draft.id : EntryId.parse(inside.hand.newId())
    return start(id, fact, () => writeNew({ ...draft, id }, standing, fact, changed))
  }

  function start(id: EntryId, fact: string, work: () => Promise<Result<Saved, NotSaved>>): Promise<Result<Saved, NotSaved>> {
    const saving = work().finally(() => underWay.delete(id))
    underWay.set(id, { fact, saving })
    return saving
  }

  function writeNew(draft: Draft, standing: Standing, fact: string, changed: () => Promise<Result<Saved, NotSaved>>): Promise<Result<Saved, NotSaved>> {
    const decided = decide(draft, standing, nextPlace(), inside.hand)
    return decided.ok ? issue(decided.value, fact, changed) : Promise.resolve(decided)
  }

  /** Numbers of entries that were refused are given again, when nothing behind them may be in the journal: no gap. */
  function nextPlace(): Entry['after'] {
    if (open === 0 && doubtful.size === 0 && asked.size === 0) n = acknowledgedN
    return { head: board.end().head, n: n + 1 }
  }

  function issue(entry: Entry, fact: string, changed: () => Promise<Result<Saved, NotSaved>>): Promise<Result<Saved, NotSaved>> {
    n = entry.after.n
    open += 1
    const sealing = sealEntry(inside.keys, entry)
    // Sealed beside each other, asked for one behind the other: a counter out of order would look like a loss.
    const asking = turn.then(() => sealing).then((cipher) => ({ outcome: send({ fact, entry, cipher }, 'first', changed) }))
    turn = asking.catch(() => undefined) // thrown to the caller below
    return asking
      .then(({ outcome }) => outcome)
      .finally(() => {
        open -= 1
      })
  }

  async function send(one: Asked, how: Asking, changed: () => Promise<Result<Saved, NotSaved>>): Promise<Result<Saved, NotSaved>> {
    const { entry, cipher } = one
    asked.add(entry.id)
    const answer: Answer = await inside.bridge.call('journal:append', { id: entry.id, cipher: ordinary(cipher) })
    asked.delete(entry.id)
    if (!answer.ok) {
      if (answer.error.code === 'disk-failed') doubtful.set(entry.id, one)
      else doubtful.delete(entry.id) // had it been there, the journal would have said so
      refused.set(entry.id, one)
      return answer
    }
    doubtful.delete(entry.id)
    refused.delete(entry.id)
    const { entrySeq, seq, head, again } = answer.value
    const mine = !again || how === 'once-more'
    if (mine && how !== 'rescued') acknowledgedN = Math.max(acknowledgedN, entry.after.n)
    if (mine || how === 'rescued') return accept(entrySeq, entry, cipher, { seq, head })
    // A draft from before a crash, whose id the journal knows: what stands there counts, if it is the same.
    const there = await entryAt(inside, entrySeq)
    if (!there.ok) return there
    if (there.value === null || !saysTheSame(there.value, entry)) return changed()
    return accept(entrySeq, there.value, await sealEntry(inside.keys, there.value), { seq, head })
  }

  function accept(seq: number, entry: Entry, cipher: Uint8Array, end: ChainEnd): Result<Saved, never> {
    board.acknowledge(end)
    if (board.apply({ seq, entry })) follow({ seq, entry }, cipher)
    return ok({ id: entry.id, seq, entry, end })
  }

  const never = (): never => {
    throw new Error('Bytes that were sent before say what they said before')
  }
  return {
    write,
    appendAgain: (entry, cipher) => send({ fact: '', entry, cipher }, 'rescued', never),
    quiet: () => underWay.size === 0 && asked.size === 0 && doubtful.size === 0,
    settle: async () => {
      await Promise.all([...underWay.values()].map(({ saving }) => saving))
      const unsure = [...doubtful.values()]
      if (unsure.length === 0) return
      const told = await inside.bridge.call('journal:missing', { ids: unsure.map(({ entry }) => entry.id) })
      if (!told.ok) return
      for (const one of unsure) {
        if (told.value.missing.includes(one.entry.id)) doubtful.delete(one.entry.id)
        else await send(one, 'once-more', never)
      }
    },
  }
}

/** Did the same person record the same fact? The time of writing down and the chain may differ. */
function saysTheSame(one: Entry, two: Entry): boolean {
  const fact = ({ kind, patient, body, by, onBehalfOf }: Entry): string => JSON.stringify([kind, patient, body, by, onBehalfOf])
  return fact(one) === fact(two)
}
