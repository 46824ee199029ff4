import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { availableActs } from '#kernel/transition.ts'
import type { unitCampaignView, unitNode } from '../../contract/unit-views.ts'
import { periodLabel } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { QuotaAnswer } from '../../domain/scoring/types.ts'
import { unitCampaignTransitions, type UnitCampaignAct } from '../../domain/unit-campaign.ts'
import { isDecided, waitsFor } from '../../domain/unit-order.ts'
import { maySeeUnitLevel, maySeeUnitSheets, type UnitStanding } from '../../domain/unit-policy.ts'
import { unitProblemsOf } from '../../domain/unit-resolution.ts'
import type { Names } from '../campaigns/names.ts'
import type { TouchedHead } from './touched-heads.ts'
import type { UnitRecord } from './unit-records.ts'
import type { UnitCampaign, UnitFile } from './unit-row.ts'

/** What stands in the way of an act, in the order to be dealt with. */
export function roundObstacles(act: UnitCampaignAct, files: readonly UnitFile[], quotasOver: readonly QuotaAnswer[]): { code: string; data: Record<string, unknown> }[] {
  const rated = files.filter((file) => file.excludedReason === '')
  const unresolved = files.filter((file) => unitProblemsOf(file).length > 0).length
  const undecided = rated.filter((file) => !isDecided(file.status)).length
  if (act === 'open') return unresolved > 0 || rated.length === 0 ? [{ code: 'evaluation.unit.unresolved', data: { unresolved, units: rated.length } }] : []
  if (act !== 'publish') return []
  return [
    ...(undecided > 0 ? [{ code: 'evaluation.unit.not-all-decided', data: { missing: undecided } }] : []),
    ...(quotasOver.length > 0 ? [{ code: 'evaluation.campaign.quota-exceeded', data: { quotas: quotasOver.map(({ scope, over }) => ({ scope, over })) } }] : []),
  ]
}

/** What a view of a round is made from. */
export interface RoundFacts {
  readonly campaign: UnitCampaign
  readonly rulebook: CompiledRulebook
  readonly files: readonly UnitFile[]
  readonly quotasOver: readonly QuotaAnswer[]
  readonly scopeName: string
  readonly manages: boolean
}

/** A round as the screens show it. */
export function roundView({ campaign, rulebook, files, quotasOver, scopeName, manages }: RoundFacts): z.input<typeof unitCampaignView> {
  const rated = files.filter((file) => file.excludedReason === '')
  const can = availableActs(unitCampaignTransitions, campaign.status, () => manages)
  return {
    id: campaign.id,
    version: campaign.version,
    name: campaign.name,
    status: campaign.status,
    rulebook: { id: campaign.rulebook.id, version: campaign.rulebook.version, name: rulebook.title, documentNumber: rulebook.document.number },
    settings: { ...campaign.settings },
    period: { ...campaign.period, label: periodLabel(campaign.period) },
    scope: { id: campaign.scopeUnitId, name: scopeName },
    due: campaign.due,
    counts: {
      rated: rated.length,
      excluded: files.length - rated.length,
      unresolved: files.filter((file) => unitProblemsOf(file).length > 0).length,
      scored: rated.filter((file) => file.status === 'scored' || isDecided(file.status)).length,
      decided: rated.filter((file) => isDecided(file.status)).length,
    },
    can,
    blocked: can.flatMap((act) => roundObstacles(act, files, quotasOver).map((obstacle) => ({ act, ...obstacle }))),
    manages,
  }
}

/** What the nodes of a round's tree are made from. */
export interface TreeFacts {
  readonly campaign: UnitCampaign
  readonly files: readonly UnitFile[]
  readonly records: readonly UnitRecord[]
  readonly heads: readonly TouchedHead[]
  readonly standingOf: (file: UnitFile) => UnitStanding
  readonly names: Names
  readonly today: CalendarDate
}

/** An organisation in the tree: whose turn it is, what it waits for, which heads wait for it. */
export function nodeView({ campaign, files, records, heads, standingOf, names, today }: TreeFacts, file: UnitFile): z.input<typeof unitNode> {
  const standing = standingOf(file)
  const current = records.find((record) => record.unitId === file.unitId && record.replacedBy === null)
  const running = campaign.status === 'running' && file.excludedReason === ''
  const ref = (unit: UnitFile) => ({ id: unit.unitId, name: unit.name })
  return {
    unit: ref(file),
    parentId: file.parentId,
    depth: file.depth,
    status: file.status,
    version: file.version,
    self: names.personOrNull(file.selfId),
    recogniser: names.personOrNull(file.recogniserId),
    excludedReason: file.excludedReason,
    problems: unitProblemsOf(file),
    waitsFor: running && !isDecided(file.status) ? waitsFor(files, file.unitId).map(ref) : [],
    headsWaiting: running && !isDecided(file.status) ? heads.filter((head) => head.unitId === file.unitId && head.decidedLevel === null).map(({ personId, campaign: own }) => ({ person: names.person(personId), campaignId: own.id, campaignName: own.name })) : [],
    provisionalLevel: current !== undefined && (standing.recogniser || standing.personnel) ? current.provisionalLevel : null,
    decidedLevel: current !== undefined && maySeeUnitLevel(standing, campaign.status) ? current.decidedLevel : null,
    replaced: current?.replacesId != null,
    late: running && ((file.status === 'self_scoring' && today > campaign.due.self) || (!isDecided(file.status) && today > campaign.due.decide)),
    opens: maySeeUnitSheets(standing) && campaign.status !== 'draft' && file.excludedReason === '',
  }
}
