import type { Selectable } from 'kysely'
import type { Database } from '#database/types.ts'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { changesOf, lapsedLevels } from '../../domain/approval/lapse.ts'
import { approvalLevels, type ApprovalLevel, type StoryAct } from '../../domain/approval/state.ts'
import { readVersions, type StoredVersion, type StoryId } from './story-row.ts'

/** A step of approval (bước duyệt), the earliest first. */
export interface Step {
  readonly id: string
  readonly act: StoryAct
  readonly level: ApprovalLevel | null
  readonly version: number
  readonly hash: Buffer
  readonly personId: PersonId
  readonly note: string
  readonly blockId: string | null
  readonly at: Date
  /** Who was signed for (ký thay), and under which delegation; unknown of steps from before that was kept. */
  readonly actingFor: PersonId | null
  readonly delegationId: Id<'delegation'> | null
  /** Who ordered to air before signing, and by when it has to be signed. */
  readonly orderedBy: PersonId | null
  readonly dueAt: Date | null
  /** Whether who signed proved once more who they are. */
  readonly proved: boolean
}

/** The last approval of a level that nobody has taken back, and whether it covers the present words. */
export interface Approval {
  readonly level: ApprovalLevel
  readonly version: number
  readonly personId: PersonId
  readonly actingFor: PersonId | null
  readonly stands: boolean
}

/** Every step of stories, in order; one statement for all. */
export async function readStepsOf(read: Reader, tenantId: TenantId, storyIds: readonly StoryId[]): Promise<Map<StoryId, Step[]>> {
  if (storyIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('newsroom_story_step')
    .where('tenant_id', '=', tenantId)
    .where('story_id', 'in', [...new Set(storyIds)])
    .select(['story_id', 'id', 'act', 'level', 'version', 'hash', 'person_id', 'note', 'block_id', 'at', 'acting_for', 'delegation_id', 'ordered_by', 'due_at', 'proved'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.story_id as StoryId)].map(([id, steps]) => [id, steps.map(stepOf)]))
}

/** Every step of a story, in order. */
export async function readSteps(read: Reader, tenantId: TenantId, storyId: StoryId): Promise<Step[]> {
  return (await readStepsOf(read, tenantId, [storyId])).get(storyId) ?? []
}

function stepOf(row: Omit<Selectable<Database['newsroom_story_step']>, 'tenant_id'>): Step {
  return {
    id: row.id,
    act: row.act as StoryAct,
    level: row.level as ApprovalLevel | null,
    version: row.version,
    hash: row.hash,
    personId: row.person_id as PersonId,
    note: row.note,
    blockId: row.block_id,
    at: row.at,
    actingFor: row.acting_for as PersonId | null,
    delegationId: row.delegation_id as Id<'delegation'> | null,
    orderedBy: row.ordered_by as PersonId | null,
    dueAt: row.due_at,
    proved: row.proved,
  }
}

/** What a story says now, and the day it was written: the rule of that day says which approvals the change has ended. */
export interface PresentWords {
  readonly content: ScriptContent
  readonly writtenOn: CalendarDate
}

/** A stored version as what a story says, written on the day it was begun. */
export function wordsOf({ content, savedAt }: StoredVersion): PresentWords {
  return { content, writtenOn: vietnameseDay(savedAt) }
}

/** Which approvals there are for what a story says now: a later change ends only those it touches, and putting the words back brings them again. */
export async function approvalsOf(read: Reader, tenantId: TenantId, storyId: StoryId, steps: readonly Step[], { content, writtenOn }: PresentWords): Promise<Approval[]> {
  const given = approvalLevels.flatMap((level) => {
    const last = steps.findLast((step) => step.level === level)
    return last?.act === 'approve' ? [{ level, version: last.version, personId: last.personId, actingFor: last.actingFor }] : []
  })
  const versions = await readVersions(read, tenantId, storyId, given.map(({ version }) => version))
  return given.map((approval) => {
    const before = versions.get(approval.version)
    return { ...approval, stands: before !== undefined && !lapsedLevels(changesOf(before.content, content), writtenOn).includes(approval.level) }
  })
}

/** A story let on air before it was signed (phát trước, ký sau): who ordered it and by when it has to be signed. */
export interface AirFirst {
  readonly at: Date
  readonly by: PersonId
  readonly orderedBy: PersonId
  readonly dueAt: Date
  readonly reason: string
}

/** The leave to air these very words before they are signed; a change of one letter ends it, and so does taking the story back. */
export function airFirstOf(steps: readonly Step[], hash: Buffer): AirFirst | null {
  const last = steps.findLast((step) => step.act === 'return' || step.act === 'withdraw' || (step.act === 'air_first' && step.hash.equals(hash)))
  if (last?.orderedBy == null || last.dueAt === null) return null
  return { at: last.at, by: last.personId, orderedBy: last.orderedBy, dueAt: last.dueAt, reason: last.note }
}
