import type { z } from 'zod'
import { bridge, type Channel, type Fault, type Handlers } from '#domain/bridge.ts'
import type { CallRefusal } from '#domain/log/public-event.ts'
import { err, type Result } from '#domain/result.ts'

/** Told of every call that was not taken. A name that is not in the table is called 'unknown': what it said is nobody's text. */
export type OnRefused = (channel: Channel | 'unknown', code: CallRefusal) => void

/** Parses and dispatches one call. Knows no Electron: what comes through the door is checked the same in every host. */
export async function answer(handlers: Handlers, name: unknown, input: unknown, onRefused: OnRefused): Promise<Result<unknown, Fault>> {
  const channel = channelOf(name)
  if (channel === null) {
    onRefused('unknown', 'unknown')
    return err({ code: 'refused' })
  }
  const parsed = bridge[channel].input.safeParse(input)
  if (!parsed.success) {
    onRefused(channel, parsed.error.issues.some(isTooLarge) ? 'too-large' : 'malformed')
    return err({ code: 'refused' })
  }
  const handle = handlers[channel] as (value: unknown) => Promise<Result<unknown, Fault>> // parsed by this very channel's schema
  return handle(parsed.data)
}

/** The channel of that name, or null: what came over the bridge may be anything. */
export function channelOf(name: unknown): Channel | null {
  return typeof name === 'string' && Object.hasOwn(bridge, name) ? (name as Channel) : null // it is a key of the table
}

function isTooLarge(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'too_big' || (issue.code === 'custom' && issue.params?.['isTooLarge'] === true)
}
