import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import type { ApprovalLevel, StoryAct } from '../../domain/approval/state.ts'
import { stretchesOf, type PastStep, type PastVersion, type Stretch } from '../../domain/waiting/stretches.ts'
import type { StoryId } from '../stories/story-row.ts'

/** Where stories have been, by their ids. Words are read only of what an approval and a later change have to be compared by. */
export async function stretchesOfStories(read: Reader, tenantId: TenantId, ids: readonly StoryId[]): Promise<Map<StoryId, Stretch[]>> {
  if (ids.length === 0) return new Map()
  const steps = await read.selectFrom('newsroom_story_step').where('tenant_id', '=', tenantId).where('story_id', 'in', [...ids]).select(['story_id', 'act', 'level', 'version', 'at']).orderBy('at').orderBy('id').execute()
  const versions = await read.selectFrom('newsroom_story_version').where('tenant_id', '=', tenantId).where('story_id', 'in', [...ids]).select(['story_id', 'version', 'saved_at']).orderBy('version').execute()
  const changed = changedAfterApproval(steps, versions)
  const contents = new Map<string, ScriptContent>()
  if (changed.size > 0) {
    const rows = await read.selectFrom('newsroom_story_version').where('tenant_id', '=', tenantId).where('story_id', 'in', [...changed.keys()]).select(['story_id', 'version', 'content']).execute()
    for (const row of rows) if (row.version >= (changed.get(row.story_id) ?? 0)) contents.set(`${row.story_id}:${row.version}`, row.content as unknown as ScriptContent)
  }
  const pasts = new Map(ids.map((id) => [id as string, { steps: [] as PastStep[], versions: [] as PastVersion[] }]))
  for (const row of steps) pasts.get(row.story_id)?.steps.push({ act: row.act as StoryAct, level: row.level as ApprovalLevel | null, version: row.version, at: row.at })
  for (const row of versions) pasts.get(row.story_id)?.versions.push({ version: row.version, at: row.saved_at, content: contents.get(`${row.story_id}:${row.version}`) ?? null })
  return new Map([...pasts].map(([id, past]) => [id as StoryId, stretchesOf(past)]))
}

/** Stories with a version after one that was approved, with the first version approved. */
function changedAfterApproval(steps: readonly { readonly story_id: string; readonly act: string; readonly version: number }[], versions: readonly { readonly story_id: string; readonly version: number }[]): Map<string, number> {
  const approved = new Map<string, number>()
  for (const { story_id: id, act, version } of steps) if (act === 'approve') approved.set(id, Math.min(version, approved.get(id) ?? version))
  const changed = new Map<string, number>()
  for (const { story_id: id, version } of versions) {
    const first = approved.get(id)
    if (first !== undefined && version > first) changed.set(id, first)
  }
  return changed
}
