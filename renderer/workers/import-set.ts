import type { Result } from '#domain/result.ts'
import { importDocuments } from './document-jobs.ts'
import { importList, type Imported, type ImportAsked, type ImportFault, type ImportHost } from './reference-jobs.ts'

/** Whatever is imported under one key: a list of patients, or a folder of their documents. */
export function importSet(asked: ImportAsked, host: ImportHost): Promise<Result<Imported, ImportFault>> {
  const { source } = asked
  return source.from === 'folder' ? importDocuments(asked, source, host) : importList(asked, source, host)
}
