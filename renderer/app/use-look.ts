import { setLook, useSession } from '../session/session.ts'
import type { Look } from '#domain/bridge.ts'
import { usePorts } from './ports.ts'

/** Language, theme and text size: drawn at once, and kept by the station. */
export function useLookKept(): readonly [Look, (look: Look) => void] {
  const { bridge } = usePorts()
  const look = useSession((session) => session.look)
  return [
    look,
    (next) => {
      setLook(next)
      void bridge.call('station:look', next)
    },
  ]
}
