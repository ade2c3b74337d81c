import type { AmountFault } from '#domain/record/typed-amount.ts'
import type { LineFault } from '#domain/patient/typed-person.ts'
import type { FieldSays } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { typedFaultSentence, typedFaultWords } from '#renderer/ui/typed-fault-words.ts'
import { words } from './words.ts'

type Fault = AmountFault | LineFault | { readonly code: keyof (typeof words)['fault'] }

/** What a field says of what is in its way. */
export function useSays<Field extends string>(issues: readonly ({ readonly field: Field } & Fault)[]): (field: Field) => FieldSays | null {
  const say = useWords(words).fault
  const typed = useWords(typedFaultWords)
  const texts = useWords(textFaultWords)
  return (field) => {
    const issue: Fault | undefined = issues.find((one) => one.field === field)
    return issue === undefined ? null : { kind: 'bad', words: isOwn(issue) ? say[issue.code] : typedFaultSentence(issue, typed, texts) }
  }
}

function isOwn(fault: Fault): fault is Extract<Fault, { readonly code: keyof (typeof words)['fault'] }> {
  return fault.code in words.fault
}
