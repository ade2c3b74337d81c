import { describe, expect, it } from 'vitest'
import { documentsOf, mostDocuments, type ReferenceDocument } from '#renderer/reference/documents.ts'
import { cp932, named, utf8, type Bytes } from './bytes.ts'

const known = new Set(['00000010', '00000011', 'A-1', 'A'])
async function read(...files: readonly (readonly [string, Bytes])[]): Promise<{ readonly documents: readonly ReferenceDocument[]; readonly faults: readonly string[] }> {
  const documents: ReferenceDocument[] = []
  const faults: string[] = []
  for await (const batch of documentsOf(files.map(([path, bytes]) => named(path, bytes)), (id) => known.has(id))) {
    documents.push(...batch.documents)
    faults.push(...batch.faults.map(({ code, place }) => `${place.file} ${code}`))
  }
  return { documents, faults }
}

describe('documents of a patient', () => {
  it('[REF-28] belong to whose id begins the name of the file or of a folder above it', async () => {
    const text = utf8('薬')
    const { documents, faults } = await read(['d/00000010_処方.txt', text], ['d/00000011/要約.txt', text], ['d/00000010/00000010.txt', text], ['d/A-1_x.txt', text], ['d/00000010薬.txt', text], ['d/000000101.txt', text], ['d/00000010/00000011.txt', text], ['d/x.txt', text])
    expect(documents.map(({ hospitalId, title }) => `${hospitalId} ${title}`)).toEqual(['00000010 00000010_処方.txt', '00000011 要約.txt', '00000010 00000010.txt', 'A-1 A-1_x.txt', '00000010 00000010薬.txt'])
    expect(faults).toEqual(['6 id-unknown', '7 id-disagrees', '8 id-unknown'])
  })

  it('[REF-29] are HTML, text or PDF by content, whatever their name says', async () => {
    const { documents, faults } = await read(
      ['00000010.exe', utf8('%PDF-1.7 ...')], ['00000010.pdf', utf8('  <!DOCTYPE html><p>薬')], ['00000010.html', cp932('薬の一覧')],
      ['00000010.txt', Uint8Array.from([0x50, 0x4b, 3, 4, 0])], ['00000010.txt', Uint8Array.from([0xff, 0x00, 1])], ['00000010.txt', new Uint8Array()], ['00000010.txt', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x41)],
    )
    expect(documents.map(({ kind }) => kind)).toEqual(['pdf', 'html', 'text'])
    expect(faults).toEqual(['4 not-a-document', '5 not-a-document', '6 file-empty', '7 file-too-large'])
  })

  it('[REF-29] fifty a patient and no more', async () => {
    const { documents, faults } = await read(...[...Array(mostDocuments + 1).keys()].map((n) => [`00000010_${n}.txt`, utf8('x')] as const))
    expect(documents).toHaveLength(50)
    expect(faults).toEqual(['51 too-many-documents'])
  })
})
