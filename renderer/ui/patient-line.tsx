import { whoOf, type Who } from '#domain/identity/identity.ts'
import { shownKana } from '#domain/patient/naming.ts'
import { shownBirth } from '#domain/patient/wareki.ts'
import type { CalendarDate } from '#domain/time.ts'
import { bedNow } from '#domain/view/presence.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { useLanguage, useWords } from './language.tsx'
import { patientWords } from './patient-words.ts'
import { classNames } from './class-names.ts'
import { FormerAlias, PatientName } from './patient-name.tsx'
import { Written } from './written.tsx'
import css from './patient-line.module.css'

/** Whom an act is about, of a row of the ward. Nothing while the registration has not been read. */
export function RowLine({ row, today }: { readonly row: PatientRow; readonly today: CalendarDate }) {
  const who = whoOf(row)
  return who === null ? null : <PatientLine who={who} bed={bedNow(row)} today={today} />
}

/** Whom an act is about (design §8): full name, kana, sex, birth date, age, number and bed, beside the button that acts. */
export function PatientLine({ who, today, bed }: {
  readonly who: Omit<Who, 'number'> & { readonly number: string }
  readonly today: CalendarDate
  readonly bed: string | null
}) {
  const say = useWords(patientWords)
  const language = useLanguage()
  const kana = shownKana(who.naming)
  return (
    <div className={css['line']}>
      <span className={classNames(css['bed'], bed !== null && bed.length <= 8 && css['short'])}>{bed === null ? say.noBed : <Written>{bed}</Written>}</span>
      <span className={css['who']}>
        <span>
          <b className={css['name']}><PatientName naming={who.naming} /></b>
          {kana !== '' && <span className={css['kana']}><Written>{kana}</Written></span>}
          {' '}<FormerAlias who={who} />
        </span>
        <span className={css['facts']}>
          <span>{say.sex[who.sex]} <b>{shownBirth(who.birth, today)[language]}</b></span>
          <span>{say.number} <b>{who.number}</b></span>
        </span>
      </span>
    </div>
  )
}
