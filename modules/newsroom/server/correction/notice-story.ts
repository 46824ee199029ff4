import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { lackingParts } from '../../domain/correction/lacking-parts.ts'
import type { NoticePart } from '../../domain/correction/notice.ts'
import type { StoryId } from '../stories/story-row.ts'

/** A story as it is to air: without the blocks that are cut. */
interface ToAir {
  readonly storyId: StoryId | null
  readonly cutBlocks: readonly string[]
}

/** The stories among these that are notices of a correction (bài thông báo cải chính), with what their present words lack. */
export async function lackingNotices(read: Reader, tenantId: TenantId, toAir: readonly ToAir[]): Promise<{ readonly title: string; readonly parts: readonly NoticePart[] }[]> {
  const cuts = new Map(toAir.map(({ storyId, cutBlocks }) => [storyId as string | null, cutBlocks]))
  const ids = toAir.flatMap(({ storyId }) => storyId ?? [])
  if (ids.length === 0) return []
  const rows = await read
    .selectFrom('newsroom_correction as c')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'c.notice_story_id'))
    .innerJoin('newsroom_story_version as v', (join) => join.on('v.tenant_id', '=', tenantId).onRef('v.story_id', '=', 's.id').onRef('v.version', '=', 's.version'))
    .where('c.tenant_id', '=', tenantId)
    .where('c.notice_story_id', 'in', ids)
    .select(['s.id', 's.title', 'v.content', 'c.work_name', 'c.column_name', 'c.aired_on', 'c.false_content', 'c.corrected_content', 'c.apology'])
    .execute()
  return rows.flatMap((row) => {
    const text = { workName: row.work_name, columnName: row.column_name, airedOn: row.aired_on as CalendarDate, falseContent: row.false_content, correctedContent: row.corrected_content, apology: row.apology }
    const parts = lackingParts(text, (row.content as unknown as ScriptContent).blocks, cuts.get(row.id) ?? [])
    return parts.length === 0 ? [] : [{ title: row.title, parts }]
  })
}

/** Refuses, with the missing part named, to let a notice on air that no longer says all it must. */
export async function mustSayWholeNotice(read: Reader, tenantId: TenantId, toAir: readonly ToAir[]): Promise<void> {
  const [lacking] = await lackingNotices(read, tenantId, toAir)
  if (lacking !== undefined) refuse('newsroom.correction.notice-lacks', lacking)
}
