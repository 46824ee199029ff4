import type { CampaignStatus } from '#modules/evaluation/domain/campaign.ts'
import type { PersonId, ProductId, TenantId } from '#kernel/id.ts'
import { asId } from '#kernel/id.ts'
import { serve } from '#platform/http/serve.ts'
import type { SmallCommune } from './small-commune.ts'
import { testServer, type Caller, type TestServer } from './test-server.ts'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { evaluationRefusals } from '#modules/evaluation/domain/refusals.ts'
import { catalogueHandlers } from '#modules/evaluation/server/catalogue/handlers.ts'
import { taskHandlers } from '#modules/evaluation/server/tasks/handlers.ts'

/** A server with the routes of tasks and catalogue, at 20 November 2026, nine o'clock in Vietnam. */
export function taskServer(meta: Pick<ImportMeta, 'filename'>): Promise<TestServer> {
  return testServer(
    meta,
    (app, services) => {
      serve(app, services, catalogueRoutes, catalogueHandlers, evaluationRefusals)
      serve(app, services, taskRoutes, taskHandlers, evaluationRefusals)
    },
    { refusals: [evaluationRefusals], now: new Date('2026-11-20T02:00:00Z') },
  )
}

export const catalogueHead = {
  name: 'Danh mục sản phẩm, công việc của xã',
  decisionNumber: '318/QĐ-UBND',
  decisionDate: '2025-12-29',
  issuer: 'Ủy ban nhân dân xã',
  validFrom: '2026-01-01',
  standardProduct: 'Công văn',
  standardPoints: '5',
  groups: [
    { code: 'N1', name: 'Công việc đơn giản', maxPoints: '100' },
    { code: 'N2', name: 'Công việc thường xuyên', maxPoints: '200' },
  ],
}

export const productBody = { code: 'BI-01', name: 'Tờ trình', part: 'B.I' as const, unitId: null, field: 'Chung', unitOfCount: 'văn bản', complexityGroup: 'N1', points: '7.5' }

/** Issues the catalogue and adds one product worth 7.5 points (coefficient 3/2). */
export async function withProduct(commune: Pick<SmallCommune, 'as'>): Promise<ProductId> {
  await commune.as.officer.call(catalogueRoutes.saveCatalogue, { body: { id: null, version: 0, ...catalogueHead } })
  return (await commune.as.officer.call(catalogueRoutes.saveProduct, { body: { id: null, version: 0, ...productBody } })).id
}

/** Assigns four units of the product, due on 25 November, and returns the task's id. */
export async function assign(by: Caller, personId: PersonId, productId: ProductId, part: { quantity?: number; deadline?: string } = {}) {
  const { taskIds } = await by.call(taskRoutes.assignTask, { body: { personIds: [personId], productId, quantity: 4, deadline: '2026-11-25', ...part } })
  const [id] = taskIds
  if (id === undefined) throw new Error('nothing was assigned')
  return id
}

/** Puts people into a campaign over a month in some status, as the campaign's own commands would leave it. */
export async function putCampaign(server: TestServer, tenantId: TenantId, status: CampaignStatus, people: readonly { personId: PersonId; excluded?: string; superiorId?: PersonId }[], period = { kind: 'month', from: '2026-11-01', to: '2026-11-30' }) {
  const id = asId<'campaign'>(crypto.randomUUID())
  const nil = crypto.randomUUID()
  await server.inTenant(tenantId, async (tx) => {
    await tx
      .insertInto('evaluation_rulebook')
      .values({ tenant_id: tenantId, id: 'nd-335-2025', version: '1', hash: 'a'.repeat(64), source: '', pinned_at: server.clock.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('evaluation_campaign')
      .values({ tenant_id: tenantId, id, name: 'Tháng 11', rulebook_id: 'nd-335-2025', rulebook_version: '1', settings: '{}', period_kind: period.kind, period_from: period.from, period_to: period.to, scope_unit_id: nil, subject_status: ['civil_servant'], status, self_due: '2026-12-01', superior_due: '2026-12-02', decide_due: '2026-12-03' })
      .execute()
    for (const { personId, excluded, superiorId } of people) {
      await tx
        .insertInto('evaluation_participant')
        .values({ tenant_id: tenantId, campaign_id: id, person_id: personId, unit_id: nil, post_id: nil, title: '', subject_group: 'staff', peer_group: '', is_head: false, superior_id: superiorId ?? null, excluded_reason: excluded ?? '', status: 'waiting', sort_name: '' })
        .execute()
    }
  })
  return id
}

/** The ledger's entries of a tenant, oldest first. */
export async function ledgerOf(server: TestServer, tenantId: TenantId) {
  return server.inTenant(tenantId, (tx) =>
    tx.selectFrom('ledger_entry').select(['action', 'subject_kind', 'subject_id', 'person_id', 'data']).where('tenant_id', '=', tenantId).orderBy('at').orderBy('id').execute(),
  )
}
