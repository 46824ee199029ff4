import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { mayUse } from '#platform/contract/route.ts'
import { query } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import type { unitEffects, unitFileView } from '../../contract/unit-views.ts'
import { previewView } from '../../contract/views.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { decidedAbove, directlyBelow, waitsFor } from '../../domain/unit-order.ts'
import { mayActOnUnit, maySeeUnitColumn, maySeeUnitLevel, maySeeUnitSheets, type UnitStanding } from '../../domain/unit-policy.ts'
import { loadNames, type Names } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { knownUnitFacts, scoreUnit } from './score-unit.ts'
import { touchedHeads, type TouchedHead } from './touched-heads.ts'
import { visibleUnit } from './unit-access.ts'
import { loadUnitRecords, loadUnitReturns, loadUnitSheets, type UnitRecord, type UnitSheet } from './unit-records.ts'
import { loadUnitCampaign, type UnitCampaign, type UnitFile } from './unit-row.ts'
import { nodeView, roundView } from './unit-view.ts'

type FileView = z.input<typeof unitFileView>

/** One organisation's file for those concerned; colleagues see the level in words once made known. Reading another's is in the ledger. */
export const getUnitFile = query(unitRoutes.getUnitFile, async ({ params, actor, read, today, record }) => {
  const { tenantId } = actor
  const campaign = await loadUnitCampaign(read, tenantId, params.unitCampaignId)
  const { file, standing, files, manages, standingOf } = await visibleUnit(campaign, params.unitId, actor, read, today)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const records = await loadUnitRecords(read, tenantId, campaign.id)
  const own = records.filter((each) => each.unitId === file.unitId)
  const stored = (await loadUnitSheets(read, tenantId, campaign.id, file.unitId)).get(file.unitId) ?? []
  const sheets = stored.filter((sheet) => maySeeUnitColumn(standing, sheet.rater, sheet.submittedAt !== null, campaign.status))
  const heads = await touchedHeads(read, tenantId, campaign, [file.unitId])
  const returned = await loadUnitReturns(read, tenantId, campaign.id, file.unitId)
  const concerned = maySeeUnitSheets(standing)
  const known = (await knownUnitFacts(read, tenantId, campaign, rulebook, files, records))(file.unitId)
  const names = await loadNames(
    read,
    tenantId,
    [file.selfId, file.recogniserId, ...sheets.map((sheet) => sheet.raterPersonId), ...returned.map((each) => each.returnedBy), ...own.map((each) => each.decidedBy), ...heads.map((head) => head.personId)],
    [campaign.scopeUnitId],
    campaign.period.to,
  )
  if (!standing.self && concerned) record({ action: 'evaluation.unit.read', subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id } })
  const below = directlyBelow(files).get(file.unitId) ?? []
  const levelOf = (unit: UnitFile): string | null => records.find((each) => each.unitId === unit.unitId && each.replacedBy === null)?.decidedLevel ?? null
  const shown = standing.recogniser || standing.personnel ? 'recogniser' : 'self'
  const scored = scoreUnit(campaign, rulebook, file, sheets.find((sheet) => sheet.rater === shown), known)
  return {
    campaign: roundView({ campaign, rulebook, files, quotasOver: [], scopeName: names.unit(campaign.scopeUnitId).name, manages }),
    node: nodeView({ campaign, files, records, heads, standingOf, names, today }, file),
    group: file.group,
    sheets: concerned ? sheets.map((sheet) => sheetView(sheet, names)) : [],
    // What the personnel body wrote to the recogniser is not for the organisation.
    returned: returned.filter((each) => (each.rater === 'self' ? concerned : standing.recogniser || standing.personnel)).map((each) => ({ rater: each.rater, by: names.personOrNull(each.returnedBy), reason: each.reason, at: each.at.toISOString() })),
    derivedFacts: concerned ? { ...known } : {},
    below: concerned ? below.map((unit) => ({ unit: { id: unit.unitId, name: unit.name }, status: unit.status, level: maySeeUnitLevel(standingOf(unit), campaign.status) || standing.recogniser ? levelOf(unit) : null })) : [],
    preview: concerned && file.excludedReason === '' ? previewView.parse(scored.score) : null,
    records: concerned && maySeeUnitLevel(standing, campaign.status) ? own.map((each) => recordView(each, names)) : [],
    effects: effectsOf(rulebook, campaign, files, file, heads, own, standing, names, actor.personId),
    can: actsOn(actor, standing, file, campaign, files),
  } satisfies FileView
})

function sheetView(sheet: UnitSheet, names: Names): FileView['sheets'][number] {
  return {
    rater: sheet.rater,
    raterPerson: names.person(sheet.raterPersonId),
    version: sheet.version,
    points: { ...sheet.points },
    facts: { ...sheet.facts },
    lists: sheet.lists as FileView['sheets'][number]['lists'],
    comment: sheet.comment,
    proposedLevel: sheet.proposedLevel,
    submittedAt: sheet.submittedAt?.toISOString() ?? null,
    savedAt: sheet.savedAt.toISOString(),
  }
}

function recordView(each: UnitRecord, names: Names): FileView['records'][number] {
  return {
    id: each.id,
    total: each.total,
    provisionalLevel: each.provisionalLevel,
    decidedLevel: each.decidedLevel,
    decisionReason: each.decisionReason,
    decidedBy: names.person(each.decidedBy),
    decidedAt: each.decidedAt.toISOString(),
    reasons: [...each.reasons],
    publishedAt: each.publishedAt?.toISOString() ?? null,
    inForce: each.replacedBy === null,
  }
}

/** Whom the organisation's level touches; a head's own level only to who decides it or runs the campaign. */
function effectsOf(rulebook: CompiledRulebook, campaign: UnitCampaign, files: readonly UnitFile[], file: UnitFile, heads: readonly TouchedHead[], own: readonly UnitRecord[], standing: UnitStanding, names: Names, me: string | null): z.input<typeof unitEffects> {
  if (!standing.recogniser && !standing.personnel) return { heads: [], unitAbove: null }
  const order = rulebook.levels.map((level) => level.id)
  const level = own.find((each) => each.replacedBy === null)?.decidedLevel
  const above = files.find((each) => each.excludedReason === '' && (directlyBelow(files).get(each.unitId) ?? []).some((unit) => unit.unitId === file.unitId))
  return {
    heads: heads.map((head) => {
      const seen = standing.personnel || head.deciderId === me
      const rank = head.decidedLevel === null ? -1 : order.indexOf(head.decidedLevel)
      return {
        person: names.person(head.personId),
        campaignId: head.campaign.id,
        campaignName: head.campaign.name,
        campaignStatus: head.campaign.status,
        status: head.status,
        level: seen ? head.decidedLevel : null,
        above: seen && level !== undefined && rank >= 0 && rank < order.indexOf(level),
      }
    }),
    unitAbove: above === undefined ? null : { unit: { id: above.unitId, name: above.name }, status: above.status },
  }
}

function actsOn(actor: Actor, standing: UnitStanding, file: UnitFile, campaign: UnitCampaign, files: readonly UnitFile[]): FileView['can'] {
  const own = mayUse(actor, unitRoutes.actOnUnitFile)
  const may = (act: Parameters<typeof mayActOnUnit>[0]): boolean => own && mayActOnUnit(act, standing, file, campaign.status)
  const decides = mayUse(actor, unitRoutes.decideUnit)
  return [
    ...(may('submit_self') ? (['save_self', 'submit_self'] as const) : []),
    ...(may('take_back_self') ? (['take_back_self'] as const) : []),
    ...(may('submit_score') ? (['save_recogniser', 'submit_score'] as const) : []),
    ...(may('take_back_score') ? (['take_back_score'] as const) : []),
    ...(may('return_self') ? (['return_self'] as const) : []),
    ...(may('return_score') ? (['return_score'] as const) : []),
    ...(decides && mayActOnUnit('decide', standing, file, campaign.status) && waitsFor(files, file.unitId).length === 0 && decidedAbove(files, file.unitId) === undefined ? (['decide'] as const) : []),
    ...(decides && standing.recogniser && campaign.status === 'published' && file.status === 'published' ? (['replace'] as const) : []),
  ]
}

