import { useId } from 'react'
import { tokyoParts, type Instant } from '#domain/time.ts'
import { isLate } from '#domain/view/chart.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'
import { classNames } from './class-names.ts'
import { Said } from './field.tsx'
import { useLanguage, useWords } from './language.tsx'
import { dayOfWeek } from './moment.ts'
import { hasDay, readWhen, type WhenForm } from './when-text.ts'
import { words } from './when-box.words.ts'
import css from './when-box.module.css'

/** The time something happened; empty means now. What it will be saved as stands beside it, and a time that has not come is asked about. */
export function WhenBox({ label, when, onWhen, now, empty = null }: {
  readonly label: string
  readonly when: WhenForm
  readonly onWhen: (when: WhenForm) => void
  readonly now: Instant
  /** What an empty box means here; null: now. */
  readonly empty?: string | null
}) {
  const say = useWords(words)
  const language = useLanguage()
  const ids = { box: useId(), below: useId() }
  const read = readWhen(when, now)
  const isTyped = when.typed.trim() !== ''
  const dayAndTime = (at: Instant): [string, string] => [dayOfWeek(tokyoParts(at).date, language), tokyoParts(at).hhmm]
  return (
    <div className={css['when']}>
      <label className={css['label']} htmlFor={ids.box}>{label}</label>
      <input
        id={ids.box}
        className={classNames(css['box'], isTyped && !read.ok && css['bad'])}
        value={when.typed}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isTyped && !read.ok}
        aria-describedby={ids.below}
        size={8}
        // A new time is a new question: the answer 今日/昨日 was about the one before.
        onChange={(event) => onWhen({ typed: event.currentTarget.value, day: null })}
      />
      {isTyped && !hasDay(when.typed) && read.ok && (
        <Choice
          label={say.day}
          isLabelHidden
          look="joined"
          options={[{ value: 'today', label: say.today }, { value: 'yesterday', label: say.yesterday }]}
          value={when.day ?? 'today'}
          onChange={(day) => onWhen({ ...when, day })}
        />
      )}
      <span id={ids.below} className={css['below']} aria-live="polite">
        {!isTyped && (empty ?? say.now)}
        {read.ok && read.value.at !== null && (
          <>
            {say.means(...dayAndTime(read.value.at))} {isLate({ at: read.value.at, recordedAt: now }) && <Badge>{say.late}</Badge>}
          </>
        )}
        {!read.ok && read.error.code === 'not-yet' && (
          <>
            <Said says={{ kind: 'ask', words: say.askYesterday(...dayAndTime(read.error.yesterday)) }} />
            <Button size="small" onPress={() => onWhen({ ...when, day: 'yesterday' })}>{say.itIsYesterday}</Button>
          </>
        )}
        {!read.ok && read.error.code !== 'not-yet' && <Said says={{ kind: 'bad', words: say[read.error.code] }} />}
      </span>
    </div>
  )
}
