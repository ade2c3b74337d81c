import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gathered } from '#renderer/reference/gather.ts'
import { readHl7 } from '#renderer/reference/read-hl7.ts'
import { readSsmix } from '#renderer/reference/read-ssmix.ts'
import { cp932, faultsOf, gathered, idsOf, jis, named, today, utf8, type Bytes } from './bytes.ts'

const segments = (trigger: string, id: string, at: string, more: readonly string[] = [], name = '架空^花子'): string =>
  [
    `MSH|^~\\&|HIS||GW||${at}||${trigger}|1|P|2.5||||||~ISO IR87`,
    `EVN||${at}`,
    `PID|0001||${id}^^^^PI||${name}^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500304|F|||||^PRN^PH^^^^^^^^^03-0000-0000`,
    ...more,
  ].join('\r')
const visit = (location: string, admitted: string, left = ''): string => `PV1||I|${location}${'|'.repeat(41)}${admitted}|${left}`
const plain = (text: string, encode: (text: string) => Bytes = jis): Promise<Gathered> => gathered(readHl7([named('feed.hl7', encode(text))], { today }))
const one = (read: Gathered) => [...read.inOrder()][0]

const path = (id: string, date: string, kind: string, order: string, at: string, flag: number, folder = id): string =>
  `root/${id.slice(0, 3)}/${id.slice(3, 6)}/${folder}/${date}/${kind}/${id}_${date}_${kind}_${order}_${at}_-_${flag}`
const nines = '9'.repeat(15)
const file = (id: string, kind: string, text: string, { date = '-', order = nines, at = '20261101100000000', flag = 1, folder = id } = {}) => named(path(id, date, kind, order, at, flag, folder), jis(text))
const storage = (...files: readonly ReturnType<typeof file>[]): Promise<Gathered> => gathered(readSsmix(files, { today }))

describe('HL7 v2.5', () => {
  it('[REF-18] the bytes decide the encoding, strictly, and what says UTF-8 must be it', async () => {
    const text = segments('ADT^A08', '00000001', '20261101')
    for (const encode of [jis, utf8, cp932]) expect(one(await plain(text, encode))).toMatchObject({ hospitalId: '00000001', family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', sex: 'female', birth: { on: '1950-03-04' }, phone: '03-0000-0000' })
    const lying = text.replace('~ISO IR87', 'UNICODE UTF-8')
    expect(faultsOf(await gathered(readSsmix([named(path('00000001', '-', 'ADT-00', nines, '20261101100000000', 1), cp932(lying))], { today })))).toEqual(['file 1 not-text'])
    expect((await storage(file('00000001', 'ADT-00', text))).patients).toBe(1)
  })

  it('[REF-22] many messages in one file, with any line ends, batch heads and frames', async () => {
    const messages = ['0001', '0002', '0003'].map((id) => segments('ADT^A08', id, '20261101'))
    for (const end of ['\r', '\n', '\r\n']) expect(idsOf(await plain(`${messages.join('\r')}\r`.replaceAll('\r', end)))).toEqual(['0001', '0002', '0003'])
    expect(idsOf(await plain(messages.map((text) => `\u000b${text}\r\u001c\r`).join('')))).toEqual(['0001', '0002', '0003'])
    expect(idsOf(await plain(`FHS|^~\\&\rBHS|^~\\&\r${messages.join('\r')}\rBTS|3\rFTS|1\r`))).toEqual(['0001', '0002', '0003'])
  })

  it('[REF-14] of one patient the newest message stands, whatever the order', async () => {
    const [old, young] = [segments('ADT^A08', '0001', '20251101', [], '旧姓^花子'), segments('ADT^A08', '0001', '20261101')]
    for (const order of [[old, young], [young, old]]) expect(one(await plain(order.join('\r')))).toMatchObject({ family: '架空' })
  })

  it('[REF-19] admission, transfer, discharge and their cancellations, in any order of reading', async () => {
    const admitted = segments('ADT^A01', '0001', '20261120090000', [visit('3E^301^2', '202611200900')])
    const moved = segments('ADT^A02', '0001', '20261122', [visit('4W^401^1', '202611200900')])
    const gone = segments('ADT^A03', '0001', '20261124', [visit('4W^401^1', '202611200900', '20261124')])
    const back = segments('ADT^A13', '0001', '20261125', [visit('4W^402^', '202611200900')])
    const stay = { ward: '3E', bed: '301-2', admittedOn: '2026-11-20' }
    const cases = [[[admitted], stay], [[admitted, moved], { ...stay, ward: '4W', bed: '401-1' }], [[admitted, moved, gone], null], [[admitted, gone, back], { ...stay, ward: '4W', bed: '402' }]] as const
    for (const [messages, expected] of cases) for (const order of [messages, messages.toReversed()]) expect(one(await plain(order.join('\r')))?.stay).toEqual(expected)
    expect(one(await plain([admitted, segments('ADT^A11', '0001', '20261120100000', [visit('3E^301^2', '202611200900')])].join('\r')))?.stay).toBeNull()
    expect(one(await plain(segments('ADT^A01', '0001', '20261120', [visit('3E', '20261120').replace('|I|', '|O|')])))?.stay).toBeNull()
  })

  it('[REF-20] allergies with their reactions, of basic data too; deleted ones are left out and none is none', async () => {
    const allergies = async (...more: readonly string[]) => one(await plain(segments('ADT^A08', '0001', '20261101', more)))?.allergies
    expect(await allergies('AL1|1|DA|J01^ペニシリン^99X|SV|発疹~呼吸困難', 'AL1|2|FA|^そば\\T\\小麦')).toEqual([{ substance: 'ペニシリン', note: '発疹、呼吸困難' }, { substance: 'そば&小麦', note: '' }])
    expect(await allergies('IAM|1|DA|^ペニシリン|SV||D', 'IAM|2|DA|^卵|||A')).toEqual([{ substance: '卵', note: '' }])
    expect(await allergies('AL1|1||^なし')).toEqual([])
    expect(await allergies()).toBeNull()
  })

  it('[REF-21] other kinds, versions and garbage are passed over whole', async () => {
    const read = await plain([segments('ORU^R01', '0001', '20261101'), segments('ADT^A40', '0002', '20261101'), segments('ADT^A08', '0003', '20261101').replace('|2.5|', '|2.3|'), segments('ADT^A08', '0004', '20261101').replace('19500304', 'x')].join('\r'))
    expect(read.others).toEqual({ 'ORU^R01': 1, 'ADT^A40': 1, 'other-version': 1 })
    expect(faultsOf(read)).toEqual(['4 birth-not-understood'])
    expect(read.patients).toBe(0)
    expect(faultsOf(await plain('何か別のもの\r\n二行目'))).toEqual(['1 not-understood'])
    expect(faultsOf(await plain(`${segments('ADT^A08', '0001', '20261101')}\rZZZ|${'x'.repeat(2_000_000)}\r${segments('ADT^A08', '0002', '20261101')}`))).toEqual(['1 row-too-long'])
  })

  it('[REF-6] any text after a head of HL7 ends in facts, faults or counts that hold nothing of it', async () => {
    const part = fc.constantFrom('MSH|^~\\&|', 'PID|', 'PV1||I|', 'ADT^A08', '秘密', '|', '^', '~', '&', '\\', '\r', '2.5', '20261101', '\u000b')
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
      const read = await plain(`MSH|^~\\&|||||20261101||${parts.join('')}`, utf8)
      expect(JSON.stringify([read.faults, read.others])).not.toContain('秘密')
    }), { numRuns: 300 })
  })
})

describe('an SS-MIX2 standardised storage', () => {
  const basic = segments('ADT^A08', '00000001', '20261101')

  it('[REF-16] the newest valid file of a kind is read; deleted and superseded ones are not', async () => {
    const old = segments('ADT^A08', '00000001', '20250101', [], '旧姓^花子')
    expect(one(await storage(file('00000001', 'ADT-00', basic), file('00000001', 'ADT-00', old, { at: '20250101000000000' })))).toMatchObject({ family: '架空' })
    expect(one(await storage(file('00000001', 'ADT-00', old, { at: '20250101000000000' }), file('00000001', 'ADT-00', basic, { flag: 2 })))).toMatchObject({ family: '旧姓' })
    expect((await storage(file('00000001', 'ADT-00', old, { at: '20250101000000000' }), file('00000001', 'ADT-00', basic, { flag: 0 }))).patients).toBe(0)
  })

  it('[REF-16] [REF-19] admission, transfer and discharge say where somebody lies, and allergies are found', async () => {
    const admitted = file('00000001', 'ADT-22', segments('ADT^A01', '00000001', '20261120', [visit('3E^301^2', '202611200900')]), { date: '20261120', order: '000000000000001', at: '20261120090000000' })
    const gone = file('00000001', 'ADT-52', segments('ADT^A03', '00000001', '20261124', [visit('3E^301^2', '202611200900', '202611241000')]), { date: '20261124', order: '000000000000002', at: '20261124100000000' })
    const allergy = file('00000001', 'ADT-61', segments('ADT^A60', '00000001', '20261101', ['IAM|1|DA|^ペニシリン|SV|発疹']))
    expect(one(await storage(file('00000001', 'ADT-00', basic), admitted, allergy))).toMatchObject({ stay: { ward: '3E', bed: '301-2' }, allergies: [{ substance: 'ペニシリン', note: '発疹' }] })
    expect(one(await storage(gone, admitted, file('00000001', 'ADT-00', basic)))?.stay).toBeNull()
    expect((await storage(admitted, allergy)).ofUnknown).toEqual({ stays: 1, allergies: 1 })
  })

  it('[REF-17] name, folder and message that disagree are named and not taken', async () => {
    expect(faultsOf(await storage(file('00000001', 'ADT-00', basic, { folder: '00000009' })))).toEqual(['file 1 name-disagrees'])
    expect(faultsOf(await storage(file('00000002', 'ADT-00', basic)))).toEqual(['file 1 id-disagrees'])
    expect(faultsOf(await storage(file('00000001', 'ADT-22', basic, { date: '20261101' })))).toEqual(['file 1 kind-disagrees'])
    expect((await storage(file('00000002', 'ADT-00', basic))).patients).toBe(0)
  })

  it('[REF-21] a folder of foreign HL7 and other files is counted by kind, never by a name that holds an id', async () => {
    const read = await storage(...[...Array(30).keys()].map((n) => file(`secret0${n}`, 'OMP-01', basic, { date: '20261101' })), named('secret/notes.txt', utf8('x')), named('secret_1', utf8('x')))
    expect(read.others).toEqual({ 'OMP-01': 30, 'not-ssmix': 2 })
    expect(JSON.stringify([read.faults, read.others])).not.toContain('secret')
    expect(read.patients).toBe(0)
  })

  it('[REF-6] empty, cut, oversized and binary files are named, and the others are read', async () => {
    const at = (n: number): string => path(`0000000${n}`, '-', 'ADT-00', nines, '20261101100000000', 1)
    const read = await gathered(readSsmix([named(at(1), jis(basic)), named(at(2), new Uint8Array()), named(at(3), utf8(basic).slice(0, 60)), named(at(4), new Uint8Array(2_000_000)), named(at(5), Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))], { today }))
    expect(faultsOf(read)).toEqual(['file 2 file-empty', 'file 3 not-understood', 'file 4 file-too-large', 'file 5 is-archive'])
    expect(idsOf(read)).toEqual(['00000001'])
  })
})
