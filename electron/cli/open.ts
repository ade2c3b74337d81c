import { openChecked, refusal } from './open-check.ts'
import { isFree, writeFolder } from './open-write.ts'
import { understood, type Outcome } from './output.ts'
import { inRealm } from './verify-export-words.ts'

export type OpenRequest = { readonly path: string; readonly identity: string; readonly out: string; readonly stationPub: string | null }

const untouched = 'Nothing was written.'

/**
 * Opens an encrypted export into a folder. Everything is checked in memory first. Only a whole and genuine export is written; of
 * anything else not one byte. Rule EXP-12.
 */
export async function openExport({ path, identity, out, stationPub }: OpenRequest): Promise<Outcome> {
  if (!(await isFree(out))) return understood(false, [`${out} is there already and not an empty folder: nothing was written`])
  const opened = await openChecked({ path, identity, stationPub, untouched })
  if (!opened.ok) return opened.error
  const { unpacked, checked, said } = opened.value
  const { realm } = checked.manifest
  const written = await writeFolder(unpacked, out)
  if (!written.ok) return refusal({ path, untouched }, realm, [written.error])
  return understood(true, inRealm(realm, [...said, `Written to ${out}`]))
}
