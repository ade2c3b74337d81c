import { createContext, useContext } from 'react'
import type { Bridge } from '#domain/bridge.ts'
import type { Hand } from '#domain/ports.ts'
import type { Vault } from '../workers/vault-worker.ts'

/** The machine as the screens' places are given it. Made once in main.tsx. */
export type Ports = { readonly bridge: Bridge; readonly hand: Hand; readonly vault: Vault }

const PortsContext = createContext<Ports | null>(null)
export const PortsProvider = PortsContext.Provider

export function usePorts(): Ports {
  const ports = useContext(PortsContext)
  if (ports === null) throw new Error('A place is drawn inside the window only')
  return ports
}
