import { Written } from '../ui/written.tsx'
import { Foot, Ledger, Page, TopLine } from './frame.tsx'
import { secretCells } from './groups.ts'
import { Qr } from './qr.tsx'
import type { OfficerSheet } from './sheet.ts'
import css from './officer.module.css'
import frame from './sheet.module.css'

/** The last key, on paper: whoever holds it needs no envelope, no station and no program of ours, only `age`. */
export function OfficerPage({ sheet }: { readonly sheet: OfficerSheet }) {
  const { head, groups } = secretCells(sheet.secret)
  return (
    <Page realm={sheet.printed.realm}>
      <TopLine title="復旧責任者 秘密鍵票" english="Recovery officer’s secret key" mark="極秘 院外保管" realm={sheet.printed.realm} page={1} of={1} />
      <dl className={css['card']}>
        <div><dt>病院</dt><dd><b><Written>{sheet.hospital}</Written></b></dd></div>
        <div><dt>公開鍵 Public key</dt><dd><code>{sheet.recipient}</code></dd></div>
      </dl>
      <h2>秘密鍵 Secret key <small>「{head}」に続けて 1 から順に。打つときは空けず、1行にする</small></h2>
      <div className={css['key']}>
        <p className={css['head']}>{head}</p>
        <ol>{groups.map((group, index) => <li key={index}><small>{index + 1}</small><b>{group}</b></li>)}</ol>
        <p className={frame['note']}>番号のある58文字に B I O 1 はない。0 は数字のゼロ。1文字でも違えば、どの鍵としても読めない。<span lang="en">No B, I, O or 1 among these 58 characters; 0 is zero.</span></p>
      </div>
      <div className={css['beside']}>
        <Qr text={sheet.secret} />
        <div>
          <p className={css['warning']}>
            <b>この鍵1本で、この端末のすべての記録が開く。封筒は要らない。</b><br />
            端末・封筒と同じ建物に置かない。写真を撮らない・電子ファイルにしない。<br />
            <span lang="en">This key alone opens every record of this station. Keep it off site, away from the station and its envelopes. Do not photograph it or store it on a computer.</span>
          </p>
          <p className={css['plain']}><code>{sheet.secret}</code></p>
        </div>
      </div>
      <div className={css['how']}>
        <div>
          <h2>使い方 <small>封筒がすべて失われた・端末が壊れた・書き出しを開けるとき</small></h2>
          <ol>
            <li>二人で開封し、下に書く。網につながっていないPCを使う。</li>
            <li>秘密鍵を1行でファイル key.txt に書く(QRを読むと同じ1行)。</li>
            <li><code>age -d -i key.txt -o 出力 入力.age</code></li>
            <li>終えたら key.txt を完全に消し、この紙を封印し直す。</li>
            <li>人に見られた疑いがあれば、鍵を作り直し、封筒もすべて替える。</li>
          </ol>
        </div>
        <div lang="en">
          <h2>How to use <small>envelopes lost, station broken</small></h2>
          <ol>
            <li>Open with a second person and sign below. Use a PC without network.</li>
            <li>Write the key as one line into a file key.txt (the QR gives that line).</li>
            <li><code>age -d -i key.txt -o OUTPUT INPUT.age</code></li>
            <li>Destroy key.txt afterwards and seal this sheet again.</li>
            <li>If anyone may have seen it: make a new key and new envelopes.</li>
          </ol>
        </div>
      </div>
      <h2>保管と開封の記録 Custody <small>黒のボールペンで。印字面を内側に折り、透けない封筒に封をする</small></h2>
      <Ledger
        label="保管と開封の記録"
        columns={[{ head: '日時', width: 17 }, { head: '保管・開封・封印', width: 17 }, { head: '氏名(署名)', width: 22 }, { head: '立会者(署名)', width: 22 }, { head: '保管場所・シール番号', width: 22 }]}
        rows={Array.from({ length: 6 }, () => [])}
      />
      <div className={frame['space']} />
      <Foot form="officer" printed={sheet.printed} page={1} of={1} />
    </Page>
  )
}
