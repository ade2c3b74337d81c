import { isolationWords } from '#domain/export/words.ts'
import { identityOf, whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import type { Birth } from '#domain/patient/birth.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import { shownAge, shownBirth, wareki } from '#domain/patient/wareki.ts'
import { bloodTypeNow } from '#domain/transfusion/blood-type.ts'
import { shownBloodType } from '#domain/transfusion/transfusion.ts'
import { factsOf } from '#domain/view/facts.ts'
import { tokyoDateOf, type CalendarDate } from '#domain/time.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { patientWords } from '../../ui/patient-words.ts'

/** The patient as the box of every page shows them: every text ready to print, in Japanese. */
export type KnownHead = {
  readonly id: PatientId
  readonly number: string
  readonly name: string
  readonly kana: string
  /** The alias and the other numbers of somebody whose name came later; empty for most. */
  readonly alias: string
  readonly birth: string
  readonly age: string
  readonly sex: string
  readonly ward: string
  readonly bed: string
  /** 「入院 2026-11-16」; of whoever's admission nobody wrote, when they were registered. */
  readonly since: string
  readonly hospitalId: { readonly text: string; readonly tag: '照合済' | '未照合' }
  readonly allergies: { readonly state: 'unconfirmed' | 'none' | 'present'; readonly substances: readonly string[] }
  /** `tag` null: certain, or nobody said anything. Where what was said differs no type stands here, as on the screen. */
  readonly blood: { readonly text: string; readonly tag: '申告' | '不一致' | null }
  readonly infection: string
}

/** `known` null: a number that nobody wears yet. */
export type PatientHead = { readonly number: string; readonly known: KnownHead | null }

/** Null while the registration has not been read. Rules CHARTP-1 to CHARTP-3. */
export function headOf(person: WardPerson, ward: string, today: CalendarDate): PatientHead | null {
  const { row, others } = person
  const who = whoOf(row)
  if (who === null || row.registered === null) return null
  const members = [row, ...others]
  const identity = identityOf({ registered: row.registered, facts: row.facts })
  const bed = person.bed ?? ''
  return {
    number: who.number,
    known: {
      id: row.id, number: who.number, name: shownName(who.naming), kana: shownKana(who.naming), alias: aliasOf(person), sex: who.sex === 'unknown' ? '不明' : patientWords.sex[who.sex].ja,
      birth: birthOf(who.birth, today),
      age: shownAge(who.birth, today).ja,
      ward, bed: bed === '' ? '床 未定' : bed, since: sinceOf(person),
      hospitalId: { text: identity.hospitalId ?? '不明', tag: identity.link === null ? '未照合' : '照合済' },
      allergies: { state: person.allergy.state, substances: allergiesOf(person) },
      blood: bloodOf(members),
      infection: person.isolation === null ? '未確認' : person.isolation.length === 0 ? 'なし' : person.isolation.map((one) => isolationWords[one].ja.replace('予防', '')).join('・'),
    },
  }
}

/** 「昭和26年(1951)3月14日」; the age has a place of its own. */
function birthOf(birth: Birth, today: CalendarDate): string {
  const era = birth.kind === 'day' ? wareki(birth.on) : null
  if (birth.kind === 'day' && era !== null) return era.replace('年', `年(${birth.on.slice(0, 4)})`)
  return shownBirth(birth, today).ja.replace(/、[^、）]*）$/, '）').replace(/（推定.*）$|（見た目.*）$/, '')
}

function aliasOf({ row, others }: WardPerson): string {
  const who = whoOf(row)
  if (who === null) return ''
  const alias = who.alias === null || who.naming.kind === 'unknown' ? [] : [`仮: ${shownName({ kind: 'unknown', alias: who.alias })}`]
  const linked = others.flatMap((other) => (other.registered === null ? [] : [`仮: ${shownName(other.registered.naming)} ${other.registered.number}`]))
  return [...alias, ...linked].join(' ')
}

function sinceOf({ row, others }: WardPerson): string {
  const admission = admittedOn({ row, others })
  if (admission !== null) return `入院 ${admission}`
  return row.registered === null ? '' : `登録 ${tokyoDateOf(row.registered.at)}`
}

/** The day of the newest admission that somebody wrote; null: nobody did. */
export function admittedOn({ row, others }: Pick<WardPerson, 'row' | 'others'>): CalendarDate | null {
  const admitted = [row, ...others].flatMap((member) => factsOf(member, 'stay-changed')).filter(({ body }) => body.change === 'admitted').map(({ at }) => at).toSorted()
  const newest = admitted.at(-1)
  return newest === undefined ? null : tokyoDateOf(newest)
}

/** Every substance that any registration names and nobody struck: a later "none" does not take it off the paper. */
export function allergiesOf({ row, others }: Pick<WardPerson, 'row' | 'others'>): readonly string[] {
  return [...new Set([row, ...others].flatMap(({ allergies }) => allergies.flatMap(({ statement }) => (statement.state === 'present' ? statement.substances : []))).map(({ substance, reaction }) => (reaction === '' ? substance : `${substance}(${reaction})`)))]
}

function bloodOf(members: Parameters<typeof bloodTypeNow>[0]): KnownHead['blood'] {
  const { is, type } = bloodTypeNow(members)
  return { text: type === null ? '不明' : shownBloodType(type).ja, tag: is === 'differs' ? '不一致' : is === 'stated' ? '申告' : null }
}
