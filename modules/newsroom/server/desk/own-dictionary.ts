import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { defaultDictionary, dictionaryOf, type Dictionary } from '../../domain/speech/index.ts'

/** An own entry of the dictionary of abbreviations (từ điển đọc). */
export interface OwnEntry {
  readonly written: string
  readonly spoken: string
}

/** The own entries of a station by their written form. */
export async function ownEntries(read: Reader, tenantId: TenantId): Promise<OwnEntry[]> {
  return read.selectFrom('newsroom_dictionary_entry').where('tenant_id', '=', tenantId).select(['written', 'spoken']).orderBy('written').execute()
}

/** The dictionary a station speaks by: what ships, and its own entries in the place of those. */
export async function dictionaryFor(read: Reader, tenantId: TenantId): Promise<Dictionary> {
  return dictionaryOf(defaultDictionary, await ownEntries(read, tenantId))
}
