import type { ReferenceBatch, ReferenceFact, ReferenceFault } from '#domain/reference/reference-fact.ts'
import { eachFile } from './each-file.ts'
import type { TextEncoding } from './encoding.ts'
import { readMessage } from './hl7-message.ts'
import type { NamedBlob, ReadOptions } from './named-blob.ts'
import { linesOf } from './text-stream.ts'

/** In characters; the messages read here have some thousands. */
const mostMessage = 1 << 20

/**
 * HL7 v2.5 in plain files: one message or many, with any line ends, with or without the frames of a transfer (0B … 1C). An
 * aborted signal ends it with the signal's reason. Rule REF-22.
 */
export function readHl7(files: readonly NamedBlob[], { today, signal }: ReadOptions): AsyncGenerator<ReferenceBatch> {
  return eachFile(files, signal, async function* (blob, encoding, file) {
    for await (const { messages, readBytes } of messagesOf(blob, encoding, signal)) {
      const facts: ReferenceFact[] = []
      const faults: ReferenceFault[] = []
      const others: Record<string, number> = {}
      for (const { number, text } of messages) {
        const place = { file, row: number }
        const read = text === null ? null : readMessage(text, { place, today })
        if (read === null) faults.push({ code: 'row-too-long', place })
        else if (!read.ok) faults.push({ code: read.error, place })
        else if (read.value.kind === 'other') others[read.value.named] = (others[read.value.named] ?? 0) + 1
        else facts.push(...read.value.facts)
      }
      yield { facts, faults, others, readBytes, newRows: messages.length }
    }
  })
}

/** `number` counts the messages of a file from 1; `text` null: too long to be held. */
type CutMessage = { readonly number: number; readonly text: string | null }

/** Cuts a file before each MSH. What stands before the first one, and the frames of a batch, belong to no message. */
async function* messagesOf(blob: Blob, encoding: TextEncoding, signal: AbortSignal | undefined): AsyncGenerator<{ readonly messages: readonly CutMessage[]; readonly readBytes: number }> {
  let number = 0
  let segments: string[] = []
  let length = 0
  let strays = false
  const take = (): readonly CutMessage[] => {
    if (segments.length === 0 && !strays) return []
    number += 1
    const text = strays ? '' : length > mostMessage ? null : segments.join('\r')
    segments = []
    length = 0
    strays = false
    return [{ number, text }]
  }
  for await (const { lines, readBytes } of linesOf(blob, encoding, mostMessage, signal)) {
    const messages: CutMessage[] = []
    for (const { text, isTooLong } of lines) {
      for (const segment of text.split(/[\u000b\u001c]/)) {
        if (segment.startsWith('MSH') || /^[FB][HT]S/.test(segment)) messages.push(...take())
        if (/^[FB][HT]S/.test(segment) || (segment.trim() === '' && !isTooLong)) continue
        if (segments.length === 0 && !segment.startsWith('MSH') && !isTooLong) {
          strays = true
          continue
        }
        length += isTooLong ? mostMessage + 1 : segment.length
        // Past the limit only the length is remembered.
        if (length <= mostMessage || segments.length === 0) segments.push(segment)
      }
    }
    yield { messages, readBytes }
  }
  yield { messages: take(), readBytes: blob.size }
}
