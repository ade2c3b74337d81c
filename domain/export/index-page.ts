import { kinds } from '../log/kinds.ts'
import { shownKana, shownName } from '../patient/naming.ts'
import { shownBirth } from '../patient/wareki.ts'
import { tokyoDateOf } from '../time.ts'
import { allergyOf, bedOf } from '../view/ward.ts'
import { html, pageEnd, pageTop, typed, type Markup } from './html.ts'
import type { ExportedEntry, ExportInput } from './input.ts'
import { keepUntilOf } from './keep-until.ts'
import { pageFoot } from './page-foot.ts'
import type { PatientGroup, PreparedExport } from './prepare.ts'
import { sayEntry } from './say-entry.ts'
import { allergyWords, both, sexWords, shownMoment, shownPerson } from './words.ts'

/** The page one opens first: every patient, and how this emergency began. */
export function* indexPage({ input, groups, findings, unreadable }: PreparedExport): Generator<string> {
  yield pageTop('患者一覧 Patients', input.realm).markup
  yield html`<p><span class="mark">災害時記録 Records of an emergency</span></p>
<h1>患者一覧 Patients <span class="en">${groups.length} 人 patients ・ ${input.entries.length} 件 entries</span></h1>
<p>${typed(input.profile.hospital)} ・ ${typed(input.profile.ward)}</p>
${unreadable + findings.length === 0 ? '' : html`<p class="warn">記録の連鎖に注意があります：開けない記録 ${unreadable} 件、指摘 ${findings.length} 件（manifest.json の findings）。 The journal has ${unreadable} records that do not open and ${findings.length} findings (manifest.json, findings).</p>`}
<table>
<thead><tr><th style="width:21%">番号 Number</th><th>氏名 Name</th><th style="width:25%">生年月日 Birth ・ 性別 Sex</th><th style="width:12%">ベッド Bed</th><th style="width:15%">アレルギー Allergies</th></tr></thead>
<tbody>
`.markup
  for (const group of groups.toSorted((one, other) => (one.folder < other.folder ? -1 : 1))) yield listed(group, input).markup
  yield html`</tbody>
</table>
<p><small>＊ 診療継続中：終わった日から数え直します。 Care goes on: count again from its end. （csv/keep-until.csv）</small></p>
<h2>病棟の記録 Ward</h2>
<table>
<thead><tr><th style="width:8%">№</th><th style="width:17%">日時 When<br>（日本時間 JST）</th><th style="width:18%">種類 Kind</th><th>内容 Record</th><th style="width:22%">記入者 By</th></tr></thead>
<tbody>
`.markup
  for (const one of input.entries) if (one.entry.patient === null) yield wardLine(one).markup
  yield html`</tbody>
</table>
<p>開き方・確かめ方 How to open and check: <a href="README-ja.txt">README-ja.txt</a> <a href="README-en.txt">README-en.txt</a></p>
${pageFoot(input)}${pageEnd(input.realm)}`.markup
}

function listed(group: PatientGroup, input: ExportInput): Markup {
  const { folder, row } = group
  const { until, isOngoing } = keepUntilOf(group)
  const link = html`<a href="patients/${folder}/index.html">${row.registered?.number ?? '番号なし no number'}</a><br><small>保存 keep until ${until ?? '永久 for ever'}${isOngoing && until !== null ? '＊' : ''}</small>`
  if (row.registered === null) return html`<tr><td>${link}</td><td colspan="4">登録の記録なし registration missing</td></tr>
`
  const { naming, birth, sex } = row.registered
  const kana = shownKana(naming)
  const allergy = allergyOf(row)
  return html`<tr><td>${link}</td><td>${typed(shownName(naming))}${kana === '' ? '' : html`<br><small>${typed(kana)}</small>`}</td><td>${shownBirth(birth, tokyoDateOf(input.createdAt)).ja}<br>${both(sexWords[sex])}</td><td>${typed(bedOf(row) ?? '—')}</td><td>${both(allergyWords[allergy.state])}${allergy.presentBefore ? html`<br><b>以前「あり」 earlier: PRESENT</b>` : ''}</td></tr>
`
}

function wardLine({ seq, entry }: ExportedEntry): Markup {
  return html`<tr><td>${seq}</td><td>${shownMoment(entry.at)}</td><td>${kinds[entry.kind].label.ja}<br><small>${kinds[entry.kind].label.en}</small></td><td>${sayEntry({ entry, placeOf: () => null }).map(({ label, text }) => html`<span class="line">${label === null ? '' : html`<span class="label">${label.ja} ${label.en}</span>`}${typed(text)}</span>`)}</td><td>${typed(shownPerson(entry.by))}</td></tr>
`
}
