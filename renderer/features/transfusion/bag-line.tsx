import type { Instant } from '#domain/time.ts'
import type { Bag } from '#domain/transfusion/running.ts'
import { minutesRun } from '#domain/transfusion/tasks.ts'
import { bloodProductWords, shownBloodType } from '#domain/transfusion/transfusion.ts'
import { aloneBecause } from '#domain/record/second.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './transfusion.module.css'

/** Which bag: product, type, lot, since when. */
export function BagLine({ bag, now }: { readonly bag: Bag; readonly now: Instant }) {
  const say = useWords(words).panel
  const language = useLanguage()
  const { product, bagType, lot, byTwo } = bag.start.body
  return (
    <div className={css['head']}>
      <b>{bloodProductWords[product][language]}</b>
      {bagType !== null && <span>{shownBloodType(bagType)[language]}</span>}
      <span>{say.lot} <Written>{lot}</Written></span>
      <span>{say.from} {nearMoment(bag.start.at, now)}</span>
      {bag.end === null && <span>{say.minutes(minutesRun(bag, now))}</span>}
      {aloneBecause(byTwo) !== null && <Badge look="warn">{say.alone}</Badge>}
    </div>
  )
}
