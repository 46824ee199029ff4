import type { Id, UnitId } from '#kernel/id.ts'
import { unitRoutes } from '#modules/evaluation/contract/unit-routes.ts'
import type { UnitCampaignAct, UnitRater } from '#modules/evaluation/domain/unit-campaign.ts'
import type { SmallCommune } from './small-commune.ts'
import type { Caller } from './test-server.ts'

export type RoundId = Id<'unit-campaign'>

/** Eleven lines of the organisations' sheet: 28 points of 30 and 64 of 70. */
export const unitPoints: Readonly<Record<string, string>> = {
  'G.1': '9', 'G.2': '9', 'G.3': '10', a: '8', b: '8', c: '8', d: '8', đ: '8', e: '8', g: '8', h: '8',
}

/** All tasks done on time, four of ten exceeded, nothing left to remedy. */
export const goodFacts = { tasksAssigned: 10, tasksCompleted: 10, tasksOnTimeToQuality: 10, tasksExceeded: 4, tasksLate: 0, findingsRemedied: true }

/** The body of a round over October 2026 in the whole commune. */
export function octoberRound(commune: SmallCommune) {
  return {
    name: 'Đánh giá tổ chức tháng 10',
    rulebookId: 'nd-335-2025-organisation',
    settings: {},
    period: { kind: 'month' as const, year: 2026, number: 10 },
    scopeUnitId: commune.units.XA,
    due: { self: '2026-11-25', decide: '2026-11-30' },
  }
}

/** The node of one organisation in the round's tree, as somebody sees it. */
export async function nodeOf(by: Caller, unitCampaignId: RoundId, unitId: UnitId) {
  const { units } = await by.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId } })
  const found = units.find((node) => node.unit.id === unitId)
  if (found === undefined) throw new Error('no such organisation in the round')
  return found
}

/** Does one act on the round with its present version. */
export async function actOnRound(by: Caller, unitCampaignId: RoundId, act: UnitCampaignAct, reason = '') {
  const { campaign } = await by.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId } })
  return by.call(unitRoutes.actOnUnitCampaign, { params: { unitCampaignId }, body: { version: campaign.version, act, reason } })
}

/** Opens a round over October in which the head of the division stands in for the province and recognises the commune itself. */
export async function openRound(commune: SmallCommune): Promise<RoundId> {
  const { unitCampaignId } = await commune.as.officer.call(unitRoutes.createUnitCampaign, { body: octoberRound(commune) })
  const top = await nodeOf(commune.as.officer, unitCampaignId, commune.units.XA)
  await commune.as.officer.call(unitRoutes.adjustUnit, {
    params: { unitCampaignId, unitId: commune.units.XA },
    body: { version: top.version, selfId: commune.people.chair, recogniserId: commune.people.divisionHead, excludedReason: '' },
  })
  await actOnRound(commune.as.officer, unitCampaignId, 'open')
  return unitCampaignId
}

/** Saves and sends on one side's sheet. */
export async function sendUnitSheet(by: Caller, unitCampaignId: RoundId, unitId: UnitId, rater: UnitRater, facts: Readonly<Record<string, unknown>> = goodFacts, points: Readonly<Record<string, string>> = unitPoints) {
  const params = { unitCampaignId, unitId }
  const before = await by.call(unitRoutes.getUnitFile, { params })
  const sheet = before.sheets.find((each) => each.rater === rater)
  await by.call(unitRoutes.saveUnitSheet, { params: { ...params, rater }, body: { version: sheet?.version ?? 0, points: { ...points }, facts: { ...facts }, lists: {}, comment: '', proposedLevel: null } })
  return by.call(unitRoutes.actOnUnitFile, { params, body: { version: before.node.version, act: rater === 'self' ? 'submit_self' : 'submit_score' } })
}

/** Both sides score an organisation. */
export async function scoreUnit(unitCampaignId: RoundId, self: Caller, recogniser: Caller, unitId: UnitId, facts: Readonly<Record<string, unknown>> = goodFacts, points = unitPoints): Promise<void> {
  await sendUnitSheet(self, unitCampaignId, unitId, 'self', facts, points)
  await sendUnitSheet(recogniser, unitCampaignId, unitId, 'recogniser', facts, points)
}

/** The recogniser decides a level. */
export async function decideUnit(by: Caller, unitCampaignId: RoundId, unitId: UnitId, level: string, reason = '') {
  const { node } = await by.call(unitRoutes.getUnitFile, { params: { unitCampaignId, unitId } })
  return by.call(unitRoutes.decideUnit, { params: { unitCampaignId, unitId }, body: { version: node.version, level, reason } })
}
