import { z } from 'zod'

/**
 * What of the machine could keep patient data or a code after us (security: swap, dumps, learning input methods …). A thing
 * that cannot be checked on this system is `not-checked` and never called good: a person must look.
 */
export const MachineCheck = z.object({
  check: z.enum(['swap', 'core-dumps', 'hibernation', 'crash-files', 'ime', 'clipboard', 'spool', 'screen-lock']),
  is: z.enum(['good', 'found', 'not-checked']),
  /** Names of programs it was found in; from a closed list, never a path. */
  of: z.array(z.string().regex(/^[a-zA-Z0-9 -]{1,30}$/)).max(10),
})
export type MachineCheck = z.infer<typeof MachineCheck>

/** As it stands in a seal check's public event. Stored: add, never rename. */
export const machineFinding = {
  swap: 'swap-is-on', 'core-dumps': 'core-dumps-are-on', hibernation: 'hibernation-is-on', 'crash-files': 'crash-files-kept',
  ime: 'ime-learns', clipboard: 'clipboard-history-kept', spool: 'spool-keeps-files', 'screen-lock': 'screen-lock-is-off',
} as const satisfies Record<MachineCheck['check'], string>

export function machineFindings(checks: readonly MachineCheck[]): readonly string[] {
  return checks.filter(({ is }) => is === 'found').map(({ check }) => machineFinding[check])
}
