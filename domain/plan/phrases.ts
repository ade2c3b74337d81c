import { kanaKey } from '../patient/name-keys.ts'

/** As many as a list that is read by eye can hold. */
export const mostPhrases = 100

/** Offered until the hospital wrote its own: plain sentences, none of which says what somebody must have seen. */
export const plainPhrases: Readonly<Record<'ja' | 'en', readonly string[]>> = {
  ja: ['訴えなし。表情穏やか。', '入眠中。呼吸規則的。', '疼痛の訴えあり。部位：', '体位変換を行った。皮膚の発赤なし。', '点滴刺入部の発赤・腫脹なし。', 'ナースコールを手元に置き、ベッド柵を確認した。', '医師に報告し、指示を受けた。指示：', '家族に連絡した。相手・時刻：', '次の勤務者へ申し送り：'],
  en: ['No complaints. Calm.', 'Asleep. Breathing regular.', 'Complains of pain. Where: ', 'Repositioned. No redness of the skin.', 'Infusion site without redness or swelling.', 'Call bell within reach, bed rails checked.', 'Reported to the doctor. Instruction: ', 'Family called. Who and when: ', 'For the next shift: '],
}

/** The phrases that hold every word typed, wherever it stands: width, case, hiragana or katakana make no difference. Rule PHRASE-2. */
export function phrasesFound(phrases: readonly string[], typed: string): readonly string[] {
  const words = typed.split(/\s/).map(kanaKey).filter((word) => word !== '')
  return phrases.filter((phrase) => words.every((word) => kanaKey(phrase).includes(word)))
}
