import { corrected } from '#domain/incident/clock.ts'
import { tokyoParts } from '#domain/time.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../ui/language.tsx'
import { Written } from '../ui/written.tsx'
import type { Half } from './desk.ts'
import { formName } from './form-name.ts'
import { howWords } from './how-words.ts'
import { useKnownPeople } from './use-known-people.ts'
import { useClockOffset } from './use-now.ts'

/** 「書きかけ：誰、いつ」 for what others left here, with the one act that takes it over: never silently. */
export function OthersHalves({ of }: { readonly of: readonly { readonly others: readonly Half[]; readonly takeOver: ((half: Half) => void) | null }[] }) {
  const say = useWords(howWords)
  const { identified } = useKnownPeople()
  const offsetMs = useClockOffset()
  return of.flatMap(({ others, takeOver }) =>
    others.map((half) => (
      <Banner
        key={half.id} isAnnounced={false}
        action={<Button size="small" onPress={() => takeOver?.(half)} offBecause={takeOver === null ? say.ownFirst : null}>{say.takeOver}</Button>}
      >
        <Written>{say.half(formName(half.form, say.forms), identified.get(half.by)?.person.name ?? half.by, tokyoParts(corrected(half.keptAt, offsetMs)).hhmm)}</Written>
      </Banner>
    )),
  )
}
