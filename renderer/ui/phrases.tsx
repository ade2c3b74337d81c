import { TextQuote } from 'lucide-react'
import { createContext, useContext, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { phrasesFound } from '#domain/plan/phrases.ts'
import { typeInto } from './box-before.ts'
import { Button } from './button.tsx'
import { isComposing, keyName, pressOf } from './keys.ts'
import { useWords } from './language.tsx'
import { phraseWords } from './phrases.words.ts'
import layout from './layout.module.css'
import css from './phrases.module.css'

const Phrases = createContext<readonly string[]>([])

/** The hospital's phrases for every box of text inside; outside of it no box offers any. */
export function PhrasesProvider({ phrases, children }: { readonly phrases: readonly string[]; readonly children: ReactNode }) {
  return <Phrases value={phrases}>{children}</Phrases>
}

/**
 * The label of a box and beside it the way to a phrase: the button, or Alt+T in the box. What is chosen is put in where the
 * cursor stood and nothing more happens: it is typed text like any other, and saves nothing.
 */
export function PhraseWay({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const say = useWords(phraseWords)
  const phrases = useContext(Phrases)
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const box = (): HTMLTextAreaElement | HTMLInputElement | null => place.current?.parentElement?.querySelector<HTMLTextAreaElement | HTMLInputElement>(':scope > textarea, :scope > input') ?? null
  useEffect(() => {
    const field = place.current?.parentElement
    if (field === null || field === undefined) return
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (keyName(event) !== 'Alt+T' || isComposing(event)) return
      event.preventDefault()
      setOpen(true)
    }
    field.addEventListener('keydown', onKeyDown)
    return () => field.removeEventListener('keydown', onKeyDown)
  }, [phrases.length])
  if (phrases.length === 0) return children
  const close = (phrase: string | null): void => {
    setOpen(false)
    const target = box()
    target?.focus()
    if (target !== null && phrase !== null) typeInto(target, phrase)
  }
  return (
    // The focus that goes elsewhere closes the list: nothing waits in front of a form that goes on.
    <div ref={place} className={css['way']} onBlur={({ currentTarget, relatedTarget }) => relatedTarget !== null && !currentTarget.contains(relatedTarget) && setOpen(false)}>
      <div className={css['head']}>
        {children}
        <Button size="small" look="quiet" icon={TextQuote} keys={['Alt', 'T']} onPress={() => (isOpen ? close(null) : setOpen(true))}>{say.name}<span className={layout['unseen']}>{say.into(label)}</span></Button>
      </div>
      {isOpen && <PhraseList phrases={phrases} onChoose={close} />}
    </div>
  )
}

/** Typing filters, ↑↓ move, Enter takes the marked one, Esc takes none. */
function PhraseList({ phrases, onChoose }: { readonly phrases: readonly string[]; readonly onChoose: (phrase: string | null) => void }) {
  const say = useWords(phraseWords)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const found = phrasesFound(phrases, typed)
  const whole = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => whole.current?.scrollIntoView({ block: 'nearest' }), [])
  useEffect(() => list.current?.children[marked]?.scrollIntoView({ block: 'nearest' }), [marked, typed])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const press = pressOf(event)
    if (isComposing(press) || press.ctrlKey || press.altKey || press.metaKey) return
    if (press.key === 'ArrowDown') setMarked(Math.min(marked + 1, Math.max(0, found.length - 1)))
    else if (press.key === 'ArrowUp') setMarked(Math.max(0, marked - 1))
    else if (press.key === 'Escape') onChoose(null)
    else if (press.key === 'Enter') {
      const phrase = found[marked]
      if (phrase !== undefined) onChoose(phrase)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={whole} className={css['list']}>
      <input
        className={css['box']} role="combobox" aria-label={say.search} aria-expanded="true" aria-controls={id} aria-autocomplete="list"
        {...(found.length === 0 ? {} : { 'aria-activedescendant': `${id}-${marked}` })}
        autoComplete="off" spellCheck={false} autoFocus value={typed} placeholder={say.search}
        onChange={(event) => {
          setTyped(event.target.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} ref={list} role="listbox" aria-label={say.list} className={css['phrases']}>
        {found.map((phrase, index) => (
          // The box keeps the focus, so that the finger may slip and the typing go on.
          <button key={phrase} type="button" id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={index === marked} className={css['phrase']} onPointerDown={(event) => event.preventDefault()} onClick={() => onChoose(phrase)}>{phrase}</button>
        ))}
      </div>
      <p className={css['note']} role="status">{found.length === 0 ? say.none : say.keys}</p>
    </div>
  )
}
