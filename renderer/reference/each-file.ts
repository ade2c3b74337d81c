import type { ReferenceBatch, ReferenceFault } from '#domain/reference/reference-fact.ts'
import { detectEncoding, type TextEncoding } from './encoding.ts'
import { isUnreadable, type NamedBlob } from './named-blob.ts'

/** What a format's reader says of one file: counts of this file alone. */
export type FileBatch = Pick<ReferenceBatch, 'facts' | 'faults' | 'others' | 'readBytes'> & { readonly newRows: number }

/** Reads text files one after another, the next one also when one cannot be read; adds up how far all of them have come. */
export async function* eachFile(
  files: readonly NamedBlob[],
  signal: AbortSignal | undefined,
  read: (blob: Blob, encoding: TextEncoding, file: number) => AsyncGenerator<FileBatch>,
): AsyncGenerator<ReferenceBatch> {
  let before = 0
  let rows = 0
  for (const [index, { blob }] of files.entries()) {
    const file = index + 1
    const failed = (code: ReferenceFault['code']): ReferenceBatch => ({ facts: [], faults: [{ code, place: { file, row: null } }], others: {}, readBytes: before + blob.size, rows })
    try {
      const encoding = await detectEncoding(blob, signal)
      if (!encoding.ok) yield failed(encoding.error)
      else {
        for await (const { newRows, readBytes, ...batch } of read(blob, encoding.value, file)) {
          rows += newRows
          yield { ...batch, readBytes: before + readBytes, rows }
        }
      }
    } catch (error) {
      if (!isUnreadable(error)) throw error
      yield failed('file-unreadable')
    }
    before += blob.size
  }
}
