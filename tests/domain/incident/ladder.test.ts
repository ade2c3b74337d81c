import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStagePossible, LadderAnswer, nothingKnown, stages, suggestStage, type LadderAnswers, type Stage } from '#domain/incident/ladder.ts'

const answers = (over: Partial<LadderAnswers>): LadderAnswers => ({ ...nothingKnown, ...over })
const anAnswer = fc.constantFrom(...LadderAnswer.options)
const anyAnswers: fc.Arbitrary<LadderAnswers> = fc.record({ reading: anAnswer, entry: anAnswer, network: anAnswer, phone: anAnswer, power: anAnswer, printer: anAnswer })

describe('what still works', () => {
  it.each<[string, Partial<LadderAnswers>, Stage]>([
    ['everything works', { reading: 'can', entry: 'can', network: 'can', phone: 'can', power: 'can', printer: 'can' }, 1],
    ['the record system works, nobody looked at the rest', { reading: 'can', entry: 'can' }, 1],
    ['it is said to work, and the network is down', { reading: 'can', entry: 'can', network: 'cannot', power: 'can' }, 2],
    ['it can be read and not written', { reading: 'can', entry: 'cannot', network: 'can', power: 'can' }, 2],
    ['it can be read, and nobody tried to write', { reading: 'can' }, 2],
    ['it can be written and not read', { reading: 'cannot', entry: 'can', power: 'can' }, 3],
    ['neither read nor written, with power', { reading: 'cannot', entry: 'cannot', network: 'cannot', phone: 'can', power: 'can' }, 3],
    ['neither, and nobody knows of the power', { reading: 'cannot', entry: 'cannot' }, 3],
    ['nothing is known', {}, 3],
    ['neither, and no power', { reading: 'cannot', entry: 'cannot', power: 'cannot' }, 4],
    ['it can be read and there is no power here', { reading: 'can', entry: 'cannot', power: 'cannot' }, 2],
    ['no power, and nothing else known', { power: 'cannot' }, 4],
    ['only the phone is gone', { reading: 'can', entry: 'can', network: 'can', phone: 'cannot', power: 'can', printer: 'can' }, 1],
    ['only the printer is gone', { reading: 'cannot', entry: 'cannot', power: 'can', printer: 'cannot' }, 3],
  ])('[LADDER-1] when %s, the stage that fits is suggested', (_, known, stage) => {
    expect(suggestStage(answers(known))).toBe(stage)
  })

  it('[LADDER-1] the suggestion is always a stage that the answers leave possible, and paper always is', () => {
    fc.assert(fc.property(anyAnswers, (given) => isStagePossible(suggestStage(given), given) && isStagePossible(4, given)))
  })

  it('[LADDER-1] going on as in ordinary times is never suggested on a guess', () => {
    fc.assert(fc.property(anyAnswers, (given) => suggestStage(given) !== 1 || (given.reading === 'can' && given.entry === 'can')))
    expect(stages.filter((stage) => isStagePossible(stage, nothingKnown))).toEqual([2, 3, 4])
  })
})
