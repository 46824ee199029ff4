import type { z } from 'zod'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { isPublished } from '../../domain/policy.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import type { Reason } from '../../domain/scoring/types.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { loadNames } from '../campaigns/names.ts'
import type { StoredDerivation, StoredInput } from '../results/compute-results.ts'
import { loadEdition, requireRight, textOf } from './edition-row.ts'
import { inWorker, namingTooLong } from './in-worker.ts'
import type { KeptRecord, Moved } from './rulebook-work.ts'

type Simulation = z.input<typeof editionRoutes.simulateEdition.reply>

const atOnce = 500
const mostRows = 500

/**
 * Scores a published or closed period again under a version: provisional levels before and after, with the reasons. Only the
 * personnel body of that campaign may; the read is in the ledger and nothing is stored in the results.
 */
export const simulateEdition = query(editionRoutes.simulateEdition, async ({ params, query: asked, actor, read, today, record }): Promise<Simulation> => {
  const { tenantId } = actor
  await requireRight(actor, read, today, 'evaluation:rulebooks')
  const edition = await loadEdition(read, tenantId, params.editionId)
  const campaign = await loadCampaign(read, tenantId, asked.campaignId)
  await requireManages(campaign, actor, read, today)
  if (!isPublished(campaign.status)) refuse('evaluation.rulebook.not-published', { status: campaign.status })
  const [before, after] = [await pinnedText(read, tenantId, campaign), await textOf(read, tenantId, edition)]

  const found: Found = { people: 0, levelsBefore: new Map(), levelChanges: 0, scoreChanges: 0, refusedCount: 0, byLevel: [], byScore: [], refused: [] }
  const levels: Record<string, number> = {}
  const dropped = new Set<string>()
  const about: string[] = []
  let names: Readonly<Record<string, Bilingual>> = {}
  for (let from: string | null = ''; from !== null; ) {
    const batch: readonly KnownRecord[] = await loadKept(read, tenantId, campaign, from)
    const again = await namingTooLong(inWorker('rescore', { before, after, records: batch.map((each) => each.kept) }), (faults) => ({ problems: faults, levelNames: {}, levels: {}, moved: [], dropped: [] }))
    if (again.problems.length > 0) return { ...nothing, problems: [...again.problems] }
    take(found, batch, again.moved)
    about.push(...batch.map((each) => each.kept.personId))
    for (const [level, count] of Object.entries(again.levels)) levels[level] = (levels[level] ?? 0) + count
    again.dropped.forEach((path) => dropped.add(path))
    names = again.levelNames
    from = batch.length < atOnce ? null : (batch.at(-1)?.kept.personId ?? null)
  }
  record({ action: 'evaluation.rulebook.simulated', subject: { kind: 'rulebook_edition', id: edition.id }, about, data: { campaignId: campaign.id, hash: edition.hash, people: found.people } })
  return { ...(await shown(read, tenantId, campaign, found)), people: found.people, levels: levelRows(found.levelsBefore, levels, names), dropped: [...dropped], problems: [] }
})

const nothing: Simulation = { problems: [], people: 0, levels: [], levelChanges: 0, scoreChanges: 0, rows: [], refused: [], refusedCount: 0, dropped: [] }

interface KnownRecord {
  readonly kept: KeptRecord
  readonly unitId: UnitId
  readonly decidedLevel: string | null
}

interface Standing {
  readonly unitId: UnitId
  readonly decidedLevel: string | null
  readonly before: Pick<KeptRecord['known'], 'total' | 'exact' | 'level'>
  readonly moved: Moved
}

/** What a simulation has found so far: counts of everybody, and no more people than are shown. */
interface Found {
  people: number
  readonly levelsBefore: Map<string, number>
  levelChanges: number
  scoreChanges: number
  refusedCount: number
  readonly byLevel: Standing[]
  readonly byScore: Standing[]
  readonly refused: Standing[]
}

function take(found: Found, batch: readonly KnownRecord[], moved: readonly Moved[]): void {
  found.people += batch.length
  const records = new Map(batch.map((each) => [each.kept.personId, each]))
  for (const { kept } of batch) found.levelsBefore.set(kept.known.level, (found.levelsBefore.get(kept.known.level) ?? 0) + 1)
  for (const each of moved) {
    const record = records.get(each.personId)
    if (record === undefined) continue
    const { total, exact, level } = record.kept.known
    const list = each.kind === 'refused' ? found.refused : each.level === level ? found.byScore : found.byLevel
    if (list === found.refused) found.refusedCount += 1
    else if (list === found.byScore) found.scoreChanges += 1
    else found.levelChanges += 1
    if (list.length < mostRows) list.push({ unitId: record.unitId, decidedLevel: record.decidedLevel, before: { total, exact, level }, moved: each })
  }
}

/** The text the campaign was scored with. */
async function pinnedText(read: Reader, tenantId: TenantId, campaign: Campaign): Promise<string> {
  const { id, version } = campaign.rulebook
  const row = await read.selectFrom('evaluation_rulebook').where('tenant_id', '=', tenantId).where('id', '=', id).where('version', '=', version).select('source').executeTakeFirstOrThrow()
  return row.source
}

/** Records in force after a person, with the input they were computed from. */
async function loadKept(read: Reader, tenantId: TenantId, campaign: Campaign, after: string): Promise<KnownRecord[]> {
  let rows = read
    .selectFrom('evaluation_result as r')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 'r.campaign_id').onRef('p.person_id', '=', 'r.person_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.campaign_id', '=', campaign.id)
    .where('r.replaced_by', 'is', null)
    .select(['r.person_id', 'r.input', 'r.derivation', 'r.exact_total', 'r.total', 'r.general_points', 'r.task_points', 'r.provisional_level', 'r.decided_level', 'r.reasons', 'p.unit_id'])
    .orderBy('r.person_id')
    .limit(atOnce)
  if (after !== '') rows = rows.where('r.person_id', '>', after)
  return (await rows.execute()).map((row) => ({
    unitId: row.unit_id as UnitId,
    decidedLevel: row.decided_level,
    kept: {
      personId: row.person_id,
      engine: (row.input as unknown as StoredInput).engine,
      known: {
        exact: row.exact_total,
        total: row.total,
        generalPoints: row.general_points,
        taskPoints: row.task_points,
        terms: (row.derivation as unknown as StoredDerivation).terms,
        level: row.provisional_level,
        reasons: row.reasons as unknown as Reason[],
      },
    },
  }))
}

/** Who moves, level changes first, with names. */
async function shown(read: Reader, tenantId: TenantId, campaign: Campaign, { levelChanges, scoreChanges, refusedCount, byLevel, byScore, refused }: Found) {
  const listed = [...byLevel, ...byScore].slice(0, mostRows)
  const all = [...listed, ...refused]
  const names = await loadNames(read, tenantId, all.map((each) => each.moved.personId), all.map((each) => each.unitId), campaign.period.to)
  const placed = ({ moved, unitId }: Standing) => ({ person: names.person(moved.personId as PersonId), unit: names.unit(unitId).name })
  return {
    levelChanges,
    scoreChanges,
    refusedCount,
    rows: listed.flatMap((each) => {
      const { moved, before, decidedLevel } = each
      return moved.kind === 'moved' ? [{ ...placed(each), before, after: { total: moved.total, exact: moved.exact, level: moved.level }, decidedLevel, why: [...moved.why] }] : []
    }),
    refused: refused.flatMap((each) => (each.moved.kind === 'refused' ? [{ ...placed(each), problems: [...each.moved.problems] }] : [])),
  }
}

/** How many stand at each level before and after, best first; the two answers that are not levels come last. */
function levelRows(before: ReadonlyMap<string, number>, after: Readonly<Record<string, number>>, names: Readonly<Record<string, Bilingual>>): Simulation['levels'] {
  const ids = [...new Set([...Object.keys(names), ...before.keys(), ...Object.keys(after)])]
  return ids
    .map((id) => ({ id, name: names[id] ?? { vi: id, en: id }, before: before.get(id) ?? 0, after: after[id] ?? 0 }))
    .filter((row) => row.before > 0 || row.after > 0 || row.id in names)
}
