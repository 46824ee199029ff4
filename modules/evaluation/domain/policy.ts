import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import type { CampaignStatus } from './campaign.ts'
import { participantTransitions, type ParticipantAct, type ParticipantRight, type ParticipantStatus } from './participant.ts'

/** What somebody is to one file of a campaign. Scoring and deciding are different rights (article 10). */
export interface Standing {
  /** The person scored. */
  readonly subject: boolean
  /** Tracks and scores (article 10.1). */
  readonly superior: boolean
  /** Decides the level (article 10.2). */
  readonly authority: boolean
  /** The personnel body of the campaign. */
  readonly personnel: boolean
  /** Works in the same body: may read levels in words once published (article 21). */
  readonly colleague: boolean
}

interface Concerned {
  readonly personId: PersonId
  readonly superiorId: PersonId | null
  readonly deciderId: PersonId | null
  readonly unitId: UnitId
}

/** Whether the actor manages a campaign whose scope unit stands under these units (itself included). */
export function managesCampaign(actor: Actor, lineage: readonly UnitId[]): boolean {
  return holdsOver(actor, 'evaluation:manage', lineage)
}

/** What the actor is to this file. Nobody is superior or authority of themselves. */
export function standingOf(actor: Actor, file: Concerned, manages: boolean, colleagueUnits: ReadonlySet<string>): Standing {
  const me = actor.personId
  const other = me !== null && me !== file.personId
  return {
    subject: me !== null && me === file.personId,
    superior: other && me === file.superiorId,
    authority: other && me === file.deciderId,
    personnel: manages,
    colleague: colleagueUnits.has(file.unitId),
  }
}

const published: readonly CampaignStatus[] = ['published', 'closed']

/** Whether levels have been made known (công khai). */
export function isPublished(status: CampaignStatus): boolean {
  return published.includes(status)
}

/** May know that this file exists, and the level in words once published. */
export function maySeeFile(standing: Standing, status: CampaignStatus): boolean {
  return standing.personnel || standing.subject || standing.superior || standing.authority || (standing.colleague && isPublished(status))
}

/** May see scores, comments and the derivation: those concerned; the subject once published. */
export function maySeeScores(standing: Standing, status: CampaignStatus): boolean {
  return standing.personnel || standing.superior || standing.authority || (standing.subject && isPublished(status))
}

/** May see a decided level: the deciding side at once, everybody who sees the file once published. */
export function maySeeDecision(standing: Standing, status: CampaignStatus): boolean {
  return isPublished(status) ? maySeeFile(standing, status) : standing.personnel || standing.authority
}

/** May open the scoring sheet of the subject. */
export function maySeeSheet(standing: Standing): boolean {
  return standing.personnel || standing.subject || standing.superior || standing.authority
}

export type RaterColumn = 'self' | 'superior'

/** Whether a column of the sheet is open to somebody; the superior's stays closed to the subject until published. */
export function maySeeColumn(standing: Standing, column: RaterColumn, submitted: boolean, status: CampaignStatus): boolean {
  if (column === 'self') return standing.subject || (submitted && (standing.superior || standing.authority || standing.personnel))
  if (standing.superior) return true
  if (standing.authority || standing.personnel) return submitted
  return standing.subject && isPublished(status)
}

const rightOf: Record<ParticipantRight, keyof Standing> = { subject: 'subject', superior: 'superior', personnel: 'personnel', authority: 'authority' }

/** Campaign statuses in which each act on a file may be done. */
const during: Record<ParticipantAct, readonly CampaignStatus[]> = {
  start: ['draft'],
  submit_self: ['scoring'],
  submit_self_alone: ['scoring'],
  return_to_self: ['scoring'],
  submit_superior: ['scoring'],
  return_to_superior: ['scoring'],
  return_alone: ['scoring'],
  compile: ['scoring'],
  reopen: ['compiling'],
  decide: ['deciding'],
  undo_decision: ['deciding'],
  publish: ['deciding'],
}

/** Whether the table admits an act on a file for somebody of this standing. */
export function mayAct(act: ParticipantAct, standing: Standing, file: { readonly status: ParticipantStatus; readonly excluded: boolean }, campaign: CampaignStatus): boolean {
  const transition = participantTransitions[act]
  return !file.excluded && standing[rightOf[transition.by]] && during[act].includes(campaign) && (transition.from as readonly ParticipantStatus[]).includes(file.status)
}
