import { IncidentReason } from '#domain/incident/reason.ts'
import { tokyoParts } from '#domain/time.ts'
import { classNames } from '../ui/class-names.ts'
import { reasonWords } from '../ui/reason-words.ts'
import { Written } from '../ui/written.tsx'
import { Blank, Foot, Ledger, Page, TopLine } from './frame.tsx'
import { codeCells } from './groups.ts'
import { Qr } from './qr.tsx'
import type { EnvelopeSheet } from './sheet.ts'
import css from './envelope.module.css'
import frame from './sheet.module.css'

/**
 * The sheet inside the envelope, folded twice with the print inward. The code stands in the middle third alone: there
 * both other thirds cover it.
 */
export function EnvelopePage({ sheet }: { readonly sheet: EnvelopeSheet }) {
  return (
    <Page realm={sheet.printed.realm} layout="folded">
      <div className={classNames(css['panel'], css['first'])}>
        <TopLine title="非常時用 封緘口座票" english="Sealed emergency account — inside sheet" mark="秘 開封厳禁" note="(平常時)" realm={sheet.printed.realm} page={1} of={2} />
        <Card sheet={sheet} />
        <Steps number={sheet.number} />
      </div>
      <Fold at="upper" />
      <div className={classNames(css['panel'], css['second'])}><Code sheet={sheet} /></div>
      <Fold at="lower" />
      <div className={classNames(css['panel'], css['third'])}><Opening /></div>
      <div className={css['foot']}><EnvelopeFoot sheet={sheet} page={1} /></div>
    </Page>
  )
}

export function EnvelopeFoot({ sheet, page }: { readonly sheet: EnvelopeSheet; readonly page: number }) {
  return (
    <Foot form="envelope" printed={sheet.printed} page={page} of={2}>
      <span>封筒 {sheet.number}/{sheet.of}</span>
      <span>台帳の指紋 <b>{sheet.fingerprint}</b></span>
    </Foot>
  )
}

/** Hospital and ward need smaller type to fit in their cell. */
export function isLong({ hospital, ward }: EnvelopeSheet): boolean {
  return hospital.length + ward.length > 40
}

function Card({ sheet }: { readonly sheet: EnvelopeSheet }) {
  const { date, hhmm } = tokyoParts(sheet.madeAt)
  return (
    <dl className={css['card']}>
      <div><dt>封筒番号 Envelope</dt><dd><b className={css['number']}>{sheet.number}</b>号 / {sheet.of}通</dd></div>
      <div className={css['grows']}><dt>病院・病棟</dt><dd className={classNames(isLong(sheet) && css['fine'])}><b><Written>{sheet.hospital}</Written>　<Written>{sheet.ward}</Written></b></dd></div>
      <div><dt>端末 Station</dt><dd><b>{sheet.letters}</b></dd><dt>作成 Made</dt><dd><b>{date} {hhmm}</b></dd></div>
      <div><dt>台帳の指紋 Roster fingerprint</dt><dd><b className={css['fingerprint']}>{sheet.fingerprint}</b></dd><dd><small>端末の画面と同じはず</small></dd></div>
    </dl>
  )
}

function Steps({ number }: { readonly number: number }) {
  return (
    <div className={css['steps']}>
      <div>
        <h2>開け方 <small>非常時と決めたときだけ</small></h2>
        <ol>
          <li>決定権者(代行者)が「非常時」と決め、下の表に書く。</li>
          <li>封とシールを見る。傷があれば別の封筒を使う。<br />二人で開ける。一人なら開けて、後で報告する。</li>
          <li>端末の「台帳の指紋」が上の指紋と同じか見る。<br />違えばコードを打たず、情報管理室へ。</li>
          <li>「緊急開封へ進む」で、使えるものを答える。段階3で進む。<br />段階1・2ならコードを打たず、封筒を戻して報告する。</li>
          <li>事態・判断者・開封者・立会者を入れ、時計を見比べる。</li>
          <li>封筒 {number} を選び、中段のコードを打つかQRを読ませる。<br />「検」も打つ。I L O U はない。0 はゼロ、1 はいち。</li>
          <li>掲示を印刷して貼る。</li>
        </ol>
      </div>
      <div lang="en" className={css['inEnglish']}>
        <h2>How to open <small>only in a declared emergency</small></h2>
        <ol>
          <li>The decider or deputy declares the emergency; sign below.</li>
          <li>Look at the seal; if damaged, use another envelope. Open with a second person; if alone, report afterwards.</li>
          <li>Compare the fingerprint above with the screen. If it differs, type nothing and call IT.</li>
          <li>Press 緊急開封へ進む (break-glass). Say what works; go on with stage 3. At 1 or 2 type no code; report.</li>
          <li>Enter what happened, who decided, opener, witness. Compare the clock with a watch.</li>
          <li>Choose envelope {number}. Type the code with its boxed check characters, or scan the QR. No I, L, O, U; 0 is zero, 1 is one.</li>
          <li>Print the notice and put it up.</li>
        </ol>
      </div>
    </div>
  )
}

function Code({ sheet }: { readonly sheet: EnvelopeSheet }) {
  const { known } = sheet
  return (
    <>
      <h2>コード Code <small>打ち間違えると待ち時間が 1・2・4…最大30秒 延びる。使えなくなることはない。</small></h2>
      <div className={css['codes']}>
        {codeCells(sheet.code).map(({ symbols, check }, index) => (
          <figure key={index}>
            <figcaption>第{index + 1}組 group {index + 1}</figcaption>
            <p className={css['cells']}>{symbols.map((symbol, place) => <b key={place}>{symbol}</b>)}<b className={css['check']}>{check}</b></p>
            <p className={css['checkWord']}>検</p>
          </figure>
        ))}
      </div>
      <div className={css['beside']}>
        <figure>
          <Qr text={sheet.code} />
          <figcaption className={css['line']}>{sheet.code}</figcaption>
        </figure>
        <div>
          <p className={css['warning']}>
            <b>このコードは、この紙にしかない。</b>写真を撮らない・書き写さない・電子ファイルにしない。<br />
            開封した事実は端末に残り、消せない。事態が終われば、この口座は二度と使えなくなり、新しい封筒に替える。<br />
            <span lang="en">This code exists only on this sheet. Do not photograph or copy it. Opening is recorded for ever; the account is retired after the emergency.</span>
          </p>
          <p className={frame['note']}>印字面を内側に三つ折り(折り印)。透けないよう黒紙またはアルミ内袋に入れ、開封痕の残る封筒に封をし、封印シールを貼る。各組の5字目は「検」=その組だけの検査文字。誤りがあれば端末が何組目かを示す。</p>
        </div>
      </div>
      <div className={css['sealed']}>
        <Ledger
          label="封緘の記録"
          columns={[{ head: '封印シール番号', width: 17 }, { head: '作成者(署名)', width: 23 }, { head: '立会者(署名)', width: 22 }, { head: '保管場所・責任者', width: 38 }]}
          rows={[[known.sealNumber, known.madeBy, null, [known.place, known.holder].filter((text) => text !== '').join('　')]]}
        />
      </div>
    </>
  )
}

const signers = [['決定者', 'Decider'], ['開封者', 'Opener'], ['立会者', 'Witness'], ['受領(返却時)', 'Received by']] as const

function Opening() {
  return (
    <>
      <h2>開封の記録 Record of opening <small>黒のボールペンで。開封後、この紙は使用済み封筒とともに責任者へ返す</small></h2>
      <table aria-label="開封の記録">
        <colgroup>{[18.7, 15.4, 28.5, 14.3, 23.1].map((width) => <col key={width} width={`${width}%`} />)}</colgroup>
        <thead><tr><Blank />{['職員番号', '氏名(署名)', '職種', '日時'].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {signers.map(([ja, en]) => (
            <tr key={ja} className={frame['write']}><th scope="row">{ja}<small lang="en">{en}</small></th>{[0, 1, 2, 3].map((column) => <Blank key={column} />)}</tr>
          ))}
          <tr className={frame['write']}>
            <th scope="row">事態・理由<small lang="en">Reason</small></th>
            <td colSpan={4}><Boxes of={[...IncidentReason.options.filter((reason) => reason !== 'other').map((reason) => reasonWords[reason].ja), 'その他(　　　　　　　　　)']} /></td>
          </tr>
          <tr className={frame['write']}>
            <th scope="row">封の状態<small lang="en">Seal</small></th>
            <td colSpan={4}><Boxes of={['異常なし', '異常あり(　　　　　　　　　　　　　　　　　　　　　　)']} /></td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

function Boxes({ of }: { readonly of: readonly string[] }) {
  return <div className={css['ticks']}>{of.map((word) => <span key={word}><i className={css['box']} />{word}</span>)}</div>
}

function Fold({ at }: { readonly at: 'upper' | 'lower' }) {
  return <div className={classNames(css['fold'], css[at])}><i /><i /></div>
}
