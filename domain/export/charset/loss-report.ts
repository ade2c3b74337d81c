import type { Words } from '../../patient/wareki.ts'
import { realmLabel } from '../../realm.ts'
import type { ExportFile } from '../contents.ts'
import { byteOrderMark, csvRow } from '../csv.ts'
import type { PreparedExport } from '../prepare.ts'
import { realmMark } from '../realm-gate.ts'
import { both } from '../words.ts'
import type { Replacement, ReplacementKind } from './down-map.ts'

/** Letters of one field that a file could not hold as typed; none where a source only gives way to others. `folder`: of the patient; `seq`: journal number, null where a field is of no single record. */
export type LossLine = { readonly file: string; readonly folder: string | null; readonly seq: number | null; readonly field: string; readonly replaced: readonly Replacement[] }

const kindWords = {
  same: { ja: '同じ文字（番号だけ違う）', en: 'same letter, other code' },
  width: { ja: '全角・半角', en: 'width' },
  form: { ja: '異体字', en: 'other form of the kanji' },
  spelled: { ja: '言い換え', en: 'spelled out' },
  lost: { ja: '失われた', en: 'lost' },
} as const satisfies Record<ReplacementKind, Words>

const head = ['ファイル file', '患者フォルダ patient folder', '№', '項目 field', '元の文字 letter', '元の符号位置 code points', '出力 written', '種類 kind']

/**
 * csv/lossy-characters.csv: every replacement in the files of older character sets, in the order of the text, so that what was
 * typed can be put back. UTF-8 itself, for it must name what the others cannot. Its lines are counted only by being written, so
 * the manifest gives no number of them. Rule CHARSET-4.
 */
export function lossFile({ input: { realm }, groups }: PreparedExport, losses: () => readonly Iterable<LossLine>[]): ExportFile {
  const mark = realmMark[realm]
  return {
    name: 'csv/lossy-characters.csv',
    records: () => null,
    weight: groups.length,
    pieces: function* () {
      yield byteOrderMark + csvRow([mark === null ? '区分' : `【${mark}】`, ...head])
      for (const source of losses()) {
        for (const { file, folder, seq, field, replaced } of source) {
          if (replaced.length === 0) yield ''
          for (const { from, to, kind } of replaced) yield csvRow([mark ?? realmLabel.real.ja, file, folder, seq, field, from, codePoints(from), to, both(kindWords[kind])])
        }
      }
    },
  }
}

/** `U+845B U+E0100`. */
function codePoints(text: string): string {
  return [...text].map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}
