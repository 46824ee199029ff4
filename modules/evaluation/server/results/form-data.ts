import { createHash } from 'node:crypto'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { add, parseRational, toShortest, zero } from '#kernel/rational.ts'
import { publishedRoots, type PublishedRoot } from '#platform/audit/published-set.ts'
import type { Reader } from '#platform/db/database.ts'
import { maySeeScores, type Standing } from '../../domain/policy.ts'
import { criteriaOf } from '../../domain/rulebook/scope.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { loadNames, type Names } from '../campaigns/names.ts'
import type { Participant } from '../campaigns/participant-row.ts'
import type { FormCriterionRow, FormSignature, FormVerification } from '../documents/form-inputs.ts'
import { loadIssuingBodies, type IssuingBodies } from './issuing-bodies.ts'
import { loadCurrentResults, type ResultRecord } from './result-record.ts'
import type { ResultValues } from './result-values.ts'

/** One column of a sheet as the forms print it. */
export interface PrintedSheet {
  readonly points: Readonly<Record<string, string>>
  readonly strengths: string
  readonly weaknesses: string
  readonly comment: string
  readonly proposedLevel: string | null
  readonly submittedAt: Date | null
}

/** What the forms of several people are filled from, read set-wise. */
export interface FormData extends IssuingBodies {
  readonly names: Names
  readonly results: ReadonlyMap<PersonId, ResultRecord>
  readonly self: ReadonlyMap<PersonId, PrintedSheet>
  readonly superior: ReadonlyMap<PersonId, PrintedSheet>
  /** The published sets the results are in, by result. */
  readonly sets: ReadonlyMap<string, PublishedRoot>
}

/** Reads what forms print for these people. */
export async function loadFormData(read: Reader, tenantId: TenantId, campaign: Campaign, participants: readonly Participant[]): Promise<FormData> {
  const people = participants.map((participant) => participant.personId)
  const results = await loadCurrentResults(read, tenantId, campaign.id, people)
  const sheets = await read
    .selectFrom('evaluation_sheet')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', 'in', people)
    .select(['person_id', 'rater', 'points', 'strengths', 'weaknesses', 'comment', 'proposed_level', 'submitted_at'])
    .execute()
  const column = (rater: string): Map<PersonId, PrintedSheet> =>
    new Map(
      sheets
        .filter((row) => row.rater === rater && row.submitted_at !== null)
        .map((row) => [
          row.person_id as PersonId,
          {
            points: row.points as Record<string, string>,
            strengths: row.strengths,
            weaknesses: row.weaknesses,
            comment: row.comment,
            proposedLevel: row.proposed_level,
            submittedAt: row.submitted_at as Date | null,
          },
        ]),
    )
  const names = await loadNames(
    read,
    tenantId,
    [...people, ...participants.map((participant) => participant.superiorId), ...participants.map((participant) => participant.deciderId), ...[...results.values()].map((result) => result.decidedBy)],
    participants.map((participant) => participant.unitId),
    campaign.period.to,
  )
  return {
    names,
    results,
    sets: await publishedRoots(read, tenantId, [...results.values()].map((result) => result.id)),
    self: column('self'),
    superior: column('superior'),
    ...(await loadIssuingBodies(read, tenantId, campaign.period.to)),
  }
}

/** What one reader's copy may show of a file: its subject's copy has no result and no comment before publication. */
export function shownOn(standing: Standing, campaign: Campaign, result: ResultRecord | undefined): { result: ResultRecord | undefined; comments: boolean } {
  const scores = maySeeScores(standing, campaign.status)
  return { result: scores ? result : undefined, comments: scores }
}

/** Rows of the criteria table as the form numbers them, with one column of points; a group's row shows its sum once every part is scored. */
export function criterionRows(rulebook: CompiledRulebook, group: string, points: Readonly<Record<string, string>> | undefined): FormCriterionRow[] {
  return criteriaOf(rulebook.criteria, group).filter((criterion) => criterion.formNumber !== null).map((criterion) => ({
    code: criterion.code,
    name: criterion.name.vi,
    max: shortest(criterion.max),
    selfPoints: points === undefined ? null : pointsOf(criterion, points),
  }))
}

/** Sum of the criteria table's maximum, and of the points once all are given. */
export function criterionTotals(rulebook: CompiledRulebook, group: string, points: Readonly<Record<string, string>> | undefined): { max: string; points: string | null } {
  const top = rulebook.criteria.filter((criterion) => criterion.groups === null || criterion.groups.includes(group))
  const sums = top.map((criterion) => (points === undefined ? null : pointsOf(criterion, points)))
  return { max: toShortest(sumOf(top.map((criterion) => criterion.max))), points: sums.some((sum) => sum === null) ? null : toShortest(sumOf(sums.map(String))) }
}

function pointsOf(criterion: Criterion, points: Readonly<Record<string, string>>): string | null {
  if (criterion.children.length === 0) return points[criterion.code] ?? null
  const parts = criterion.children.map((child) => pointsOf(child, points))
  return parts.some((part) => part === null) ? null : toShortest(sumOf(parts.map(String)))
}

function sumOf(texts: readonly string[]) {
  return texts.reduce((sum, text) => add(sum, parseRational(text) ?? zero), zero)
}

function shortest(text: string): string {
  const value = parseRational(text)
  return value === null ? text : toShortest(value)
}

/** A signature block: who signed and on which day in Vietnam. */
export function signature(place: string | null, at: Date | null, name: string | null): FormSignature {
  const date: CalendarDate | null = at === null ? null : vietnameseDay(at)
  return { place, date, name: at === null ? null : name }
}

/** Leads from a paper to its record: the id, eight signs that change with score and level, and the root of the set it was made known in. */
export function verificationOf(result: ({ readonly id: string; readonly decidedLevel: string | null } & Pick<ResultValues, 'exact' | 'provisionalLevel'>) | undefined, sets: ReadonlyMap<string, PublishedRoot>): FormVerification | null {
  if (result === undefined) return null
  const digest = createHash('sha256').update([result.id, result.exact ?? '', result.provisionalLevel, result.decidedLevel ?? ''].join('\n')).digest('hex').toUpperCase()
  return { recordId: result.id, shortHash: `${digest.slice(0, 4)}-${digest.slice(4, 8)}`, set: sets.get(result.id) ?? null }
}
