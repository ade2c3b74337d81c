import { ageOf } from '#domain/reference/age.ts'
import { tokyoParts, type Instant } from '#domain/time.ts'
import { useWords } from './language.tsx'
import { shortMoment } from './moment.ts'
import css from './reference-age.module.css'

/** 「11/20 07:40 現在（停止の7時間前）」: stands on every screen that shows anything of the hospital's lists. */
export function ReferenceAge({ takenAt, stoppedAt, now }: {
  readonly takenAt: Instant
  /** When the emergency began; null while there is none, and the age is told from now. */
  readonly stoppedAt: Instant | null
  readonly now: Instant
}) {
  const say = useWords(referenceAgeWords)
  const age = ageOf(takenAt, stoppedAt ?? now)
  const told = say[age.unit](age.count)
  return <span className={css['age']}>{say.whole(momentWithYear(takenAt, now), stoppedAt === null ? say.ago(told) : age.isAfter ? say.afterStop(told) : say.beforeStop(told))}</span>
}

/** A list of another year must not pass for one of this. */
function momentWithYear(takenAt: Instant, now: Instant): string {
  const year = tokyoParts(takenAt).date.slice(0, 4)
  return year === tokyoParts(now).date.slice(0, 4) ? shortMoment(takenAt) : `${year}/${shortMoment(takenAt)}`
}

const referenceAgeWords = {
  whole: { ja: (time: string, age: string) => `${time} 現在（${age}）`, en: (time: string, age: string) => `as of ${time} (${age})` },
  beforeStop: { ja: (age: string) => `停止の${age}前`, en: (age: string) => `${age} before the stop` },
  afterStop: { ja: (age: string) => `停止の${age}後`, en: (age: string) => `${age} after the stop` },
  ago: { ja: (age: string) => `${age}前`, en: (age: string) => `${age} ago` },
  minutes: { ja: (n: number) => `${n}分`, en: (n: number) => `${n} min` },
  hours: { ja: (n: number) => `${n}時間`, en: (n: number) => `${n} h` },
  days: { ja: (n: number) => `${n}日`, en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
} as const
