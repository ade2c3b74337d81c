import type { CalendarDate } from '#domain/time.ts'

/** A file of a chosen folder: its path there, and its bytes, which stay on the disk until they are asked for. */
export type NamedBlob = { readonly path: string; readonly blob: Blob }

export type ReadOptions = { readonly today: CalendarDate; readonly signal?: AbortSignal }

/** The medium was pulled out, or the file has changed since it was chosen: a fault of the file, not of the program. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')
}
