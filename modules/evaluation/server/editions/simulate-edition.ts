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
import { inWorker } from './in-worker.ts'
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

  const known: KnownRecord[] = []
  const moved: Moved[] = []
  const levels: Record<string, number> = {}
  const dropped = new Set<string>()
  let names: Readonly<Record<string, Bilingual>> = {}
  for (let from: string | null = ''; from !== null; ) {
    const batch: readonly KnownRecord[] = await loadKept(read, tenantId, campaign, from)
    const again = await inWorker('rescore', { before, after, records: batch.map((each) => each.kept) })
    if (again.problems.length > 0) return { ...nothing, problems: [...again.problems] }
    known.push(...batch)
    moved.push(...again.moved)
    for (const [level, count] of Object.entries(again.levels)) levels[level] = (levels[level] ?? 0) + count
    again.dropped.forEach((path) => dropped.add(path))
    names = again.levelNames
    from = batch.length < atOnce ? null : (batch.at(-1)?.kept.personId ?? null)
  }
  record({ action: 'evaluation.rulebook.simulated', subject: { kind: 'rulebook_edition', id: edition.id }, data: { campaignId: campaign.id, hash: edition.hash, people: known.length } })
  return { ...(await shown(read, tenantId, campaign, known, moved)), people: known.length, levels: levelRows(known, levels, names), dropped: [...dropped], problems: [] }
})

const nothing: Simulation = { problems: [], people: 0, levels: [], levelChanges: 0, scoreChanges: 0, rows: [], refused: [], refusedCount: 0, dropped: [] }

interface KnownRecord {
  readonly kept: KeptRecord
  readonly unitId: UnitId
  readonly decidedLevel: string | null
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
async function shown(read: Reader, tenantId: TenantId, campaign: Campaign, known: readonly KnownRecord[], moved: readonly Moved[]) {
  const records = new Map(known.map((each) => [each.kept.personId, each]))
  const changed = moved.flatMap((each) => (each.kind === 'moved' ? [each] : []))
  const refused = moved.flatMap((each) => (each.kind === 'refused' ? [each] : []))
  const byLevel = changed.filter((each) => records.get(each.personId)?.kept.known.level !== each.level)
  const listed = [...byLevel, ...changed.filter((each) => !byLevel.includes(each))].slice(0, mostRows)
  const unread = refused.slice(0, mostRows)
  const people = [...listed, ...unread].map((each) => each.personId)
  const names = await loadNames(read, tenantId, people, people.flatMap((id) => records.get(id)?.unitId ?? []), campaign.period.to)
  const placed = (id: string) => ({ person: names.person(id as PersonId), unit: names.unit(records.get(id)?.unitId ?? '').name })
  return {
    levelChanges: byLevel.length,
    scoreChanges: changed.length - byLevel.length,
    rows: listed.map(({ personId, total, exact, level, why }) => {
      const before = records.get(personId)?.kept.known
      return {
        ...placed(personId),
        before: { total: before?.total ?? null, exact: before?.exact ?? null, level: before?.level ?? '' },
        after: { total, exact, level },
        decidedLevel: records.get(personId)?.decidedLevel ?? null,
        why: [...why],
      }
    }),
    refused: unread.map(({ personId, problems }) => ({ ...placed(personId), problems: [...problems] })),
    refusedCount: refused.length,
  }
}

/** How many stand at each level before and after, best first; the two answers that are not levels come last. */
function levelRows(known: readonly KnownRecord[], after: Readonly<Record<string, number>>, names: Readonly<Record<string, Bilingual>>): Simulation['levels'] {
  const before = new Map<string, number>()
  for (const { kept } of known) before.set(kept.known.level, (before.get(kept.known.level) ?? 0) + 1)
  const ids = [...new Set([...Object.keys(names), ...before.keys(), ...Object.keys(after)])]
  return ids
    .map((id) => ({ id, name: names[id] ?? { vi: id, en: id }, before: before.get(id) ?? 0, after: after[id] ?? 0 }))
    .filter((row) => row.before > 0 || row.after > 0 || row.id in names)
}
