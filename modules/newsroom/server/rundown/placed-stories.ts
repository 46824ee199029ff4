import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { StoryState } from '../../domain/approval/state.ts'
import type { StoryId } from '../stories/story-row.ts'

/** A story as its rundown needs it: what it says now, and whether that may air. */
export interface PlacedStory {
  readonly id: StoryId
  readonly unitId: UnitId
  readonly authorId: PersonId
  readonly title: string
  readonly column: string | null
  readonly category: string | null
  readonly state: StoryState
  readonly version: number
  readonly hash: Buffer
  readonly readerId: PersonId | null
  /** Approved at every level, or let on air before signing with exactly these words. */
  readonly approved: boolean
}

/** Stories by id, those there are. */
export async function readPlaced(read: Reader, tenantId: TenantId, ids: readonly StoryId[]): Promise<Map<StoryId, PlacedStory>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('newsroom_story as s')
    .innerJoin('newsroom_story_version as v', (join) => join.on('v.tenant_id', '=', tenantId).onRef('v.story_id', '=', 's.id').onRef('v.version', '=', 's.version'))
    .where('s.tenant_id', '=', tenantId)
    .where('s.id', 'in', [...new Set(ids)])
    .select((one) => [
      's.id',
      's.unit_id',
      's.author_id',
      's.title',
      's.column',
      's.category',
      's.state',
      's.version',
      's.reader_id',
      'v.hash',
      one
        .exists(
          one
            .selectFrom('newsroom_story_step as p')
            .where('p.tenant_id', '=', tenantId)
            .whereRef('p.story_id', '=', 's.id')
            .where('p.act', '=', 'air_first')
            .whereRef('p.hash', '=', 'v.hash')
            // A story taken back since may not air.
            .where((step) => step.not(step.exists(step.selectFrom('newsroom_story_step as q').where('q.tenant_id', '=', tenantId).whereRef('q.story_id', '=', 's.id').where('q.act', 'in', ['return', 'withdraw']).whereRef('q.id', '>', 'p.id').select('q.id'))))
            .select('p.id'),
        )
        .as('let_on_air'),
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id as StoryId,
      {
        id: row.id as StoryId,
        unitId: row.unit_id as UnitId,
        authorId: row.author_id as PersonId,
        title: row.title,
        column: row.column,
        category: row.category,
        state: row.state as StoryState,
        version: row.version,
        hash: row.hash,
        readerId: row.reader_id as PersonId | null,
        approved: row.state === 'approved' || Boolean(row.let_on_air),
      },
    ]),
  )
}
