import { allergyWords, isolationWords, mobilityWords } from '#domain/export/words.ts'
import { whoOf } from '#domain/identity/identity.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import { shownAge } from '#domain/patient/wareki.ts'
import { Isolation, Mobility } from '#domain/record/stay.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { triageCategories } from '#domain/triage/category.ts'
import type { Census } from '#domain/view/census.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { CensusRow, CensusSheet } from '../print/census-sheet.ts'
import { patientWords } from '../ui/patient-words.ts'
import { presenceWords } from '../ui/presence-words.ts'

/** The census as paper says it, in Japanese. What nobody recorded is not 0: it is left for the pen. */
export function censusSheet(census: Census, { hospital, ward }: { readonly hospital: string; readonly ward: string }, at: Instant): Omit<CensusSheet, 'printed'> {
  return {
    kind: 'census', hospital, ward, at,
    counts: [
      { label: '在院', n: census.inWard }, { label: '入院', n: census.admitted }, { label: '退院', n: census.discharged }, { label: '転入', n: census.received }, { label: '転出', n: census.sent },
      { label: '死亡', n: census.deaths }, { label: '外泊', n: census.onLeave }, ...Mobility.options.map((one) => ({ label: mobilityWords[one].ja, n: census.mobility[one] })), { label: '救護未', n: census.mobility.unsaid },
      { label: '空床', n: census.freeBeds.length }, { label: '人工呼吸', n: null }, { label: '酸素', n: null },
    ],
    sums: `0時の在院 ${census.before} ＋入院 ${census.admitted} ＋転入 ${census.received} −転出 ${census.sent} −退院 ${census.discharged} ＝在院 ${census.inWard}（在棟 ${census.inside}・外泊 ${census.onLeave}・死亡確認 ${census.dead}）`,
    triage: [...(['I', 'II', 'III', '0'] as const).map((one) => `${triageCategories[one].shape} ${one} ${triageCategories[one].colour.ja} ${census.triage[one]}`), `未 ${census.triage.none}`].join('　'),
    isolation: [...Isolation.options.map((one) => `${isolationWords[one].ja} ${census.isolation[one]}`), `未確認 ${census.isolation.unsaid}`].join('　'),
    freeBeds: census.freeBeds.join('・'),
    rows: census.people.flatMap(rowOf(at)),
  }
}

const rowOf = (at: Instant) => (person: WardPerson): readonly CensusRow[] => {
  const who = whoOf(person.row)
  if (who === null) return []
  const category = person.triage
  const statement = person.allergy.said?.statement
  return [{
    bed: person.bed ?? '未定', number: who.number, name: shownName(who.naming), kana: shownKana(who.naming),
    age: shownAge(who.birth, tokyoDateOf(at)).ja, sex: patientWords.sex[who.sex].ja,
    triage: category === null ? '未' : `${triageCategories[category].shape} ${category}`,
    mobility: person.mobility === null ? '未' : mobilityWords[person.mobility].ja,
    isolation: (person.isolation ?? []).map((one) => isolationWords[one].ja).join('・'),
    allergy: `${allergyWords[person.allergy.state].ja}${statement?.state === 'present' ? ` ${statement.substances.map(({ substance }) => substance).join('、')}` : ''}`,
    where: [...(person.hasDied ? [presenceWords.died.ja] : []), ...(person.presence === 'present' ? [] : [presenceWords[person.presence].ja])].join('・'),
  }]
}
