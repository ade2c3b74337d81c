import { ssmixMessages, ssmixPath, type SsmixKind, type SsmixName } from '#domain/reference/ssmix-name.ts'
import type { ReferenceBatch, ReferenceFact, ReferenceFault, ReferenceFaultCode } from '#domain/reference/reference-fact.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { CalendarDate } from '#domain/time.ts'
import { binaryKind, strictText } from './encoding.ts'
import { readMessage } from './hl7-message.ts'
import type { NamedBlob, ReadOptions } from './named-blob.ts'

const mostFileBytes = 1 << 20
/** Read side by side: a storage is hundreds of thousands of small files. */
const together = 64

type Chosen = { readonly file: number; readonly blob: Blob; readonly name: SsmixName }

/**
 * An SS-MIX2 standardised storage. Names alone decide what is worth reading: of each patient the newest basic data and allergies,
 * and what last happened of admission, transfer and discharge. An aborted signal ends it with the signal's reason. Rules REF-16
 * to REF-21.
 */
export async function* readSsmix(files: readonly NamedBlob[], { today, signal }: ReadOptions): AsyncGenerator<ReferenceBatch> {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const { chosen, faults: misplaced, others } = choose(files)
  let passed = total - chosen.reduce((sum, { blob }) => sum + blob.size, 0)
  let rows = files.length - chosen.length
  yield { facts: [], faults: misplaced, others, readBytes: passed, rows }
  for (let at = 0; at < chosen.length; at += together) {
    signal?.throwIfAborted()
    const some = chosen.slice(at, at + together)
    const facts: ReferenceFact[] = []
    const faults: ReferenceFault[] = []
    const reads = await Promise.all(some.map(async (one) => ({ one, read: await readFile(one, today) })))
    for (const { one, read } of reads) {
      if (read.ok) facts.push(...read.value)
      else faults.push({ code: read.error, place: { file: one.file, row: null } })
      passed += one.blob.size
      rows += 1
    }
    yield { facts, faults, others: {}, readBytes: passed, rows }
  }
}

/** Of each order the newest file; of each patient and kind the newest order that is not deleted. */
function choose(files: readonly NamedBlob[]): { readonly chosen: readonly Chosen[]; readonly faults: readonly ReferenceFault[]; readonly others: Readonly<Record<string, number>> } {
  const faults: ReferenceFault[] = []
  const others: Record<string, number> = {}
  const byOrder = new Map<string, Chosen>()
  for (const [index, { path, blob }] of files.entries()) {
    const found = ssmixPath(path)
    if (found.kind === 'other') others[found.named] = (others[found.named] ?? 0) + 1
    else if (found.kind === 'disagrees') faults.push({ code: 'name-disagrees', place: { file: index + 1, row: null } })
    else if (found.kind === 'read') keepNewer(byOrder, `${found.name.kind} ${found.name.order} ${found.name.hospitalId}`, { file: index + 1, blob, name: found.name })
  }
  const byKind = new Map<string, Chosen>()
  for (const one of byOrder.values()) if (!one.name.isDeleted) keepNewer(byKind, `${one.name.kind} ${one.name.hospitalId}`, one)
  return { chosen: [...byKind.values()], faults, others }
}

/** Two files of the very same moment: the one whose order sorts later, so that the folder's order does not matter. */
function keepNewer(kept: Map<string, Chosen>, key: string, one: Chosen): void {
  const before = kept.get(key)
  if (before === undefined || rank(one) > rank(before)) kept.set(key, one)
}

function rank({ name }: Chosen): string {
  return `${name.newness} ${name.isDeleted ? 1 : 0} ${name.order}`
}

async function readFile({ file, blob, name }: Chosen, today: CalendarDate): Promise<Result<readonly ReferenceFact[], ReferenceFaultCode>> {
  if (blob.size === 0) return err('file-empty')
  if (blob.size > mostFileBytes) return err('file-too-large')
  const bytes = await blob.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null)
  if (bytes === null) return err('file-unreadable')
  const binary = binaryKind(bytes)
  if (binary !== null) return err(binary)
  const text = strictText(bytes, saysUtf8(bytes) ? 'utf-8' : null)
  if (text === null) return err('not-text')
  const read = readMessage(text.replace(/^\uFEFF/, '').replaceAll(/[\r\n]+/g, '\r'), { place: { file, row: null }, today })
  if (!read.ok) return read
  if (read.value.kind === 'other') return err('kind-disagrees')
  if (read.value.trigger !== ssmixMessages[name.kind]) return err('kind-disagrees')
  if (read.value.hospitalId !== name.hospitalId) return err('id-disagrees')
  return ok(read.value.facts.filter(({ kind }) => belongs(kind, name.kind)))
}

/** The PID of an admission is a copy of some other day; who somebody is stands in their basic data alone. */
function belongs(fact: ReferenceFact['kind'], kind: SsmixKind): boolean {
  return fact !== 'patient' || kind === 'ADT-00'
}

/** MSH-18 as far as it can be seen before decoding; the other codes leave it to the bytes. */
function saysUtf8(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).split(/[\r\n]/, 1)[0] ?? ''
  return /\|[^|]*(UNICODE UTF-8|UTF-8)[^|]*(\||$)/.test(head)
}
