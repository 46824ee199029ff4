import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, prose, words } from '#platform/contract/shapes.ts'
import { periodKinds } from '../domain/campaign.ts'
import { unitCampaignActs, unitCampaignStatuses, unitFileStatuses, unitRaters } from '../domain/unit-campaign.ts'
import { quotaView, unitCampaignId, unitCampaignView, unitFileView, unitLists, unitNode } from './unit-views.ts'

const version = z.number().int()
const round = z.object({ unitCampaignId })
const oneUnit = z.object({ unitCampaignId, unitId: idOf<'unit'>() })
const level = z.string().max(40)

/** Rounds that rate organisations (articles 5–9). */
export const unitRoutes = defineRoutes({
  listUnitCampaigns: {
    method: 'GET',
    path: '/api/evaluation/unit-campaigns',
    summary: 'Rounds that rate organisations which the actor manages or takes part in, newest period first',
    permission: 'organisation:read',
    reply: z.object({ items: z.array(unitCampaignView), canCreate: z.boolean() }),
    refusals: [],
  },
  createUnitCampaign: {
    method: 'POST',
    path: '/api/evaluation/unit-campaigns',
    summary: 'Draft a round: rulebook for organisations, period, scope; organisations and who recognises them are resolved from the tree',
    permission: 'evaluation:manage',
    body: z.object({
      name: line(200),
      rulebookId: z.string().max(60),
      settings: z.record(z.string(), z.unknown()),
      period: z.object({ kind: z.enum(periodKinds), year: z.number().int().min(2000).max(2999), number: z.number().int().min(1).max(12) }),
      scopeUnitId: idOf<'unit'>(),
      due: z.object({ self: dateShape, decide: dateShape }),
    }),
    reply: z.object({ unitCampaignId, version, units: z.number().int(), unresolved: z.number().int() }),
    refusals: ['evaluation.campaign.unknown-rulebook', 'evaluation.campaign.rulebook-not-in-force', 'evaluation.campaign.bad-setting', 'evaluation.campaign.period-unsupported', 'evaluation.campaign.due-order', 'evaluation.unit.none', 'evaluation.unit.round-exists', 'platform.not-found'],
  },
  getUnitCampaign: {
    method: 'GET',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId',
    summary: 'One round with its tree: who has scored, who is decided, what waits for what',
    permission: 'organisation:read',
    params: round,
    reply: z.object({ campaign: unitCampaignView, units: z.array(unitNode), quotas: z.array(quotaView.extend({ recogniser: z.string() })) }),
    refusals: ['platform.not-found'],
  },
  actOnUnitCampaign: {
    method: 'POST',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/acts',
    summary: 'Open, publish, close or cancel a round',
    permission: 'evaluation:manage',
    params: round,
    body: z.object({ version, act: z.enum(unitCampaignActs), reason: prose(1000) }),
    reply: z.object({ version, status: z.enum(unitCampaignStatuses) }),
    refusals: ['evaluation.campaign.changed', 'evaluation.campaign.wrong-status', 'evaluation.campaign.reason-needed', 'evaluation.campaign.quota-exceeded', 'evaluation.unit.unresolved', 'evaluation.unit.not-all-decided', 'platform.not-found'],
  },
  resolveUnitsAgain: {
    method: 'POST',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/resolution',
    summary: 'Resolve the organisations from the tree again (draft only); adjustments by hand are kept',
    permission: 'evaluation:manage',
    params: round,
    body: z.object({ version }),
    reply: z.object({ version, units: z.number().int(), unresolved: z.number().int() }),
    refusals: ['evaluation.campaign.changed', 'evaluation.campaign.wrong-status', 'platform.not-found'],
  },
  adjustUnit: {
    method: 'PUT',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/units/:unitId',
    summary: 'Adjust who fills in the organisation’s sheet, who recognises, or leave it out with the reason',
    permission: 'evaluation:manage',
    params: oneUnit,
    body: z.object({ version, selfId: idOf<'person'>().nullable(), recogniserId: idOf<'person'>().nullable(), excludedReason: prose(500) }),
    reply: z.object({ version }),
    refusals: ['evaluation.participant.changed', 'evaluation.participant.rates-self', 'evaluation.campaign.wrong-status', 'platform.not-found'],
  },
  getUnitFile: {
    method: 'GET',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/units/:unitId',
    summary: 'One organisation’s file: sheets, facts known by themselves, decisions, whom its level touches',
    permission: 'organisation:read',
    params: oneUnit,
    reply: unitFileView,
    refusals: ['platform.not-found'],
  },
  saveUnitSheet: {
    method: 'PUT',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/units/:unitId/sheets/:rater',
    summary: 'Save one side’s sheet on an organisation with the facts that go with it',
    permission: 'evaluation:self',
    params: oneUnit.extend({ rater: z.enum(unitRaters) }),
    body: z.object({
      /** 0 when the sheet has never been saved. */
      version,
      points: z.record(z.string().max(20), z.string().max(12)),
      facts: z.record(z.string().max(60), z.unknown()),
      lists: unitLists,
      comment: prose(4000),
      proposedLevel: level.nullable(),
    }),
    reply: z.object({ version, savedAt: z.iso.datetime() }),
    refusals: ['evaluation.sheet.changed', 'evaluation.sheet.wrong-status', 'evaluation.sheet.bad-points', 'evaluation.participant.bad-fact', 'evaluation.campaign.unknown-level', 'platform.not-found'],
  },
  actOnUnitFile: {
    method: 'POST',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/units/:unitId/acts',
    summary: 'Send a sheet on, or take it back while the other side has not gone further',
    permission: 'evaluation:self',
    params: oneUnit,
    body: z.object({ version, act: z.enum(['submit_self', 'take_back_self', 'submit_score', 'take_back_score']) }),
    reply: z.object({ version, status: z.enum(unitFileStatuses) }),
    refusals: ['evaluation.sheet.changed', 'evaluation.sheet.wrong-status', 'evaluation.sheet.incomplete', 'platform.not-found'],
  },
  decideUnit: {
    method: 'POST',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/units/:unitId/decision',
    summary: 'Recognise the level of an organisation once those below it are decided (articles 5, 8, 9)',
    permission: 'evaluation:decide',
    params: oneUnit,
    body: z.object({ version, level, reason: prose(2000) }),
    reply: z.object({ version, decidedLevel: level, headsComputed: z.number().int() }),
    refusals: ['evaluation.result.changed', 'evaluation.result.wrong-status', 'evaluation.result.reason-needed', 'evaluation.result.unknown-level', 'evaluation.unit.lower-first', 'evaluation.unit.above-decided', 'platform.not-found'],
  },
  replaceUnitLevel: {
    method: 'POST',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/units/:unitId/replacement',
    summary: 'Correct a published level by a replacing decision; both stay, and whom it touches is shown',
    permission: 'evaluation:decide',
    params: oneUnit,
    body: z.object({ version, level, reason: words(4000) }),
    reply: z.object({ version, headsComputed: z.number().int() }),
    refusals: ['evaluation.result.changed', 'evaluation.result.wrong-status', 'evaluation.result.unknown-level', 'platform.not-found'],
  },
  unitForm: {
    method: 'GET',
    path: '/api/evaluation/unit-campaigns/:unitCampaignId/forms/result',
    summary: 'The result of one organisation, or of every one whose sheets the actor may open, printed under any rulebook',
    permission: 'organisation:read',
    params: round,
    query: z.object({ unitId: z.uuid().optional() }),
    reply: { file: ['application/pdf'] },
    refusals: ['evaluation.form.nothing', 'platform.not-found'],
  },
})
