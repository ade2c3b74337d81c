import type { Bridge, Channel, Fault, Input, Output } from '#domain/bridge.ts'
import type { EntryId, Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { inspectJournal } from '#electron/node/journal/inspect.ts'
import type { FoundFrame } from '#electron/node/journal/frame.ts'
import { openJournal, type Journal, type NotSaved, type Saved } from '#electron/node/journal/journal.ts'
import { readSealedBody } from '#electron/node/journal/sealed-body.ts'
import { sealedFiles } from '#electron/node/journal/sealed-files.ts'
import { identity, portsOn, trusting } from '#tests/faults/simulation/session.ts'
import { simulatedDisk, type SimulatedDisk } from '#tests/faults/simulation/simulated-disk.ts'

/** The machine's side of the bridge for tests of the store: the real journal on a simulated disk. */
export type TestMachine = {
  readonly bridge: Bridge
  readonly disk: SimulatedDisk
  readonly journal: () => Journal
  /** Every call in order, as the machine took it. */
  readonly calls: { readonly channel: Channel; readonly input: unknown }[]
  /** Called before each call is carried out: answer instead of it, wait, or let it pass with null. */
  meet: (channel: Channel, input: unknown, carryOut: () => Promise<unknown>) => Promise<Result<unknown, Fault>> | null
  /** The process ends and starts again on the same disk. */
  readonly restart: () => Promise<void>
  /** Frames of the journal, as they lie on the disk. */
  readonly frames: () => Promise<readonly FoundFrame[]>
  readonly ids: () => Promise<readonly EntryId[]>
  /** Replaces the snapshot beside the journal: damaged, older, or none. */
  snapshot: Output<'snapshot:find'>
}

export async function aMachine(disk: SimulatedDisk = simulatedDisk()): Promise<TestMachine> {
  const drafts = new Map<EntryId, Input<'draft:keep'>['cipher'] & {}>()
  const files = sealedFiles(disk, 'data/sealed')
  const open = (): Promise<Journal> => openJournal({ ...portsOn(disk, 1), segmentBytes: 8 * 1024 * 1024 }, identity)
  let journal = await open()
  let read: { readonly seq: number; readonly frames: readonly FoundFrame[] } | null = null

  async function frames(): Promise<readonly FoundFrame[]> {
    if (read?.seq === journal.end().seq) return read.frames
    const found: FoundFrame[] = []
    await inspectJournal(disk, identity.folder, trusting, (frame) => found.push(frame))
    read = { seq: journal.end().seq, frames: found }
    return found
  }

  const handlers: { readonly [C in Channel]?: (input: Input<C>) => Promise<Result<Output<C>, Fault>> } = {
    'journal:append': async (input) => answer(await journal.append(input)),
    'journal:checkpoint': async ({ reason }) => answer(await journal.checkpoint(reason)),
    'journal:missing': async ({ ids }) => ok({ missing: ids.filter((id) => !journal.has(id)) }),
    'journal:tell': async (input) => answer(await journal.record(input.event === 'entries-reappended' ? { ...input, from: 'working-copy' } : input)),
    'journal:frames': async ({ after, most }) => {
      let size = 0
      const rest = (await frames()).filter(({ seq }) => seq > after)
      const page = rest.filter(({ body }, index) => index === 0 || (size += body.length) <= most)
      return ok({ frames: page.map(asFrame), done: page.length === rest.length })
    },
    'snapshot:keep': async ({ upTo, head, cipher }) => {
      const file = await files.keep(cipher)
      machine.snapshot = { upTo, head, cipher }
      return ok({ file })
    },
    'snapshot:find': async () => ok(machine.snapshot),
    'draft:keep': async ({ id, cipher }) => {
      if (cipher === null) drafts.delete(id)
      else drafts.set(id, cipher)
      return ok(undefined)
    },
    'draft:find': async () => ok({ drafts: [...drafts].map(([id, cipher]) => ({ id, cipher, saved: journal.has(id) })) }),
  }

  const machine: TestMachine = {
    disk,
    calls: [],
    meet: () => null,
    snapshot: null,
    journal: () => journal,
    frames,
    ids: async () => (await frames()).flatMap(({ kind, body }) => (kind === 'sealed' ? (readSealedBody(body)?.id ?? []) : [])),
    restart: async () => {
      await journal.close()
      journal = await open()
      read = null
    },
    bridge: {
      call: async (channel, ...[input]) => {
        machine.calls.push({ channel, input })
        // Which handler takes which input is what the mapped type above says; TypeScript loses it behind a type variable.
        const handler = handlers[channel] as ((input: unknown) => Promise<Result<Output<typeof channel>, Fault>>) | undefined
        const carryOut = (): Promise<Result<Output<typeof channel>, Fault>> => handler?.(input) ?? Promise.resolve(err({ code: 'not-now' }))
        const met = machine.meet(channel, input, carryOut)
        return met === null ? carryOut() : ((await met) as Result<Output<typeof channel>, Fault>)
      },
    },
  }
  return machine
}

function answer(outcome: Result<Saved, NotSaved>): Result<Saved, Fault> {
  return outcome.ok ? outcome : err({ code: 'not-saved', cause: outcome.error.code })
}

type Frame = Output<'journal:frames'>['frames'][number]

function asFrame({ seq, hash, kind, body }: FoundFrame): Frame {
  const sealed = kind === 'sealed' ? readSealedBody(body) : null
  return { seq, head: hash, kind, id: sealed?.id ?? null, cipher: sealed === null ? null : new Uint8Array(sealed.cipher) }
}

/** The head before the first frame of the test journal. */
export async function beginningOf(machine: TestMachine): Promise<Sha256> {
  return (await machine.frames())[0]?.previous ?? machine.journal().end().head
}
