import type { PersonId, TenantId } from '#kernel/id.ts'
import { dayWords, filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import { actNames } from '../domain/approval/act-names.ts'
import type { ScriptContent } from '../domain/approval/content.ts'
import type { ApprovalLevel, StoryAct } from '../domain/approval/state.ts'
import { ownReadings } from './desk/own-readings.ts'
import { ownAirings } from './rundown/own-airings.ts'
import { ownComments } from './comments/own-comments.ts'
import { ownMedia } from './media/own-media.ts'
import { ownRoyalties } from './royalties/own-royalties.ts'
import { ownAssignments } from './planning/own-assignments.ts'

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
    ...(await ownDelegations(read, tenantId, personId)),
    ...(await ownReadings(read, tenantId, personId)),
    ...(await ownAirings(read, tenantId, personId)),
    ...(await ownMedia(read, tenantId, personId)),
    ...(await ownRoyalties(read, tenantId, personId)),
    ...(await ownAssignments(read, tenantId, personId)),
    ...(await ownComments(read, tenantId, personId)),
    ...steps.map((row) => ({
      id: row.id,
      title: `${actNames[row.act as StoryAct]}: ${row.title}`,
      settled: true,
      fields: filled(['Việc', actNames[row.act as StoryAct]], ['Tên bài', row.title], ['Phiên bản', row.version], ['Ngày', momentWords(row.at)], ['Ghi chú', row.note]),
      detail: { act: row.act, story: row.title, version: row.version, at: row.at, note: row.note },
    })),
  ]
}

const levelNames: Readonly<Record<ApprovalLevel, string>> = { department: 'Cấp phòng', leadership: 'Lãnh đạo' }

async function ownDelegations(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('newsroom_delegation')
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('from_id', '=', personId), where('to_id', '=', personId)]))
    .select(['id', 'from_id', 'level', 'from_day', 'to_day', 'document_number', 'document_date', 'ended_at'])
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.from_id === personId ? 'Ủy quyền ký duyệt tin, bài cho người khác' : 'Được ủy quyền ký duyệt tin, bài',
    settled: row.ended_at !== null,
    fields: filled(['Cấp duyệt', levelNames[row.level as ApprovalLevel]], ['Từ ngày', dayWords(row.from_day)], ['Đến hết ngày', dayWords(row.to_day)], ['Văn bản', `${row.document_number} ngày ${dayWords(row.document_date)}`]),
    detail: { level: row.level, fromDay: row.from_day, toDay: row.to_day, documentNumber: row.document_number, documentDate: row.document_date, endedAt: row.ended_at },
  }))
}

function wordsOf({ blocks }: ScriptContent): string {
  return blocks.map((block) => ('text' in block ? block.text : block.kind === 'soundbite' ? block.verbatim : block.kind === 'super' ? block.name : '')).filter((text) => text !== '').join('\n')
}
