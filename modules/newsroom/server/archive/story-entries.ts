import { sql } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import { genesis } from '#platform/audit/canonical.ts'
import { contentOf, selectEntries } from '#platform/audit/entry-rows.ts'
import type { Reader } from '#platform/db/database.ts'
import { letGo } from '../evidence/told.ts'
import { takenAway } from '../media/take-away.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { PackedEntry } from './evidence-pack.ts'

/** The entries of the ledger about a story, its corrections, the marks of the gallery on it and the removal of its films, in order, each with its link. */
export async function entriesOf(read: Reader, tenantId: TenantId, storyId: StoryId, related: { readonly rundowns: readonly string[]; readonly others: readonly string[]; readonly films: readonly string[] }): Promise<PackedEntry[]> {
  const rows = await selectEntries(read, tenantId)
    .leftJoin('ledger_link as k', (join) => join.on('k.tenant_id', '=', tenantId).onRef('k.entry_id', '=', 'e.id'))
    .leftJoin('ledger_link as p', (join) => join.on('p.tenant_id', '=', tenantId).on(sql<boolean>`p.seq = k.seq - 1`))
    .where((one) =>
      one.or([
        one.and([one('e.subject_kind', '=', 'story'), one('e.subject_id', '=', storyId)]),
        one.and([one('e.subject_kind', '=', 'rundown'), sql<boolean>`e.subject_id = any(${related.rundowns}::text[])`, sql<boolean>`e.data ->> 'storyId' = ${storyId}`]),
        one.and([one('e.subject_kind', 'in', ['airing', 'correction']), sql<boolean>`e.subject_id = any(${related.others}::text[])`]),
        one.and([one('e.subject_kind', '=', 'media'), sql<boolean>`e.subject_id = any(${related.films}::text[])`, one('e.action', 'in', [letGo, takenAway])]),
      ]),
    )
    .select(['k.seq', 'k.entry_hash', 'k.hash as link', 'p.hash as previous'])
    .orderBy('e.id')
    .execute()
  return rows.flatMap((row) => {
    const { seq, entry_hash: entryHash, link, previous, hash } = row
    const sealed = seq !== null && entryHash !== null && link !== null
    const own = sealed ? entryHash.toString('hex') : hash
    if (own === null) return []
    return [{ entryHash: own, link: sealed ? { seq: Number(seq), previous: previous?.toString('hex') ?? genesis, hash: link.toString('hex') } : null, entry: contentOf(tenantId, row) }]
  })
}
