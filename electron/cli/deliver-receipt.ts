import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readJson } from '#domain/export/stable-json.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { causeOf } from '../node/disk/disk.ts'

/**
 * What a delivery has done so far, on the disk: one line a bundle, flushed before the next one is sent, so that it can be killed
 * at any moment and goes on from here. It names resources by UUID and by the id the server gave; no name of a patient is in it.
 *
 * Changing the format makes a half-done delivery begin anew; that doubles nothing, and takes its time again.
 */
const Head = z.object({ format: z.literal('tomoshibi-fhir-receipt'), version: z.literal(1), exportId: z.string(), manifestSha256: z.string(), server: z.string(), begunAt: z.string() })
export type ReceiptHead = z.infer<typeof Head>

export const Arrived = z.object({ type: z.string(), uuid: z.string(), id: z.string().nullable(), made: z.boolean() })
/** `made` false: it was on the server already. */
export type Arrived = z.infer<typeof Arrived>

const Done = z.object({ bundle: z.string(), at: z.string(), resources: z.array(Arrived) })
export type DoneBundle = z.infer<typeof Done>

export type Receipt = {
  readonly path: string
  readonly done: ReadonlyMap<string, DoneBundle>
  /** Flushed when it resolves; err with the disk's answer. */
  readonly add: (bundle: DoneBundle) => Promise<Result<null, string>>
}

/** Opens the receipt of this delivery, or begins it. Err in a sentence: it is another delivery's, or the disk refuses. */
export async function openReceipt(path: string, head: ReceiptHead): Promise<Result<Receipt, string>> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => (causeOf(thrown) === 'enoent' ? '' : null))
  if (text === null) return err(`The receipt ${path} cannot be read`)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) // a line cut by a kill was not done
  const [first, ...lines] = whole.split('\n').slice(0, -1)
  const done = new Map<string, DoneBundle>()
  if (first === undefined && text !== '' && !text.startsWith('{"format":"tomoshibi-fhir-receipt"'.slice(0, text.length))) return err(`${path} is there and is not a receipt: name another file with --receipt`)
  if (first !== undefined) {
    const began = Head.safeParse(readJson(first))
    if (!began.success) return err(`${path} is there and is not a receipt: name another file with --receipt`)
    if (began.data.manifestSha256 !== head.manifestSha256 || began.data.exportId !== head.exportId) return err(`${path} is the receipt of another export: name another file with --receipt`)
    if (began.data.server !== head.server) return err(`${path} is the receipt of a delivery to ${began.data.server}: name another file with --receipt`)
    for (const line of lines) {
      const bundle = Done.safeParse(readJson(line))
      if (bundle.success) done.set(bundle.data.bundle, bundle.data)
    }
  }
  const begun = await append(path, first === undefined ? `${JSON.stringify(head)}\n` : '', Buffer.byteLength(whole))
  if (!begun.ok) return begun
  return ok({
    path, done,
    add: async (bundle) => {
      const added = await append(path, `${JSON.stringify(bundle)}\n`)
      if (added.ok) done.set(bundle.bundle, bundle)
      return added
    },
  })
}

/** Adds to the end and flushes; `from`: what stands behind it is cut off first. */
async function append(path: string, text: string, from: number | null = null): Promise<Result<null, string>> {
  try {
    const file = await open(path, 'a', 0o600)
    try {
      if (from !== null) await file.truncate(from)
      await file.appendFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    return ok(null)
  } catch (thrown) {
    return err(`The receipt ${path} cannot be written: the disk answered ${causeOf(thrown)}`)
  }
}
