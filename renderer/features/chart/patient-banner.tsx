import { TriangleAlert } from 'lucide-react'
import { whoOf } from '#domain/identity/identity.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import type { Birth } from '#domain/patient/birth.ts'
import { shownAge, shownBirth, wareki } from '#domain/patient/wareki.ts'
import type { CalendarDate, Instant } from '#domain/time.ts'
import { bedNow } from '#domain/view/presence.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useLanguage, useWords, type Language } from '#renderer/ui/language.tsx'
import { FormerAlias, PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { nearMoment } from '#renderer/ui/moment.ts'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { WhereBadges } from '#renderer/ui/where-badges.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './patient-banner.module.css'

/** Whose chart this is: above everything that scrolls and every dialog. The allergy's place is never empty. */
export function PatientBanner({ ward, row, person, today, alike, onAllergy, onTriage, now }: {
  readonly ward: string
  /** The registration whose chart is open, and whose it is. */
  readonly row: PatientRow
  readonly person: WardPerson
  readonly today: CalendarDate
  /** Others whose name is the same or similar. */
  readonly alike: readonly PatientRow[]
  /** Null where nothing may be written. */
  readonly onAllergy: (() => void) | null
  /** Null where nothing may be written. */
  readonly onTriage: (() => void) | null
  readonly now: Instant
}) {
  const say = useWords(words).banner
  const about = useWords(patientWords)
  const language = useLanguage()
  const who = whoOf(row)
  const { bed, allergy } = person
  const kana = who === null ? '' : shownKana(who.naming)
  return (
    <section className={css['banner']} aria-label={say.region}>
      <div className={css['bed']}>
        <small><Written>{ward}</Written></small>
        {bed === null ? say.noBedYet : <Written>{bed}</Written>}
      </div>
      <div className={css['who']}>
        <div className={css['first']}>
          <b className={css['name']}>{who === null ? about.notRegistered : <PatientName naming={who.naming} />}</b>
          {kana !== '' && <span><Written>{kana}</Written></span>}
          {who !== null && <FormerAlias who={who} />}
          {who !== null && <Badge look="strong">{about.sex[who.sex]}</Badge>}
          <TriageNow row={row} now={now} onTriage={onTriage} />
          <WhereBadges person={person} />
        </div>
        {who !== null && (
          <div className={css['second']}>
            <span><b className={css['age']}>{shownAge(who.birth, today)[language]}</b></span>
            <span>{birthWords(who.birth, today, language)}</span>
            <span>{about.number} <b>{who.number}</b></span>
          </div>
        )}
      </div>
      <div className={css['safe']}>
        {onAllergy === null ? (
          <AllergyState now={allergy} />
        ) : (
          <button type="button" className={css['allergy']} onClick={onAllergy}>
            <AllergyState now={allergy} />
            <span className={css['act']}>{allergy.state === 'unconfirmed' ? say.confirm : say.change}</span>
          </button>
        )}
        {alike.length > 0 && (
          <Badge look="warn">
            <Icon of={TriangleAlert} />
            {say.alikeIn(alike.slice(0, 2).map((other) => bedNow(other) ?? nameOf(other)).join('・'))}
            {alike.length > 2 && ` ${say.more(alike.length - 2)}`}
          </Badge>
        )}
      </div>
    </section>
  )
}

/** The category with its time, and the way to decide it. Where nobody may write and nobody triaged, nothing. */
function TriageNow({ row, now, onTriage }: { readonly row: PatientRow; readonly now: Instant; readonly onTriage: (() => void) | null }) {
  const say = useWords(words).banner
  const said = row.triages[0] ?? null
  const mark = said === null ? null : <><TriageMark category={said.decided} words="colour" /> <time dateTime={said.at}>{nearMoment(said.at, now)}</time></>
  if (onTriage === null) return mark
  return (
    <button type="button" className={css['allergy']} onClick={onTriage}>
      {mark ?? <TriageMark category={null} />}
      <span className={css['act']}>{said === null ? say.triage : say.triageAgain}</span>
    </button>
  )
}

function nameOf(row: PatientRow): string {
  const who = whoOf(row)
  return who === null ? '' : shownName(who.naming)
}

/** The age stands before it already; only where the day is not known are the two said together. */
function birthWords(birth: Birth, today: CalendarDate, language: Language): string {
  if (birth.kind !== 'day') return shownBirth(birth, today)[language]
  const era = language === 'ja' ? wareki(birth.on) : null
  return era === null ? birth.on : `${era}（${birth.on}）`
}
