import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { EntryId, PatientId } from '#domain/ids.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { photosBehind } from '#domain/transfer/transfer-file.ts'
import { factsOf } from '#domain/view/facts.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { keepPhoto, readPhoto, takenPhoto } from '#renderer/session/photos.ts'
import { openTransferFile, receivePatient } from '#renderer/session/receive-patient.ts'
import { sendPatient } from '#renderer/session/send-patient.ts'
import { standingOf, type OpenWard } from '#renderer/session/open-ward.ts'
import { vaultJobs } from '#renderer/workers/vault-jobs.ts'
import type { Vault } from '#renderer/workers/vault-worker.ts'
import { aHand, aHash, aNurse } from '#tests/builders.ts'
import { ageAtTerminal, hasAge, hasTerminal, inFolder } from '#tests/vault/outside-age.ts'
import { aFolder, dropFolder, openIncident, prepare, start, stop, type Running } from './prepared.ts'
import { bridgeOf, statusOf, wardOf } from './realms.ts'
import { someDatabases } from '#tests/store/store-fixture.ts'

type Place = { readonly running: Running; readonly folder: string; readonly open: OpenWard; readonly standing: Standing }

const vault: Pick<Vault, 'ask'> = { ask: (job, given) => vaultJobs[job](given as never) as never } // each job's own input and result, as the asker gave it
const hooks = { progress: () => undefined, isCancelled: () => false }
const patient = PatientId.parse(newUuid())

async function aStation(): Promise<Place> {
  const folder = await aFolder()
  const running = await start(folder)
  const prepared = await prepare(running, folder)
  const { dek } = await openIncident(running, prepared)
  const { open } = await wardOf(running, dek, someDatabases())
  const standing = standingOf(await statusOf(running), open, aNurse())
  if (standing === null) throw new Error('The station has a card')
  return { running, folder, open, standing }
}

const drafts: readonly Draft[] = [
  { id: EntryId.parse(newUuid()), kind: 'patient-registered', patient, at: null, body: { number: wardNumber('real', StationLetters.parse('KM'), 7), naming: { kind: 'known', family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ' }, sex: 'female', birth: { kind: 'unknown' }, bed: '301', features: '', way: 'form', mother: null, arrival: null } },
  { id: EntryId.parse(newUuid()), kind: 'allergy-stated', patient, at: null, body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '' }], source: '本人' } },
  { id: EntryId.parse(newUuid()), kind: 'note', patient, at: null, body: { text: '変わりなし' } },
]

async function send({ running, open, standing, folder }: Place) {
  const status = await statusOf(running)
  if (status.card === null) throw new Error('The station has a card')
  const bridge = bridgeOf(running)
  const chosen = await bridge.call('export:choose')
  if (!chosen.ok || chosen.value.folder === null) throw new Error('A folder was chosen')
  const sent = await sendPatient({ bridge, hand: { ...aHand(), newId: newUuid }, vault }, { ...status, card: status.card }, open, standing, { patient, to: '西4病棟', folder: chosen.value.folder }, hooks)
  if (!sent.ok) throw new Error(sent.error.code)
  return { ...sent.value, bytes: new Uint8Array(await readFile(sent.value.path)), folder: `${folder}-export` }
}

const counted = (place: Place): number => place.open.ward.view().entries

describe('a patient carried from one real station to another', () => {
  test('[XFER-7] [XFER-8] sent, read back, opened with age, refused with a wrong code, and taken over once', { timeout: 60_000 }, async () => {
    const [from, to] = [await aStation(), await aStation()]
    for (const draft of drafts) expect((await from.open.ward.commit(draft, from.standing)).ok).toBe(true)
    const sent = await send(from)

    // [XFER-7] On record, of this very file; and nothing of the patient in its name.
    const told = from.open.ward.view().patients.get(patient)?.facts.find(({ kind }) => kind === 'patient-sent')
    expect(told?.body).toEqual({ to: '西4病棟', file: sent.sha256, entries: 3 })
    expect(sent.fileName).toMatch(/^DWT_[A-Z]{2}_[0-9a-f]{12}\.age$/)
    expect((await readdir(sent.folder)).toSorted()).toEqual([sent.fileName, `${sent.fileName}.minisig`, 'station.pub'])
    expect(existsSync(sent.path)).toBe(true)
    if (hasAge && hasTerminal) await inFolder({ 'transfer.age': sent.bytes }, async (folder) => expect(new TextDecoder().decode(await ageAtTerminal(folder, sent.code, '-d -o out transfer.age'))).toContain('変わりなし'))

    const look = (bytes: Uint8Array, code: string, realm: 'real' | 'drill' = 'real') => openTransferFile({ bridge: bridgeOf(to.running), vault }, realm, to.open, bytes, code)
    const before = counted(to)
    const damaged = sent.bytes.with(sent.bytes.length - 3, (sent.bytes.at(-3) ?? 0) ^ 1)
    expect(await look(sent.bytes, makeSealedCode(aHand({ seed: 9 })))).toEqual({ ok: false, error: { code: 'wrong-code' } })
    expect(await look(sent.bytes, 'ABC')).toEqual({ ok: false, error: { code: 'code-incomplete' } })
    expect(await look(damaged, sent.code)).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(await look(new Uint8Array([1, 2, 3]), sent.code)).toEqual({ ok: false, error: { code: 'not-a-transfer' } })
    expect(await look(sent.bytes, sent.code, 'drill')).toEqual({ ok: false, error: { code: 'other-realm' } })
    expect(counted(to)).toBe(before)

    const opened = await look(sent.bytes, sent.code)
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.missing).toHaveLength(3)
    expect(await receivePatient(bridgeOf(to.running), to.open, to.standing, opened.value, hooks)).toEqual({ ok: true, value: 3 })
    const row = to.open.ward.view().patients.get(patient)
    expect(row?.registered).toMatchObject({ number: wardNumber('real', StationLetters.parse('KM'), 7), bed: null })
    expect(row?.allergies[0]?.statement).toMatchObject({ state: 'present' })
    const chart = await to.open.ward.openChart(patient, to.standing, 'board')
    expect(chart.ok && chart.value.chart.rows.map(({ entry }) => entry.id).toSorted()).toEqual(drafts.map(({ id }) => id).toSorted())

    // The same file again: nothing is missing, and nothing is written.
    const again = await look(sent.bytes, sent.code)
    expect(again.ok && again.value.missing).toEqual([])
    for (const place of [from, to]) {
      place.open.ward.stop()
      await stop(place.running)
      await dropFolder(place.folder)
    }
  })

  test('[XFER-10] pictures go along and on to a third station, sealed anew at each; one that cannot be read stays behind and is told', { timeout: 60_000 }, async () => {
    const [one, two, three] = [await aStation(), await aStation(), await aStation()]
    const [registered] = drafts
    if (registered === undefined) throw new Error('The first draft registers')
    expect((await one.open.ward.commit(registered, one.standing)).ok).toBe(true)
    const hand = { ...aHand(), newId: newUuid }
    const jpeg = Uint8Array.from({ length: 70_000 }, (_, at) => at * 31)
    const photo = await keepPhoto(bridgeOf(one.running), one.open.keys, takenPhoto(hand, 'wound', jpeg, '左踵'), patient)
    if (!photo.ok) throw new Error(photo.error.code)
    const gone = { ...photo.value, id: EntryId.parse(newUuid()), body: { ...photo.value.body, file: aHash('9') } }
    for (const draft of [photo.value, gone]) expect((await one.open.ward.commit(draft, one.standing)).ok).toBe(true)

    let sent = await send(one)
    expect(sent.photos).toEqual({ kept: 1, unread: 1, noRoom: 0 })
    const files: string[] = [photo.value.body.file]
    for (const to of [two, three]) {
      const opened = await openTransferFile({ bridge: bridgeOf(to.running), vault }, 'real', to.open, sent.bytes, sent.code)
      if (!opened.ok) throw new Error(opened.error.code)
      expect([opened.value.file.photos.length, photosBehind(opened.value.file)]).toEqual([1, 1])
      expect((await receivePatient(bridgeOf(to.running), to.open, to.standing, opened.value, hooks)).ok).toBe(true)
      const row = to.open.ward.view().patients.get(patient)
      const here = factsOf(row ?? { facts: [] }, 'photo-taken').find(({ entry }) => entry === photo.value.id)
      if (here === undefined) throw new Error('The record of the photograph came along')
      expect(await readPhoto(bridgeOf(to.running), to.open.keys, here.entry, here.body.file)).toEqual({ ok: true, value: jpeg })
      files.push(here.body.file)
      if (to === two) sent = await send(two)
    }
    expect(new Set(files).size).toBe(3)
    for (const place of [one, two, three]) {
      place.open.ward.stop()
      await stop(place.running)
      await dropFolder(place.folder)
    }
  })
})
