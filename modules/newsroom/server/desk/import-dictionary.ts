import { parse } from 'yaml'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { dictionaryRoutes, entryShape } from '../../contract/dictionary-routes.ts'
import { ownEntries, type OwnEntry } from './own-dictionary.ts'

/** Ours: a station has some hundreds. */
const mostEntries = 5000

/** Takes in a file of own entries; forms it does not name stay as they are. All of it or nothing. */
export const importDictionary = command(dictionaryRoutes.importDictionary, async ({ body, actor, read, tx, now, record }) => {
  const entries = readEntries(body)
  const before = new Map((await ownEntries(read, actor.tenantId)).map(({ written, spoken }) => [written, spoken]))
  const changed = entries.filter(({ written, spoken }) => before.has(written) && before.get(written) !== spoken)
  const added = entries.filter(({ written }) => !before.has(written))
  const values = [...added, ...changed].map(({ written, spoken }) => ({ tenant_id: actor.tenantId, written, spoken, changed_at: now }))
  if (values.length > 0) {
    await tx
      .insertInto('newsroom_dictionary_entry')
      .values(values)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'written']).doUpdateSet((sent) => ({ spoken: sent.ref('excluded.spoken'), changed_at: now })))
      .execute()
  }
  const counts = { added: added.length, changed: changed.length }
  record({ action: 'newsroom.dictionary.imported', subject: { kind: 'dictionary', id: actor.tenantId }, data: counts })
  return counts
})

function readEntries(bytes: Uint8Array): OwnEntry[] {
  const content = readFile(bytes)
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return refuse('newsroom.dictionary.unreadable')
  const read = Object.entries(content).map(([written, spoken]) => entryShape.safeParse({ written, spoken }))
  const entries = read.flatMap((each) => (each.success ? [each.data] : []))
  if (entries.length < read.length || entries.length > mostEntries) refuse('newsroom.dictionary.bad-entry')
  // Two spellings of one form, composed and not, are one.
  return [...new Map(entries.map((entry) => [entry.written, entry])).values()]
}

function readFile(bytes: Uint8Array): unknown {
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { maxAliasCount: 0 })
  } catch {
    return refuse('newsroom.dictionary.unreadable')
  }
}
