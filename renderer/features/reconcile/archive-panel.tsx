import { FolderOutput } from 'lucide-react'
import { useState } from 'react'
import { holdsEverything, media, OneDeviceReason, oneDeviceWords, type ArchiveLabels, type Archives, type Medium } from '#domain/erasure/archive.ts'
import type { PhotoCounts } from '#domain/export/photos.ts'
import { mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

export type ArchiveFault = keyof typeof words.archive.fault
export type Archiving =
  | { readonly is: 'resting' }
  | { readonly is: 'working'; readonly medium: Medium; readonly step: keyof typeof words.archive.step; readonly done: number; readonly of: number }
  /** Both would lie on one device: a reason, or another folder. */
  | { readonly is: 'one-device'; readonly medium: Medium }
  | { readonly is: 'failed'; readonly code: ArchiveFault }

const blank: ArchiveLabels = { media: [{ label: '', place: '' }, { label: '', place: '' }] }

/** The whole record on two media, each read back and proved; without them nothing is ever erased. */
export function ArchivePanel({ archives, written, photos, state, onWrite, onKeep, onStop }: {
  readonly archives: Archives
  /** What was last said of the media. */
  readonly written: ArchiveLabels | null
  /** Of the archive that was made here last; null: none since the window was opened. */
  readonly photos: PhotoCounts | null
  readonly state: Archiving
  readonly onWrite: (medium: Medium, labels: ArchiveLabels) => void
  readonly onKeep: (medium: Medium, why: OneDeviceReason) => void
  readonly onStop: () => void
}) {
  const say = useWords(words).archive
  const language = useLanguage()
  const [labels, setLabels] = useState(written ?? blank)
  const [why, setWhy] = useState<OneDeviceReason | null>(null)
  const isWorking = state.is === 'working'
  const isLabelled = labels.media.every(({ label, place }) => label.trim() !== '' && place.trim() !== '')
  const offBecause = isWorking ? say.working : isLabelled ? null : say.labelsFirst
  const change = (medium: Medium, part: Partial<ArchiveLabels['media'][0]>): void => {
    const [first, second] = labels.media
    setLabels({ media: medium === 1 ? [{ ...first, ...part }, second] : [first, { ...second, ...part }] })
  }
  return (
    <Section title={say.title} note={say.note}>
      {media.map((medium) => {
        const archive = archives.archives.find((one) => one.medium === medium) ?? null
        const isWhole = archive !== null && holdsEverything(archive, archives)
        const { label, place } = labels.media[medium - 1] ?? blank.media[0]
        return (
          <div key={medium} className={css['medium']} role="group" aria-label={say.medium(medium)}>
            <div className={css['acts']}>
              <b>{say.medium(medium)}</b>
              {archive === null ? <StateWord is="none">{say.none}</StateWord> : isWhole ? <StateWord is="ok">{say.kept(shortMoment(archive.at), sizeOf(archive.bytes))}</StateWord> : <StateWord is="warn">{say.old}</StateWord>}
            </div>
            <div className={css['labelled']}>
              <Field label={say.label} most={mostName} value={label} onChange={(next) => change(medium, { label: next })} />
              <Field label={say.place} most={mostName} value={place} onChange={(next) => change(medium, { place: next })} />
              <Button icon={FolderOutput} offBecause={offBecause} onPress={() => onWrite(medium, labels)}>{isWhole ? say.again(medium) : say.write(medium)}</Button>
            </div>
            {isWorking && state.medium === medium && <Progress what={say.step[state.step]} done={state.done} of={state.of} unit={say.unit[state.step]} onStop={state.step === 'writing' || state.step === 'reading-back' ? null : onStop} />}
            {state.is === 'one-device' && state.medium === medium && (
              <div className={css['form']}>
                <Banner look="warn">{say.oneDevice}</Banner>
                <Choice label={say.why} value={why} onChange={setWhy} options={OneDeviceReason.options.map((value) => ({ value, label: oneDeviceWords[value][language] }))} />
                <div className={css['acts']}><Button offBecause={why === null ? say.whyFirst : null} onPress={() => why !== null && onKeep(medium, why)}>{say.keepThere}</Button></div>
              </div>
            )}
          </div>
        )
      })}
      {photos !== null && photos.unread + photos.noRoom > 0 && <Banner look="danger">{say.photosOut(photos.unread + photos.noRoom)}</Banner>}
      {state.is === 'failed' && <Banner look={state.code === 'stopped' ? 'warn' : 'danger'}>{say.fault[state.code]}</Banner>}
    </Section>
  )
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
