import { query } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { loadNames } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { touchedHeads } from './touched-heads.ts'
import { visibleRound } from './unit-access.ts'
import { unitQuotas } from './unit-quotas.ts'
import { loadUnitRecords } from './unit-records.ts'
import { loadUnitCampaign } from './unit-row.ts'
import { nodeView, roundView } from './unit-view.ts'

/** One round with its waiting tree: who has scored, who is decided, what waits for what. */
export const getUnitCampaign = query(unitRoutes.getUnitCampaign, async ({ params, actor, read, today, recordList }) => {
  const { tenantId } = actor
  const campaign = await loadUnitCampaign(read, tenantId, params.unitCampaignId)
  const { files, manages, standingOf } = await visibleRound(campaign, actor, read, today)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const records = await loadUnitRecords(read, tenantId, campaign.id)
  const heads = campaign.status === 'running' ? await touchedHeads(read, tenantId, campaign, files.map((file) => file.unitId)) : []
  const names = await loadNames(read, tenantId, [...files.flatMap((file) => [file.selfId, file.recogniserId]), ...heads.map((head) => head.personId)], [campaign.scopeUnitId], campaign.period.to)
  const counted = unitQuotas(campaign, rulebook, files, records)
  const quotasOver = counted.map(({ quota }) => quota).filter((quota) => quota.over > 0)
  const scope = names.unit(campaign.scopeUnitId)
  const units = files.map((file) => nodeView({ campaign, files, records, heads, standingOf, names, today }, file))
  const shown = units.filter((node) => node.decidedLevel !== null).map((node) => node.unit.id)
  if (shown.length > 0) recordList({ action: 'evaluation.units.listed', subject: { kind: 'unit-campaign', id: campaign.id }, data: { units: shown } })
  return {
    campaign: roundView({ campaign, rulebook, files, quotasOver, scopeName: scope.name, manages }),
    units,
    quotas: counted
      .filter(({ recogniserId }) => manages || recogniserId === actor.personId)
      .map(({ recogniserId, quota }) => ({ ...quota, recogniser: names.person(recogniserId).fullName })),
  }
})
