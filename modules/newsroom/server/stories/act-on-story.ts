import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { actActions } from '../../domain/approval/act-names.ts'
import { signingDue } from '../../domain/approval/air-first.ts'
import type { Delegation } from '../../domain/approval/may-sign.ts'
import { levelWaitedFor, nextState, storyTransitions } from '../../domain/approval/state.ts'
import { mustSayWholeNotice } from '../correction/notice-story.ts'
import { asksForProof } from '../signing/proof.ts'
import { leadersOver } from '../signing/leaders.ts'
import { mustHaveWholeMedia } from '../media/whole-media.ts'
import { isTheirs, signing, standingOf } from './possible-acts.ts'
import { approvalsOf, readSteps, wordsOf, type Approval } from './steps.ts'
import { lockStory, presentVersion, type StoryRow } from './story-row.ts'
import { unitsOfDay } from './units-of-day.ts'

/** A step of approval, bound to the version that stands now. */
export const actOnStory = command(storyRoutes.actOnStory, async ({ params, body, actor, read, tx, now, today, newId, record, mustProve }) => {
  const { act, note, blockId, orderedBy } = body
  const day = await unitsOfDay(read, actor, today)
  const story = await lockStory(tx, actor, day, params.storyId, body.revision)
  if (actor.personId === null || !isTheirs(story, act)) return refuse('newsroom.story.wrong-state', { state: story.state })
  const present = await presentVersion(read, actor.tenantId, story)
  if (act === 'submit' && present.content.blocks.length === 0) refuse('newsroom.story.empty')
  if (blockId !== null && !present.content.blocks.some((block) => block.id === blockId)) refuse('newsroom.story.no-such-block')
  const approvals = await approvalsOf(read, actor.tenantId, story.id, await readSteps(read, actor.tenantId, story.id), wordsOf(present))
  if (act === 'approve' || act === 'air_first') await mustSayWholeNotice(read, actor.tenantId, [{ storyId: story.id, cutBlocks: [] }])
  if (act === 'approve') await mustHaveWholeMedia(read, actor.tenantId, present.content.blocks)
  const under = act === 'approve' ? mustBeAbleToSign(actor.personId, story, approvals, today) : null
  const next = nextState(story.state, act, { standing: standingOf(approvals), air: story.air, reason: note })
  if (!next.ok) return refuse(next.why === 'no-reason' ? 'newsroom.story.reason-needed' : 'newsroom.story.wrong-state', { state: story.state })
  const level = storyTransitions[act].by === 'reviewer' ? levelWaitedFor(story.state) : null
  const hash = present.hash.toString('hex')
  const proved = act === 'approve' && level !== null && (await asksForProof(read, actor.tenantId, level))
  if (proved) await mustProve()
  const order = act === 'air_first' ? { ordered_by: await mustOrder(read, actor, story, day.lineageOf(story.unitId), orderedBy, today), due_at: signingDue(now) } : {}
  await tx
    .insertInto('newsroom_story_step')
    .values({ tenant_id: actor.tenantId, id: newId<'story-step'>(), story_id: story.id, version: story.version, hash: present.hash, act, level, person_id: actor.personId, note, block_id: blockId, at: now, acting_for: under?.from ?? null, delegation_id: under?.id ?? null, proved, ...order })
    .execute()
  const revision = story.revision + 1
  await tx.updateTable('newsroom_story').set({ state: next.state, revision, changed_at: now }).where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).execute()
  record({ action: actActions[act], subject: { kind: 'story', id: story.id }, about: [story.authorId], data: { version: story.version, hash, level, state: next.state, ...(under === null ? {} : { actingFor: under.from, delegation: under.id }), ...(order.ordered_by === undefined ? {} : { orderedBy: order.ordered_by, dueAt: order.due_at.toISOString() }) } })
  return { revision, state: next.state }
})

function mustBeAbleToSign(actorId: PersonId, story: StoryRow, approvals: readonly Approval[], today: CalendarDate): Delegation | null {
  const level = levelWaitedFor(story.state)
  if (level === null) return refuse('newsroom.story.wrong-state', { state: story.state })
  const answer = signing(actorId, story, level, approvals, today)
  if (answer.ok) return answer.under
  if (answer.why === 'no-right') return refuse('newsroom.story.wrong-state', { state: story.state })
  return refuse(`newsroom.story.${answer.why === 'own-story' ? 'own' : 'signed-other-level'}`)
}

/** Who ordered to air before signing: somebody of leadership over the unit, other than the one who lets it on air. */
async function mustOrder(read: Reader, actor: Actor, story: StoryRow, lineage: readonly UnitId[], orderedBy: PersonId | null, today: CalendarDate): Promise<PersonId> {
  if (orderedBy === null) return refuse('newsroom.story.order-needed')
  if (orderedBy === actor.personId || !(await leadersOver(read, actor.tenantId, lineage, today)).includes(orderedBy)) return refuse('newsroom.story.no-such-leader')
  return orderedBy
}
