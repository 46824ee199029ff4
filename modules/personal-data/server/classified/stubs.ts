import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import type { SecrecyLevel } from '#kernel/secrecy.ts'
import { namesOfPlaces, paperAccess } from '#modules/evaluation/server/index.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { classifiedRoutes, type stubView } from '../../contract/classified-routes.ts'
import { isBareStub, type StubAbout } from '../../domain/classified/stub.ts'
import { mustAnswerForAll } from '../whole-committee.ts'

const columns = ['id', 'number', 'issued_on', 'issuer', 'secrecy', 'kept_at', 'added_at', 'about_kind', 'about_id'] as const

/** Stubs in place of classified papers (phiếu thay thế tài liệu mật): whoever sees the papers of a thing sees its stubs, whoever adds papers adds stubs. */
export const classifiedHandlers: Handlers<typeof classifiedRoutes> = {
  addStub: command(classifiedRoutes.addStub, async ({ body, actor, read, tx, now, today, newId, record }) => {
    const { about, number, issuedOn, issuer, secrecy, keptAt } = body
    const { mayAdd, personId } = await paperAccess(read, actor, today, about)
    if (!mayAdd) refuse('platform.not-found')
    if (!isBareStub(body)) refuse('personal-data.stub.content')
    const id = newId<'classified-stub'>()
    await tx
      .insertInto('personal_data_classified_stub')
      .values({ tenant_id: actor.tenantId, id, about_kind: about.kind, about_id: about.id, number, issued_on: issuedOn, issuer, secrecy, kept_at: keptAt, added_by: actor.personId ?? actor.accountId, added_at: now })
      .execute()
    record({ action: 'personal-data.stub.added', subject: { kind: about.kind, id: about.id }, about: personId === null ? [] : [personId], data: { stubId: id, secrecy } })
    return { id, number, issuedOn, issuer, secrecy, keptAt, addedAt: now.toISOString() }
  }),

  stubsAbout: query(classifiedRoutes.stubsAbout, async ({ params, actor, read, today }) => {
    const { mayAdd } = await paperAccess(read, actor, today, params)
    const rows = await read
      .selectFrom('personal_data_classified_stub')
      .where('tenant_id', '=', actor.tenantId)
      .where('about_kind', '=', params.kind)
      .where('about_id', '=', params.id)
      .where('removed_at', 'is', null)
      .select(columns)
      .orderBy('added_at')
      .orderBy('id')
      .execute()
    return { items: rows.map(viewOf), can: mayAdd ? ['add'] : [] }
  }),

  removeStub: command(classifiedRoutes.removeStub, async ({ params, actor, read, tx, now, today, record }) => {
    const row = await tx.selectFrom('personal_data_classified_stub').where('tenant_id', '=', actor.tenantId).where('id', '=', params.stubId).where('removed_at', 'is', null).select(['about_kind', 'about_id']).forUpdate().executeTakeFirst()
    if (row === undefined) return refuse('platform.not-found')
    const about = { kind: row.about_kind as StubAbout, id: row.about_id }
    const { mayAdd, personId } = await paperAccess(read, actor, today, about)
    if (!mayAdd) refuse('platform.not-found')
    await tx.updateTable('personal_data_classified_stub').set({ removed_at: now }).where('tenant_id', '=', actor.tenantId).where('id', '=', params.stubId).execute()
    record({ action: 'personal-data.stub.removed', subject: about, about: personId === null ? [] : [personId], data: { stubId: params.stubId } })
    return { removed: true as const }
  }),

  listStubs: query(classifiedRoutes.listStubs, async ({ query: asked, actor, read, today }) => {
    await mustAnswerForAll(read, actor, today)
    let rows = read.selectFrom('personal_data_classified_stub').where('tenant_id', '=', actor.tenantId).where('removed_at', 'is', null).select(columns).orderBy('id', 'desc').limit(pageLimit(asked.limit))
    if (asked.after !== undefined) rows = rows.where('id', '<', pageKey(asked.after, ['uuid'])[0])
    const page = pageOf(await rows.execute(), asked.limit, (row) => [row.id])
    const abouts = page.items.map((row) => ({ kind: row.about_kind as StubAbout, id: row.about_id }))
    const names = await namesOfPlaces(read, actor.tenantId, abouts)
    return { items: page.items.map((row) => ({ ...viewOf(row), about: { kind: row.about_kind as StubAbout, id: row.about_id, name: names.get(row.about_id) ?? '' } })), next: page.next }
  }),
}

interface StubRow {
  readonly id: string
  readonly number: string
  readonly issued_on: string
  readonly issuer: string
  readonly secrecy: string
  readonly kept_at: string
  readonly added_at: Date
}

function viewOf(row: StubRow): z.input<typeof stubView> {
  return {
    id: row.id as Id<'classified-stub'>,
    number: row.number,
    issuedOn: row.issued_on as CalendarDate,
    issuer: row.issuer,
    secrecy: row.secrecy as SecrecyLevel,
    keptAt: row.kept_at,
    addedAt: row.added_at.toISOString(),
  }
}
