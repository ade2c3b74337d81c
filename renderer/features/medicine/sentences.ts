import type { ControlledIssue } from '#domain/medicine/controlled-entry.ts'
import type { MedicineIssue } from '#domain/medicine/dose-entry.ts'
import type { EffectFault } from '#domain/medicine/effect-entry.ts'
import type { InfusionIssue } from '#domain/medicine/infusion-entry.ts'
import type { LastDoseIssue } from '#domain/medicine/last-dose-entry.ts'
import type { WithholdFault } from '#domain/medicine/withhold-entry.ts'
import type { FieldSays } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { secondWords } from '#renderer/ui/second-person.words.ts'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { words } from './words.ts'

export type AnyIssue = MedicineIssue | InfusionIssue | LastDoseIssue | ControlledIssue | EffectFault | WithholdFault

/** The sentence of whatever stands in the way of a medicine. A question that a note answers is asked, not refused. */
export function useSentence(): (issue: AnyIssue) => string {
  const say = useWords(words)
  const texts = useWords(textFaultWords)
  const seconds = useWords(secondWords)
  return (issue) => {
    if (issue.code === 'text-too-long' || issue.code === 'text-has-control-characters' || issue.code === 'text-is-broken') return textFaultSentence(issue, texts)
    if (issue.code === 'second-missing' || issue.code === 'second-is-first' || issue.code === 'alone-because-missing') return seconds.fault[issue.code]
    if (issue.code === 'short-in-ledger') return say.short(issue.left)
    if (issue.code === 'less-than-nothing') return say.belowNought(issue.left)
    return issue.code === 'count-differs' ? say.differsFromBook(issue.book) : say.fault[issue.code]
  }
}

const asked: ReadonlySet<AnyIssue['code']> = new Set<AnyIssue['code']>(['answered-before', 'differs', 'short-in-ledger', 'less-than-nothing', 'count-differs'])

export function saysOf(issue: AnyIssue | undefined, sentence: (issue: AnyIssue) => string): FieldSays | null {
  return issue === undefined ? null : { kind: asked.has(issue.code) ? 'ask' : 'bad', words: sentence(issue) }
}
