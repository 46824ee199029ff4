import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import type { Disposal } from '#platform/retention/disposal.ts'
import { retentionRoutes } from '../../contract/retention-routes.ts'
import { loadPeriods } from '../register/load-periods.ts'
import { mustAnswerForAll } from '../whole-committee.ts'
import { listProposals } from './list-proposals.ts'
import { disposalFor, holdProposal } from './load-proposal.ts'
import { limitOf, proposeDisposals } from './propose.ts'

const shownThings = 500

/** Thời hạn lưu: what is past its period is proposed, looked at, deleted by two persons or put off. */
export function retentionHandlers(disposals: readonly Disposal[]): Handlers<typeof retentionRoutes> {
  return {
    listProposals,

    reviewPeriods: command(retentionRoutes.reviewPeriods, async ({ actor, read, tx, now, today, newId, record }) => {
      await mustAnswerForAll(read, actor, today)
      const proposed = await proposeDisposals(tx, disposals, { tenantId: actor.tenantId, now, today, newId })
      record({ action: 'personal-data.proposals.reviewed', subject: { kind: 'tenant', id: actor.tenantId }, data: { proposed } })
      return { proposed: proposed.length }
    }),

    dueThings: query(retentionRoutes.dueThings, async ({ params, actor, read, today, record }) => {
      await mustAnswerForAll(read, actor, today)
      const row = await read.selectFrom('personal_data_proposal').where('tenant_id', '=', actor.tenantId).where('id', '=', params.proposalId).where('status', 'in', ['open', 'postponed']).select(['record_class', 'ended_before']).executeTakeFirst()
      if (row === undefined) refuse('platform.not-found')
      const { disposal } = disposalFor(row.record_class, disposals)
      const found = await disposal.find(read, actor.tenantId, row.ended_before as CalendarDate, today)
      const items = found.toSorted((a, b) => Number(a.hold === null) - Number(b.hold === null)).slice(0, shownThings)
      const people = [...new Set(items.flatMap((thing) => (thing.personId === null ? [] : [thing.personId])))]
      const names = await personNames(read, actor.tenantId, people.map((person) => asId<'person'>(person)))
      record({ action: 'personal-data.proposal.read', subject: { kind: 'disposal-proposal', id: params.proposalId }, about: people })
      return {
        total: found.length,
        items: items.map(({ id, label, endedOn, hold, personId }) => ({ id, label, endedOn, hold, person: personId === null ? null : (names.get(asId<'person'>(personId))?.fullName ?? null) })),
      }
    }),

    confirmProposal: command(retentionRoutes.confirmProposal, async ({ params, body, actor, read, tx, now, today, record }) => {
      const { tenantId } = actor
      await mustAnswerForAll(read, actor, today)
      const { recordClass, disposal, endedBefore } = await holdProposal(tx, tenantId, params.proposalId, disposals)
      const limit = limitOf(recordClass, (await loadPeriods(read, tenantId)).filter((period) => period.recordClass === recordClass), today)
      if (limit === null || endedBefore > limit.endedBefore) refuse('personal-data.proposal.outdated', { recordClass })
      const free = (await disposal.find(read, tenantId, endedBefore, today)).filter((thing) => thing.hold === null)
      if (free.length !== body.things || endedBefore !== body.endedBefore) refuse('personal-data.proposal.changed', { things: free.length })
      const { rows, files } = await disposal.remove(tx, tenantId, free.map((thing) => thing.id))
      const deleted = Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0))
      if (files.length > 0) {
        await tx
          .insertInto('personal_data_freed_file')
          .values(files.map((file) => ({ tenant_id: tenantId, file_id: file, freed_at: now })))
          .onConflict((conflict) => conflict.columns(['tenant_id', 'file_id']).doUpdateSet({ freed_at: now }))
          .execute()
      }
      await tx
        .updateTable('personal_data_proposal')
        .set({ status: 'done', things: free.length, postponed_until: null, settled_by: actor.personId ?? actor.accountId, settled_at: now, deleted: JSON.stringify(deleted) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', params.proposalId)
        .execute()
      record({ action: 'personal-data.records.deleted', subject: { kind: 'disposal-proposal', id: params.proposalId }, data: { recordClass, endedBefore, things: free.length, rows: deleted } })
      return { deleted }
    }),

    postponeProposal: command(retentionRoutes.postponeProposal, async ({ params, body, actor, read, tx, now, today, record }) => {
      await mustAnswerForAll(read, actor, today)
      const { recordClass } = await holdProposal(tx, actor.tenantId, params.proposalId, disposals)
      if (body.until <= today) refuse('personal-data.proposal.until-too-early', { until: body.until })
      await tx
        .updateTable('personal_data_proposal')
        .set({ status: 'postponed', reason: body.reason, postponed_until: body.until, settled_by: actor.personId ?? actor.accountId, settled_at: now })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', params.proposalId)
        .execute()
      record({ action: 'personal-data.proposal.postponed', subject: { kind: 'disposal-proposal', id: params.proposalId }, data: { recordClass, until: body.until } })
      return { postponedUntil: body.until }
    }),
  }
}
