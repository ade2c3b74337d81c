import { FileInput } from 'lucide-react'
import { isStale } from '#domain/reference/age.ts'
import type { DocumentOwners } from '#domain/reference/document-owners.ts'
import { ReferenceKind, type ReferenceCard } from '#domain/reference/reference-set.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { ReferenceAge } from '#renderer/ui/reference-age.tsx'
import { referenceWords } from '#renderer/ui/reference-words.ts'
import { Screen } from '#renderer/ui/screen.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './reference.module.css'

/** A list as this screen knows it: sealed there is its card alone; open it is read, being read, or unreadable. */
export type ListShown = {
  readonly kind: ReferenceKind
  readonly card: ReferenceCard | null
  readonly is: 'none' | 'sealed' | 'reading' | 'here' | keyof typeof words.home.unreadable
  /** Of documents that are here: those that nobody is shown; null while it is not known, and for a list. */
  readonly unowned: DocumentOwners['unowned'] | 'no-list' | null
}

/** The hospital's two lists and its documents, each with its own time, and the way to newer ones. */
export function ReferenceHome({ lists, isOpen, stoppedAt, now, onImport, onBack }: {
  readonly lists: Readonly<Record<ReferenceKind, ListShown>>
  readonly isOpen: boolean
  readonly stoppedAt: Instant | null
  readonly now: Instant
  /** Null where no list can be taken in. */
  readonly onImport: ((kind: ReferenceKind) => void) | null
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const names = useWords(referenceWords)
  return (
    <Screen label={say.label} pace="spacious" keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{say.back}</Button>}>
      <div className={css['page']}>
        <div>
          <h2 className={css['title']}>{say.home.title}</h2>
          <p className={css['lead']}>{say.home.lead}{!isOpen && <> {say.home.sealedNote}</>}</p>
        </div>
        <ul className={css['list']}>
          {ReferenceKind.options.map((kind, index) => (
            <li key={kind}>
              <div>
                <p className={css['name']}><b>{names.kind[kind]}</b><small>{say.home.what[kind]}</small></p>
                <Facts list={lists[kind]} stoppedAt={stoppedAt} now={now} />
              </div>
              {onImport !== null && <Button icon={FileInput} autoFocus={index === 0} onPress={() => onImport(kind)}>{say.home.import[kind]}</Button>}
            </li>
          ))}
        </ul>
      </div>
    </Screen>
  )
}

function Facts({ list: { kind, card, is, unowned }, stoppedAt, now }: { readonly list: ListShown; readonly stoppedAt: Instant | null; readonly now: Instant }) {
  const say = useWords(words).home
  const names = useWords(referenceWords)
  const isOld = card !== null && kind === 'patients' && stoppedAt === null && isStale(card.takenAt, now)
  const state = is === 'none' ? <StateWord is="none">{say.none}</StateWord>
    : is === 'reading' ? <StateWord is="none">{say.reading}</StateWord>
    : is === 'here' || is === 'sealed' ? <StateWord is={isOld ? 'warn' : 'ok'}>{isOld ? say.stale : is === 'here' ? say.here : say.kept}</StateWord>
    : <StateWord is={is === 'no-key' ? 'warn' : 'bad'}>{say.unreadable[is]}</StateWord>
  return (
    <div className={css['facts']}>
      {card !== null && <b><ReferenceAge takenAt={card.takenAt} stoppedAt={stoppedAt} now={now} /></b>}
      {card !== null && <span>{kind === 'documents' ? names.documents(card.documents) : names.patients(card.patients)}{kind === 'patients' && card.stays > 0 && `・${names.stays(card.stays)}`}{card.faults > 0 && `・${kind === 'documents' ? names.notTaken(card.faults) : names.faults(card.faults)}`}</span>}
      {state}
      {unowned !== null && <Unowned unowned={unowned} />}
      {card !== null && <small>{say.imported(shortMoment(card.importedAt), card.by)}・{names.source[card.source]}{card.why !== null && `・${names[kind === 'documents' ? 'olderDocuments' : 'older'][card.why]}`}</small>}
    </div>
  )
}

/** How many documents nobody is shown, by the reason and never by their name. Rule REF-49. */
function Unowned({ unowned }: { readonly unowned: NonNullable<ListShown['unowned']> }) {
  const say = useWords(words).home.unowned
  if (unowned === 'no-list') return <StateWord is="warn">{say.noList}</StateWord>
  const told = (['unknown', 'disagree', 'tooMany'] as const).filter((why) => unowned[why] > 0)
  return told.length === 0 ? null : <StateWord is="warn">{told.map((why) => say[why](unowned[why].toLocaleString('en-US'))).join('・')}</StateWord>
}
