import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { availableActs, type TransitionTable } from '#kernel/transition.ts'
import type { OwnClass } from '../own-data/classes.ts'

/** What a data subject may ask (quyền của chủ thể dữ liệu): xem, đính chính, phản đối, hạn chế xử lý, xóa. */
export const requestKinds = ['access', 'correction', 'objection', 'restriction', 'deletion'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestStatuses = ['filed', 'accepted', 'refused', 'done', 'withdrawn'] as const
export type RequestStatus = (typeof requestStatuses)[number]

export const requestActs = ['accept', 'refuse', 'complete', 'withdraw'] as const
export type RequestAct = (typeof requestActs)[number]

/** Who moves a request: who filed it, or somebody else who looks after personal data. */
export type RequestRight = 'subject' | 'officer'

/** Which act leads from where to where; server and screen read this table. */
export const requestTransitions = {
  accept: { from: ['filed'], to: 'accepted', by: 'officer' },
  refuse: { from: ['filed'], to: 'refused', by: 'officer' },
  complete: { from: ['accepted'], to: 'done', by: 'officer' },
  withdraw: { from: ['filed', 'accepted'], to: 'withdrawn', by: 'subject' },
} as const satisfies TransitionTable<RequestAct, RequestStatus, RequestRight>

/** Where a request stands for somebody. */
export interface RequestState {
  readonly status: RequestStatus
  readonly answerDue: CalendarDate
  readonly completeDue: CalendarDate
}

/** The rights somebody has over a request: nobody answers their own. */
export function rightsOver(request: { readonly accountId: string; readonly personId: string | null }, actor: { readonly accountId: string; readonly personId: string | null }, officer: boolean): ReadonlySet<RequestRight> {
  const own = request.accountId === actor.accountId || (request.personId !== null && request.personId === actor.personId)
  return new Set(own ? ['subject'] : officer ? ['officer'] : [])
}

/** The acts somebody may do on a request now. */
export function actsOn(status: RequestStatus, rights: ReadonlySet<RequestRight>): RequestAct[] {
  return availableActs(requestTransitions, status, (right) => rights.has(right))
}

/** The day the next step is due; null once nothing is. */
export function nextDue({ status, answerDue, completeDue }: RequestState): CalendarDate | null {
  if (status === 'filed') return answerDue
  return status === 'accepted' ? completeDue : null
}

/** Whether the next step is beyond its day. */
export function isOverdue(state: RequestState, today: CalendarDate): boolean {
  const due = nextDue(state)
  return due !== null && due < today
}

/** Another way that the rules provide for what a request asks: a person's record is corrected where it is kept, a result by petition. */
export const otherWays = ['organisation', 'petition', 'tasks', 'account'] as const
export type OtherWay = (typeof otherWays)[number]

const ways = {
  'people': 'organisation', 'holdings': 'organisation', 'absences': 'organisation',
  'tasks': 'tasks', 'evidence': 'tasks',
  'sheets': 'petition', 'results': 'petition', 'petitions': 'petition',
  'accounts': 'account', 'sessions': 'account',
  'ratings': null, 'kinship': null, 'papers': null, 'meetings': null, 'stories': null, 'approvals': null, 'ledger': null, 'requests': null,
} as const satisfies Record<OwnClass, OtherWay | null>

/** The other way for records of a class, or null. */
export function wayFor(recordClass: OwnClass): OtherWay | null {
  return ways[recordClass]
}

/**
 * Refuses to promise a change of what was made known or decided (NĐ 335/2025, articles 21–22): a result in force is replaced
 * by the decision on a petition, and the ledger and minutes say what happened. Access is always given.
 */
export function requireChangeable(kind: RequestKind, recordClass: OwnClass, settled: boolean): void {
  if (kind !== 'access' && settled) refuse('personal-data.request.settled-record', { recordClass, way: wayFor(recordClass) })
}
