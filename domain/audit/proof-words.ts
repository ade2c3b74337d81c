/**
 * What signatures and heads prove and what they do not, in the words of screen, sheet, export and command
 * line alike: an auditor must not believe more than is true (VER-9).
 */
export const proofWords = {
  proves: [
    {
      ja: 'この端末の署名は、この端末の鍵を持つものが書いた、と示します。',
      en: 'The signature shows that it was written by a holder of this station’s key.',
    },
    {
      ja: '記録の連鎖は、署名のあとで抜く・足す・入れ替える・書き換えることを、鍵のない人にはできなくします。',
      en: 'The chain keeps whoever has no key from taking out, putting in, swapping or changing anything before a signature.',
    },
    {
      ja: '印刷した末尾・二重記録・書き出しと合えば、それを作った時までの記録は、その後変わっていません。',
      en: 'Where it agrees with a printed head, the second journal or an export, nothing written until that was made has changed since.',
    },
  ],
  doesNotProve: [
    {
      ja: '署名は「書き換えられていない」ことを示しません。端末と鍵の両方を持つ人は、全体を書き直して署名できます。',
      en: 'A signature does not show that nothing was rewritten: whoever holds both the station and its key can write all of it anew and sign it.',
    },
    {
      ja: '控えが端末の外に1つも残っていなければ、その書き直しは見つかりません。',
      en: 'Where nothing is left outside the station to compare with, such a rewriting is not found.',
    },
    {
      ja: '控えを作った後に書かれたことは、その控えでは確かめられません。',
      en: 'What was written after a copy was made cannot be checked against that copy.',
    },
    {
      ja: '職員番号は本人が打った番号で、本人であることの証明ではありません。',
      en: 'A staff number is what a person typed, not proof of who it was.',
    },
  ],
} as const
