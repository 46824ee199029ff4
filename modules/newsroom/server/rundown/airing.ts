import type { Actor } from '#kernel/actor.ts'
import type { Id, PersonId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { airedParts } from '../../domain/rundown/aired-parts.ts'
import { learnRate } from '../desk/learn-rate.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import type { ItemRow } from './item-rows.ts'
import type { RundownRow } from './rundown-row.ts'
import { readingFor } from './story-times.ts'

export type AiringId = Id<'airing'>

/** Ends what is on air and writes its line of the as-run log (nhật ký phát sóng); its reader's rate is learnt from it. */
export async function endAiring(tx: Tx<'newsroom'>, read: Reader, actor: Actor, rundown: RundownRow, item: ItemRow, by: { readonly personId: PersonId; readonly now: Date; readonly airingId: AiringId }): Promise<void> {
  const { tenantId } = actor
  if (item.frozenId === null || item.startedAt === null) throw new Error(`item ${item.id} is not on air`)
  // A server whose clock was set back meanwhile must not lose the line.
  const endedAt = by.now < item.startedAt ? item.startedAt : by.now
  const frozen = await tx
    .selectFrom('newsroom_rundown_frozen as f')
    .leftJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'f.story_id'))
    .where('f.tenant_id', '=', tenantId)
    .where('f.id', '=', item.frozenId)
    .select(['f.story_id', 'f.version', 'f.hash', 'f.content', 'f.title', 'f.kind', 'f.cut_blocks', 'f.reader_id', 'f.planned_ms', 'f.estimated_ms', 'f.locked_ms', 'f.film_ms'])
    .executeTakeFirstOrThrow()
  const content = frozen.content as unknown as ScriptContent | null
  const actualMs = endedAt.getTime() - item.startedAt.getTime()
  await tx
    .insertInto('newsroom_airing')
    .values({
      tenant_id: tenantId,
      id: by.airingId,
      rundown_id: rundown.id,
      item_id: item.id,
      frozen_id: item.frozenId,
      story_id: frozen.story_id,
      programme_id: rundown.programmeId,
      programme: rundown.name,
      column: content?.column ?? null,
      category: content?.category ?? null,
      kind: frozen.kind,
      title: frozen.title,
      version: frozen.version,
      hash: frozen.hash,
      started_at: item.startedAt,
      ended_at: endedAt,
      actual_ms: actualMs,
      planned_ms: frozen.planned_ms,
      estimated_ms: frozen.estimated_ms,
      locked_ms: frozen.locked_ms,
      reader_id: frozen.reader_id,
      recorded_by: by.personId,
      recorded_at: by.now,
    })
    .execute()
  await tx
    .updateTable('newsroom_rundown_item')
    .set({ stage: 'aired', ended_at: endedAt, revision: item.revision + 1, changed_by: by.personId, changed_at: by.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', item.id)
    .execute()
  if (frozen.reader_id === null || content === null) return
  const readerId = frozen.reader_id as PersonId
  const reading = await readingFor(read, tenantId, rundown.date, readerId)
  for (const part of airedParts(content.blocks, frozen.cut_blocks, actualMs, frozen.film_ms, reading)) await learnRate(tx, tenantId, { personId: readerId, ...part }, by.now)
}
