import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { requestRoutes } from '../../contract/request-routes.ts'
import { requestTransitions, requireChangeable, rightsOver } from '../../domain/requests/request.ts'
import { dueDays } from '../../domain/requests/terms.ts'
import { collectClass } from '../own-data/collect.ts'
import { mustAnswerForAll } from '../whole-committee.ts'
import { subjectOf } from './subject-of.ts'
import { countOpen, lockRequest, selectRequests, viewsOf } from './request-row.ts'

const wrongStatus = 'personal-data.request.wrong-status'

/** Requests of data subjects (yêu cầu của chủ thể dữ liệu): filed about named data, answered by somebody else within the clock, then done. */
export function requestHandlers(fields: FieldCipher): Handlers<typeof requestRoutes> {
  return {
    fileRequest: command(requestRoutes.fileRequest, async (context) => {
      const { body, actor, tx, now, today, calendar, newId, record } = context
      const { kind, recordClass, recordId, reason } = body
      const found = recordId === null ? undefined : (await collectClass({ ...context, fields }, recordClass)).find((own) => own.id === recordId)
      if (recordId !== null && found === undefined) refuse('personal-data.request.no-such-record')
      const due = dueDays(kind, today, calendar)
      const id = newId<'data-request'>()
      await tx
        .insertInto('personal_data_request')
        .values({ tenant_id: actor.tenantId, id, account_id: actor.accountId, person_id: actor.personId, kind, record_class: recordClass, record_id: recordId, record_title: found?.title ?? '', reason, filed_at: now, answer_due: due.answer, complete_due: due.complete, status: 'filed' })
        .execute()
      record({ action: 'personal-data.request.filed', subject: { kind: 'data-request', id }, about: actor.personId === null ? [] : [actor.personId], data: { kind, recordClass } })
      return { requestId: id, answerDue: due.answer }
    }),

    myRequests: query(requestRoutes.myRequests, async ({ query: asked, actor, read, today, calendar }) => {
      let rows = selectRequests(read, actor.tenantId).where('account_id', '=', actor.accountId).orderBy('id', 'desc').limit(pageLimit(asked.limit))
      if (asked.after !== undefined) rows = rows.where('id', '<', pageKey(asked.after, ['uuid'])[0])
      const page = pageOf(await rows.execute(), asked.limit, (row) => [row.id])
      return { items: await viewsOf(read, page.items, { actor, officer: false, today, calendar }), next: page.next }
    }),

    listRequests: query(requestRoutes.listRequests, async ({ query: asked, actor, read, today, calendar, recordList }) => {
      await mustAnswerForAll(read, actor, today)
      const open = asked.show === 'open'
      let rows = selectRequests(read, actor.tenantId).where('status', open ? 'in' : 'not in', ['filed', 'accepted']).orderBy('id', open ? 'asc' : 'desc').limit(pageLimit(asked.limit))
      if (asked.after !== undefined) rows = rows.where('id', open ? '>' : '<', pageKey(asked.after, ['uuid'])[0])
      const page = pageOf(await rows.execute(), asked.limit, (row) => [row.id])
      const people = [...new Set(page.items.flatMap((row) => (row.person_id === null || row.person_id === actor.personId ? [] : [row.person_id])))]
      if (people.length > 0) recordList({ action: 'personal-data.requests.listed', subject: { kind: 'tenant', id: actor.tenantId }, about: people })
      return { items: await viewsOf(read, page.items, { actor, officer: true, today, calendar }), next: page.next }
    }),

    requestCounts: query(requestRoutes.requestCounts, async ({ actor, read, today }) => {
      await mustAnswerForAll(read, actor, today)
      return countOpen(read, actor.tenantId, today)
    }),

    answerRequest: command(requestRoutes.answerRequest, async (context) => {
      const { params, body, actor, read, tx, now, today, record } = context
      await mustAnswerForAll(read, actor, today)
      const request = await lockRequest(tx, actor.tenantId, params.requestId, body.version)
      if (!rightsOver(request, actor, true).has('officer')) refuse('platform.not-found')
      const status = transit(requestTransitions, body.verdict, request.status, wrongStatus)
      if (body.verdict === 'refuse' && body.ground === '') refuse('personal-data.request.ground-needed')
      if (body.verdict === 'accept') {
        const all = await collectClass({ ...context, fields, actor: subjectOf(actor, request) }, request.recordClass)
        const meant = request.recordId === null ? all : all.filter((own) => own.id === request.recordId)
        requireChangeable(request.kind, request.recordClass, meant.length > 0 && meant.every((own) => own.settled === true))
      }
      const version = request.version + 1
      await tx
        .updateTable('personal_data_request')
        .set({ status, answer: body.answer, ground: body.ground, answered_by: actor.personId ?? actor.accountId, answered_at: now, version })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', params.requestId)
        .execute()
      record({ action: `personal-data.request.${status}`, subject: { kind: 'data-request', id: params.requestId }, about: request.personId === null ? [] : [request.personId], data: { kind: request.kind, recordClass: request.recordClass, late: request.answerDue < today } })
      return { version, status }
    }),

    completeRequest: command(requestRoutes.completeRequest, async ({ params, body, actor, read, tx, now, today, record }) => {
      await mustAnswerForAll(read, actor, today)
      const request = await lockRequest(tx, actor.tenantId, params.requestId, body.version)
      if (!rightsOver(request, actor, true).has('officer')) refuse('platform.not-found')
      const status = transit(requestTransitions, 'complete', request.status, wrongStatus)
      const version = request.version + 1
      await tx
        .updateTable('personal_data_request')
        .set({ status, outcome: body.outcome, completed_by: actor.personId ?? actor.accountId, completed_at: now, version })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', params.requestId)
        .execute()
      record({ action: 'personal-data.request.completed', subject: { kind: 'data-request', id: params.requestId }, about: request.personId === null ? [] : [request.personId], data: { kind: request.kind, recordClass: request.recordClass, late: request.completeDue < today } })
      return { version, status }
    }),

    withdrawRequest: command(requestRoutes.withdrawRequest, async ({ params, body, actor, tx, record }) => {
      const request = await lockRequest(tx, actor.tenantId, params.requestId, body.version, actor.accountId)
      const status = transit(requestTransitions, 'withdraw', request.status, wrongStatus)
      const version = request.version + 1
      await tx.updateTable('personal_data_request').set({ status, version }).where('tenant_id', '=', actor.tenantId).where('id', '=', params.requestId).execute()
      record({ action: 'personal-data.request.withdrawn', subject: { kind: 'data-request', id: params.requestId }, about: request.personId === null ? [] : [request.personId] })
      return { version, status }
    }),
  }
}
