import type { PersonId, TenantId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { letGo, letGoData } from '../evidence/told.ts'
import type { PackedEntry, PackedFilm } from './evidence-pack.ts'
import type { AiredMedia } from './story-media.ts'

/** Films as a pack tells them: of those taken from the store (phim đã gỡ khỏi kho) also who did, when and why, and the rule their entry of the ledger names. */
export async function packedFilms(read: Reader, tenantId: TenantId, films: readonly AiredMedia[], entries: readonly PackedEntry[]): Promise<PackedFilm[]> {
  if (films.length === 0) return []
  const rows = await read
    .selectFrom('newsroom_media')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', films.map(({ id }) => id))
    .where('removed_at', 'is not', null)
    .select(['id', 'removed_by', 'removed_at', 'removed_why'])
    .execute()
  const names = await personNames(read, tenantId, rows.flatMap((row) => (row.removed_by === null ? [] : [row.removed_by as PersonId])))
  const rules = new Map(entries.flatMap(({ entry }) => (entry.action === letGo ? [[entry.subject.id, letGoData.safeParse(entry.data).data?.kept ?? null] as const] : [])))
  const removals = new Map(
    rows.flatMap(({ id, removed_by: by, removed_at: at, removed_why: why }) =>
      by === null || at === null ? [] : [[id, { by: names.get(by as PersonId)?.fullName ?? '', at: at.toISOString(), why: why ?? '', kept: rules.get(id) ?? null }] as const],
    ),
  )
  return films.map((film) => ({ ...film, removed: removals.get(film.id) ?? null }))
}
