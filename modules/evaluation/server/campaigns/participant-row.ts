import type { CampaignId, PersonId, PostId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { ParticipantStatus } from '../../domain/participant.ts'
import type { Facts } from '../../domain/facts.ts'

/** Somebody's file in a campaign as stored. */
export interface Participant {
  readonly personId: PersonId
  readonly unitId: UnitId
  readonly postId: PostId
  readonly title: string
  readonly group: string
  readonly peerGroup: string
  readonly isHead: boolean
  readonly variants: Readonly<Record<string, string>>
  readonly superiorId: PersonId | null
  readonly deciderId: PersonId | null
  readonly excludedReason: string
  readonly status: ParticipantStatus
  /** Set by hand; facts that follow from posts are added when scoring. */
  readonly facts: Facts
  readonly factsNote: string
  readonly adjusted: readonly string[]
  readonly sortName: string
  readonly version: number
}

export const participantColumns = [
  'p.person_id', 'p.unit_id', 'p.post_id', 'p.title', 'p.subject_group', 'p.peer_group', 'p.is_head', 'p.variants', 'p.superior_id', 'p.decider_id',
  'p.excluded_reason', 'p.status', 'p.facts', 'p.facts_note', 'p.adjusted', 'p.sort_name', 'p.version',
] as const

/** The columns a participant is read from. */
export interface ParticipantRecord {
  readonly person_id: string
  readonly unit_id: string
  readonly post_id: string
  readonly title: string
  readonly subject_group: string
  readonly peer_group: string
  readonly is_head: boolean
  readonly variants: unknown
  readonly superior_id: string | null
  readonly decider_id: string | null
  readonly excluded_reason: string
  readonly status: string
  readonly facts: unknown
  readonly facts_note: string
  readonly adjusted: string[]
  readonly sort_name: string
  readonly version: number
}

/** A stored row as a participant. */
export function participantOf(row: ParticipantRecord): Participant {
  return {
    personId: row.person_id as PersonId,
    unitId: row.unit_id as UnitId,
    postId: row.post_id as PostId,
    title: row.title,
    group: row.subject_group,
    peerGroup: row.peer_group,
    isHead: row.is_head,
    variants: row.variants as Record<string, string>,
    superiorId: row.superior_id as PersonId | null,
    deciderId: row.decider_id as PersonId | null,
    excludedReason: row.excluded_reason,
    status: row.status as ParticipantStatus,
    facts: row.facts as Facts,
    factsNote: row.facts_note,
    adjusted: row.adjusted,
    sortName: row.sort_name,
    version: row.version,
  }
}

/** Participants of a campaign in the order of their names; all, or some. */
export async function loadParticipants(read: Reader, tenantId: TenantId, campaignId: CampaignId, people?: readonly PersonId[]): Promise<Participant[]> {
  if (people?.length === 0) return []
  let query = read
    .selectFrom('evaluation_participant as p')
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaignId)
    .select(participantColumns)
    .orderBy('p.sort_name')
    .orderBy('p.person_id')
  if (people !== undefined) query = query.where('p.person_id', 'in', [...people])
  return (await query.execute()).map(participantOf)
}

/** One participant, or `platform.not-found`. */
export async function loadParticipant(read: Reader, tenantId: TenantId, campaignId: CampaignId, personId: PersonId): Promise<Participant> {
  const [found] = await loadParticipants(read, tenantId, campaignId, [personId])
  return found ?? refuse('platform.not-found')
}

/** One participant with its row locked, so that two acts on the file follow one another. */
export async function lockParticipant(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaignId: CampaignId, personId: PersonId): Promise<Participant> {
  await tx
    .selectFrom('evaluation_participant')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', personId)
    .select('person_id')
    .forNoKeyUpdate()
    .execute()
  return loadParticipant(read, tenantId, campaignId, personId)
}
