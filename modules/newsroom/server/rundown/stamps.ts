import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { RundownId } from './rundown-row.ts'

/** How a rundown and the stories in it stand: changes when either does. */
export async function readStamps(read: Reader, tenantId: TenantId, ids: readonly RundownId[]): Promise<Map<RundownId, string>> {
  const rows = await read
    .selectFrom('newsroom_rundown as r')
    .leftJoin('newsroom_rundown_item as i', (join) => join.on('i.tenant_id', '=', tenantId).onRef('i.rundown_id', '=', 'r.id'))
    .leftJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'i.story_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.id', 'in', [...ids])
    .select(({ fn }) => ['r.id', 'r.changes', fn.coalesce(fn.sum<number>('s.revision'), fn.count<number>('s.id')).as('stories')])
    .groupBy(['r.tenant_id', 'r.id'])
    .execute()
  return new Map(rows.map((row) => [row.id as RundownId, `${row.changes}.${Number(row.stories)}`]))
}
