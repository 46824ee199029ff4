import { sql } from 'kysely'
import { add, parseRational, toFraction, zero } from '#kernel/rational.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { checkPoints, pointsMissing } from '../../domain/sheet.ts'
import { sheetValues } from '../../domain/scoring/sheet-values.ts'
import { holdCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { relativesOf } from './kinships.ts'
import { kindOrNotFound, loadRaterFiles, lockRaterFiles, requireRating, subjectOf } from './rater-files.ts'

/**
 * Adds one rater's points on everybody she rates as an unnamed kind to the tallies, in one act. Who took part is kept,
 * to the day; what anybody gave is not, anywhere: no row, no ledger entry, no print of the request. It cannot be changed
 * afterwards, since nobody could find it again.
 */
export const submitUnnamedRatings = command(raterRoutes.submitUnnamedRatings, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  const { kind } = params
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  await lockRaterFiles(tx, actor, campaign.id, kind)
  const files = await loadRaterFiles(read, actor, campaign.id, kind)
  if (files.length === 0 || actor.personId === null) refuse('platform.not-found')
  const me = actor.personId
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const rater = kindOrNotFound(rulebook, kind, true)
  requireRating(campaign)
  const waiting = new Map(files.filter((file) => file.status === 'waiting').map((file) => [file.personId, file]))
  if (waiting.size === 0) refuse('evaluation.rating.sent', {})
  const answered = [...body.sheets, ...body.declined].map((each) => each.personId)
  if (answered.some((id) => !waiting.has(id)) || new Set(answered).size !== answered.length) refuse('platform.not-found')
  // All of them at once: between two acts of one rater the tallies would tell the points apart.
  const left = [...waiting.keys()].filter((id) => !answered.includes(id))
  if (left.length > 0) refuse('evaluation.rating.incomplete', { people: left })
  const areRelatives = await relativesOf(read, tenantId, answered)
  const given = new Map<PersonId, ReadonlyMap<string, string>>()
  for (const { personId, points } of body.sheets) {
    const file = waiting.get(personId)
    if (file === undefined) continue
    if (areRelatives(personId, me)) refuse('evaluation.rater.relative', { personId })
    const subject = subjectOf(campaign, rulebook, file)
    const checked = checkPoints(subject, rater.id, points)
    const missing = pointsMissing(subject, checked)
    if (missing.length > 0) refuse('evaluation.rating.incomplete', { personId, missing })
    given.set(personId, new Map([...sheetValues(rulebook, subject, rater.id, checked).values].map(([code, value]) => [code, toFraction(value)])))
  }
  await addToTallies(tx, tenantId, campaign, kind, given)
  await markRaters(tx, tenantId, campaign, kind, me, [...given.keys()], body.declined, today)
  record({ action: 'evaluation.rating.took-part', subject: { kind: 'campaign', id: campaign.id }, data: { kind } })
  return { submitted: given.size }
})

async function addToTallies(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, kind: string, given: ReadonlyMap<PersonId, ReadonlyMap<string, string>>): Promise<void> {
  if (given.size === 0) return
  const tallies = await tx
    .selectFrom('evaluation_tally')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('kind', '=', kind)
    .where('person_id', 'in', [...given.keys()])
    .select(['person_id', 'sums', 'closed'])
    // Two raters of the same people wait for one another in the same order.
    .orderBy('person_id')
    .forUpdate()
    .execute()
  if (tallies.length !== given.size) throw new Error('an open campaign has a tally for every subject and unnamed kind')
  if (tallies.some((tally) => tally.closed)) refuse('evaluation.rating.closed', { status: 'closed' })
  const rows = tallies.map((tally) => {
    const sums: Record<string, string> = { ...(tally.sums as Record<string, string>) }
    for (const [code, value] of given.get(tally.person_id as PersonId) ?? []) sums[code] = toFraction(add(parseRational(sums[code] ?? '0') ?? zero, parseRational(value) ?? zero))
    return { person_id: tally.person_id, sums }
  })
  await sql`update evaluation_tally as t set count = t.count + 1, sums = r.sums, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, sums jsonb)
    where t.tenant_id = ${tenantId} and t.campaign_id = ${campaign.id} and t.kind = ${kind} and t.person_id = r.person_id`.execute(tx)
}

async function markRaters(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, kind: string, me: PersonId, sent: readonly PersonId[], declined: readonly { personId: PersonId; reason: string }[], today: string): Promise<void> {
  await sql`update evaluation_rater set status = 'submitted', submitted_on = ${today}, version = version + 1 where tenant_id = ${tenantId}
    and campaign_id = ${campaign.id} and kind = ${kind} and rater_person_id = ${me} and person_id = any(${[...sent]}::uuid[])`.execute(tx)
  if (declined.length === 0) return
  const rows = declined.map(({ personId, reason }) => ({ person_id: personId, reason }))
  await sql`update evaluation_rater as t set status = 'excused', reason = r.reason, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, reason text)
    where t.tenant_id = ${tenantId} and t.campaign_id = ${campaign.id} and t.kind = ${kind} and t.rater_person_id = ${me} and t.person_id = r.person_id`.execute(tx)
}
