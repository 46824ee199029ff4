import { holds } from '#kernel/actor.ts'
import type { Id, PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { hasLogin } from '#modules/accounts/server/index.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { signingRoutes } from '../../contract/signing-routes.ts'
import { approvalLevels, type ApprovalLevel } from '../../domain/approval/state.ts'
import { namedBy } from '../people-by-name.ts'
import { mustSignOrServe, rightOfLevel } from './delegations.ts'

const mostShown = 200
const { listDelegations, recordDelegation, endDelegation } = signingRoutes

/** Handlers of written delegations to approve (ủy quyền ký duyệt). */
export const delegationHandlers: Handlers<{ listDelegations: typeof listDelegations; recordDelegation: typeof recordDelegation; endDelegation: typeof endDelegation }> = {
  listDelegations: query(listDelegations, async ({ actor, read, today }) => {
    await mustSignOrServe(read, actor, today)
    let rows = read
      .selectFrom('newsroom_delegation')
      .where('tenant_id', '=', actor.tenantId)
      .select(['id', 'from_id', 'to_id', 'level', 'from_day', 'to_day', 'document_number', 'document_date', 'both_levels', 'ended_at'])
      .orderBy('to_day', 'desc')
      .orderBy('id', 'desc')
      .limit(mostShown)
    const desk = holds(actor, 'newsroom:desk')
    if (!desk) rows = rows.where((where) => where.or([where('from_id', '=', actor.personId), where('to_id', '=', actor.personId)]))
    const found = await rows.execute()
    const names = await personNames(read, actor.tenantId, found.flatMap((row) => [row.from_id as PersonId, row.to_id as PersonId]))
    const person = namedBy(names)
    return {
      items: found.map((row) => {
        const status = row.ended_at !== null || row.to_day < today ? 'over' : row.from_day > today ? 'future' : 'in_force'
        return {
          id: row.id as Id<'delegation'>,
          from: person(row.from_id),
          to: person(row.to_id),
          level: row.level as ApprovalLevel,
          fromDay: row.from_day,
          toDay: row.to_day,
          documentNumber: row.document_number,
          documentDate: row.document_date,
          bothLevels: row.both_levels,
          status,
          can: status !== 'over' && (desk || row.from_id === actor.personId) ? (['end'] as const).slice() : [],
        }
      }),
      levels: actor.personId === null ? [] : approvalLevels.filter((level) => holds(actor, rightOfLevel[level])),
    }
  }),

  recordDelegation: command(recordDelegation, async ({ body, actor, read, tx, now, today, newId, record }) => {
    const { to, level, fromDay, toDay, documentNumber, documentDate, bothLevels } = body
    await mustSignOrServe(read, actor, today)
    const from = actor.personId
    if (from === null || !holds(actor, rightOfLevel[level])) return refuse('newsroom.delegation.no-right')
    if (to === from) refuse('newsroom.delegation.self')
    if (toDay < fromDay) refuse('newsroom.delegation.days')
    if (fromDay < today) refuse('newsroom.delegation.past', { today })
    if (!(await hasLogin(read, actor.tenantId, to))) refuse('newsroom.delegation.no-account')
    const id = newId<'delegation'>()
    await tx
      .insertInto('newsroom_delegation')
      .values({ tenant_id: actor.tenantId, id, from_id: from, to_id: to, level, from_day: fromDay, to_day: toDay, document_number: documentNumber, document_date: documentDate, both_levels: bothLevels, recorded_by: from, recorded_at: now })
      .execute()
    record({ action: 'newsroom.delegation.recorded', subject: { kind: 'delegation', id }, about: [from, to], data: { level, fromDay, toDay, documentNumber, bothLevels } })
    return { id }
  }),

  endDelegation: command(endDelegation, async ({ params, actor, tx, now, today, record }) => {
    const row = await tx.selectFrom('newsroom_delegation').where('tenant_id', '=', actor.tenantId).where('id', '=', params.delegationId).select(['from_id', 'to_id', 'to_day', 'ended_at']).forUpdate().executeTakeFirst()
    const desk = holds(actor, 'newsroom:desk')
    if (row === undefined || actor.personId === null || !(desk || row.from_id === actor.personId)) return refuse('platform.not-found')
    if (row.ended_at !== null || row.to_day < today) refuse('newsroom.delegation.over')
    await tx.updateTable('newsroom_delegation').set({ ended_by: actor.personId, ended_at: now }).where('tenant_id', '=', actor.tenantId).where('id', '=', params.delegationId).execute()
    record({ action: 'newsroom.delegation.ended', subject: { kind: 'delegation', id: params.delegationId }, about: [row.from_id as PersonId, row.to_id as PersonId], data: {} })
    return {}
  }),
}
