import { writeFile } from 'node:fs/promises'
import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import { EntryId, IncidentId, PatientId, StationId } from '#domain/ids.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { transferOf, type Sender } from '#domain/transfer/transfer-file.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { sealTransfer } from '#renderer/vault/transfer.ts'
import { aHand, aNurse, anEntry, anInstant, aPatient } from '#tests/builders.ts'

/** What somebody brings to the station on a stick: the hospital's lists, and a patient's file from another station. */
export const known = { id: '00000002', name: '見本 太郎', birth: 's20.6.7' } as const

/** Three whom the hospital knows, one row without a number, one with a day that no calendar has. */
export async function writePatientList(path: string): Promise<void> {
  await writeFile(path, [
    '患者番号,氏名,カナ氏名,性別,生年月日,病棟,病床,アレルギー',
    '00000001,架空 花子,カクウ ハナコ,女,1950/03/04,,,',
    `${known.id},${known.name},ミホン タロウ,男,1945/06/07,5階東,505,ペニシリン`,
    '00000003,架空 和子,カクウ カズコ,女,1965/05/06,,,',
    ',番号 空,バンゴウ ナシ,女,1950/01/01,,,',
    '00000005,架空 三郎,カクウ サブロウ,男,1950/13/41,,,',
    '',
  ].join('\r\n'))
}

/** Of nobody in it the number can be read. */
export async function writeListWithoutPatients(path: string): Promise<void> {
  await writeFile(path, '患者番号,氏名,カナ氏名,性別,生年月日\r\n,番号 空,バンゴウ ナシ,女,1950/01/01\r\n')
}

/** A patient of station KM, as the real ward there would send her; the code that is printed on her sheet. */
export async function writeTransfer(path: string): Promise<{ readonly code: SealedCode; readonly other: SealedCode }> {
  const patient = PatientId.parse(newUuid())
  const number = wardNumber('real', StationLetters.parse('KM'), 7)
  const from = { station: StationId.parse(newUuid()), incident: IncidentId.parse(newUuid()) }
  const own = (): { readonly realm: 'real'; readonly patient: PatientId; readonly id: EntryId } => ({ ...from, realm: 'real', patient, id: EntryId.parse(newUuid()) })
  const entries = [
    aPatient({ number, naming: { kind: 'known', family: '試野', given: 'さくら', familyKana: 'タメシノ', givenKana: 'サクラ' }, sex: 'female', bed: 'W401' }, own()),
    anEntry('allergy-stated', { ...own(), body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }], source: '本人' } }),
    anEntry('note', own()),
  ]
  const sender: Sender = { realm: 'real', from: { ...from, letters: StationLetters.parse('KM'), hospital: '架空総合病院', ward: '西4病棟' }, madeAt: anInstant(), by: aNurse(), patients: [{ id: patient, number }] }
  const file = transferOf(entries.map((entry, at) => ({ seq: at + 1, entry })), sender, { clock: [], forms: [] })
  const hand = aHand({ seed: 4 })
  const [code, other] = [makeSealedCode(hand), makeSealedCode(hand)]
  await writeFile(path, await sealTransfer({ code, text: JSON.stringify(file) }))
  return { code, other }
}
