import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { daysOf, readMonth } from './month-items.ts'

/** Chốt nhuận bút: what aired in a month that is over becomes lines that never change. What comes to light later is closed by closing once more. */
export const closeRoyalties = command(royaltyRoutes.closeRoyalties, async ({ body: { month }, actor, read, tx, now, today, newId, record }) => {
  const { personId } = actor
  if (personId === null) return refuse('newsroom.royalty.no-person')
  const { first, last } = daysOf(month)
  if (last >= today) refuse('newsroom.royalty.month-not-over')
  const open = (await readMonth(read, actor, await unitsOfDay(read, actor, today), month)).filter(({ closed }) => !closed)
  if (open.length === 0) refuse('newsroom.royalty.nothing')
  const unpriced = open.filter(({ problem }) => problem !== null)
  if (unpriced.length > 0) refuse('newsroom.royalty.unpriced', { titles: unpriced.map(({ title }) => title) })
  const lines = open.flatMap((item) =>
    item.parts.map((part) => ({
      tenant_id: actor.tenantId,
      id: newId<'royalty-line'>(),
      unit_id: item.unitId,
      month: first,
      story_id: item.storyId,
      title: item.title,
      genre: item.genre,
      aired_on: item.airedOn,
      person_id: part.personId,
      role: part.role,
      percent: part.percent,
      amount: part.amount ?? 0,
      basis: item.basis,
      recorded_by: personId,
      recorded_at: now,
    })),
  )
  // Two desks that close the same month at once come one after the other; the second finds it closed.
  const stories = await tx.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', 'in', open.map(({ storyId }) => storyId)).select('id').orderBy('id').forUpdate().execute()
  const taken = await tx.selectFrom('newsroom_royalty_line').where('tenant_id', '=', actor.tenantId).where('story_id', 'in', stories.map(({ id }) => id)).select('story_id').executeTakeFirst()
  if (taken !== undefined) refuse('newsroom.royalty.nothing')
  for (let at = 0; at < lines.length; at += 500) await tx.insertInto('newsroom_royalty_line').values(lines.slice(at, at + 500)).execute()
  record({ action: 'newsroom.royalties.closed', subject: { kind: 'tenant', id: actor.tenantId }, about: [...new Set(lines.map((line) => line.person_id))], data: { month, lines: lines.length, total: lines.reduce((sum, { amount }) => sum + amount, 0) } })
  return { lines: lines.length }
})
