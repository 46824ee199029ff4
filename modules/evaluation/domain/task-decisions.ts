import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import type { CampaignStatus } from './campaign.ts'
import { evidenceOpenIn, taskTransitions, type TaskChange, type TaskOrigin, type TaskStatus } from './task.ts'

/** A task as decisions need it. */
export interface TaskState {
  readonly version: number
  readonly status: TaskStatus
  readonly origin: TaskOrigin
  readonly assigned: number
  readonly completed: number
  readonly completedOn: CalendarDate | null
}

export interface TaskReport {
  readonly completed: number
  readonly completedOn: CalendarDate | null
  readonly note: string
}

export interface TaskJudgement {
  readonly completed: number
  readonly qualityFaults: number
  readonly lateEvents: number
  readonly qualityExcused: boolean
  readonly lateExcused: boolean
  readonly excuseReason: string
}

/** First day of the month a deadline falls in: the period the task counts in. */
export function monthOf(deadline: CalendarDate): CalendarDate {
  return `${deadline.slice(0, 7)}-01` as CalendarDate
}

/** Refuses when somebody changed the task meanwhile, saying what is there now. */
export function requireVersion(task: TaskState, version: number): void {
  if (task.version !== version) {
    refuse('evaluation.task.changed', { version: task.version, status: task.status, completed: task.completed, completedOn: task.completedOn })
  }
}

/** The status the act leads to, or a refusal naming the statuses it may start from. */
export function nextStatus(task: TaskState, act: TaskChange): TaskStatus {
  return transit(taskTransitions, act, task.status, 'evaluation.task.wrong-status')
}

/**
 * The quantity done is never above the quantity given: article 14.1 compares the two, and work beyond it is
 * recorded as ad-hoc work (article 18.1d), or a surplus would hide what another task lacks.
 */
export function requireWithinAssigned(assigned: number, completed: number): void {
  if (completed > assigned) refuse('evaluation.task.above-assigned', { assigned, completed, surplus: completed - assigned, article: '14.1' })
}

/** A day on which work was finished is today or earlier. */
export function requireDone(completed: number, completedOn: CalendarDate | null, today: CalendarDate): void {
  if (completed > 0 && completedOn === null) refuse('evaluation.task.date-needed', { completed })
  if (completedOn !== null && completedOn > today) refuse('evaluation.task.date-in-future', { completedOn, today })
}

/** What the cadre records (article 18.2). Nothing done has no day. */
export function decideReport(task: TaskState, report: TaskReport, today: CalendarDate) {
  const status = nextStatus(task, 'report')
  requireWithinAssigned(task.assigned, report.completed)
  requireDone(report.completed, report.completedOn, today)
  return { status, completed: report.completed, completedOn: report.completed === 0 ? null : report.completedOn, resultNote: report.note }
}

/**
 * What the superior records (article 14.2): quantity, failed quality checks, late events, and objective causes with
 * their reason. A cause without an event has nothing to waive and is not kept.
 */
export function decideJudgement(task: TaskState, judgement: TaskJudgement) {
  const status = nextStatus(task, 'judge')
  requireWithinAssigned(task.assigned, judgement.completed)
  const qualityExcused = judgement.qualityExcused && judgement.qualityFaults > 0
  const lateExcused = judgement.lateExcused && judgement.lateEvents > 0
  const excused = qualityExcused || lateExcused
  if (excused && judgement.excuseReason === '') refuse('evaluation.task.reason-needed', { qualityExcused, lateExcused, article: '14.2' })
  const { completed, qualityFaults, lateEvents } = judgement
  return { status, completed, qualityFaults, lateEvents, qualityExcused, lateExcused, excused, excuseReason: excused ? judgement.excuseReason : '' }
}

/** The superior accepts ad-hoc work, or declines it with a reason (article 18.1d). */
export function decideApproval(task: TaskState, accept: boolean, reason: string) {
  if (!accept && reason === '') refuse('evaluation.task.reason-needed', { act: 'decline' })
  return { status: nextStatus(task, accept ? 'approve' : 'decline'), closingReason: accept ? '' : reason }
}

/** Evidence may be added and taken away until the superior has judged. */
export function requireEvidenceOpen(status: TaskStatus): void {
  if (!evidenceOpenIn.includes(status)) refuse('evaluation.task.wrong-status', { act: 'add_evidence', status, allowed: evidenceOpenIn })
}

/** A task as scoring counts it. */
export interface CountedTask {
  readonly origin: TaskOrigin | 'handed_back'
  readonly completed: number
}

/**
 * How a task counts (article 18.1d), or null when it counts nowhere: cancelled, or ad-hoc work not yet accepted.
 * Handed back from the plan it stays in what was assigned and earns nothing; handed back by somebody who had only
 * received it, it was never in that plan and earns nothing either.
 */
export function countTask(task: { readonly status: string; readonly origin: TaskOrigin; readonly completed: number }): CountedTask | null {
  if (task.status === 'cancelled' || task.status === 'proposed') return null
  if (task.status !== 'handed_back') return { origin: task.origin, completed: task.completed }
  return { origin: task.origin === 'assigned' ? 'handed_back' : task.origin, completed: 0 }
}

/** Statuses of a campaign whose period's tasks may not change any more: they are what was compiled. */
export const tasksClosedIn: readonly CampaignStatus[] = ['compiling', 'deciding', 'published', 'closed']
