import { isolationWords, mobilityWords } from '#domain/export/words.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { Badge } from './badge.tsx'
import { useLanguage, useWords } from './language.tsx'
import { presenceWords } from './presence-words.ts'

/** What a list must say of where somebody is and how they are moved; nothing where nothing is out of the ordinary. */
export function WhereBadges({ person }: { readonly person: WardPerson }) {
  const say = useWords(presenceWords)
  const language = useLanguage()
  return (
    <>
      {person.hasDied && <> <Badge look="strong">{say.died}</Badge></>}
      {person.presence !== 'present' && <> <Badge look="strong">{say[person.presence]}</Badge></>}
      {person.mobility !== null && <> <Badge>{mobilityWords[person.mobility][language]}</Badge></>}
      {person.isolation?.map((one) => <span key={one}> <Badge look="warn">{isolationWords[one][language]}</Badge></span>)}
      {person.row.registered !== null && person.row.registered.from !== null && <> <Badge>{say.elsewhere} {person.row.registered.from}</Badge></>}
    </>
  )
}
