import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { mergeFiles } from '#electron/cli/merge.ts'
import { photoName } from '#domain/export/photos.ts'
import { StationId } from '#domain/ids.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { aPatient, anEntry, anImported, entryId, patientId, testId } from '#tests/builders.ts'
import { anInput, aWard, made, type Made } from '#tests/export/fixture.ts'

const photo = entryId(950)
const jpeg = Uint8Array.from({ length: 9000 }, (_, at) => at * 3)

let folder = ''
let one: Made
let two: Made

/** Another station's ward, in which the patient of the first was seen as well, and to which a photograph went along. */
function otherWard() {
  const letters = StationLetters.parse('AH')
  const input = anInput([aPatient({ number: wardNumber('real', letters, 7) }, { id: entryId(900), patient: patientId(9) }), anEntry('vital-signs', { id: entryId(901) }), anImported(anEntry('photo-taken', { id: photo }))], { photos: new Map([[photo, jpeg]]) })
  return { ...input, station: StationId.parse(testId(0x599)), profile: { ...input.profile, letters } }
}

async function put(name: string, { built, minisig, keys }: Made): Promise<string> {
  const path = join(folder, `${name}.zip.age`)
  await writeFile(path, built.bytes)
  await writeFile(`${path}.minisig`, minisig)
  await writeFile(join(folder, `${name}.key`), `${keys.officer.identity}\n`)
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tomoshibi-merge-'))
  one = await made(anInput([...aWard(), anEntry('photo-taken', { id: photo })], { photos: new Map([[photo, jpeg]]) }))
  two = await made(otherWard())
})

describe('tomoshibi merge', { timeout: 30_000 }, () => {
  const merge = async (out: string | null, ...names: readonly string[]) => {
    const paths = [await put('one', one), await put('two', two)].filter((path) => names.some((name) => path.endsWith(`${name}.zip.age`)))
    await writeFile(join(folder, 'both.key'), `${one.keys.officer.identity}\n${two.keys.officer.identity}\n`)
    return mergeFiles({ paths, identity: join(folder, 'both.key'), out: out === null ? null : join(folder, out), onOpened: () => undefined })
  }

  it('[MERGE-6] lays two exports into one new folder: every entry once, tables with the station, what contradicts itself, and figures', async () => {
    const done = await merge('merged', 'one', 'two')
    expect([done.code, done.lines.join('\n')]).toEqual([0, expect.stringContaining('station AH')])
    const read = (name: string): Promise<string> => readFile(join(folder, 'merged', name), 'utf8')
    expect((await read('log/events.ndjson')).trim().split('\n')).toHaveLength(aWard().length + 3)
    const signs = (await read('tables/vital-signs.ndjson')).trim().split('\n').map((line) => JSON.parse(line) as { readonly from: string; readonly id: string })
    expect(signs.map(({ from }) => from).toSorted()).toEqual(['AF', 'AH'])
    expect(await read('conflicts.csv')).toContain('10分以内に両方の端末で記録')
    expect(JSON.parse(await read('statistics.json'))).toMatchObject({ stations: 2, patients: 3 })
    expect(await readdir(join(folder, 'merged', 'photos'))).toHaveLength(1)
    expect(new Uint8Array(await readFile(join(folder, 'merged', photoName(wardNumber('real', StationLetters.parse('AF'), 123), photo))))).toEqual(jpeg)
    expect((await merge('merged', 'one', 'two')).lines.join()).toContain('nothing was written')
  })

  it('[MERGE-6] says the figures alone without a folder, and writes nothing of exports that one key does not open', async () => {
    const before = await readdir(folder)
    const said = await merge(null, 'one', 'two')
    expect([said.code, said.lines[0]]).toEqual([0, expect.stringMatching(/^3 patients registered, 12 entries/)])
    expect(said.lines.join('\n')).not.toMatch(/神田|花子/)
    const refused = await mergeFiles({ paths: [join(folder, 'one.zip.age'), join(folder, 'two.zip.age')], identity: join(folder, 'one.key'), out: join(folder, 'none'), onOpened: () => undefined })
    expect([refused.code, refused.lines.join('\n')]).toEqual([1, expect.stringContaining('no key in the identity file opens this export')])
    expect((await readdir(folder)).toSorted()).toEqual([...new Set([...before, 'both.key'])].toSorted())
  })
})
