import assert from 'node:assert/strict'
import type { CampaignId } from '#kernel/id.ts'
import { sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { planRoutes } from '#modules/evaluation/contract/plan-routes.ts'
import type { CommunePerson, SmallCommune } from '../setup/small-commune.ts'
import type { SubjectCase } from './regime-case.ts'

/** Whoever has a plan proposes it, and the one who scores approves it, before anybody scores. */
export async function approvePlans(commune: SmallCommune, campaignId: CampaignId, subjects: readonly SubjectCase[]): Promise<void> {
  for (const { who, plan } of subjects) {
    const params = { campaignId, personId: commune.people[who] }
    const sheet = await commune.as[who].call(sheetRoutes.getSheet, { params })
    assert.equal(sheet.plan === null, plan === undefined, `a plan of ${who}`)
    if (plan === undefined) continue
    const { superior } = sheet.subject
    const by = (Object.entries(commune.people) as [CommunePerson, string][]).find(([, id]) => id === superior?.id)?.[0] ?? assert.fail('no superior')
    const { version } = await commune.as[who].call(planRoutes.proposePlan, { params, body: { version: 0, rows: Object.fromEntries(Object.entries(plan).map(([row, max]) => [row, { max }])) } })
    await commune.as[by].call(planRoutes.settlePlan, { params, body: { version, act: 'approve', reason: '' } })
  }
}
