import type { IncidentId, PatientId } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import type { PatientRow, WardView } from '#domain/view/ward.ts'

/** What a measured window is to do. */
export type Job = {
  readonly act: 'board' | 'board-through-the-store' | 'unlock' | 'build' | 'start' | 'work' | 'long' | 'pack' | 'search' | 'search-screen' | 'search-million'
  /** Counts the windows of this process: every lock makes a new one. */
  readonly round: number
  readonly rounds: number
  readonly dek: string
  readonly incident: IncidentId
  readonly standing: Standing
  readonly patients: readonly PatientId[]
  /** Rows of a board that does not come through the store. */
  readonly view: (Omit<WardView, 'patients'> & { readonly patients: readonly PatientRow[] }) | null
  /** Files an unlock is held against. */
  readonly floors: readonly { readonly file: string; readonly key: string }[]
}

/** What the bench's own channel answers. */
export type Floors = {
  readonly job: (given: null) => Promise<string>
  readonly readFile: (given: { readonly file: string; readonly key: string }) => Promise<number>
  readonly append: (given: Uint8Array) => Promise<number>
  readonly appendInOneGo: (given: Uint8Array) => Promise<number>
  readonly nothing: (given: Uint8Array) => Promise<number>
}

/** What bench-preload.ts puts into the window. */
export type BenchDoor = {
  readonly call: <Name extends keyof Floors>(name: Name, given: Parameters<Floors[Name]>[0]) => ReturnType<Floors[Name]>
  readonly say: (line: string) => void
  readonly end: () => void
}

declare global {
  interface Window {
    readonly bench: BenchDoor
  }
}

/** What a window says of a step, one line each. */
export type Said = Readonly<Record<string, unknown>> & { readonly said: string }
