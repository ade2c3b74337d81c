import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { blake2b } from '@noble/hashes/blake2.js'
import type { CheckTools, Unpacked } from '#domain/export/check-export.ts'
import { crc32 } from '#domain/export/crc32.ts'
import type { ZipMember } from '#domain/export/zip-directory.ts'
import type { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { verifyRaw } from '../node/minisign.ts'

/** What checking an export needs, on plain Node. */
export const nodeCheckTools: CheckTools = {
  ed25519: verifyRaw,
  blake2b: (bytes) => blake2b(bytes, { dkLen: 64 }),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex') as Sha256, // 64 hexadecimal digits by construction
  text: strictText,
  pause: () => Promise.resolve(),
}

export function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A ZIP archive in memory, its directory already read strictly. */
export function zipUnpacked(zip: Uint8Array, members: readonly ZipMember[]): Unpacked {
  const byName = new Map(members.map((member) => [member.name, member]))
  return {
    names: [...byName.keys()],
    read: (name, most) => {
      const member = byName.get(name)
      return Promise.resolve(member === undefined || member.size > most ? null : unpack(zip, member))
    },
  }
}

function unpack(zip: Uint8Array, { method, from, to, size, crc32: expected }: ZipMember): Uint8Array | null {
  const packed = zip.subarray(from, to)
  const bytes = method === 'stored' ? packed : inflated(packed, size)
  return bytes !== null && crc32(bytes) === expected ? bytes : null
}

/** Unpacks to exactly `size` bytes; a stream that would give more is stopped there. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
    return bytes.length === size ? bytes : null
  } catch {
    return null // not deflated bytes, or more of them than the directory says
  }
}

export type FolderFault = { readonly code: 'not-a-plain-file'; readonly name: string }

/** An export that was unpacked into a folder. Links are refused: what they point to is not part of it. */
export async function folderUnpacked(folder: string): Promise<Result<Unpacked, FolderFault>> {
  const names: string[] = []
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const name = `${found.parentPath}/${found.name}`.slice(folder.length + 1).replaceAll('\\', '/')
    if (found.isFile()) names.push(name)
    else if (!found.isDirectory()) return err({ code: 'not-a-plain-file', name })
  }
  return ok({
    names,
    read: async (name, most) => {
      if (!names.includes(name) || (await lstat(`${folder}/${name}`)).size > most) return null
      return readFile(`${folder}/${name}`)
    },
  })
}
