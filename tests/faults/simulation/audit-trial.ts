import { readPrintedHead } from '#domain/log/printed-head.ts'
import { checkInnerChain, type ChainLink } from '#domain/log/inner-chain.ts'
import type { Compared } from '#domain/audit/compared.ts'
import { readSealedBody } from '#electron/node/journal/sealed-body.ts'
import { verifyStation } from '#electron/node/station/verify.ts'
import { openFrames } from '#renderer/store/sealed-entry.ts'
import { booksOf, edits, firstChange, forged, type Books, type EditName, type JournalName } from './audit-thief.ts'
import { place, printedOf, type AuditWorld, type Files, type Moment } from './audit-world.ts'
import { chanceFrom } from './chance.ts'
import { testSigner } from './session.ts'
import { diskHolding, simulatedDisk } from './simulated-disk.ts'

/** What is left outside the PC when somebody looks. */
export const witnessNames = ['none', 'printed head', 'second journal', 'export'] as const
export type WitnessName = (typeof witnessNames)[number]

const folderKinds = ['older-folder', 'hidden-opening', 'card-edited', 'mark-edited', 'another-key'] as const
export type AttackName = EditName | (typeof folderKinds)[number] | 'several'

export type Trial = {
  readonly attack: AttackName
  readonly witness: WitnessName
  /** Was what he changed there when the witness was made? */
  readonly isCovered: boolean
  /** By what is on the PC alone and the witness, without any key. */
  readonly isFound: boolean
  /** By the incident's key alone, and whether an honest entry stands behind the change. */
  readonly isFoundByKey: boolean
  readonly isCoveredByKey: boolean
  readonly seed: number
}

type Attacked = { readonly files: Files; readonly from: { readonly [J in JournalName]: number }; readonly books: Books | null }

/** One trial by its seed: an attack, a witness, and what verification says. */
export async function auditTrial(world: AuditWorld, seed: number): Promise<Trial> {
  const chance = chanceFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T // the list is not empty
  const names: readonly AttackName[] = [...(Object.keys(edits) as EditName[]), ...folderKinds, 'several'] // the keys of a const object
  const attack = names[seed % names.length] ?? 'deleted'
  const witness = witnessNames[Math.floor(seed / names.length) % witnessNames.length] ?? 'none'
  const isLate = chance() < 0.7
  const moment = isLate ? world.end : world.middle
  let attacked: Attacked | null = null
  while (attacked === null) attacked = attackOn(world, attack, chance, pick)
  const { from } = attacked
  // The second journal reaches as far as the first did; what is put behind its end looks like the next moment's work.
  const reaches = witness === 'second journal' ? lastOf(world) : { station: moment.station.seq, incident: moment.incident.seq }
  const isCovered = from.station <= reaches.station || from.incident <= reaches.incident
  const compared = await verified(world, attacked.files, witness, moment)
  return { attack, witness, isCovered, isFound: compared.some(({ result }) => result === 'contradicts'), ...(await byKey(world, attacked)), seed }
}

function lastOf(world: AuditWorld): { readonly [J in JournalName]: number } {
  const { station, incident } = booksOf(world.files, world.incident)
  return { station: station.items.length, incident: incident.items.length }
}

function attackOn(world: AuditWorld, attack: AttackName, chance: () => number, pick: <T>(list: readonly T[]) => T): Attacked | null {
  const honest = booksOf(world.files, world.incident)
  if (attack === 'older-folder') {
    const older = booksOf(world.older, world.incident)
    // The mark beside the folder is set back with it.
    return { files: forged(world, world.older, older), from: { station: 1 + older.station.items.length, incident: 1 + older.incident.items.length }, books: older }
  }
  if (attack === 'card-edited') return { files: edited(world.files, chance() < 0.5 ? hideSeals : otherLetters), from: { station: 0, incident: 0 }, books: null }
  if (attack === 'mark-edited') return { files: withMark(world.files, chance), from: { station: 0, incident: 0 }, books: null }
  if (attack === 'another-key') return { files: resigned(world, honest), from: { station: 1, incident: 1 }, books: null }
  let books = honest
  const names: readonly EditName[] = attack === 'several' ? [pick(editNames), pick(editNames), ...(chance() < 0.5 ? [pick(editNames)] : [])] : attack === 'hidden-opening' ? [] : [attack]
  for (const name of names) {
    const journal: JournalName = chance() < 0.5 ? 'station' : 'incident'
    const items = books[journal].items
    const next = edits[name](items, Math.floor(chance() * items.length), chance)
    if (next === null) return null
    books = { ...books, [journal]: { ...books[journal], items: next } }
  }
  if (attack === 'hidden-opening') {
    const gone = books.station.items.filter(({ frame }) => !/"(?:envelope-opened|code-tried|code-refused)"/.test(new TextDecoder().decode(frame.body)))
    books = { ...books, station: { ...books.station, items: gone } }
  }
  const files = attack === 'hidden-opening' ? edited(world.files, hideSeals) : world.files
  const from = { station: firstChange(honest.station, books.station), incident: firstChange(honest.incident, books.incident) }
  // Swapping the same twice changes nothing.
  return from.station === Number.POSITIVE_INFINITY && from.incident === Number.POSITIVE_INFINITY ? null : { files: forged(world, files, books), from, books }
}

const editNames = Object.keys(edits) as EditName[] // the keys of a const object

type Json = Record<string, unknown>
const hideSeals = (card: Json): Json => ({ ...card, opened: [] })
const otherLetters = (card: Json): Json => ({ ...card, profile: { ...(card['profile'] as Json), letters: 'KM' } }) // as a card has it

function edited(files: Files, change: (card: Json) => Json): Files {
  const path = `${place.data}/station.json`
  const card = JSON.parse(new TextDecoder().decode(files.get(path))) as Json // a card is an object
  return new Map(files).set(path, new TextEncoder().encode(JSON.stringify(change(card))))
}

function withMark(files: Files, chance: () => number): Files {
  const out = new Map(files)
  const mark = JSON.parse(new TextDecoder().decode(files.get(place.mark))) as Json // a mark is an object
  if (chance() < 0.5) out.delete(place.mark)
  else out.set(place.mark, new TextEncoder().encode(JSON.stringify({ ...mark, stationJournal: { seq: 3, head: 'ab'.repeat(32) } })))
  return out
}

/** Every journal written anew under a key of the thief's own: what somebody without the station's key can do. */
function resigned(world: AuditWorld, books: Books): Files {
  const rekeyed = (name: JournalName): Books[JournalName] => ({ ...books[name], headers: books[name].headers.map((header) => ({ ...header, stationKey: testSigner.publicKey })) })
  return forged({ ...world, signer: testSigner }, world.files, { station: rekeyed('station'), incident: rekeyed('incident') })
}

async function verified(world: AuditWorld, files: Files, witness: WitnessName, moment: Moment): Promise<readonly Compared[]> {
  const printed = witness === 'printed head' ? printedOf(moment).flatMap((head) => readPrinted(head)) : []
  const exported = witness === 'export' ? [{ journal: 'station', heads: [[moment.station.seq, moment.station.head]] as const }, { journal: world.incident, heads: [[moment.incident.seq, moment.incident.head]] as const }] : []
  const second = witness === 'second journal' ? { disk: simulatedDisk(diskHolding(world.second)), folder: place.second } : null
  const { compared } = await verifyStation(simulatedDisk(diskHolding(files)), place.data, { second, printed, exported, mark: { path: place.mark, machine: place.machine }, stationKey: null })
  return compared
}

function readPrinted(head: string) {
  const read = readPrintedHead(head)
  return read.ok ? [read.value] : []
}

async function byKey(world: AuditWorld, { files, from, books }: Attacked): Promise<Pick<Trial, 'isFoundByKey' | 'isCoveredByKey'>> {
  const { items } = booksOf(files, world.incident).incident
  const sealed = items.flatMap(({ frame }) => {
    const body = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
    return body === null || !('hash' in frame) ? [] : [{ seq: frame.seq, head: frame.hash as never, ...body }] // found frames carry their hash
  })
  const { links } = await openFrames(world.keys, sealed)
  const plain = items.flatMap(({ frame }): readonly ChainLink[] => (frame.kind === 'sealed' || !('hash' in frame) ? [] : [{ kind: 'plain', seq: frame.seq, head: String(frame.hash) }]))
  const inOrder = [...links, ...plain].toSorted((a, b) => a.seq - b.seq)
  const isBehind = (origin: number | null): boolean => origin !== null && origin - 1 >= from.incident
  return {
    isFoundByKey: checkInnerChain(inOrder, [world.beginning]).length > 0,
    isCoveredByKey: books !== null && books.incident.items.some((item) => item.frame.kind === 'sealed' && !item.isTouched && isBehind(item.origin)),
  }
}
