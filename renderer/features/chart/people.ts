import type { Person } from '#domain/log/person.ts'
import { inLanguage, type Language } from '#renderer/ui/language.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'

/** 「看護師 佐藤 美咲（N-1042）」: who is answerable, as on paper. */
export function shownPerson(person: Person, language: Language): string {
  const profession = inLanguage(patientWords, language).profession[person.profession]
  return language === 'ja' ? `${profession} ${person.name}（${person.staffNumber}）` : `${profession} ${person.name} (${person.staffNumber})`
}
