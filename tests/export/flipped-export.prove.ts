import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openExport } from '#electron/cli/open.ts'
import { verifyExport } from '#electron/cli/verify-export.ts'
import { anEntry, aPatient } from '#tests/builders.ts'
import { anInput, made } from './fixture.ts'

/** Without its signature a byte is found by decrypting up to it: all of the header, the end, and every eleventh between. */
const isOpened = (at: number, of: number): boolean => at < 1_000 || at >= of - 100 || at % 11 === 0

it('[EXP-12] [EXP-13] every byte of a small export and of its signature, changed, is refused and nothing is written', async () => {
  const one = await made(anInput([aPatient(), anEntry('note')]))
  const folder = mkdtempSync(join(tmpdir(), 'tomoshibi-flip-'))
  const path = join(folder, one.built.fileName)
  writeFileSync(join(folder, 'key'), `${one.keys.officer.identity}\n`)
  const open = () => openExport({ path, identity: join(folder, 'key'), out: join(folder, 'out'), stationPub: null })
  let refused = 0
  for (let at = 0; at < one.built.bytes.length; at += 1) {
    writeFileSync(path, one.built.bytes.with(at, (one.built.bytes[at] ?? 0) ^ (1 << (at % 8))))
    writeFileSync(`${path}.minisig`, one.minisig)
    const signed = await verifyExport(path, null)
    rmSync(`${path}.minisig`)
    const alone = isOpened(at, one.built.bytes.length) ? await open() : null
    if (signed.code === 1 && alone?.code !== 0) refused += 1
  }
  const signature = new TextEncoder().encode(one.minisig)
  writeFileSync(path, one.built.bytes)
  for (let at = 0; at < signature.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      writeFileSync(`${path}.minisig`, signature.with(at, (signature[at] ?? 0) ^ (1 << bit)))
      if ((await open()).code === 1) refused += 1
    }
  }
  expect(readdirSync(folder).toSorted()).toEqual([one.built.fileName, `${one.built.fileName}.minisig`, 'key'].toSorted())
  rmSync(folder, { recursive: true })
  expect(refused).toBe(one.built.bytes.length + signature.length * 8)
}, 1_800_000) // each byte is written, verified and refused: ten minutes and more on a busy machine
