import { Message } from 'node-hl7-client'
import { unparse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { readHl7 } from '#renderer/reference/read-hl7.ts'
import { readSsmix } from '#renderer/reference/read-ssmix.ts'
import type { NamedBlob } from '#renderer/reference/named-blob.ts'
import { cp932, csv, gathered, idsOf, jis, named, taken, today, utf8, type Bytes } from './bytes.ts'

/** 240 people who do not exist, as plain values that each writer puts down in its own way. */
type Person = { readonly id: string; readonly name: readonly [string, string]; readonly kana: readonly [string, string]; readonly sex: '男' | '女' | '不明'; readonly born: string; readonly phone: string; readonly stay: readonly [string, string, string] | null; readonly allergies: readonly string[] }

const families = [['架空', 'カクウ'], ['仮谷', 'カリヤ'], ['表示', 'ヒョウジ'], ['十手', 'ジッテ'], ['試野', 'タメシノ'], ['能坂', 'ノウサカ'], ['例田', 'レイダ']] as const
const givens = [['花子', 'ハナコ'], ['一郎', 'イチロウ'], ['美ソ', 'ミソ'], ['薫', 'カオル'], ['予', 'アタエ']] as const
const people: readonly Person[] = [...Array(240).keys()].map((n): Person => {
  const [family, familyKana] = families[n % families.length] ?? families[0]
  const [given, givenKana] = givens[n % givens.length] ?? givens[0]
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    id: String(n * 7919).padStart(8, '0'), name: [family, given], kana: [familyKana, givenKana], sex: (['女', '男', '不明'] as const)[n % 3] ?? '不明',
    born: n % 11 === 0 ? '' : `${1926 + (n % 95)}${two(1 + (n % 12))}${two(1 + (n % 28))}`, phone: n % 2 === 0 ? `03-0000-${String(n).padStart(4, '0')}` : '',
    stay: n % 4 === 0 ? [`${2 + (n % 5)}病棟`, `${301 + n}-${1 + (n % 4)}`, `202611${two(1 + (n % 20))}`] : null,
    allergies: n % 6 === 0 ? ['ペニシリン', '蕎麦'].slice(0, 1 + (n % 2)) : [],
  }
})

const table = unparse(people.map((one) => ({
  患者ID: one.id, 氏名: one.name.join('　'), カナ氏名: one.kana.join(' '), 性別: one.sex, 生年月日: one.born, 電話番号: one.phone,
  病棟: one.stay?.[0] ?? '', 病床: one.stay?.[1] ?? '', 入院日: one.stay?.[2] ?? '', アレルギー: one.allergies.join('\n'),
})))

function message(trigger: string, one: Person, at: string): Message {
  const text = new Message({ messageHeader: { msh_9_1: 'ADT', msh_9_2: trigger, msh_9_3: 'ADT_A01', msh_10: one.id, msh_11_1: 'P' } })
  text.set('MSH.7', at).set('MSH.12', '2.5').set('MSH.18', '~ISO IR87')
  text.addSegment('EVN').set('.2', at)
  const pid = text.addSegment('PID')
  pid.set('.3.1', one.id).set('.3.5', 'PI')
  for (const [repetition, [family, given], code] of [[0, one.name, 'I'], [1, one.kana, 'P']] as const) pid.set('.5').set(repetition).set('.1', family).set('.2', given).set('.7', 'L').set('.8', code)
  pid.set('.7', one.born).set('.8', { 男: 'M', 女: 'F', 不明: 'U' }[one.sex])
  pid.set('.13.2', 'PRN').set('.13.3', 'PH').set('.13.12', one.phone)
  return text
}

function located(text: Message, one: Person, discharged = ''): Message {
  const [ward = '', bed = '', admitted = ''] = one.stay ?? []
  const [room = '', place = ''] = bed.split('-')
  text.addSegment('PV1').set('.2', 'I').set('.3.1', ward).set('.3.2', room).set('.3.3', place).set('.44', `${admitted}0900`).set('.45', discharged)
  return text
}

function allergic(text: Message, one: Person): Message {
  for (const substance of one.allergies) text.addSegment('IAM').set('.3.2', substance)
  return text
}

/** What a hospital sends for one person: who, where if anywhere, and what they bear badly. */
function messages(one: Person): readonly (readonly [kind: string, date: string, text: string])[] {
  const stay = one.stay?.[2] ?? ''
  const all: (readonly [string, string, Message])[] = [['ADT-00', '-', message('A08', one, '20261101120000')]]
  if (one.stay !== null) all.push(['ADT-22', stay, located(message('A01', one, `${stay}091000`), one)])
  // Somebody who was here last year and went home.
  else all.push(['ADT-22', '20250102', located(message('A01', one, '20250102091000'), { ...one, stay: ['9病棟', '1-1', '20250102'] })], ['ADT-52', '20250109', located(message('A03', one, '20250109110000'), { ...one, stay: ['9病棟', '1-1', '20250102'] }, '202501091100')])
  if (one.allergies.length > 0) all.push(['ADT-61', '-', allergic(message('A60', one, '20261102120000'), one)])
  return all.map(([kind, date, text]) => [kind, date, text.toString()])
}

function storage(encode: (text: string) => Bytes): readonly NamedBlob[] {
  return people.flatMap((one) => messages(one).map(([kind, date, text]) => {
    const order = date === '-' ? '9'.repeat(15) : date.padStart(15, '0')
    return named(`root/${one.id.slice(0, 3)}/${one.id.slice(3, 6)}/${one.id}/${date}/${kind}/${one.id}_${date}_${kind}_${order}_${date === '-' ? '20261101' : date}120000000_${date === '-' ? '-' : '01'}_1`, encode(text))
  }))
}

describe('the same patients by other hands', () => {
  it('[REF-27] an SS-MIX2 storage and HL7 files written by another library are the patients of the CSV', async () => {
    const expected: readonly ReferencePatient[] = [...taken(await csv(cp932(table))).inOrder()]
    expect(expected).toHaveLength(240)
    expect(expected.filter(({ stay }) => stay !== null)).toHaveLength(60)
    expect(expected[0]).toEqual({ hospitalId: '00000000', family: '架空', given: '花子', familyKana: 'カクウ', givenKana: 'ハナコ', sex: 'female', birth: { kind: 'unknown' }, phone: '03-0000-0000', stay: { ward: '2病棟', bed: '301-1', admittedOn: '2026-11-01' }, allergies: [{ substance: 'ペニシリン', note: '' }] })
    expect([...taken(await csv(utf8(table))).inOrder()]).toEqual(expected)
    for (const encode of [jis, utf8, cp932]) {
      const read = await gathered(readSsmix(storage(encode), { today }))
      expect(read.faults.listed).toEqual([])
      expect([...read.inOrder()]).toEqual(expected)
    }
    const feed = people.flatMap((one) => messages(one).map(([, , text]) => `\u000b${text}\r\u001c\r`))
    for (const order of [feed, feed.toReversed()]) {
      const read = await gathered(readHl7([named('one.hl7', jis(order.slice(0, 300).join(''))), named('two.hl7', jis(order.slice(300).join('')))], { today }))
      expect(read.faults.listed).toEqual([])
      expect([...read.inOrder()]).toEqual(expected)
    }
    expect(idsOf(await csv(utf8(table)))).toEqual(people.map(({ id }) => id).toSorted())
  })
})
