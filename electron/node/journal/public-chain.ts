import { ChainHead, ChainLine } from '#domain/audit/audit-export.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import { isGenuine, parse, readCheckpoint, type CheckSignature } from './checkpoint.ts'
import { frameAt } from './frame.ts'
import { beginning } from './header.ts'

export type PublicChainFault = { readonly code: 'line-unreadable' | 'chain-broken' | 'frame-damaged' | 'frames-missing' | 'checkpoint-false' | 'frame-unreadable'; readonly seq: number }

export type PublicChain = {
  readonly head: { readonly realm: string; readonly station: string; readonly incident: string | null; readonly stationKey: string } | null
  readonly seq: number
  readonly end: string
  readonly frames: number
  readonly sealed: number
  readonly signedTo: number
  readonly headsAt: ReadonlyMap<number, string>
  readonly events: readonly { readonly seq: number; readonly wallMs: number; readonly event: PublicEvent }[]
  readonly faults: readonly PublicChainFault[]
}

/**
 * Checks a chain of which the public frames are here whole and the sealed ones as hashes. A public frame names the
 * hash before it, so the last of a run of sealed frames is bound by the next public one; every signature binds all before.
 */
export function checkPublicChain(lines: readonly string[], check: CheckSignature): PublicChain {
  const head = ChainHead.safeParse(json(lines[0]))
  const faults: PublicChainFault[] = []
  const headsAt = new Map<number, string>()
  const events: PublicChain['events'][number][] = []
  let [seq, sealed, signedTo, before] = [0, 0, 0, head.success ? head.data.beginning as string : '']
  if (!head.success || beginning(head.data) !== head.data.beginning) faults.push({ code: 'line-unreadable', seq: 0 })
  for (const text of lines.slice(1)) {
    const line = ChainLine.safeParse(json(text))
    if (!line.success) {
      faults.push({ code: 'line-unreadable', seq: seq + 1 })
      continue
    }
    const { data } = line
    if (data.seq !== seq + 1) faults.push({ code: 'frames-missing', seq: data.seq })
    if (data.frame === null) sealed += 1
    if ((data.frame === null) !== (data.kind === 'sealed')) faults.push({ code: 'frame-unreadable', seq: data.seq })
    if (data.frame !== null) {
      const bytes = new Uint8Array(Buffer.from(data.frame, 'base64'))
      const frame = frameAt(bytes, 0)
      if (frame === null || frame.bytes.length !== bytes.length || frame.hash !== data.head || frame.seq !== data.seq || frame.kind !== data.kind) faults.push({ code: 'frame-damaged', seq: data.seq })
      else if (frame.previous !== before) faults.push({ code: 'chain-broken', seq: data.seq })
      else if (frame.kind === 'checkpoint') {
        const checkpoint = readCheckpoint(frame.body)
        const agrees = checkpoint !== null && head.success && checkpoint.seq === frame.seq - 1 && checkpoint.head === frame.previous && isGenuine(checkpoint, head.data.stationKey, check)
        if (agrees) signedTo = frame.seq
        else faults.push({ code: 'checkpoint-false', seq: data.seq })
      } else {
        const event = PublicEvent.safeParse(parse(frame.body))
        if (event.success) events.push({ seq: frame.seq, wallMs: frame.wallMs, event: event.data })
        else faults.push({ code: 'frame-unreadable', seq: data.seq })
      }
    }
    headsAt.set(data.seq, data.head)
    seq = data.seq
    before = data.head
  }
  return { head: head.success ? head.data : null, seq, end: before, frames: lines.length - 1, sealed, signedTo, headsAt, events, faults }
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null // not JSON is no line of ours
  }
}
