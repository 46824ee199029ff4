import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { filesNamedIn, type RecordFault } from '../../domain/record/index.ts'
import type { OldApprovalStep } from '../../domain/story/approval-step.ts'
import { stageOf } from '../../domain/approval/state.ts'
import { mayWrite } from '../../domain/policy.ts'
import { delegationDocuments } from '../documents/delegation-documents.ts'
import { namedBy } from '../people-by-name.ts'
import { textOf } from '../records/record-text.ts'
import { possibleActs } from './possible-acts.ts'
import { airFirstOf, approvalsOf, readSteps, wordsOf } from './steps.ts'
import { presentVersion, readStory } from './story-row.ts'
import { unitsOfDay } from './units-of-day.ts'

/** One story: its words, its steps and what may be done now. */
export const getStory = query(storyRoutes.getStory, async ({ params, actor, read, now, today }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const present = await presentVersion(read, actor.tenantId, story)
  const steps = await readSteps(read, actor.tenantId, story.id)
  const approvals = await approvalsOf(read, actor.tenantId, story.id, steps, wordsOf(present))
  const airFirst = airFirstOf(steps, present.hash)
  const names = await personNames(read, actor.tenantId, [story.authorId, ...steps.flatMap((step) => [step.personId, step.actingFor, step.orderedBy].filter((id) => id !== null))])
  const named = namedBy(names)
  const documents = await delegationDocuments(read, actor.tenantId, steps)
  const old = await read.selectFrom('newsroom_story_record').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).select(['file_name', 'imported_at', 'steps', 'faults', 'bytes']).executeTakeFirst()
  const { title, column, category } = present.content
  return {
    id: story.id,
    title,
    column,
    category,
    state: story.state,
    stage: stageOf(story.state, story.air),
    author: named(story.authorId),
    unit: { id: story.unitId, name: day.nameOf(story.unitId) },
    changedAt: story.changedAt.toISOString(),
    revision: story.revision,
    version: story.version,
    hash: present.hash.toString('hex'),
    content: present.content,
    steps: steps.map(({ hash, personId, actingFor, delegationId: _, orderedBy, at, dueAt, ...step }) => ({ ...step, hash: hash.toString('hex'), person: named(personId), actingFor: actingFor && named(actingFor), documents: [...(documents.get(step.id) ?? [])], orderedBy: orderedBy && named(orderedBy), at: at.toISOString(), dueAt: dueAt?.toISOString() ?? null })),
    approvals: approvals.map(({ level, version, stands }) => ({ level, version, stands })),
    airFirst: airFirst && { at: airFirst.at.toISOString(), by: named(airFirst.by), orderedBy: named(airFirst.orderedBy), dueAt: airFirst.dueAt.toISOString(), late: airFirst.dueAt < now, reason: airFirst.reason },
    record: old === undefined ? null : { fileName: old.file_name, importedAt: old.imported_at.toISOString(), steps: old.steps as unknown as OldApprovalStep[], faults: old.faults as unknown as RecordFault[], files: [...filesNamedIn(textOf(old.bytes))] },
    can: { write: actor.personId !== null && mayWrite(story.rights, story.state, story.air), acts: possibleActs(actor, story, approvals, today) },
  }
})
