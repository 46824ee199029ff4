import type { CalendarDate } from '#kernel/calendar-date.ts'
import { keepAhead } from '#platform/web/offline/kept-reads.ts'
import type { Vault } from '#platform/web/offline/vault.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { monthOf } from '../tasks/month.ts'
import { ownTasksInput, productsAtHand } from '../tasks/own-work.ts'

const freshMs = 60 * 60_000
const mostSheets = 40
const withSheet = new Set<string>(['propose_plan', 'self_score', 'superior_score', 'returned_sheet'])
const withUnitSheet = new Set<string>(['unit_self_score', 'unit_returned_sheet', 'unit_score'])

/** Reads, one after the other and at most hourly, what scoring and recording need without a link: open sheets, people and organisations to be rated with their rulebooks, own tasks of the month, the catalogue's first products. */
export async function keepEvaluationAhead(vault: Vault, today: CalendarDate): Promise<void> {
  const { items } = await keepAhead(vault, evaluationRoutes.myWork, {}, freshMs)
  for (const { campaignId, personId } of items.filter(({ kind }) => withSheet.has(kind)).slice(0, mostSheets)) {
    if (campaignId === null || personId === null) continue
    const { campaign } = await keepAhead(vault, evaluationRoutes.getSheet, { params: { campaignId, personId } }, freshMs)
    await keepRulebook(vault, campaign.rulebook)
  }
  for (const { campaignId, raterKind } of items.filter(({ kind }) => kind === 'rate')) {
    if (campaignId === null || raterKind === null) continue
    const { campaign } = await keepAhead(vault, evaluationRoutes.getRatings, { params: { campaignId, kind: raterKind.id } }, freshMs)
    await keepRulebook(vault, campaign.rulebook)
  }
  for (const { unit } of items.filter(({ kind }) => withUnitSheet.has(kind))) {
    if (unit === null) continue
    const { campaign } = await keepAhead(vault, evaluationRoutes.getUnitFile, { params: { unitCampaignId: unit.unitCampaignId, unitId: unit.id } }, freshMs)
    await keepRulebook(vault, campaign.rulebook)
  }
  await keepAhead(vault, evaluationRoutes.listTasks, ownTasksInput(monthOf(today)), freshMs)
  await keepAhead(vault, evaluationRoutes.listProducts, productsAtHand, freshMs)
}

async function keepRulebook(vault: Vault, { id, version }: { readonly id: string; readonly version: string }): Promise<void> {
  await keepAhead(vault, evaluationRoutes.getRulebook, { params: { rulebookId: id }, query: { version } }, Infinity)
}
