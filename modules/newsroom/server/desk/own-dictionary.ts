import { createHash } from 'node:crypto'
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

/** The dictionary a station speaks by, and its print: another with the same print says the same. */
export interface StationDictionary {
  readonly dictionary: Dictionary
  readonly print: string
}

/** By their print. A dictionary remembers the words it has looked up, so it is worth more the longer it is kept. */
const kept = new Map<string, Dictionary>()
const mostKept = 50

/** The dictionary of a station: what ships, and its own entries in the place of those. */
export async function stationDictionary(read: Reader, tenantId: TenantId): Promise<StationDictionary> {
  const entries = await ownEntries(read, tenantId)
  const print = createHash('sha256').update(JSON.stringify(entries)).digest('base64')
  const dictionary = kept.get(print) ?? dictionaryOf(defaultDictionary, entries)
  if (kept.size >= mostKept && !kept.has(print)) kept.clear()
  kept.set(print, dictionary)
  return { dictionary, print }
}

/** {@link stationDictionary}, where only what is said counts. */
export async function dictionaryFor(read: Reader, tenantId: TenantId): Promise<Dictionary> {
  return (await stationDictionary(read, tenantId)).dictionary
}
