import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { PersonId, ResultId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { participantTransitions } from '../../domain/participant.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { relativesOf } from '../raters/kinships.ts'
import { requireUnitsFirst } from '../units/require-units-first.ts'

/** A decided level ready to be stored. */
export interface StoredDecision {
  readonly personId: PersonId
  readonly resultId: ResultId
  readonly level: string
  readonly reason: string
}

/**
 * Stores decisions with who decided and when, and moves their files, in two statements however many. Refuses one on a declared
 * relative, and a head before the organisation (article 20.6).
 */
export async function storeDecisions(tx: Tx<'evaluation'>, actor: Pick<Actor, 'tenantId' | 'personId'>, campaign: Campaign, decisions: readonly StoredDecision[], now: Date): Promise<void> {
  const read = readerOf(tx)
  if (actor.personId !== null) {
    const { personId } = actor
    const areRelatives = await relativesOf(read, actor.tenantId, [personId])
    const relative = decisions.find((decision) => areRelatives(personId, decision.personId))
    if (relative !== undefined) refuse('evaluation.result.relative', { personId: relative.personId })
  }
  await requireUnitsFirst(read, actor.tenantId, campaign, decisions.map((decision) => decision.personId))
  const rows = JSON.stringify(decisions.map((decision) => ({ id: decision.resultId, person_id: decision.personId, level: decision.level, reason: decision.reason })))
  await sql`update evaluation_result as r set decided_level = d.level, decision_reason = d.reason, decided_by = ${actor.personId}, decided_at = ${now}, version = r.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as d(id uuid, person_id uuid, level text, reason text)
    where r.tenant_id = ${actor.tenantId} and r.campaign_id = ${campaign.id} and r.id = d.id and r.published_at is null`.execute(tx)
  await sql`update evaluation_participant as p set status = ${participantTransitions.decide.to}, version = p.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as d(id uuid, person_id uuid, level text, reason text)
    where p.tenant_id = ${actor.tenantId} and p.campaign_id = ${campaign.id} and p.person_id = d.person_id`.execute(tx)
}
