import { html, pageEnd, pageTop, typed, type Markup } from '../export/html.ts'
import { fact, face, allergies, places, records } from '../export/patient-page.ts'
import { allergyWords, both, mobilityWords, openWhyWords, sexWords, shownMoment, shownPerson } from '../export/words.ts'
import type { FormExtended } from '../form/hospital-field.ts'
import { whoOf } from '../identity/identity.ts'
import { substancesOfPerson } from '../identity/persons.ts'
import type { PatientId } from '../ids.ts'
import { kinds } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import { shownKana, shownName } from '../patient/naming.ts'
import { shownBirth } from '../patient/wareki.ts'
import type { Realm } from '../realm.ts'
import type { StationProfile } from '../station.ts'
import { tokyoDateOf, tokyoParts, type Instant } from '../time.ts'
import { shownCategory } from '../triage/category.ts'
import type { ChartRow } from '../view/chart.ts'
import { isNewer } from '../view/latest-vitals.ts'
import type { OpenItem } from '../view/open-items.ts'
import type { WardPerson } from '../view/ward-people.ts'
import { allergyOf, tagOf } from '../view/ward.ts'
import { nowOf } from './now.ts'

/** The ward at one moment, as the next place reads it in any browser. */
export type ContinuityInput = {
  readonly realm: Realm
  readonly profile: Pick<StationProfile, 'hospital' | 'ward' | 'letters'>
  readonly at: Instant
  readonly by: Person
  /** Chain head at that moment, as printed: everything up to it is in here. */
  readonly head: string
  /** Device time + offset = the times on these pages; null: nobody compared the clock. */
  readonly clockOffsetMs: number | null
  /** Everybody here, in the order of their beds. */
  readonly people: readonly WardPerson[]
  readonly items: readonly OpenItem[]
  readonly forms: readonly FormExtended[]
}

export const pdfName = 'ward.pdf'

/** A page is named by its place in the list: no name and no number of a patient stands in a file's name or a window's title. */
export function patientPageName(place: number): string {
  return `patients/${String(place + 1).padStart(3, '0')}.html`
}

const title = (what: string): string => `灯 継続用の控え Continuity copy ${what}`.trim()

/** The page one opens first: who is here, in which bed, and what waits for somebody. */
export function* continuityIndex(input: ContinuityInput): Generator<string> {
  const { people, profile, items } = input
  yield pageTop(title(''), input.realm).markup
  yield html`<p><span class="mark">災害時記録 Records of an emergency</span> <span class="mark">継続用の控え Continuity copy</span></p>
<h1>${asOf(input)}</h1>
<p>${typed(profile.hospital)} ・ ${typed(profile.ward)} ・ 端末 station ${profile.letters} ・ 連鎖先頭 chain head ${input.head}</p>
<p class="warn">この時刻までの写しです。あとの記録は入っていません。新しい控えができたら、これは捨てます。<br>A copy as of this time. Nothing later is in it. Discard it when there is a newer one.</p>
<p>患者の番号を押すと、その人の記録が開きます。紙にするなら <a href="${pdfName}">${pdfName}</a>（48時間以内と継続中のもの）を印刷します。 A number opens that patient’s records. To have it on paper print <a href="${pdfName}">${pdfName}</a> (48 h and what is in force).</p>
<p>字が □ に見えるときは、そのPCに文字がありません。<a href="${pdfName}">${pdfName}</a> には文字が入っています。 A box □ in place of a character means that this PC lacks it; ${pdfName} carries its own.</p>
<h2>患者 Patients <span class="en">${people.length} 人</span></h2>
<table>
<thead><tr><th style="width:9%">ベッド Bed</th><th style="width:19%">番号 Number</th><th>氏名 Name</th><th style="width:21%">生年月日 Birth ・ 性別 Sex</th><th style="width:18%">アレルギー Allergies</th><th style="width:13%">区分 Triage</th></tr></thead>
<tbody>
`.markup
  for (const [place, person] of people.entries()) yield listed(person, place, input).markup
  yield html`</tbody>
</table>
<h2>承認・確認を待つもの Waiting for a word <span class="en">${items.length} 件</span></h2>
${items.length === 0 ? html`<p>ありません None</p>` : html`<table>
<thead><tr><th style="width:26%">待つ理由 Why</th><th style="width:20%">記録 Record</th><th style="width:17%">日時 When</th><th>患者 Patient</th><th style="width:20%">記入者 By</th></tr></thead>
<tbody>
${items.map((item) => waiting(item, input))}</tbody>
</table>`}
${foot(input)}${pageEnd(input.realm)}`.markup
}

/** One person: what goes on, then every record from the beginning of this emergency. */
export function* continuityPatient(person: WardPerson, rows: readonly ChartRow[], place: number, input: ContinuityInput): Generator<string> {
  const members = [person.row, ...person.others]
  const placeOf = places(rows)
  const now = nowOf(members, rows, input.at)
  const table = (of: readonly ChartRow[]): string => [...records(of, placeOf, input.forms, false)].join('')
  const triages = members.flatMap((row) => row.triages).toSorted((one, two) => (isNewer(one, two) ? -1 : 1))
  yield pageTop(title(String(place + 1).padStart(3, '0')), input.realm).markup
  yield html`<p><span class="mark">災害時記録 Record of an emergency</span> <span class="mark">${asOf(input)}</span> <a href="../index.html">一覧 List</a></p>
${face({ ...person.row, triages }, tokyoDateOf(input.at), person.bed)}
${person.others.length === 0 ? '' : html`<dl>
${person.others.map(({ registered }) => (registered === null ? html`` : fact('同じ人の登録 Also registered', `${registered.number} ${shownName(registered.naming)}`)))}</dl>`}
${stay(person)}
${members.map((row) => html`${members.length === 1 ? '' : html`<p>${row.registered?.number ?? '—'}</p>`}${allergies(allergyOf(row))}`)}
<h2>いま続いているもの In force now <span class="en">指示・点滴・輸血 orders, infusions, blood</span></h2>
`.markup
  yield table(now.inForce)
  yield `<h2>最終投与の確認 Last dose asked about</h2>
${table(now.lastDose)}<h2>薬ごとの最後の投与 Last time each medicine was given</h2>
${table(now.lastGiven)}<h2>最新のバイタルサイン Latest vital signs</h2>
${table(now.vitals)}`
  yield html`<h2>経過（この非常時のはじめから全部） Course (all of this emergency) <span class="en">${rows.length} 件 records</span></h2>
`.markup
  yield* records(rows, placeOf, input.forms)
  yield html`<p>写真はこの控えに入っていません。 Photos are not in this copy.</p>
${foot(input)}${pageEnd(input.realm)}`.markup
}

function asOf({ at }: ContinuityInput): string {
  const { date, hhmm } = tokyoParts(at)
  return `${date} ${hhmm} 時点 as of（日本時間 JST）`
}

function listed(person: WardPerson, place: number, input: ContinuityInput): Markup {
  const { row, bed, allergy, triage } = person
  const members = [row, ...person.others]
  const who = whoOf(row)
  const link = html`<a href="${patientPageName(place)}">${row.registered?.number ?? '番号なし no number'}</a>`
  if (who === null) return html`<tr><td>${typed(bed ?? '—')}</td><td>${link}</td><td colspan="4">登録の記録なし registration missing</td></tr>
`
  const kana = shownKana(who.naming)
  const born = shownBirth(who.birth, tokyoDateOf(input.at))
  const tag = members.map(tagOf).find((one) => one !== null) ?? null
  const waits = input.items.filter(({ patient }) => isOf(person, patient)).length
  return html`<tr><td>${typed(bed ?? '—')}</td><td>${link}${person.hasDied ? html`<br><b>死亡確認 death confirmed</b>` : person.presence === 'on-leave' ? html`<br><b>外出・外泊 on leave</b>` : ''}${waits === 0 ? '' : html`<br><small>確認待ち waiting ${waits}</small>`}</td><td>${typed(shownName(who.naming))}${kana === '' ? '' : html`<br><small>${typed(kana)}</small>`}</td><td>${born.ja}<br><small>${born.en}</small> ${both(sexWords[who.sex])}</td><td><b>${both(allergyWords[allergy.state])}</b>${substancesOfPerson(members).map((substance) => html`<br>${typed(substance)}`)}${allergy.presentBefore ? html`<br><b>以前「あり」 earlier: PRESENT</b>` : ''}</td><td>${triage === null ? '—' : both(shownCategory(triage))}${tag === null ? '' : html`<br><small>タッグ tag ${typed(tag.tagNumber)}</small>`}</td></tr>
`
}

function waiting({ why, kind, at, patient, by }: OpenItem, { people }: ContinuityInput): Markup {
  const whose = people.find((person) => isOf(person, patient)) ?? null
  const who = whose === null ? null : whoOf(whose.row)
  return html`<tr><td>${both(openWhyWords[why])}</td><td>${both(kinds[kind].label)}</td><td>${shownMoment(at)}</td><td>${who === null ? (patient === null ? '病棟 ward' : '退院・転出 left') : typed(`${whose?.bed ?? '—'} ${shownName(who.naming)}`)}</td><td>${typed(shownPerson(by))}</td></tr>
`
}

function isOf({ row, others }: WardPerson, patient: PatientId | null): boolean {
  return row.id === patient || others.some(({ id }) => id === patient)
}

function stay({ mobility, hasDied, presence }: WardPerson): Markup {
  return html`${hasDied ? html`<p class="warn">死亡確認 death confirmed</p>` : presence === 'on-leave' ? html`<p class="mark">外出・外泊 on leave</p>` : ''}${mobility === null ? '' : html`<p><span class="mark">救護区分 Mobility ${both(mobilityWords[mobility])}</span></p>`}`
}

/** Times on these pages are corrected, unlike those of an export: they are read at a bed and not compared with a log. */
function foot({ at, by, profile, head, clockOffsetMs }: ContinuityInput): Markup {
  return html`<footer>
<p>災害時記録 Record of an emergency ・ ${typed(profile.hospital)} ・ ${typed(profile.ward)} ・ 端末 station ${profile.letters}</p>
<p>作成 made ${shownMoment(at)} ${typed(shownPerson(by))} ・ 連鎖先頭 chain head ${head}</p>
<p>${clockOffsetMs === null ? '時計の確認はありません。 Nobody compared the clock.' : `時刻は確認したずれ ${clockOffsetMs / 1000} 秒で直しています。 Times are corrected by ${clockOffsetMs / 1000} s, as compared.`}</p>
<p>灯 Tomoshibi</p>
</footer>
`
}
