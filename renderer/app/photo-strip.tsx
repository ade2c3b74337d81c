import { useEffect, useState } from 'react'
import { photoWords } from '#domain/export/words.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Photo as Recorded } from '#domain/record/photo.ts'
import type { Instant } from '#domain/time.ts'
import { factsOf } from '#domain/view/facts.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { readPhoto } from '../session/photos.ts'
import { classNames } from '../ui/class-names.ts'
import { useLanguage, useWords } from '../ui/language.tsx'
import { shortMoment } from '../ui/moment.ts'
import { usePorts } from './ports.ts'
import { photoStripWords } from './photo-strip-words.ts'
import css from './photo-strip.module.css'
import { useAtWork } from './ward-context.ts'

/** Photographs of a patient, opened while they are looked at: a clerk reads the tag from the picture. */
export function PhotoStrip({ row }: { readonly row: PatientRow }) {
  const photos = factsOf(row, 'photo-taken')
  if (photos.length === 0) return null
  return <ul className={css['strip']}>{photos.map((photo) => <li key={photo.entry}><Photo {...photo} /></li>)}</ul>
}

/** One of them, opened while it is looked at. `isLarge`: as large as there is room, to be read from. */
export function Photo({ entry, at, body, isLarge = false }: { readonly entry: EntryId; readonly at: Instant; readonly body: Recorded; readonly isLarge?: boolean }) {
  const { bridge } = usePorts()
  const { open } = useAtWork()
  const say = useWords(photoStripWords)
  const language = useLanguage()
  const [url, setUrl] = useState<string | null>(null)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    let made: string | null = null
    let isLeft = false
    void readPhoto(bridge, open.keys, entry, body.file).then((read) => {
      if (isLeft) return
      if (!read.ok) return setGone(true)
      made = URL.createObjectURL(new Blob([new Uint8Array(read.value)], { type: 'image/jpeg' }))
      setUrl(made)
    })
    // What was opened to be looked at does not stay in memory when nobody looks.
    return () => {
      isLeft = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [bridge, open, entry, body.file])
  const label = `${say.photo(photoWords[body.of][language])} ${shortMoment(at)}`
  return (
    <figure className={classNames(css['photo'], isLarge && css['large'])}>
      {url !== null && <img src={url} alt={label} />}
      {isGone && <p>{say.gone}</p>}
      <figcaption>{label}</figcaption>
    </figure>
  )
}
