import { describe, expect, it } from 'vitest'
import { mostDocuments, ownersOf, type DocumentOwners } from '#domain/reference/document-owners.ts'
import { documentIndexBuilder, readIndex, readTail, tailBytes, type DocumentEntry, type DocumentIndex } from '#renderer/reference/document-index.ts'
import { documentsOf, mostDocumentBytes, type ReferenceDocument } from '#renderer/reference/documents.ts'
import { documentText } from '#renderer/reference/document-text.ts'
import encoding from 'encoding-japanese'
import { cp932, named, utf16, utf8, type Bytes } from './bytes.ts'

async function read(...files: readonly (readonly [string, Bytes])[]): Promise<{ readonly documents: readonly ReferenceDocument[]; readonly faults: readonly string[] }> {
  const documents: ReferenceDocument[] = []
  const faults: string[] = []
  for await (const batch of documentsOf(files.map(([path, bytes]) => named(path, bytes)))) {
    documents.push(...batch.documents)
    faults.push(...batch.faults.map(({ code, place }) => `${place.file} ${code}`))
  }
  return { documents, faults }
}

/** Walked to its end; how often it paused stands beside it. */
function owners(paths: readonly string[], ...lists: readonly (readonly string[])[]): { readonly owners: DocumentOwners; readonly pauses: number } {
  const walk = ownersOf({ count: paths.length, pathAt: (document) => paths[document] ?? '' }, lists.map((ids) => ({ count: ids.length, idAt: (row) => ids[row] ?? '' })))
  for (let pauses = 0; ; pauses += 1) {
    const step = walk.next()
    if (step.done === true) return { owners: step.value, pauses }
  }
}

describe('documents of a patient', () => {
  it('[REF-28] belong to whose id begins the name of the file or of a folder above it; the others are counted by the reason', () => {
    const paths = ['d/00000010_処方.txt', 'd/00000011/要約.txt', 'd/00000010/00000010.txt', 'd/A-1_x.txt', 'd/00000010薬.txt', 'd/000000101.txt', 'd/00000010/00000011.txt', 'd/x.txt']
    const { owners: found } = owners(paths, ['00000010', '00000011', 'A', 'A-1'])
    expect(['00000010', '00000011', 'A-1', 'A', 'x'].map(found.of)).toEqual([[0, 2, 4], [1], [3], [], []])
    expect([found.owned, found.unowned]).toEqual([5, { unknown: 2, disagree: 1, tooMany: 0 }])
  })

  it('[REF-49] the lists together say which ids there are, and a million rows are walked with pauses', () => {
    const { owners: found, pauses } = owners(['d/1_a.txt', 'd/2_a.txt', 'd/3_a.txt'], ['1'], Array.from({ length: 20_000 }, (_, row) => String(row + 3)))
    expect(['1', '2', '3'].map(found.of)).toEqual([[0], [], [2]])
    expect(pauses).toBe(5)
  })

  it('[REF-29] fifty a patient are shown and no more', () => {
    const { owners: found } = owners(Array.from({ length: mostDocuments + 1 }, (_, n) => `d/00000010_${n}.txt`), ['00000010'])
    expect([found.of('00000010').length, found.unowned.tooMany]).toEqual([50, 1])
  })

  it('[REF-29] are HTML, text or PDF by content, whatever their name says', async () => {
    const { documents, faults } = await read(
      ['00000010.exe', utf8('%PDF-1.7 ...')], ['00000010.pdf', utf8('  <!DOCTYPE html><p>薬')], ['00000010.html', cp932('薬の一覧')], ['00000010.txt', utf16('薬の一覧\r\n', true)],
      ['00000010.txt', Uint8Array.from([0x50, 0x4b, 3, 4, 0])], ['00000010.txt', Uint8Array.from([0xff, 0x00, 1])], ['00000010.txt', new Uint8Array()], ['00000010.txt', new Uint8Array(mostDocumentBytes + 1).fill(0x41)], [`00000010_${'a'.repeat(1000)}`, utf8('薬')],
    )
    expect(documents.map(({ kind }) => kind)).toEqual(['pdf', 'html', 'text', 'text'])
    expect(faults).toEqual(['5 not-a-document', '6 not-a-document', '7 file-empty', '8 file-too-large', '9 text-too-long'])
  })

  it('[REF-29] a page is read in the encoding it says, where its bytes keep to it', () => {
    const page = '<html><head><meta charset="euc-jp"></head>薬の一覧</html>'
    expect(documentText(Uint8Array.from(encoding.convert(encoding.stringToCode(page), { to: 'EUCJP', from: 'UNICODE' })))).toContain('薬の一覧')
    expect(documentText(utf8(page))).toContain('薬の一覧')
    expect(documentText(cp932('<html><meta http-equiv=Content-Type content="text/html; charset=Shift_JIS">薬'))).toContain('薬')
  })
})

describe('the index of documents', () => {
  const entries = [{ path: 'd/1_処方.txt', kind: 'text', length: 3 }, { path: '𠮷/2.html', kind: 'html', length: 700_000 }, { path: 'd/3', kind: 'pdf', length: 1 }] as const
  const built = (): Bytes => {
    const builder = documentIndexBuilder()
    for (const entry of entries) builder.add(entry)
    return builder.whole()
  }
  const opened = (whole: Bytes, documentBytes: number): DocumentIndex | string => {
    const tail = readTail(whole.subarray(-tailBytes))
    const index = tail.ok ? readIndex(whole.subarray(0, -tailBytes), tail.value, documentBytes) : tail
    return index.ok ? index.value : index.error.code
  }

  it('[REF-47] packed and read again says of every document its path, kind and place', () => {
    const index = opened(built(), 700_004)
    if (typeof index === 'string') throw new Error(index)
    const starts = [0, 3, 700_003]
    expect(Array.from({ length: index.count }, (_, at): DocumentEntry => index.at(at))).toEqual(entries.map((entry, at) => ({ ...entry, start: starts[at] })))
  })

  it('[REF-48] that does not fill the stream exactly, or was changed in one byte, is refused whole or says what it said', () => {
    expect(opened(built(), 700_003)).toBe('part-damaged')
    expect(opened(built().subarray(0, 20), 700_004)).toBe('part-damaged')
    for (let at = 0; at < built().length; at += 1) {
      const bytes = built()
      bytes[at] = (bytes[at] ?? 0) ^ 0x80
      const index = opened(bytes, 700_004)
      if (typeof index !== 'string') expect(Array.from({ length: index.count }, (_, document) => index.at(document).length)).toEqual(entries.map(({ length }) => length))
    }
  })
})
