import { printedHead } from '../log/printed-head.ts'
import { html, typed, type Markup } from './html.ts'
import type { ExportInput } from './input.ts'
import { clockNote } from './manifest.ts'
import { shownMoment } from './words.ts'

/** What ties a page, once printed and torn off, to its station, journal and export. */
export function pageFoot({ createdAt, exportId, exportNo, chain, profile, clockOffsetMs, app }: ExportInput): Markup {
  return html`<footer>
<p>災害時記録 Record of an emergency ・ ${typed(profile.hospital)} ・ ${typed(profile.ward)} ・ 端末 station ${profile.letters}</p>
<p>書き出し Export №${exportNo} ・ ${shownMoment(createdAt)}（日本時間 JST） ・ ${exportId}</p>
<p>連鎖の末尾 Chain head ${printedHead(chain.incident.seq, chain.incident.head)} ・ 端末の記録 station journal ${printedHead(chain.station.seq, chain.station.head)}</p>
<p>時刻は端末の時計のままで、直していません。${clockOffsetMs === null ? '時計の確認はありません。' : `最後に確認したずれ ${clockOffsetMs / 1000} 秒（正しい時刻＝端末の時刻＋ずれ）。`} ${clockNote(clockOffsetMs)}</p>
<p>灯 Tomoshibi ${app.version}</p>
</footer>
`
}
