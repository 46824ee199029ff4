import { z } from 'zod'
import { dateShape, idOf } from '#platform/contract/shapes.ts'
import { campaignStatuses, periodKinds } from '../domain/campaign.ts'
import { participantStatuses } from '../domain/participant.ts'
import { unitCampaignActs, unitCampaignStatuses, unitFileActs, unitFileStatuses, unitRaters } from '../domain/unit-campaign.ts'
import { unitProblems } from '../domain/unit-resolution.ts'
import { bilingual, levelId, personRef, previewView, quotaView, reasonView, unitRef } from './views.ts'

export const unitCampaignId = idOf<'unit-campaign'>()

/** A round that rates organisations, with what may be done now and what stands in the way. */
export const unitCampaignView = z.object({
  id: unitCampaignId,
  version: z.number().int(),
  name: z.string(),
  status: z.enum(unitCampaignStatuses),
  rulebook: z.object({ id: z.string(), version: z.string(), name: bilingual, documentNumber: z.string() }),
  settings: z.record(z.string(), z.unknown()),
  period: z.object({ kind: z.enum(periodKinds), from: dateShape, to: dateShape, label: bilingual }),
  scope: unitRef,
  due: z.object({ self: dateShape, decide: dateShape }),
  counts: z.object({ rated: z.number().int(), excluded: z.number().int(), unresolved: z.number().int(), scored: z.number().int(), decided: z.number().int() }),
  can: z.array(z.enum(unitCampaignActs)),
  blocked: z.array(z.object({ act: z.enum(unitCampaignActs), code: z.string(), data: z.record(z.string(), z.unknown()) })),
  manages: z.boolean(),
})

/** An organisation in the waiting tree: whose turn it is, and what it waits for. */
export const unitNode = z.object({
  unit: unitRef,
  parentId: idOf<'unit'>().nullable(),
  depth: z.number().int(),
  status: z.enum(unitFileStatuses),
  version: z.number().int(),
  self: personRef.nullable(),
  recogniser: personRef.nullable(),
  excludedReason: z.string(),
  problems: z.array(z.enum(unitProblems)),
  /** Direct sub-units that must be decided first (article 9.1). */
  waitsFor: z.array(unitRef),
  /** Heads whose own level waits for this organisation's (article 20.6). */
  headsWaiting: z.array(z.object({ person: personRef, campaignId: idOf<'campaign'>(), campaignName: z.string() })),
  provisionalLevel: levelId.nullable(),
  decidedLevel: levelId.nullable(),
  replaced: z.boolean(),
  late: z.boolean(),
  /** Whether the actor may open the sheets. */
  opens: z.boolean(),
})

export const unitLists = z.record(z.string().max(40), z.record(z.string().max(40), z.record(z.string().max(40), z.union([z.string().max(40), z.boolean(), z.null()]))))

export const unitSheetView = z.object({
  rater: z.enum(unitRaters),
  raterPerson: personRef,
  version: z.number().int(),
  points: z.record(z.string(), z.string()),
  facts: z.record(z.string(), z.unknown()),
  lists: unitLists,
  comment: z.string(),
  proposedLevel: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  savedAt: z.iso.datetime(),
})

/** Whose level an organisation's level touches: its heads, and the organisation above. */
export const unitEffects = z.object({
  heads: z.array(
    z.object({
      person: personRef,
      campaignId: idOf<'campaign'>(),
      campaignName: z.string(),
      campaignStatus: z.enum(campaignStatuses),
      status: z.enum(participantStatuses),
      /** Null when this actor may not know it. */
      level: levelId.nullable(),
      /** Decided above the organisation's level: for the authority to look at again. */
      above: z.boolean(),
    }),
  ),
  unitAbove: z.object({ unit: unitRef, status: z.enum(unitFileStatuses) }).nullable(),
})

export const unitFileView = z.object({
  campaign: unitCampaignView,
  node: unitNode,
  group: z.string(),
  sheets: z.array(unitSheetView),
  /** Why sheets came back, newest first, for those who see them. */
  returned: z.array(z.object({ rater: z.enum(unitRaters), by: personRef.nullable(), reason: z.string(), at: z.iso.datetime() })),
  /** Facts the round knows by itself: sub-units failing, failing quarters, the period. */
  derivedFacts: z.record(z.string(), z.unknown()),
  below: z.array(z.object({ unit: unitRef, status: z.enum(unitFileStatuses), level: levelId.nullable() })),
  preview: previewView.nullable(),
  records: z.array(
    z.object({
      id: z.uuid(),
      total: z.string().nullable(),
      provisionalLevel: levelId,
      decidedLevel: levelId,
      decisionReason: z.string(),
      decidedBy: personRef,
      decidedAt: z.iso.datetime(),
      reasons: z.array(reasonView),
      publishedAt: z.iso.datetime().nullable(),
      inForce: z.boolean(),
    }),
  ),
  effects: unitEffects,
  can: z.array(z.enum([...unitFileActs, 'save_self', 'save_recogniser', 'replace'])),
})

export { quotaView }
