import { classNames } from './class-names.ts'
import { useWords } from './language.tsx'
import css from './triage-mark.module.css'

/** As on the paper tag. `0` is a triage result, never shown as 死亡; null is "not yet". */
export type TriageMarkCategory = 'I' | 'II' | 'III' | '0' | null

export const triageWords = {
  I: { colour: { ja: '赤', en: 'Red' }, word: { ja: '最優先', en: 'immediate' } },
  II: { colour: { ja: '黄', en: 'Yellow' }, word: { ja: '待機的', en: 'delayed' } },
  III: { colour: { ja: '緑', en: 'Green' }, word: { ja: '軽処置', en: 'minor' } },
  zero: { colour: { ja: '黒', en: 'Black' }, word: { ja: '死亡・不処置', en: 'dead or no treatment' } },
  none: { colour: { ja: '', en: '' }, word: { ja: 'トリアージ前', en: 'not triaged yet' } },
} as const

const looks = {
  I: { className: 'one', numeral: 'I', y: 22.2, shape: <path className={css['shape']} d="M16 1.5 30.5 16 16 30.5 1.5 16z" /> },
  II: { className: 'two', numeral: 'II', y: 26, shape: <path className={css['shape']} d="M16 3 30.5 29h-29z" strokeWidth="2" strokeLinejoin="round" /> },
  III: { className: 'three', numeral: 'III', y: 21.4, shape: <circle className={css['shape']} cx="16" cy="16" r="14.5" /> },
  zero: { className: 'zero', numeral: '0', y: 22.2, shape: <rect className={css['shape']} x="3" y="3" width="26" height="26" strokeWidth="2" /> },
  none: { className: 'none', numeral: null, y: 22.2, shape: <rect className={css['shape']} x="3" y="3" width="26" height="26" strokeWidth="2" /> },
} as const

/** Shape, numeral, colour and word, always together where there is room; `words="none"` only in tiles and dense rows. */
export function TriageMark({ category, words = 'none', size = 'normal' }: {
  readonly category: TriageMarkCategory
  readonly words?: 'none' | 'colour' | 'full'
  readonly size?: 'small' | 'normal' | 'large'
}) {
  const say = useWords(triageWords)
  const key = category === null ? 'none' : category === '0' ? 'zero' : category
  const { className, numeral, y, shape } = looks[key]
  const { colour, word } = say[key]
  const full = [colour, word].filter((part) => part !== '').join(' ')
  return (
    <span className={classNames(css['mark'], css[className], css[size])}>
      <svg viewBox="0 0 32 32" {...(words === 'none' ? { role: 'img', 'aria-label': `${numeral ?? ''} ${full}`.trim() } : { 'aria-hidden': true })}>
        {shape}
        <text x="16" y={y}>{numeral ?? '未'}</text>
      </svg>
      {words === 'full' && full}
      {words === 'colour' && (colour === '' ? word : colour)}
    </span>
  )
}
