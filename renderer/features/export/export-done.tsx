import { Check } from 'lucide-react'
import { Banner } from '#renderer/ui/banner.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { ExportedFile } from './export-state.ts'
import { words } from './words.ts'
import css from './export.module.css'

/** Proved by reading it back; head and hash in the form that is copied onto paper. */
export function ExportDone({ file, time }: { readonly file: ExportedFile; readonly time: string }) {
  const say = useWords(words)
  const language = useLanguage()
  const { kept, unread, noRoom } = file.photos
  return (
    <section className={css['done']} role="status">
      <div className={css['title']}>
        <h2>{say.done.title}</h2>
        <span className={css['proved']}><Icon of={Check} />{say.done.readBack(time)}</span>
      </div>
      <dl className={css['facts']}>
        <dt>{say.done.file}</dt>
        <dd><Written>{file.fileName}</Written></dd>
        <dt>{say.done.folder}</dt>
        <dd><Written>{file.path.endsWith(file.fileName) ? file.path.slice(0, -file.fileName.length - 1) : file.path}</Written></dd>
        <dt>{say.done.size}</dt>
        <dd>{sizeWords(file.bytes, language)}　{say.done.entries} {say.what.count(file.entries)}</dd>
        {kept + unread + noRoom > 0 && <><dt>{say.done.photos}</dt><dd>{say.done.photosKept(kept)}</dd></>}
        <dt>{say.done.head}</dt>
        <dd className={css['paper']}>{file.head}</dd>
        <dt>{say.done.sha}</dt>
        <dd className={css['paper']}>{file.sha256.slice(0, 8)} … {file.sha256.slice(-8)}</dd>
      </dl>
      {unread + noRoom > 0 && (
        <div className={css['out']}>
          {unread > 0 && <Banner look="warn">{say.photosOut.unread(unread)}</Banner>}
          {noRoom > 0 && <Banner look="warn">{say.photosOut.noRoom(noRoom)}</Banner>}
        </div>
      )}
      <p className={css['quiet']}>{say.done.next}</p>
    </section>
  )
}

function sizeWords(bytes: number, language: 'ja' | 'en'): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${value.toLocaleString(language === 'ja' ? 'ja-JP' : 'en-US', { maximumFractionDigits: 1 })} ${unit}`
}
