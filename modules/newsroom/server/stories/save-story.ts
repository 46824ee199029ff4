import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { stateAfterChange } from '../../domain/approval/state.ts'
import { mayWrite } from '../../domain/policy.ts'
import { indexStory } from '../archive/index-story.ts'
import { standingOf } from './possible-acts.ts'
import { approvalsOf, readSteps } from './steps.ts'
import { hashOf, lockStory, presentVersion } from './story-row.ts'
import { unitsOfDay } from './units-of-day.ts'

/** As long as one person goes on writing, a version grows; then the next begins. */
const sittingMs = 10 * 60_000

/** Keeps what a story says now. A version a step has looked at stays as it was; an approval the change touches ends. */
export const saveStory = command(storyRoutes.saveStory, async ({ params, body, actor, read, tx, now, today, record }) => {
  const story = await lockStory(tx, actor, await unitsOfDay(read, actor, today), params.storyId, body.revision)
  if (actor.personId === null || !mayWrite(story.rights, story.state, story.air)) return refuse('newsroom.story.wrong-state', { state: story.state })
  const { content } = body
  const hash = hashOf(content)
  const steps = await readSteps(read, actor.tenantId, story.id)
  const last = await presentVersion(read, actor.tenantId, story)
  const grows = last.savedBy === actor.personId && now.getTime() - last.savedAt.getTime() < sittingMs && steps.every((step) => step.version < story.version)
  const version = grows ? story.version : story.version + 1
  if (grows) {
    await tx.updateTable('newsroom_story_version').set({ content: JSON.stringify(content), hash }).where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).where('version', '=', version).execute()
  } else {
    await tx.insertInto('newsroom_story_version').values({ tenant_id: actor.tenantId, story_id: story.id, version, content: JSON.stringify(content), hash, saved_by: actor.personId, saved_at: now }).execute()
  }
  await indexStory(tx, actor.tenantId, story.id, content)
  // A draft stays one whatever still stands: nothing is compared while its author types.
  const standing = story.state === 'draft' ? [] : standingOf(await approvalsOf(read, actor.tenantId, story.id, steps, { content, writtenOn: today }))
  const state = stateAfterChange(story.state, standing)
  const revision = story.revision + 1
  const { title, column, category } = content
  await tx.updateTable('newsroom_story').set({ title, column, category, state, revision, version, changed_at: now }).where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).execute()
  record({ action: 'newsroom.story.saved', subject: { kind: 'story', id: story.id }, data: { version, hash: hash.toString('hex'), ...(state === story.state ? {} : { state }) } })
  return { revision, version, state }
})
