import type { PersonId, TenantId } from '#kernel/id.ts'
import { filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import { actNames } from '../domain/approval/act-names.ts'
import type { ScriptContent } from '../domain/approval/content.ts'
import type { StoryAct } from '../domain/approval/state.ts'

/** What the newsroom holds of a person: stories they wrote, as they stand now, and steps of approval they took. */
export async function ownNewsroomRecords(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const stories = await read
    .selectFrom('newsroom_story as s')
    .innerJoin('newsroom_story_version as v', (join) => join.on('v.tenant_id', '=', tenantId).onRef('v.story_id', '=', 's.id').onRef('v.version', '=', 's.version'))
    .where('s.tenant_id', '=', tenantId)
    .where('s.author_id', '=', personId)
    .select(['s.id', 's.title', 's.state', 's.created_at', 's.changed_at', 'v.content'])
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute()
  const steps = await read
    .selectFrom('newsroom_story_step as p')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'p.story_id'))
    .where('p.tenant_id', '=', tenantId)
    .where('p.person_id', '=', personId)
    .select(['p.id', 'p.act', 'p.at', 'p.note', 'p.version', 's.title'])
    .orderBy('p.at')
    .orderBy('p.id')
    .execute()
  return [
    ...stories.map((row) => ({
      id: row.id,
      title: `Bài đã viết: ${row.title}`,
      fields: filled(['Tên bài', row.title], ['Ngày viết', momentWords(row.created_at)], ['Sửa lần cuối', momentWords(row.changed_at)], ['Lời bài', wordsOf(row.content as unknown as ScriptContent)]),
      detail: { title: row.title, state: row.state, createdAt: row.created_at, changedAt: row.changed_at, content: row.content },
    })),
    ...steps.map((row) => ({
      id: row.id,
      title: `${actNames[row.act as StoryAct]}: ${row.title}`,
      settled: true,
      fields: filled(['Việc', actNames[row.act as StoryAct]], ['Tên bài', row.title], ['Phiên bản', row.version], ['Ngày', momentWords(row.at)], ['Ghi chú', row.note]),
      detail: { act: row.act, story: row.title, version: row.version, at: row.at, note: row.note },
    })),
  ]
}

function wordsOf({ blocks }: ScriptContent): string {
  return blocks.map((block) => ('text' in block ? block.text : block.kind === 'soundbite' ? block.verbatim : block.kind === 'super' ? block.name : '')).filter((text) => text !== '').join('\n')
}
