import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, PetitionId, ResultId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { type WorkCalendar, workingDaysLeft } from '#kernel/working-days.ts'
import { mayUse } from '#platform/contract/route.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import type { petitionView as shape } from '../../contract/views.ts'
import type { PetitionStatus } from '../../domain/petition.ts'
import type { Names } from '../campaigns/names.ts'

/** A petition as stored, with who must answer it. */
export interface Petition {
  readonly id: PetitionId
  readonly resultId: ResultId
  readonly campaignId: CampaignId
  readonly campaignName: string
  readonly scopeUnitId: UnitId
  readonly personId: PersonId
  readonly deciderId: PersonId | null
  readonly text: string
  readonly filedAt: Date
  readonly dueOn: CalendarDate
  readonly status: PetitionStatus
  readonly answer: string
  readonly answeredBy: PersonId | null
  readonly answeredAt: Date | null
  readonly version: number
}

/** Petitions of the tenant with their campaign and the authority that answers. */
export function selectPetitions(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('evaluation_petition as t')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 't.campaign_id'))
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 't.campaign_id').onRef('p.person_id', '=', 't.person_id'))
    .where('t.tenant_id', '=', tenantId)
    .select([
      't.id', 't.result_id', 't.campaign_id', 'c.name as campaign_name', 'c.scope_unit_id', 't.person_id', 'p.decider_id', 't.text', 't.filed_at', 't.due_on', 't.status', 't.answer',
      't.answered_by', 't.answered_at', 't.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPetitions>['execute']>>[number]

/** A stored row as a petition. */
export function petitionOf(row: Row): Petition {
  return {
    id: row.id as PetitionId,
    resultId: row.result_id as ResultId,
    campaignId: row.campaign_id as CampaignId,
    campaignName: row.campaign_name,
    scopeUnitId: row.scope_unit_id as UnitId,
    personId: row.person_id as PersonId,
    deciderId: row.decider_id as PersonId | null,
    text: row.text,
    filedAt: row.filed_at as Date,
    dueOn: row.due_on as CalendarDate,
    status: row.status as PetitionStatus,
    answer: row.answer,
    answeredBy: row.answered_by as PersonId | null,
    answeredAt: row.answered_at as Date | null,
    version: row.version,
  }
}

/** One petition with its row locked until the end of the act, or `platform.not-found`. */
export async function lockPetition(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: PetitionId): Promise<Petition> {
  await tx.selectFrom('evaluation_petition').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
  const row = await selectPetitions(read, tenantId).where('t.id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : petitionOf(row)
}

/** Who looks at petitions. */
export interface PetitionViewer {
  readonly actor: Actor
  /** Whether the actor runs the petition's campaign. */
  readonly manages: (petition: Petition) => boolean
  /** Authorities with overdue petitions directly below the actor. */
  readonly below: readonly PersonId[]
}

/** Whether a petition has come to the actor as the head above who must answer: it is open beyond its term. */
export function isEscalated(petition: Petition, below: readonly PersonId[], today: CalendarDate): boolean {
  return isOverdue(petition, today) && petition.deciderId !== null && below.includes(petition.deciderId)
}

function isOverdue(petition: Petition, today: CalendarDate): boolean {
  return petition.status === 'open' && petition.dueOn < today
}

/** A petition as screens get it; only the petitioner withdraws, only the authority answers, who watches over it reminds. */
export function petitionView(petition: Petition, names: Names, { actor, manages, below }: PetitionViewer, today: CalendarDate, calendar: WorkCalendar): z.input<typeof shape> {
  const me = actor.personId
  const open = petition.status === 'open' && me !== null
  const escalated = isEscalated(petition, below, today)
  const reminds = petition.status === 'open' && petition.deciderId !== null && petition.deciderId !== me && petition.personId !== me && (manages(petition) || escalated)
  return {
    id: petition.id,
    version: petition.version,
    resultId: petition.resultId,
    campaignId: petition.campaignId,
    campaignName: petition.campaignName,
    person: names.person(petition.personId),
    decider: names.personOrNull(petition.deciderId),
    text: petition.text,
    filedAt: petition.filedAt.toISOString(),
    dueOn: petition.dueOn,
    workingDaysLeft: workingDaysLeft(today, petition.dueOn, calendar),
    status: petition.status,
    answer: petition.answer,
    answeredBy: names.personOrNull(petition.answeredBy),
    answeredAt: petition.answeredAt?.toISOString() ?? null,
    overdue: isOverdue(petition, today),
    escalated,
    can: [...(open && me === petition.deciderId && me !== petition.personId && mayUse(actor, resultRoutes.answerPetition) ? (['answer'] as const) : []), ...(open && me === petition.personId && mayUse(actor, resultRoutes.withdrawPetition) ? (['withdraw'] as const) : []), ...(reminds ? (['remind'] as const) : [])],
  }
}
