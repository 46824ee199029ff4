import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { daysBetween, type CalendarDate } from '#kernel/calendar-date.ts'
import type { AccountId, Id, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { workingDaysLeft, type WorkCalendar } from '#kernel/working-days.ts'
import { accountNames } from '#modules/accounts/server/index.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { requestView } from '../../contract/request-routes.ts'
import type { OwnClass } from '../../domain/own-data/classes.ts'
import { actsOn, isOverdue, nextDue, rightsOver, wayFor, type RequestKind, type RequestState, type RequestStatus } from '../../domain/requests/request.ts'
import { shippedRegister } from '../register/shipped-register.ts'

/** A request as stored, locked for change. */
export interface StoredRequest extends RequestState {
  readonly accountId: AccountId
  readonly personId: PersonId | null
  readonly kind: RequestKind
  readonly recordClass: OwnClass
  readonly recordId: string | null
  readonly version: number
}

/** Requests of the committee. */
export function selectRequests(read: Reader, tenantId: TenantId) {
  return read.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

/** Locks a request that was seen at this version; `only` hides those of other accounts. */
export async function lockRequest(tx: Tx<'personal-data'>, tenantId: TenantId, id: string, version: number, only?: AccountId): Promise<StoredRequest> {
  const row = await tx.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (row === undefined || (only !== undefined && row.account_id !== only)) return refuse('platform.not-found')
  if (row.version !== version) refuse('personal-data.request.changed', { version: row.version })
  return {
    accountId: row.account_id as AccountId,
    personId: row.person_id as PersonId | null,
    kind: row.kind as RequestKind,
    recordClass: row.record_class as OwnClass,
    recordId: row.record_id,
    version: row.version,
    ...stateOf(row),
  }
}

function stateOf(row: Pick<Row, 'status' | 'answer_due' | 'complete_due'>): RequestState {
  return { status: row.status as RequestStatus, answerDue: row.answer_due as CalendarDate, completeDue: row.complete_due as CalendarDate }
}

/** How many requests are open, and how many of them are beyond their day. */
export async function countOpen(read: Reader, tenantId: TenantId, today: CalendarDate): Promise<{ open: number; overdue: number }> {
  const rows = await read.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).where('status', 'in', ['filed', 'accepted']).select(['status', 'answer_due', 'complete_due']).execute()
  return { open: rows.length, overdue: rows.filter((row) => isOverdue(stateOf(row), today)).length }
}

interface Viewer {
  readonly actor: Actor
  readonly officer: boolean
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
}

/** Requests as screens get them, with the clock of the next step and what the viewer may do. */
export async function viewsOf(read: Reader, rows: readonly Row[], { actor, officer, today, calendar }: Viewer): Promise<z.input<typeof requestView>[]> {
  const { tenantId } = actor
  const ids = [...new Set(rows.flatMap((row) => [row.account_id, row.person_id, row.answered_by].filter((id) => id !== null)))]
  const [people, accounts] = [await personNames(read, tenantId, ids as PersonId[]), await accountNames(read, tenantId, ids)]
  const nameOf = (id: string): string => people.get(id as PersonId)?.fullName ?? accounts.get(id) ?? ''
  return rows.map((row) => {
    const state = stateOf(row)
    const recordClass = row.record_class as OwnClass
    const due = nextDue(state)
    const working = state.status === 'filed'
    return {
      id: row.id as Id<'data-request'>,
      version: row.version,
      kind: row.kind as RequestKind,
      recordClass,
      className: shippedRegister.classes[recordClass].name,
      record: row.record_id === null ? null : { id: row.record_id, title: row.record_title },
      reason: row.reason,
      asker: { personId: row.person_id as PersonId | null, name: nameOf(row.person_id ?? row.account_id) },
      filedAt: row.filed_at.toISOString(),
      status: state.status,
      next: due === null ? null : { due, daysLeft: working ? workingDaysLeft(today, due, calendar) : daysBetween(today, due), counted: working ? 'working' as const : 'calendar' as const, overdue: isOverdue(state, today) },
      answer: row.answer,
      ground: row.ground,
      answeredBy: row.answered_by === null ? null : nameOf(row.answered_by),
      answeredAt: row.answered_at?.toISOString() ?? null,
      outcome: row.outcome,
      completedAt: row.completed_at?.toISOString() ?? null,
      way: wayFor(recordClass),
      can: actsOn(state.status, rightsOver({ accountId: row.account_id, personId: row.person_id }, actor, officer)),
    }
  })
}
