import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { levelWaitedFor, nextState, storyTransitions, type StoryAct } from '../../domain/approval/state.ts'
import { isTheirs, signing, standingOf } from './possible-acts.ts'
import { approvalsOf, readSteps, wordsOf, type Approval } from './steps.ts'
import { lockStory, presentVersion, type StoryRow } from './story-row.ts'
import { unitsOfDay } from './units-of-day.ts'

/** A step of approval, bound to the version that stands now. */
export const actOnStory = command(storyRoutes.actOnStory, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const { act, note, blockId } = body
  const story = await lockStory(tx, actor, await unitsOfDay(read, actor, today), params.storyId, body.revision)
  if (actor.personId === null || !isTheirs(story, act)) return refuse('newsroom.story.wrong-state', { state: story.state })
  const present = await presentVersion(read, actor.tenantId, story)
  if (act === 'submit' && present.content.blocks.length === 0) refuse('newsroom.story.empty')
  if (blockId !== null && !present.content.blocks.some((block) => block.id === blockId)) refuse('newsroom.story.no-such-block')
  const approvals = await approvalsOf(read, actor.tenantId, story.id, await readSteps(read, actor.tenantId, story.id), wordsOf(present))
  if (act === 'approve') mustBeAbleToSign(actor.personId, story, approvals, today)
  const next = nextState(story.state, act, { standing: standingOf(approvals), reason: note })
  if (!next.ok) return refuse(next.why === 'no-reason' ? 'newsroom.story.reason-needed' : 'newsroom.story.wrong-state', { state: story.state })
  const level = storyTransitions[act].by === 'reviewer' ? levelWaitedFor(story.state) : null
  const hash = present.hash.toString('hex')
  await tx
    .insertInto('newsroom_story_step')
    .values({ tenant_id: actor.tenantId, id: newId<'story-step'>(), story_id: story.id, version: story.version, hash: present.hash, act, level, person_id: actor.personId, note, block_id: blockId, at: now })
    .execute()
  const revision = story.revision + 1
  await tx.updateTable('newsroom_story').set({ state: next.state, revision, changed_at: now }).where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).execute()
  record({ action: actions[act], subject: { kind: 'story', id: story.id }, about: [story.authorId], data: { version: story.version, hash, level, state: next.state } })
  return { revision, state: next.state }
})

const actions = {
  submit: 'newsroom.story.submitted',
  withdraw: 'newsroom.story.withdrawn',
  return: 'newsroom.story.returned',
  approve: 'newsroom.story.approved',
} as const satisfies Record<StoryAct, string>

function mustBeAbleToSign(actorId: PersonId, story: StoryRow, approvals: readonly Approval[], today: Parameters<typeof signing>[4]): void {
  const level = levelWaitedFor(story.state)
  if (level === null) return refuse('newsroom.story.wrong-state', { state: story.state })
  const answer = signing(actorId, story, level, approvals, today)
  if (answer.ok) return
  if (answer.why === 'no-right') refuse('newsroom.story.wrong-state', { state: story.state })
  refuse(`newsroom.story.${answer.why === 'own-story' ? 'own' : 'signed-other-level'}`)
}
