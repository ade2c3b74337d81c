import { memo, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { useWords } from '#renderer/ui/language.tsx'
import layout from '#renderer/ui/layout.module.css'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { presenceWords } from '#renderer/ui/presence-words.ts'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { BedGroup, BedTile } from './beds.ts'
import { words } from './words.ts'
import css from './bed-map.module.css'

type MapProps = {
  readonly groups: readonly BedGroup[]
  readonly alike: ReadonlySet<PatientId>
  readonly isTriaged: boolean
  readonly chosen: PatientId | null
  readonly onChoose: (patient: PatientId) => void
  readonly onOpen: (patient: PatientId) => void
  /** A free bed was pressed: to move whoever is chosen, else to register. Null where nothing is written any more. */
  readonly onFree: ((bed: string) => void) | null
}

/** Rooms with their beds. One stop for Tab; the arrows move from tile to tile as they lie on the screen. */
export function BedMap({ groups, alike, isTriaged, chosen, onChoose, onOpen, onFree }: MapProps) {
  const say = useWords(words).map
  const place = useRef<HTMLElement>(null)
  // A free bed where nobody is registered any more is read and not operated.
  const keys = tileKeys(groups).filter((key) => onFree !== null || !key.startsWith(freeKey))
  const [here, setHere] = useState<string | null>(null)
  const stop = here !== null && keys.includes(here) ? here : (keys[0] ?? null)

  // Chosen in the list: the tile that is meant must be in sight too.
  useLayoutEffect(() => {
    if (chosen !== null) place.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const from = event.target
    if (!(from instanceof HTMLButtonElement) || place.current === null || event.ctrlKey || event.altKey) return
    const next = neighbour(from, [...place.current.querySelectorAll<HTMLButtonElement>('button:enabled')], event.key)
    if (next === null) return
    event.preventDefault()
    next.focus()
  }

  return (
    <section
      ref={place}
      className={css['map']}
      aria-label={say.label}
      onKeyDown={move}
      onFocus={(event) => setHere(event.target.dataset['tile'] ?? null)}
    >
      {groups.map((group) => (
        <div key={groupName(group)} className={classNames(css['room'], group.tiles.length > 4 && css['wide'], group.kind !== 'room' && css['wide'])}>
          <h2 className={css['name']}>
            {group.kind === 'room' ? <Written>{group.name}</Written> : group.kind === 'single' ? say.single : group.kind === 'unlisted' ? say.unlisted : say.noBed}
          </h2>
          <div className={css['beds']}>
            {group.tiles.flatMap((tile) =>
              tile.lying.length === 0 && tile.bed !== null
                ? [<FreeTile key={tileKey(tile, null)} name={tileKey(tile, null)} bed={tile.bed} short={tile.short} isStop={stop === tileKey(tile, null)} isMove={chosen !== null} onFree={onFree} />]
                : tile.lying.map((person) => (
                    <Tile
                      key={tileKey(tile, person)}
                      name={tileKey(tile, person)}
                      short={tile.short}
                      person={person}
                      isStop={stop === tileKey(tile, person)}
                      isChosen={person.row.id === chosen}
                      isAlike={alike.has(person.row.id)}
                      isTriaged={isTriaged}
                      onChoose={onChoose}
                      onOpen={onOpen}
                    />
                  )),
            )}
          </div>
        </div>
      ))}
      <p className={css['key']}>{say.key}</p>
    </section>
  )
}

type TileProps = {
  readonly name: string
  readonly short: string
  readonly person: WardPerson
  readonly isStop: boolean
  readonly isChosen: boolean
  readonly isAlike: boolean
  readonly isTriaged: boolean
  readonly onChoose: (patient: PatientId) => void
  readonly onOpen: (patient: PatientId) => void
}

const Tile = memo(function Tile({ name, short, person, isStop, isChosen, isAlike, isTriaged, onChoose, onOpen }: TileProps) {
  const flags = useWords(words).map.flag
  const where = useWords(presenceWords)
  const waiting = useWords(patientWords).notRegistered
  const { row, allergy } = person
  const who = whoOf(row)
  return (
    <button
      type="button"
      className={classNames(css['bed'], isChosen && css['on'])}
      data-tile={name}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isChosen}
      // Enter on the tile that is already chosen opens it; a mouse must not open by pressing twice in doubt.
      onClick={(event) => (isChosen && event.detail === 0 ? onOpen(row.id) : onChoose(row.id))}
      onDoubleClick={() => onOpen(row.id)}
    >
      {isTriaged && <TriageMark category={person.triage} size="small" />}
      <span className={css['number']}><Written>{short}</Written></span>
      {isAlike && <Flag sign="同" words={flags.alike} />}
      {allergy.state === 'present' && <Flag sign="ア" words={flags.present} isStrong />}
      {(allergy.state === 'unconfirmed' || (allergy.state === 'none' && allergy.presentBefore)) && <Flag sign="?" words={flags.unconfirmed} />}
      {person.hasDied && <Flag sign={where.died} words={where.died} />}
      {person.presence === 'on-leave' && <Flag sign={where['on-leave']} words={where['on-leave']} />}
      <span className={css['who']}>{who === null ? waiting : <PatientName naming={who.naming} />}</span>
    </button>
  )
})

function FreeTile({ name, bed, short, isStop, isMove, onFree }: { readonly name: string; readonly bed: string; readonly short: string; readonly isStop: boolean; readonly isMove: boolean; readonly onFree: ((bed: string) => void) | null }) {
  const say = useWords(words).map
  return (
    <button type="button" className={classNames(css['bed'], css['free'])} data-tile={name} tabIndex={isStop ? 0 : -1} disabled={onFree === null} onClick={() => onFree?.(bed)}>
      <span className={css['number']}><Written>{short}</Written></span>
      <span className={css['who']}>{say.free}{onFree !== null && <span className={layout['unseen']}> {isMove ? say.moveHere(bed) : say.registerHere(bed)}</span>}</span>
    </button>
  )
}

function Flag({ sign, words: meaning, isStrong = false }: { readonly sign: string; readonly words: string; readonly isStrong?: boolean }) {
  return (
    <span className={classNames(css['flag'], isStrong && css['strong'])}>
      <span aria-hidden="true">{sign}</span>
      <span className={layout['unseen']}>{meaning}</span>
    </span>
  )
}

function groupName(group: BedGroup): string {
  return group.kind === 'room' ? `room ${group.name}` : group.kind
}

const freeKey = 'free '

function tileKey(tile: BedTile, person: WardPerson | null): string {
  return person === null ? `${freeKey}${tile.bed ?? ''}` : person.row.id
}

function tileKeys(groups: readonly BedGroup[]): readonly string[] {
  return groups.flatMap(({ tiles }) => tiles.flatMap((tile) => (tile.lying.length === 0 ? [tileKey(tile, null)] : tile.lying.map((person) => tileKey(tile, person)))))
}

/** The tile an arrow leads to: the nearest whose middle lies that way, sideways distance counting double. */
function neighbour(from: HTMLElement, all: readonly HTMLElement[], key: string): HTMLElement | null {
  const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key]
  if (way === undefined) return null
  const [dx = 0, dy = 0] = way
  const start = middle(from)
  let best: HTMLElement | null = null
  let least = Infinity
  for (const tile of all) {
    const end = middle(tile)
    const ahead = (end.x - start.x) * dx + (end.y - start.y) * dy
    const aside = Math.abs((end.x - start.x) * dy) + Math.abs((end.y - start.y) * dx)
    if (ahead <= 4 || ahead + 2 * aside >= least) continue
    least = ahead + 2 * aside
    best = tile
  }
  return best
}

function middle(element: HTMLElement): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
