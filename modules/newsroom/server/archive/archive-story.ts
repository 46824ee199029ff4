import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { readStory, readVersions } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { airingsOf } from './story-airings.ts'
import { mediaOf } from './story-media.ts'

/** Lưu: an aired story goes into the archive with its airings, the hash of its words and the checksums of its films. */
export const archiveStory = command(archiveRoutes.archiveStory, async ({ params, actor, read, tx, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (actor.personId === null || !keepsDesk(actor, day, story.unitId)) return refuse('platform.not-found')
  if (story.air === 'archived') refuse('newsroom.archive.already')
  const airings = await airingsOf(read, actor.tenantId, story.id)
  const [first, last] = [airings[0], airings.at(-1)]
  if (story.air !== 'aired' || first === undefined || last === undefined) return refuse('newsroom.archive.not-aired')
  const versions = await readVersions(read, actor.tenantId, story.id, [last.version])
  const media = await mediaOf(read, actor.tenantId, [...versions.values()].map(({ content }) => content))
  await tx
    .insertInto('newsroom_archive')
    .values({ tenant_id: actor.tenantId, story_id: story.id, first_aired_at: first.startedAt, last_aired_at: last.startedAt, airings: airings.map(({ id }) => id), version: last.version, hash: last.hash, media: JSON.stringify(media), archived_by: actor.personId, archived_at: now })
    .execute()
  const moved = await tx.updateTable('newsroom_story').set({ air: 'archived', revision: story.revision + 1 }).where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).where('air', '=', 'aired').executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) refuse('newsroom.archive.already')
  record({ action: 'newsroom.story.archived', subject: { kind: 'story', id: story.id }, about: [story.authorId], data: { airings: airings.map(({ id }) => id), version: last.version, hash: last.hash.toString('hex'), media: media.map(({ id, sha256 }) => ({ id, sha256 })) } })
  return { airings: airings.length }
})
