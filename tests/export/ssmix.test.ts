import { spawnSync } from 'node:child_process'
import { Hl7Message } from '@medplum/core'
import { Message } from 'node-hl7-client'
import { describe, expect, it } from 'vitest'
import { isSafeName } from '#domain/export/names.ts'
import type { Entry } from '#domain/log/entry.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import type { Naming } from '#domain/patient/naming.ts'
import type { Realm } from '#domain/realm.ts'
import { CalendarDate } from '#domain/time.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { readHl7 } from '#renderer/reference/read-hl7.ts'
import { readSsmix } from '#renderer/reference/read-ssmix.ts'
import { aNurse, anEntry, anImported, anInstant, aPatient, entryId, letters, noVitalSigns, patientId } from '#tests/builders.ts'
import { gathered, named } from '#tests/reference/bytes.ts'
import { anInput, bytesOf, filesOf, hostile } from './fixture.ts'

const key = createStationKey().minisignKey
const decoder = new TextDecoder('iso-2022-jp', { fatal: true })

/** The SS-MIX2 files of a ward, decoded. */
async function storage(entries: readonly Entry[], over: Parameters<typeof anInput>[1] = {}): Promise<ReadonlyMap<string, string>> {
  const all = [...(await bytesOf(anInput(entries, over), key))].filter(([name]) => name.startsWith('ssmix2/'))
  return new Map(all.map(([name, bytes]) => [name, decoder.decode(bytes)]))
}

const known = (family: string, given: string, familyKana = '', givenKana = ''): Naming => ({ kind: 'known', family, given, familyKana, givenKana })
const at = (time: string) => ({ at: anInstant(`2026-11-20T${time}:00.000Z`) })
const number = (count: number, realm: Realm = 'real') => wardNumber(realm, letters(), count)

/** Four people and what can happen to them. */
const [tomoshibi, sakura, taka, gone] = [1, 2, 3, 4].map((n) => ({ patient: patientId(n) }))
function ward(realm: Realm = 'real'): readonly Entry[] {
  return [
    aPatient({ number: number(1, realm), naming: known('灯', '花子', 'トモシビ', 'ハナコ'), birth: { kind: 'day', on: CalendarDate.parse('1950-03-04') }, bed: '301-1' }, { ...tomoshibi, ...at('00:10') }),
    aPatient({ number: number(2, realm), naming: { kind: 'unknown', alias: ['サクラ', 'ツバメ'] }, sex: 'unknown', way: 'mass-intake' }, { ...sakura, ...at('01:00') }),
    aPatient({ number: number(3, realm), naming: known('髙橋', '𠮷子'), birth: { kind: 'year', year: 1961 }, way: 'transfer-in' }, { ...taka, ...at('02:00') }),
    aPatient({ number: number(4, realm), naming: known('', '', 'ヤマ|カワ', 'タ^ロ'), sex: 'male', birth: { kind: 'month', month: '1980-02' } }, { ...gone, ...at('03:00') }),
    anEntry('patient-moved', { ...tomoshibi, ...at('04:00'), body: { bed: '302-2' } }),
    anEntry('allergy-stated', { ...tomoshibi, ...at('04:10'), body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }, { substance: '蕎麦', reaction: '' }], source: '家族' } }),
    anEntry('allergy-stated', { ...taka, ...at('04:20'), body: { state: 'none', source: '本人' } }),
    anEntry('triage-decided', { ...sakura, ...at('04:30') }),
    anEntry('vital-signs', { ...sakura, ...at('04:40'), body: noVitalSigns({ temperatureC: 36.5, systolicMmHg: 120, jcs: 'I-1', remark: '右腕①' }) }),
    anEntry('vital-signs', { ...sakura, ...at('14:50'), body: noVitalSigns({ pulsePerMin: 80 }) }),
    anEntry('vital-signs', { ...sakura, ...at('15:10'), body: noVitalSigns({ spo2Percent: 97 }) }),
    anEntry('stay-changed', { ...gone, ...at('05:00') }),
    anEntry('stay-changed', { ...gone, ...at('06:00'), body: { change: 'discharged', to: '自宅', mobility: null, handedOver: '', note: '' } }),
    anEntry('stay-changed', { ...taka, ...at('07:00'), body: { change: 'sent', to: '西4', mobility: null, handedOver: '', note: '' } }),
  ]
}

const short = (name: string): string => name.replace(/^.*\/(DAF|TAF)(\d{6})\/(\d{8}|-)\//, '$1$2 $3 ').replace(/ (ADT-\d\d)\/.*_(\d{15})_20261121100203000_-_1$/, ' $1 $2')

describe('the SS-MIX2 storage of an export', () => {
  it('[SSMIX-1] has the folders and names of the standard, one file a message', async () => {
    const names = [...(await storage(ward())).keys()]
    expect(names.filter((name) => name.includes('/standard/')).map(short)).toEqual([
      'DAF000010 - ADT-00 999999999999999', 'DAF000010 20261120 ADT-42 010000000000006', 'DAF000010 - ADT-61 999999999999999',
      'DAF000028 - ADT-00 999999999999999', 'DAF000028 20261120 ADT-12 010000000000003',
      'DAF000036 - ADT-00 999999999999999', 'DAF000036 20261120 ADT-22 010000000000004', 'DAF000036 20261120 ADT-42 010000000000015', 'DAF000036 - ADT-61 999999999999999',
      'DAF000044 - ADT-00 999999999999999', 'DAF000044 20261120 ADT-22 010000000000013', 'DAF000044 20261120 ADT-52 010000000000014',
    ].map((line) => line.replace(/DAF0000(\d)\d/, (_, count: string) => number(Number(count)).replaceAll('-', ''))))
    const id = number(2).replaceAll('-', '')
    expect(names.filter((name) => name.includes('/extended/'))).toEqual(['20261120', '20261121'].map((day) =>
      `ssmix2/extended/${id.slice(0, 3)}/${id.slice(3, 6)}/${id}/${day}/L-OBSERVATIONS^OBSERVATIONS^99ZL01/${id}_${day}_L-OBSERVATIONS^OBSERVATIONS^99ZL01_0100000${day}_20261121100203000_-_1/main_document.hl7`))
    expect(names[0]).toBe(`ssmix2/standard/DAF/000/${number(1).replaceAll('-', '')}/-/ADT-00/${number(1).replaceAll('-', '')}_-_ADT-00_999999999999999_20261121100203000_-_1`)
    for (const name of names) expect(isSafeName(name)).toBe(true)
  })

  it('[SSMIX-1] parses with two other programs, header and all', async () => {
    const types: Readonly<Record<string, string>> = { 'ADT-00': 'ADT^A08^ADT_A01', 'ADT-12': 'ADT^A04^ADT_A01', 'ADT-22': 'ADT^A01^ADT_A01', 'ADT-42': 'ADT^A02^ADT_A02', 'ADT-52': 'ADT^A03^ADT_A03', 'ADT-61': 'ADT^A60^ADT_A60', 'L-OB': 'ORU^R30^ORU_R30' }
    const controlIds = new Set<string>()
    for (const [name, text] of await storage(ward())) {
      expect(text.endsWith('\r') && !text.includes('\n')).toBe(true)
      const one = Hl7Message.parse(text)
      expect([5, 11, 12, 18, 20, 21].map((field) => one.header.getField(field)?.toString())).toEqual(['GW', 'P', '2.5', '~ISO IR87', 'ISO 2022-1994', 'SS-MIX2_1.20^SS-MIX2^1.2.392.200250.2.1.100.1.2.120^ISO'])
      expect(one.header.getField(7)?.toString()).toBe('20261121100203.000')
      expect(one.header.getField(9)?.toString()).toBe(types[/(ADT-\d\d|L-OB)/.exec(name)?.[0] ?? ''])
      expect(one.toString().replace(/\r$/, '')).toBe(text.replace(/\r$/, ''))
      controlIds.add(one.header.getField(10)?.toString() ?? '')
      const other = new Message({ text })
      expect(other.get('MSH.12').toString()).toBe('2.5')
      expect(other.get('PID.3.1').toString()).toBe(one.getSegment('PID')?.getComponent(3, 1))
      expect(other.get('PID.5.1').toString().length).toBeGreaterThan(0)
    }
    expect(controlIds.size).toBe((await storage(ward())).size)
  })

  it('[SSMIX-1] [CHARSET-2] is accepted whole by iconv', async () => {
    if (spawnSync('iconv', ['--version']).status !== 0) {
      console.warn('skipped: iconv is not installed')
      return
    }
    const entries = [...ward(), ...hostile.map((text, n) => aPatient({ number: number(100 + n), naming: known(text, text) }, { patient: patientId(100 + n) }))]
    for (const [name, bytes] of await bytesOf(anInput(entries), key)) {
      if (!name.startsWith('ssmix2/')) continue
      const run = spawnSync('iconv', ['-f', 'ISO-2022-JP', '-t', 'UTF-8'], { input: bytes })
      expect(run.status, `${name} ${run.stderr.toString()}`).toBe(0)
      expect(bytes.every((byte) => byte < 0x80)).toBe(true)
    }
  })

  it('[SSMIX-7] read by our own importer gives the same patients', async () => {
    const files = [...(await bytesOf(anInput(ward()), key))].filter(([name]) => name.startsWith('ssmix2/'))
    const read = await gathered(readSsmix(files.map(([name, bytes]) => named(name, Uint8Array.from(bytes))), { today: CalendarDate.parse('2026-11-26') }))
    expect(read.faults.listed).toEqual([])
    const plain = { familyKana: '', givenKana: '', phone: '', stay: null, allergies: null }
    const id = (count: number) => number(count).replaceAll('-', '')
    expect([...read.inOrder()]).toEqual([
      { ...plain, hospitalId: id(1), family: '灯', given: '花子', familyKana: 'トモシビ', givenKana: 'ハナコ', sex: 'female', birth: { kind: 'day', on: '1950-03-04' }, stay: { ward: '東4', bed: '302-2', admittedOn: null }, allergies: [{ substance: 'ペニシリン', note: '発疹' }, { substance: '蕎麦', note: '' }] },
      { ...plain, hospitalId: id(2), family: '◇身元不明', given: 'サクラ ツバメ', sex: 'unknown', birth: { kind: 'unknown' } },
      { ...plain, hospitalId: id(3), family: '高橋', given: '吉子', sex: 'female', birth: { kind: 'year', year: 1961 }, stay: { ward: '西4', bed: '', admittedOn: '2026-11-20' }, allergies: [] },
      { ...plain, hospitalId: id(4), family: '', given: '', familyKana: 'ヤマ|カワ', givenKana: 'タ^ロ', sex: 'male', birth: { kind: 'month', month: '1980-02' } },
    ])
    const feed = await gathered(readHl7(files.map(([name, bytes]) => named(name, Uint8Array.from(bytes))), { today: CalendarDate.parse('2026-11-26') }))
    expect(feed.faults.listed).toEqual([])
    expect([...feed.inOrder()]).toEqual([...read.inOrder()])
  })

  it('[SSMIX-6] writes vital signs with the codes of NHO, each with its own moment', async () => {
    const [first = '', second = ''] = [...(await storage(ward()))].filter(([name]) => name.includes('/extended/')).map(([, text]) => text)
    const lines = (text: string) => Hl7Message.parse(text).getAllSegments('OBX').map((one) => [2, 3, 5, 6, 11, 14].map((field) => one.getField(field)?.toString()))
    expect(lines(first)).toEqual([
      ['NM', '9A751000000000001^収縮期血圧（1回目）^JC10', '120', 'mm(hg)^mmHg^ISO+', 'F', '20261120134000'],
      ['NM', '9P10000000000001^体温（体温計による腋窩（記載なしを含む））^JC10', '36.5', 'cel^℃^ISO+', 'F', '20261120134000'],
      ['ST', 'JCS^意識レベル（JCS）^99TMS', 'I-1', '', 'F', '20261120134000'],
      ['ST', 'REMARK^備考^99TMS', '右腕(1)', '', 'F', '20261120134000'],
      ['NM', '9P300000000000001^脈拍（測定部位記載なし、または不明）^JC10', '80', '(hb)^回／１分^ISO+', 'F', '20261120235000'],
    ])
    expect(lines(second)).toEqual([['NM', 'SPO2^経皮的動脈血酸素飽和度^99TMS', '97', '%^%^99TMS', 'F', '20261121001000']])
    expect(Hl7Message.parse(first).getSegment('PV1')?.getField(2)?.toString()).toBe('O')
  })

  it('[SSMIX-4] says of a discharge how it was, and of somebody who died that they did', async () => {
    const died = [...ward(), anEntry('death-confirmed', { ...tomoshibi, ...at('08:00') }), anEntry('stay-changed', { ...tomoshibi, ...at('09:00'), body: { change: 'sent', to: '霊安室', mobility: null, handedOver: '', note: '' } })]
    const discharges = [...(await storage(died))].filter(([name]) => name.includes('ADT-52')).map(([, text]) => Hl7Message.parse(text).getSegment('PV1'))
    expect(discharges.map((one) => [one?.getField(36)?.toString(), one?.getField(45)?.toString()])).toEqual([['20', '20261120180000'], ['01', '20261120150000']])
  })

  it('[SSMIX-4] gives nothing of a struck record, and keeps an allergy that was named before "none"', async () => {
    const struck = anEntry('vital-signs', { ...tomoshibi, id: entryId(900) })
    const entries = [
      ...ward(), struck, anEntry('entry-struck', { ...tomoshibi, body: { struck: entryId(900), reason: '別の患者' } }),
      anEntry('allergy-stated', { ...tomoshibi, ...at('10:00'), body: { state: 'none', source: '本人' } }),
    ]
    const files = await storage(entries)
    expect([...files.keys()].filter((name) => name.includes('extended') && name.includes(number(1).replaceAll('-', '')))).toEqual([])
    const allergies = [...files].find(([name]) => name.includes('ADT-61'))?.[1] ?? ''
    expect(Hl7Message.parse(allergies).getAllSegments('IAM').map((one) => one.getComponent(3, 2))).toEqual(['ペニシリン', '蕎麦'])
  })

  it('[SSMIX-4] tells the allergies of one person under each of the registrations', async () => {
    const linked = [...ward(), anEntry('patient-linked', { ...sakura, body: { to: { kind: 'patient', patient: patientId(1) }, reason: '本人' } })]
    const files = [...(await storage(linked))].filter(([name]) => name.includes('ADT-61') && name.includes(number(2).replaceAll('-', '')))
    expect(files.map(([, text]) => Hl7Message.parse(text).getAllSegments('IAM').length)).toEqual([2])
  })

  it('[SSMIX-2] goes by the hospital’s number once two people verified it, and says the ward’s beside it', async () => {
    const claim = anEntry('identity-claimed', { ...sakura, id: entryId(700), body: { naming: known('架空', '太郎'), sex: 'male', birth: { kind: 'unknown' }, hospitalId: '00012345', how: 'document', from: null, note: '' } })
    const folder = async (...more: readonly Entry[]) => [...(await storage([...ward(), ...more])).keys()].filter((name) => name.includes('ADT-00')).map((name) => name.split('/')[4])
    const verified = anEntry('identity-verified', { ...sakura, body: { claim: entryId(700), second: { staffNumber: aNurse().staffNumber, name: '二人目' }, how: 'document' } })
    expect((await folder(claim))[1]).toBe(number(2).replaceAll('-', ''))
    expect((await folder(claim, verified))[1]).toBe('00012345')
    const link = (id: string, who = sakura) => anEntry('patient-linked', { ...who, body: { to: { kind: 'hospital', hospitalId: id, from: null }, reason: '診察券' } })
    expect((await folder(link('00012345')))[1]).toBe('00012345')
    for (const unfit of ['12345', 'con1234', '../0001', '0001 234', '0'.repeat(16), number(1).replaceAll('-', '')]) expect((await folder(link(unfit)))[1], unfit).toBe(number(2).replaceAll('-', ''))
    expect((await folder(link('00012345'), link('00012345', taka))).slice(1, 3)).toEqual([2, 3].map((count) => number(count).replaceAll('-', '')))
    const text = [...(await storage([...ward(), link('00012345')]))].find(([name]) => name.includes('/00012345_-_ADT-00'))?.[1] ?? ''
    expect(Hl7Message.parse(text).getSegment('PID')?.getField(3)?.toString()).toBe(`00012345^^^^PI~${number(2).replaceAll('-', '')}^^^^U`)
  })

  it('[SSMIX-3] [EXP-3] says of a drill in the name and the header that it is one, and never goes by a hospital’s number', async () => {
    const link = anEntry('patient-linked', { ...tomoshibi, body: { to: { kind: 'hospital', hospitalId: '00012345', from: null }, reason: '診察券' } })
    for (const [name, text] of await storage([...ward('drill'), link], { realm: 'drill' })) {
      expect(name).toContain('/TAF/')
      const one = Hl7Message.parse(text)
      expect(one.header.getField(11)?.toString()).toBe('T')
      expect(one.getSegment('PID')?.getField(5)?.toString()).toContain('【訓練 DRILL】')
    }
  })

  it('[SSMIX-5] numbers a record of another station as that station would, and once', async () => {
    const inner = anEntry('vital-signs', { ...tomoshibi, ...at('06:00') })
    const moved = anEntry('patient-moved', { ...tomoshibi, ...at('06:10'), body: { bed: '9-9' } })
    const files = await storage([...ward(), anImported(inner), anImported(inner), anImported(moved)])
    const own = [...files].filter(([name]) => name.includes(`${number(1).replaceAll('-', '')}/20261120`))
    expect(own.map(([name]) => name.split('/')[6]?.slice(0, 6))).toEqual(['ADT-42', 'L-OBSE'])
    expect(Hl7Message.parse(own[1]?.[1] ?? '').getAllSegments('OBX')).toHaveLength(1)
  })

  it('[CHARSET-4] lists every letter that it could not say', async () => {
    const report = (await filesOf(anInput(ward()), key)).get('csv/lossy-characters.csv') ?? ''
    const rows = report.split('\r\n').filter((line) => line.includes('ADT-00')).map((line) => line.split(',').slice(2).join(','))
    const folder = number(3)
    expect(rows).toEqual([
      `"${folder}",,"氏名","髙","U+9AD9","高","異体字 other form of the kanji"`,
      `"${folder}",,"氏名","𠮷","U+20BB7","吉","異体字 other form of the kanji"`,
    ])
    expect(report).toContain('"備考","①","U+2460","(1)","言い換え spelled out"')
  })
})
