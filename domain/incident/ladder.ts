import { z } from 'zod'

/**
 * "What still works?": the question before any envelope is touched. Its answers give a suggestion; a person decides, and
 * may decide otherwise. Both stand in the first entry of the opening.
 *
 * These words are stored: adding is safe, renaming is not.
 */
export const LadderAnswer = z.enum(['can', 'cannot', 'unknown'])
export type LadderAnswer = z.infer<typeof LadderAnswer>

export const LadderAnswers = z.object({
  /** Records of the hospital's own system can be opened. */
  reading: LadderAnswer,
  /** Orders and records can be saved in it. */
  entry: LadderAnswer,
  network: LadderAnswer,
  phone: LadderAnswer,
  /** Mains or the hospital's own emergency power. */
  power: LadderAnswer,
  /** The printer at this station. */
  printer: LadderAnswer,
})
export type LadderAnswers = z.infer<typeof LadderAnswers>
export type LadderQuestion = keyof LadderAnswers

/** 1 as in ordinary times, 2 look up only and write on paper, 3 this station, 4 paper alone. */
export const Stage = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Stage = z.infer<typeof Stage>
export const stages = [1, 2, 3, 4] as const satisfies readonly Stage[]

export const LadderTold = z.object({ answers: LadderAnswers, suggested: Stage, chosen: Stage })
export type LadderTold = z.infer<typeof LadderTold>

export const nothingKnown: LadderAnswers = { reading: 'unknown', entry: 'unknown', network: 'unknown', phone: 'unknown', power: 'unknown', printer: 'unknown' }

/**
 * Can this stage be, going by the answers? "Unknown" rules nothing out but the first stage: to go on as if nothing had
 * happened, somebody must have seen that it works.
 */
export function isStagePossible(stage: Stage, { reading, entry, network, power }: LadderAnswers): boolean {
  switch (stage) {
    case 1:
      return reading === 'can' && entry === 'can' && network !== 'cannot'
    case 2:
      return reading !== 'cannot'
    case 3:
      return power !== 'cannot'
    case 4:
      return true
  }
}

/**
 * The suggestion (目安). When in doubt the stage that needs less of the machines: what nobody has seen working is not
 * counted on. Telephone and printer change what is done within a stage, never the stage.
 */
export function suggestStage(answers: LadderAnswers): Stage {
  if (isStagePossible(1, answers)) return 1
  if (answers.reading === 'can') return 2
  return isStagePossible(3, answers) ? 3 : 4
}
