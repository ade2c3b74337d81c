import { describe, expect, it } from 'vitest'
import { HospitalPlan, plainPlan } from '#domain/plan/hospital-plan.ts'
import { mostPhrases, phrasesFound, plainPhrases } from '#domain/plan/phrases.ts'
import { checkText, mostLine } from '#domain/text.ts'

describe('phrases', () => {
  it('[PHRASE-1] a plan from before there were phrases reads as one with none; every plain phrase could be the hospital’s own', () => {
    const { phrases: _, ...before } = plainPlan
    expect(HospitalPlan.parse(before).phrases).toEqual([])
    for (const phrases of [plainPhrases.ja, plainPhrases.en]) {
      expect(HospitalPlan.parse({ ...plainPlan, phrases }).phrases).toEqual(phrases)
      expect(phrases.every((phrase) => checkText(phrase, mostLine).ok)).toBe(true)
      expect(new Set(phrases).size).toBe(phrases.length)
    }
    expect(HospitalPlan.safeParse({ ...plainPlan, phrases: Array.from({ length: mostPhrases + 1 }, String) }).success).toBe(false)
    expect(HospitalPlan.safeParse({ ...plainPlan, phrases: ['疼痛\u0007なし'] }).success).toBe(false)
  })

  it('[PHRASE-2] a phrase is found by every word, in any order, width and kana; nothing typed shows them all', () => {
    const phrases = ['点滴刺入部の発赤なし', 'ナースコールを手元に置いた', 'SpO2 96 %']
    expect(phrasesFound(phrases, ' ')).toEqual(phrases)
    expect(phrasesFound(phrases, 'なし　点滴')).toEqual(['点滴刺入部の発赤なし'])
    expect(phrasesFound(phrases, 'なーすこーる')).toEqual(['ナースコールを手元に置いた'])
    expect(phrasesFound(phrases, 'ﾅｰｽ')).toEqual(['ナースコールを手元に置いた'])
    expect(phrasesFound(phrases, 'ｓｐｏ２')).toEqual(['SpO2 96 %'])
    expect(phrasesFound(phrases, '点滴 ナース')).toEqual([])
  })
})
