import { vietnameseDay } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { answersFor } from '../archive/answers-for.ts'
import { airingsOf } from '../archive/story-airings.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Begins a correction of an airing: the work, its column and its day are taken from what aired. */
export const openCorrection = command(correctionRoutes.openCorrection, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (actor.personId === null || !answersFor(actor, day, story.unitId)) return refuse('newsroom.correction.no-right')
  const { airingId, documentNumber, documentIssuer, documentDate, receivedOn } = body
  const airing = (await airingsOf(read, actor.tenantId, story.id)).find((each) => each.id === airingId) ?? refuse('newsroom.archive.not-aired')
  const airedOn = vietnameseDay(airing.startedAt)
  if (receivedOn > today || documentDate > receivedOn || receivedOn < airedOn) refuse('newsroom.correction.days')
  const id = newId<'correction'>()
  await tx
    .insertInto('newsroom_correction')
    .values({
      tenant_id: actor.tenantId,
      id,
      story_id: story.id,
      airing_id: airing.id,
      document_number: documentNumber,
      document_issuer: documentIssuer,
      document_date: documentDate,
      received_on: receivedOn,
      work_name: airing.title,
      column_name: airing.column ?? '',
      aired_on: airedOn,
      false_content: '',
      corrected_content: '',
      apology: '',
      opened_by: actor.personId,
      opened_at: now,
      changed_at: now,
    })
    .execute()
  record({ action: 'newsroom.correction.opened', subject: { kind: 'correction', id }, about: [story.authorId], data: { storyId: story.id, airingId: airing.id, receivedOn } })
  return { id }
})
