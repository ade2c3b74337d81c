import { EntryId } from '../ids.ts'
import { html, type Markup } from './html.ts'

/**
 * What became of a photograph on its way into an export: its JPEG, or why it is not there. 'unread': the sealed file is gone or is not
 * what was kept. 'no-room': newer ones filled what one export can hold.
 */
export type ExportedPhoto = Uint8Array | 'unread' | 'no-room'
/** Of every photograph that lies at this station, by its record. What another station kept stands in the exports from there. */
export type ExportedPhotos = ReadonlyMap<EntryId, ExportedPhoto>

/** The patient's folder and the record's own id, never a name. */
export function photoName(folder: string, id: EntryId): string {
  return `photos/${folder}/${id}.jpg`
}

/** Whose picture a file of an export is; null: it is none. */
export function photoOfName(name: string): EntryId | null {
  const [, id] = /^photos\/[^/]+\/([0-9a-f-]+)\.jpg$/.exec(name) ?? []
  return EntryId.safeParse(id).data ?? null
}

/** How many went in, and how many did not and why. */
export type PhotoCounts = { readonly kept: number; readonly unread: number; readonly noRoom: number }

export function countPhotos(photos: ExportedPhotos): PhotoCounts {
  const count = (why: 'unread' | 'no-room'): number => [...photos.values()].filter((one) => one === why).length
  const [unread, noRoom] = [count('unread'), count('no-room')]
  return { kept: photos.size - unread - noRoom, unread, noRoom }
}

/** From the record on a patient's page to its picture, or why there is none. Null: no photograph of this station. */
export function photoLine(photo: ExportedPhoto | undefined, folder: string, id: EntryId): Markup | null {
  if (photo === undefined) return null
  if (photo === 'unread') return html`<span class="line"><b>写真は読めませんでした The photograph could not be read</b></span>`
  if (photo === 'no-room') return html`<span class="line"><b>写真はこの書き出しに入りきりませんでした No room for the photograph in this export</b></span>`
  return html`<span class="line"><a href="../../${photoName(folder, id)}">写真を開く Open the photograph</a></span>`
}
