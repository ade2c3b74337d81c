import type { FormExtended } from '../form/hospital-field.ts'
import { versionsFor } from '../form/say-form.ts'
import { whoOf } from '../identity/identity.ts'
import type { EntryId } from '../ids.ts'
import { kinds } from '../log/kinds.ts'
import { shownKana, shownName } from '../patient/naming.ts'
import { shownBirth } from '../patient/wareki.ts'
import type { Approved } from '../record/proxy.ts'
import { tokyoDateOf, type CalendarDate } from '../time.ts'
import { shownCategory } from '../triage/category.ts'
import { chartOf, type ChartRow, type Struck } from '../view/chart.ts'
import { allergyOf, bedOf, type AllergyNow, type PatientRow } from '../view/ward.ts'
import { html, pageEnd, pageTop, typed, type Markup } from './html.ts'
import type { ExportedEntry, ExportInput } from './input.ts'
import { pageFoot } from './page-foot.ts'
import { photoLine } from './photos.ts'
import type { PatientGroup } from './prepare.ts'
import { sayEntry, type Said } from './say-entry.ts'
import { allergyWords, both, dutyReasonWords, sexWords, shownMoment, shownPerson } from './words.ts'

/** One patient's chart as a page, in pieces. Every record is on it, struck ones too; openings are counted. */
export function* patientPage({ patient, folder, own, row, forms }: PatientGroup, input: ExportInput): Generator<string> {
  const chart = chartOf(patient, own)
  const placeOf = places(own)
  const number = row.registered?.number ?? '番号なし no number'
  yield pageTop(`${number}`, input.realm).markup
  yield html`<p><span class="mark">災害時記録 Record of an emergency</span> <a href="../../index.html">一覧 List</a></p>
${face(row, tokyoDateOf(input.createdAt))}
${allergies(allergyOf(row))}
<h2>経過 Course <span class="en">${chart.rows.length} 件 records</span></h2>
`.markup
  yield* records(chart.rows, placeOf, forms, true, (id) => photoLine(input.photos.get(id), folder, id))
  yield html`<p>閲覧 Chart opened: ${chart.opened} 回 times（誰がいつ who and when: csv/views.csv）</p>
${pageFoot(input)}${pageEnd(input.realm)}`.markup
}

type PhotoOf = (id: EntryId) => Markup | null

/** Records as a table, in pieces; nothing of them is left out. `forms`: what this hospital added to forms. `isCourse`: each record's own place on the page, to be led to. `photoOf`: what is said of a record's photograph. */
export function* records(rows: readonly ChartRow[], placeOf: (id: EntryId) => number | null, forms: readonly FormExtended[], isCourse = true, photoOf: PhotoOf = () => null): Generator<string> {
  if (rows.length === 0) {
    yield html`<p>記録なし No records</p>
`.markup
    return
  }
  yield html`<table>
<thead><tr><th style="width:8%">№</th><th style="width:17%">日時 When<br>（日本時間 JST）</th><th style="width:14%">種類 Kind</th><th>内容 Record</th><th style="width:22%">記入者 By</th></tr></thead>
<tbody>
`.markup
  for (const one of rows) yield chartRow(one, placeOf, versionsFor(one, forms), isCourse, photoOf(one.entry.id)).markup
  yield `</tbody>
</table>
`
}

/** Who it is, as of a day. `bed`: as last said of any of the person's registrations. */
export function face(row: PatientRow, today: CalendarDate, bed: string | null = bedOf(row)): Markup {
  const { registered } = row
  const who = whoOf(row)
  if (registered === null || who === null) {
    return html`<h1><span class="number">番号なし no number</span></h1>
<p class="warn">この患者の登録の記録がありません。 The registration of this patient is not in this journal.</p>`
  }
  const born = shownBirth(who.birth, today)
  const kana = shownKana(who.naming)
  const [triage] = row.triages
  return html`<p class="number">${registered.number}</p>
<h1>${typed(shownName(who.naming))}</h1>
<dl>
${kana === '' ? '' : fact('かな Kana', kana)}${who.naming.kind === 'unknown' ? fact('氏名 Name', '不明（◇ は仮名） not known (◇ is an alias)') : ''}${who.alias === null || who.naming.kind === 'unknown' ? '' : fact('仮名 Alias', shownName({ kind: 'unknown', alias: who.alias }))}${fact('生年月日 Birth', `${born.ja} ${born.en}`)}${fact('性別 Sex', both(sexWords[who.sex]))}${fact('ベッド Bed', bed ?? '—')}${triage === undefined ? '' : fact('区分 Triage', `${both(shownCategory(triage.decided))} ${shownMoment(triage.at)}${triage.tagNumber === '' ? '' : `・タッグ tag ${triage.tagNumber}`}`)}${registered.features === '' ? '' : fact('特徴 Features', registered.features)}${fact('登録 Registered', `${shownMoment(registered.at)} ${shownPerson(registered.by)}`)}</dl>`
}

export function fact(label: string, text: string): Markup {
  return html`<dt>${label}</dt><dd>${typed(text)}</dd>
`
}

export function allergies(now: AllergyNow): Markup {
  const { said } = now
  const substances = said?.statement.state === 'present' ? said.statement.substances : []
  const source = said === null || said.statement.state === 'unconfirmed' || said.statement.source === '' ? null : said.statement.source
  return html`<h2>アレルギー Allergies</h2>
<p class="${now.state === 'none' ? 'mark' : 'warn'}">${both(allergyWords[now.state])}${substances.map(({ substance, reaction }) => html`<span class="line">${typed(substance)}${reaction === '' ? '' : html`：${typed(reaction)}`}</span>`)}</p>
${said === null ? html`<p>まだ誰も確認していません。 Nobody has asked yet.</p>` : html`<p>${shownMoment(said.at)} ${typed(shownPerson(said.by))}${source === null ? '' : html` ・ 情報源 source: ${typed(source)}`}</p>`}
${now.presentBefore ? html`<p class="warn">以前に「あり」の記録があります。経過を見てください。 An earlier record says PRESENT: see the course.</p>` : ''}`
}

function chartRow({ seq, entry, late, struck, approved, outside }: ChartRow, placeOf: (id: EntryId) => number | null, forms: readonly FormExtended[], isCourse: boolean, photo: Markup | null): Markup {
  const words = html`${sayEntry({ entry, placeOf, forms }).map(line)}${photo ?? ''}`
  return html`<tr${isCourse ? html` id="n${seq}"` : ''}><td>${isCourse ? seq : html`<a href="#n${seq}">${seq}</a>`}</td><td>${shownMoment(entry.at)}${late ? html`<br><b>遅延記載 late entry</b>` : ''}${entry.at === entry.recordedAt ? '' : html`<br><small>記載 written ${shownMoment(entry.recordedAt)}</small>`}</td><td>${kinds[entry.kind].label.ja}<br><small>${kinds[entry.kind].label.en}</small></td><td>${struck === null ? words : html`<s>${words}</s>${strike(struck, placeOf)}`}</td><td>${typed(shownPerson(entry.by))}${entry.onBehalfOf === null ? '' : html`<br><small>代行 on behalf of ${typed(shownPerson(entry.onBehalfOf))}</small>${approval(approved)}`}${outside === null ? '' : html`<br><small>通常の業務の外 outside usual duties: ${both(dutyReasonWords[outside.reason])}${outside.words === '' ? '' : html` ${typed(outside.words)}`}</small>`}</td></tr>
`
}

function approval(approved: Approved | null): Markup {
  return approved === null ? html`<br><b>未承認 not approved</b>` : html`<br><small>承認 approved ${shownMoment(approved.at)} ${typed(shownPerson(approved.by))}</small>`
}

function strike({ at, by, onBehalfOf, reason, strike: id }: Struck, placeOf: (id: EntryId) => number | null): Markup {
  return html`<span class="strike"><b>取消 struck</b> №${placeOf(id) ?? '—'} ${shownMoment(at)} ${typed(shownPerson(by))}${onBehalfOf === null ? '' : html`（代行 on behalf of ${typed(shownPerson(onBehalfOf))}）`} 理由 reason: ${typed(reason)}</span>`
}

function line({ label, text }: Said): Markup {
  return html`<span class="line">${label === null ? '' : html`<span class="label">${label.ja}${label.ja === label.en ? '' : ` ${label.en}`}</span>`}${typed(text)}</span>`
}

/** The journal's number of a record, where it is among these. */
export function places(own: readonly Pick<ExportedEntry, 'seq' | 'entry'>[]): (id: EntryId) => number | null {
  const bySeq = new Map(own.map(({ seq, entry }) => [entry.id, seq]))
  return (id) => bySeq.get(id) ?? null
}
