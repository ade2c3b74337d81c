import css from './chips.module.css'

/** Answers people give again and again: each fills the field above it, which stays free for anything else. */
export function Chips({ label, words, value, onChoose }: { readonly label: string; readonly words: readonly string[]; readonly value: string; readonly onChoose: (word: string) => void }) {
  return (
    <div className={css['chips']} role="group" aria-label={label}>
      {words.map((word) => (
        <button key={word} type="button" className={css['chip']} aria-pressed={value === word} onClick={() => onChoose(word)}>{word}</button>
      ))}
    </div>
  )
}
