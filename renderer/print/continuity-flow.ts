import type { ContinuitySheet } from './continuity-sheet.ts'
import { written, type Flow } from './flow.ts'
import { heading, moment, signatures } from './station-flows.ts'

/** For somebody at another hospital who has never seen this program: the code, and three steps on any PC. */
export function continuityFlow({ hospital, ward, code, fileName, sha256, patients, printed }: ContinuitySheet): Flow {
  const zip = fileName.replace(/\.age$/, '')
  return {
    title: '継続用の控えの開け方', english: 'How to open the continuity copy',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '作成', text: moment(printed.at) },
      { label: '患者', text: `${patients}名` }, { label: '渡した人', text: '' }, { label: '受けた人', text: '' },
    ],
    pieces: [
      heading('ファイルを開くコード', 'この紙にだけある Code that opens the file; on this paper only'),
      { piece: 'code', text: code, note: '媒体とこの紙を同じ袋に入れない。開けたら切り取って捨てる。' },
      ...written('Keep this sheet and the medium in different bags. Cut the code out and destroy it once opened.', 0, 'note'),
      heading('ファイル', '媒体にある名前 Its name on the medium'), ...written(fileName, 0, 'bold'),
      ...written(`SHA-256 ${sha256}`, 0, 'note'),
      heading('開け方', 'どのPCでも、灯がなくても開けられます On any PC, without this program'),
      ...written('1　age（無料の復号ソフト、https://age-encryption.org）で復号し、上のコードをハイフンも含めて打つ', 0, 'bold'),
      ...written(`age -d -o ${zip} ${fileName}`, 0, 'boxed'),
      ...written('1  Decrypt with age (free, https://age-encryption.org); type the code above with its hyphens.', 0, 'note'),
      ...written('2　ZIPをすべて展開する（Windows：右クリック →「すべて展開」）', 0, 'bold'),
      ...written(`unzip ${zip}`, 0, 'boxed'),
      ...written('2  Extract everything from the ZIP (Windows: right click, “Extract All”).', 0, 'note'),
      ...written('3　index.html をブラウザーで開く。患者の番号を押すと記録が開く。紙にするなら ward.pdf を印刷する', 0, 'bold'),
      ...written('3  Open index.html in a browser; a number opens that patient’s records. To have it on paper print ward.pdf.', 0, 'note'),
      heading('署名'), ...signatures(['渡した人', '受けた人']),
    ],
  }
}
