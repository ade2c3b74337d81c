import { choice, date, line, section, text, words, type FormDefinition } from '../definition.ts'

export const device: FormDefinition = {
  id: 'device',
  label: words('デバイス', 'Device'),
  lead: words('ルート・カテーテル・ドレーンを入れた日と抜いた日', 'lines, catheters, drains: when put in and taken out'),
  atLeast: ['kind'],
  sections: [
    section('内容', 'Details',
      choice('kind', '種類', 'Kind', ['peripheral-line', '末梢ルート', 'peripheral line'], ['central-line', '中心静脈', 'central line'], ['arterial-line', '動脈ルート', 'arterial line'], ['urinary-catheter', '尿道カテーテル', 'urinary catheter'], ['gastric-tube', '胃管', 'gastric tube'], ['airway', '気管チューブ・カニューレ', 'airway'], ['drain', 'ドレーン・その他', 'drain, other']),
      line('name', '名称', 'Name'),
      line('site', '部位', 'Site'),
      line('size', 'サイズ', 'Size', words('例 22 G、14 Fr', 'for example 22 G, 14 Fr')),
      line('depth', '固定・長さ', 'Fixed at'),
      choice('event', '何をしたか', 'What happened', ['inserted', '挿入', 'inserted'], ['present', '入っている', 'in place'], ['changed', '交換', 'changed'], ['removed', '抜去', 'removed']),
      date('on', 'その日', 'On'),
      text('remark', '備考', 'Remark')),
  ],
}
