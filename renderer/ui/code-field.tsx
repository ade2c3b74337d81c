import { Check, OctagonAlert } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { CodeForm } from '#domain/access/code.ts'
import { classNames } from './class-names.ts'
import { codeLayout, groupVerdict, typeIntoGroup, type GroupVerdict } from './code-groups.ts'
import { Said } from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { words } from './code-field.words.ts'
import css from './code-field.module.css'

type CodeFieldProps = {
  readonly form: CodeForm
  /** What the code is of: 「封筒 1号のコード」. */
  readonly label: string
  /** Symbols typed so far, one string a group; begin with emptyCode(form). */
  readonly groups: readonly string[]
  readonly onChange: (groups: readonly string[]) => void
  readonly autoFocus?: boolean
  readonly isOff?: boolean
  /** A group that agrees with its check symbol is shown as dots: nobody needs to read it again, least of all over a shoulder. */
  readonly isHiddenWhenGood?: boolean
}

/** A long code in groups, each judged as soon as it is full, so a slip is found where it was made. */
export function CodeField({ form, label, groups, onChange, autoFocus = false, isOff = false, isHiddenWhenGood = false }: CodeFieldProps) {
  const say = useWords(words)
  const [strange, setStrange] = useState<string | null>(null)
  const boxes = useRef<(HTMLInputElement | null)[]>([])
  const messageId = useId()
  const wrong = groups.findIndex((group, index) => groupVerdict(form, group, index) === 'bad')

  const change = (index: number, text: string): void => {
    const typed = typeIntoGroup(form, groups, index, text)
    setStrange(typed.strange)
    onChange(typed.groups)
    // On to the next group only when this one agrees with the paper: the eyes are on the paper, not on the screen.
    if (typed.at !== index && groupVerdict(form, typed.groups[index] ?? '', index) === 'good') boxes.current[typed.at]?.focus()
  }

  return (
    <fieldset data-code-field className={css['code']} aria-describedby={messageId} disabled={isOff}>
      <legend className={css['legend']}>{label}</legend>
      <div className={css['groups']}>
        {groups.map((group, index) => (
          <Group
            key={index}
            index={index}
            group={group}
            length={codeLayout[form].length}
            verdict={groupVerdict(form, group, index)}
            isHiddenWhenGood={isHiddenWhenGood}
            autoFocus={autoFocus && index === 0}
            onType={(text) => change(index, text)}
            onBackFromEmpty={() => boxes.current[index - 1]?.focus()}
            keep={(box) => {
              boxes.current[index] = box
            }}
          />
        ))}
      </div>
      <p id={messageId} className={css['message']} aria-live="polite">
        {strange !== null && <Said says={{ kind: 'bad', words: say.strange(strange) }} />}
        {strange === null && wrong !== -1 && <Said says={{ kind: 'bad', words: say.groupWrong(wrong + 1) }} />}
      </p>
    </fieldset>
  )
}

type GroupProps = {
  readonly index: number
  readonly group: string
  readonly length: number
  readonly verdict: GroupVerdict
  readonly isHiddenWhenGood: boolean
  readonly autoFocus: boolean
  readonly onType: (text: string) => void
  readonly onBackFromEmpty: () => void
  readonly keep: (box: HTMLInputElement | null) => void
}

/** The drawn cells show; a real input lies over them invisibly, so that caret, paste and input method work as anywhere. */
function Group({ index, group, length, verdict, isHiddenWhenGood, autoFocus, onType, onBackFromEmpty, keep }: GroupProps) {
  const say = useWords(words)
  const [caret, setCaret] = useState<number | null>(null)
  const [composing, setComposing] = useState<string | null>(null)
  const state = verdict === 'good' ? say.good : verdict === 'bad' ? say.bad : say.left(length - group.length)
  return (
    <div className={classNames(css['group'], css[verdict])}>
      <span className={css['name']} aria-hidden="true">{say.group(index + 1)}</span>
      <span className={classNames(css['state'], css[`state-${verdict}`])} aria-hidden="true">
        {verdict === 'good' && <Icon of={Check} />}
        {verdict === 'bad' && <Icon of={OctagonAlert} />}
        {state}
      </span>
      <span className={css['cells']} aria-hidden="true">
        {Array.from({ length }, (_, at) => (
          <span
            key={at}
            className={classNames(css['cell'], at === length - 1 && css['check'], caret !== null && at === Math.min(caret, length - 1) && css['caret'])}
          >
            {isHiddenWhenGood && verdict === 'good' ? '●' : ((composing ?? group)[at] ?? '')}
          </span>
        ))}
      </span>
      <input
        ref={keep}
        className={css['box']}
        // A password box is the one kind of box that switches a Japanese input method off by itself.
        type="password"
        value={composing ?? group}
        aria-label={`${say.group(index + 1)} ${state}`}
        aria-invalid={verdict === 'bad'}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus={autoFocus}
        // Where an input method still composes, its text is left alone until it is done: changing it breaks the conversion.
        onChange={(event) => (isStillComposing(event.nativeEvent) ? setComposing(event.currentTarget.value) : onType(event.currentTarget.value))}
        onCompositionEnd={(event) => {
          setComposing(null)
          onType(event.currentTarget.value)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onFocus={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && group === '') {
            event.preventDefault()
            onBackFromEmpty()
          }
        }}
      />
    </div>
  )
}

function isStillComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}
