import { parseRational, toDecimal, type Rational } from '#kernel/rational.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { RatedSheet } from '../../domain/analysis/rated-sheet.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'

/** Every sheet sent on by a named rater: both columns of the form, and the sheets of further named raters. Unnamed raters leave none. */
export async function loadRatedSheets(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook): Promise<RatedSheet[]> {
  const columns = await read
    .selectFrom('evaluation_sheet as s')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 's.campaign_id').onRef('p.person_id', '=', 's.person_id'))
    .where('s.tenant_id', '=', tenantId)
    .where('s.campaign_id', '=', campaign.id)
    .where('s.submitted_at', 'is not', null)
    .where('s.rater', 'in', ['self', 'superior'])
    .where('p.excluded_reason', '=', '')
    .select(['s.person_id', 's.rater_person_id', 's.rater as kind', 's.points', 'p.subject_group'])
    .execute()
  const ratings = await read
    .selectFrom('evaluation_rating as s')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 's.campaign_id').onRef('p.person_id', '=', 's.person_id'))
    .where('s.tenant_id', '=', tenantId)
    .where('s.campaign_id', '=', campaign.id)
    .where('s.submitted_at', 'is not', null)
    .where('p.excluded_reason', '=', '')
    .select(['s.person_id', 's.rater_person_id', 's.kind', 's.points', 'p.subject_group'])
    .execute()
  const maxima = new Map<string, ReadonlyMap<string, number>>()
  const maximaOf = (group: string): ReadonlyMap<string, number> => {
    let found = maxima.get(group)
    if (found === undefined) maxima.set(group, (found = new Map(scoredCriteria(rulebook, group).flatMap(maximumOf))))
    return found
  }
  return [...columns, ...ratings].flatMap((row) => {
    const given = Object.entries(row.points as Record<string, string>).flatMap(([code, text]) => {
      const [points, max] = [parseRational(text), maximaOf(row.subject_group).get(code)]
      return points === null || max === undefined ? [] : [{ points: floatOf(points), max }]
    })
    if (given.length === 0) return []
    const [points, most] = [given.reduce((sum, one) => sum + one.points, 0), given.reduce((sum, one) => sum + one.max, 0)]
    return [{ subject: row.person_id, rater: row.rater_person_id, kind: row.kind, shares: given.map((one) => (100 * one.points) / one.max), percent: (100 * points) / most }]
  })
}

/** What a criterion is a share of; bonus and deduction points have no share. A snapped criterion is entered in per cent. */
function maximumOf({ code, max, scoring }: Criterion): [string, number][] {
  if (scoring.kind === 'bonus' || scoring.kind === 'deduction') return []
  const value = parseRational(max)
  const most = scoring.kind === 'snapped' ? 100 : value === null ? 0 : floatOf(value)
  return most > 0 ? [[code, most]] : []
}

// Advisory figures only; points have at most six places.
function floatOf(value: Rational): number {
  return Number(toDecimal(value, 6))
}
