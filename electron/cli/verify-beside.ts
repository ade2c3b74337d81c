import { compareHeads, type HeadsAt } from '#domain/audit/compared.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import type { Disk } from '../node/disk/disk.ts'
import { journalFolders, readJournal, type JournalRead } from '../node/station/journals.ts'
import { understood, type Outcome } from './output.ts'
import { checkAudit } from './verify-audit.ts'
import { folderUnpacked } from './verify-export-tools.ts'

export type Beside = { readonly second: string | null; readonly auditExport: string | null }

type Kept = { readonly from: string; readonly owner: { readonly realm: string; readonly station: string; readonly incident: string | null } | null; readonly headsAt: HeadsAt }

/** Holds a data folder against what was kept elsewhere: a second journal, an opened export of the audit. Needs no key. */
export async function verifyBeside(disk: Disk, path: string, { second, auditExport }: Beside): Promise<Outcome> {
  const journals: JournalRead[] = []
  for (const folder of await journalFolders(disk, path)) journals.push(await readJournal(disk, folder))
  const kept: Kept[] = []
  for (const folder of second === null ? [] : await journalFolders(disk, second)) {
    const { report, headsAt } = await readJournal(disk, folder)
    kept.push({ from: `second journal ${folder}`, owner: report.header, headsAt })
  }
  if (auditExport !== null) {
    const unpacked = await folderUnpacked(auditExport).catch(() => null)
    const checked = unpacked?.ok === true ? await checkAudit(unpacked.value, null) : null
    if (checked?.ok !== true) return understood(false, [checked === null ? `REFUSED: ${auditExport} is not an opened export of the audit` : checked.error])
    for (const { head, headsAt } of checked.value.chains) kept.push({ from: `audit export ${auditExport}`, owner: head, headsAt })
  }
  const lines = kept.map((one) => sentence(one, journals))
  return understood(lines.length > 0 && lines.every((line) => line.startsWith('ok')), lines.length === 0 ? ['ALARM nothing to compare with was found there'] : lines)
}

function sentence({ from, owner, headsAt }: Kept, journals: readonly JournalRead[]): string {
  const journal = owner?.incident ?? 'station'
  const own = journals.filter(({ report: { header } }) => header !== null && header.station === owner?.station && header.realm === owner.realm)
  const { result, seq } = compareHeads('export', journal, headsAt, own)
  const shown = printedHead(seq, headsAt.get(seq) ?? '0'.repeat(64))
  return result === 'agrees' ? `ok: ${from} agrees up to ${shown}` : `ALARM ${from} holds ${shown}, which is not here: it was changed, cut off or rolled back since`
}
