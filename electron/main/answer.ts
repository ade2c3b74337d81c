import { bridge, type Channel, type Fault, type Handlers } from '#domain/bridge.ts'
import { err, type Result } from '#domain/result.ts'

/** Parses and dispatches one call. Knows no Electron: what comes through the door is checked the same in every host. */
export async function answer(handlers: Handlers, name: unknown, input: unknown): Promise<Result<unknown, Fault>> {
  if (typeof name !== 'string' || !Object.hasOwn(bridge, name)) return err({ code: 'refused' })
  const channel = name as Channel // it is a key of the table
  const parsed = bridge[channel].input.safeParse(input)
  if (!parsed.success) return err({ code: 'refused' })
  const handle = handlers[channel] as (value: unknown) => Promise<Result<unknown, Fault>> // parsed by this very channel's schema
  return handle(parsed.data)
}
