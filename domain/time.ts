import { z } from 'zod'

/**
 * A moment, in UTC with milliseconds: `2026-11-23T05:43:27.123Z`. Text, so that an export opened in
 * thirty years needs no epoch explained. Shown in Asia/Tokyo, whatever the PC is set to.
 */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A calendar day as on a document, `1950-03-04`: never shifted by a time zone. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00:00.000Z`).toJSON()?.startsWith(text) === true)
  .brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** Milliseconds since 1970 → Instant. Throws on a value no clock can show (a bug, not an input). */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant // toISOString has exactly the branded form for years 0–9999
}

/** Milliseconds since 1970 of an Instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

const tokyoHours = 9

/** The day a moment falls on in Japan. No daylight saving since 1951, so a fixed offset is the law. */
export function tokyoDateOf(instant: Instant): CalendarDate {
  return tokyoParts(instant).date
}

/** Date, `HH:MM` and `HH:MM:SS` of a moment in Japan. */
export function tokyoParts(instant: Instant): { readonly date: CalendarDate; readonly hhmm: string; readonly hhmmss: string } {
  const text = new Date(millisecondsOf(instant) + tokyoHours * 3_600_000).toISOString()
  return { date: text.slice(0, 10) as CalendarDate, hhmm: text.slice(11, 16), hhmmss: text.slice(11, 19) }
}
