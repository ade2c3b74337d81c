import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { EntryId, IncidentId, StationId } from '#domain/ids.ts'
import type { Disk } from '#electron/node/disk/disk.ts'
import { patientDisk } from '#electron/node/disk/patient-disk.ts'
import type { CheckSignature, Signer } from '#electron/node/journal/checkpoint.ts'
import { inspectJournal, type JournalReport } from '#electron/node/journal/inspect.ts'
import { openJournal, type Journal, type JournalIdentity, type JournalPorts } from '#electron/node/journal/journal.ts'
import { readSealedBody } from '#electron/node/journal/sealed-body.ts'
import { chanceFrom } from './chance.ts'

/** A scripted session at the journal: what is asked for, and when the process ends and starts again. */
export type Act =
  | { readonly act: 'append'; readonly count: number; readonly bytes: number }
  | { readonly act: 'event' }
  | { readonly act: 'checkpoint' }
  | { readonly act: 'reopen' }

export function script(seed: number): readonly Act[] {
  const chance = chanceFrom(seed)
  return Array.from({ length: 5 + Math.floor(chance() * 6) }, (): Act => {
    const roll = chance()
    if (roll < 0.6) return { act: 'append', count: 1 + Math.floor(chance() * 4), bytes: 20 + Math.floor(chance() * 1500) }
    if (roll < 0.75) return { act: 'event' }
    if (roll < 0.88) return { act: 'checkpoint' }
    return { act: 'reopen' }
  })
}

/** An identity for number `n` of seed `seed`: fixed, so that a story can be told again. */
export function idOf(seed: number, n: number): string {
  const tail = (seed * 100_000 + n).toString(16).padStart(12, '0')
  return `01900000-0000-7000-8000-${tail}`
}

const privateKey = createPrivateKey({ key: Buffer.from(`302e020100300506032b657004220420${'11'.repeat(32)}`, 'hex'), format: 'der', type: 'pkcs8' })
const rawPublic = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)

/** Ed25519 with a key that everybody knows: for tests that play the thief, too. */
export const testSigner: Signer = {
  publicKey: rawPublic.toString('hex'),
  sign: (statement) => sign(null, statement, privateKey).toString('hex'),
}
export const checkSignature: CheckSignature = (publicKey, statement, signature) =>
  verify(null, statement, createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'hex')]), format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'))

export const identity: JournalIdentity = {
  folder: 'data/incident',
  realm: 'real',
  station: StationId.parse('01900000-0000-7000-8000-00000000aaaa'),
  incident: IncidentId.parse('01900000-0000-7000-8000-00000000bbbb'),
  keys: null,
}

/** Fast where it is not the subject: signing takes most of the time otherwise. */
export const quickSigner: Signer = { publicKey: '00'.repeat(32), sign: () => 'ab'.repeat(64) }
export const trusting: CheckSignature = () => true

export function portsOn(disk: Disk, seed: number, signer: Signer = quickSigner, relief: () => Promise<boolean> = () => Promise.resolve(false)): JournalPorts {
  const chance = chanceFrom(seed ^ 0x5eed)
  let now = 1_790_000_000_000
  return {
    disk: patientDisk(disk, () => Promise.resolve()),
    clock: { wallMs: () => (now += 7), monoMs: () => now - 1_790_000_000_000 },
    random: (length) => Uint8Array.from({ length }, () => Math.floor(chance() * 256)),
    signer,
    relief,
    segmentBytes: 9000,
  }
}

/** What the outside world knows: which entries were asked for, and which it was told are saved. */
export type Ledger = { readonly submitted: Map<string, Uint8Array>; readonly acknowledged: Set<string> }

/** Plays a script. Entries refused by a failing disk are asked for again, as the screen does. */
export async function play(disk: Disk, seed: number, acts: readonly Act[], ledger: Ledger, relief?: () => Promise<boolean>): Promise<void> {
  const chance = chanceFrom(seed)
  let opened: Promise<Journal | null> | null = null
  const refused = new Map<string, Uint8Array>()
  const open = async (): Promise<Journal | null> => {
    const journal = await (opened ??= openJournal(portsOn(disk, seed, quickSigner, relief), identity).catch(() => null))
    if (journal === null) opened = null // a disk that would not even open: the next act tries again
    return journal
  }
  const ask = async (id: string, cipher: Uint8Array): Promise<void> => {
    const at = await open()
    const outcome = await at?.append({ id: EntryId.parse(id), cipher })
    if (outcome?.ok === true) {
      ledger.acknowledged.add(id)
      refused.delete(id)
    } else refused.set(id, cipher)
  }
  for (const act of acts) {
    if (act.act === 'append') {
      const wanted = Array.from({ length: act.count }, () => {
        const id = idOf(seed, ledger.submitted.size)
        const cipher = Uint8Array.from({ length: act.bytes }, () => Math.floor(chance() * 256))
        ledger.submitted.set(id, cipher)
        return [id, cipher] as const
      })
      await Promise.all([...refused, ...wanted].map(([id, cipher]) => ask(id, cipher)))
    } else if (act.act === 'event') await (await open())?.record({ event: 'locked', why: 'asked' })
    else if (act.act === 'checkpoint') await (await open())?.checkpoint('locked')
    else {
      await (await open())?.close()
      opened = null
    }
  }
  for (const [id, cipher] of refused) await ask(id, cipher)
  await (await open())?.close()
}

export type Reading = { readonly report: JournalReport; readonly entries: readonly { readonly id: string; readonly cipher: Uint8Array }[] }

export async function readBack(disk: Disk, check: CheckSignature = trusting): Promise<Reading> {
  const entries: { id: string; cipher: Uint8Array }[] = []
  const report = await inspectJournal(disk, identity.folder, check, (frame) => {
    const sealed = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
    if (sealed !== null) entries.push({ id: sealed.id, cipher: sealed.cipher })
  })
  return { report, entries }
}
