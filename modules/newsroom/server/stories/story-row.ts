import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Id, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { canonicalContent, type ScriptContent } from '../../domain/approval/content.ts'
import type { Delegation } from '../../domain/approval/may-sign.ts'
import type { AirState, StoryState } from '../../domain/approval/state.ts'
import { maySeeStory, rightsOverStory, type StoryRight } from '../../domain/policy.ts'
import type { UnitsOfDay } from './units-of-day.ts'

export type StoryId = Id<'story'>

/** A story as stored, and what the one who asks is to it. */
export interface StoryRow {
  readonly id: StoryId
  readonly unitId: UnitId
  readonly authorId: PersonId
  readonly state: StoryState
  readonly air: AirState
  readonly revision: number
  readonly version: number
  readonly changedAt: Date
  readonly rights: ReadonlySet<StoryRight>
  /** Written delegations under which the one who asks may sign this story today. */
  readonly delegations: readonly Delegation[]
}

const columns = ['id', 'unit_id', 'author_id', 'state', 'air', 'revision', 'version', 'changed_at'] as const

interface Stored {
  readonly id: string
  readonly unit_id: string
  readonly author_id: string
  readonly state: string
  readonly air: string
  readonly revision: number
  readonly version: number
  readonly changed_at: Date
}

/** A story that the actor may read; for everybody else there is none. */
export async function readStory(read: Reader, actor: Actor, day: UnitsOfDay, id: StoryId): Promise<StoryRow> {
  const row = await read.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', '=', id).select(columns).executeTakeFirst()
  return seen(actor, day, row)
}

/** {@link readStory}, locked for change, for somebody who saw it at this revision. */
export async function lockStory(tx: Tx<'newsroom'>, actor: Actor, day: UnitsOfDay, id: StoryId, revision: number): Promise<StoryRow> {
  const row = await tx.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', '=', id).select(columns).forUpdate().executeTakeFirst()
  const story = seen(actor, day, row)
  if (story.revision !== revision) refuse('newsroom.story.changed', { revision: story.revision })
  return story
}

function seen(actor: Actor, day: UnitsOfDay, row: Stored | undefined): StoryRow {
  if (row === undefined) return refuse('platform.not-found')
  const place = { authorId: row.author_id as PersonId, lineage: day.lineageOf(row.unit_id as UnitId) }
  const delegations = day.delegationsOver(place.lineage)
  if (!maySeeStory(actor, place) && delegations.length === 0) return refuse('platform.not-found')
  return {
    id: row.id as StoryId,
    unitId: row.unit_id as UnitId,
    authorId: place.authorId,
    state: row.state as StoryState,
    air: row.air as AirState,
    revision: row.revision,
    version: row.version,
    changedAt: row.changed_at,
    rights: rightsOverStory(actor, place),
    delegations,
  }
}

/** What a story said in one version. */
export interface StoredVersion {
  readonly version: number
  readonly content: ScriptContent
  readonly hash: Buffer
  readonly savedBy: PersonId
  readonly savedAt: Date
}

/** Versions of stories by their story and number, those there are; one statement for all. */
export async function readVersionsOf(read: Reader, tenantId: TenantId, wanted: readonly Pick<StoryRow, 'id' | 'version'>[]): Promise<Map<StoryId, Map<number, StoredVersion>>> {
  const found = new Map<StoryId, Map<number, StoredVersion>>()
  if (wanted.length === 0) return found
  const rows = await read
    .selectFrom('newsroom_story_version')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`(story_id, version) in (select * from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ version }) => version)}::integer[]))`)
    .select(['story_id', 'version', 'content', 'hash', 'saved_by', 'saved_at'])
    .execute()
  for (const row of rows) {
    const id = row.story_id as StoryId
    const ofStory = found.get(id) ?? new Map<number, StoredVersion>()
    found.set(id, ofStory.set(row.version, { version: row.version, content: row.content as unknown as ScriptContent, hash: row.hash, savedBy: row.saved_by as PersonId, savedAt: row.saved_at }))
  }
  return found
}

/** {@link readVersionsOf} one story, by number. */
export async function readVersions(read: Reader, tenantId: TenantId, id: StoryId, numbers: readonly number[]): Promise<Map<number, StoredVersion>> {
  return (await readVersionsOf(read, tenantId, numbers.map((version) => ({ id, version })))).get(id) ?? new Map()
}

/** What a story says now. */
export async function presentVersion(read: Reader, tenantId: TenantId, { id, version }: Pick<StoryRow, 'id' | 'version'>): Promise<StoredVersion> {
  const present = (await readVersions(read, tenantId, id, [version])).get(version)
  if (present === undefined) throw new Error(`story ${id} has no version ${version}`)
  return present
}

/** The print that binds a step to exactly these words, names, figures and media. */
export function hashOf(content: ScriptContent): Buffer {
  return createHash('sha256').update(canonicalContent(content)).digest()
}
