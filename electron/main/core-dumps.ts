import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'

/**
 * Where core dumps are on, the dump of a crashed window puts every record it had open on the disk, and no new window
 * comes until gigabytes of it are written. Linux asks each process which of its memory goes into a dump, and a child
 * takes its parent's answer: none. The processes from which Chromium forks its windows are older than this line and
 * are told one by one. Those that are sandboxed refuse, and are never dumped anyway.
 */
export function leaveMemoryOutOfDumps(): void {
  if (platform() !== 'linux') return
  for (const pid of familyOf(process.pid)) {
    try {
      writeFileSync(`/proc/${pid}/coredump_filter`, '0')
    } catch {
      // ended, sandboxed, or a kernel without dumps
    }
  }
}

/** A process and all that came from it. */
function familyOf(first: number): readonly number[] {
  const parents = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), parentOf(name)] as const] : []))
  const family = [first]
  for (const member of family) family.push(...parents.flatMap(([pid, parent]) => (parent === member ? [pid] : [])))
  return family
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null // ended while we looked
  }
}
