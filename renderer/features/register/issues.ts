import type { RegistrationField, RegistrationIssue } from '#domain/patient/register.ts'
import type { blankWords } from '#renderer/ui/blank-words.ts'
import type { Spoken } from '#renderer/ui/language.tsx'
import { textFaultSentence, type textFaultWords } from '#renderer/ui/text-fault-words.ts'
import type { words } from './words.ts'

/** One sentence a field: what is in its way, and what to do. The first issue of a field is enough; the next shows when it is gone. */
export type Sentences = Readonly<Partial<Record<RegistrationField, string>>>

export function sentencesOf(
  issues: readonly RegistrationIssue[],
  say: Spoken<typeof words>['fault'],
  text: Spoken<typeof textFaultWords>,
  blank: Spoken<typeof blankWords>['fault'],
): Sentences {
  return Object.fromEntries(issues.toReversed().map((issue) => [issue.field, sentenceOf(issue, say, text, blank)]))
}

function sentenceOf(issue: RegistrationIssue, say: Spoken<typeof words>['fault'], text: Spoken<typeof textFaultWords>, blank: Spoken<typeof blankWords>['fault']): string {
  switch (issue.code) {
    case 'text-too-long':
    case 'text-has-control-characters':
    case 'text-is-broken':
      return textFaultSentence(issue, text)
    case 'born-later':
      return say[issue.code](issue.bornOn)
    case 'letters-used':
    case 'series-used-up':
      return say[issue.code](issue.letters)
    case 'not-a-ward-number':
    case 'check-digit':
    case 'number-of-other-realm':
    case 'number-of-other-station':
    case 'not-a-blank':
    case 'blank-used':
    case 'blank-void':
      return blank[issue.code]
    case 'text-has-line-breaks':
    case 'birth-not-understood':
    case 'no-such-day':
    case 'before-meiji':
    case 'age-not-understood':
    case 'birth-and-age':
    case 'sex-not-in-list':
    case 'named-and-unknown':
    case 'alias-taken':
    case 'new-letters-needed':
      return say[issue.code]
  }
}
