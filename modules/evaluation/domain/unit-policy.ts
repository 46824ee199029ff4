import type { Actor } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { unitFileTransitions, type UnitCampaignStatus, type UnitFileAct, type UnitFileStatus, type UnitRater } from './unit-campaign.ts'

/** What somebody is to one organisation's file. */
export interface UnitStanding {
  /** Fills in the organisation's own sheet. */
  readonly self: boolean
  /** Scores and recognises (article 5). */
  readonly recogniser: boolean
  readonly personnel: boolean
  /** Works in the organisation or in its body: reads the level once made known. */
  readonly colleague: boolean
}

/** What the actor is to this file. Nobody recognises the organisation whose sheet they fill in. */
export function unitStandingOf(actor: Actor, file: { readonly unitId: UnitId; readonly selfId: PersonId | null; readonly recogniserId: PersonId | null }, manages: boolean, colleagueUnits: ReadonlySet<UnitId>): UnitStanding {
  const me = actor.personId
  return {
    self: me !== null && me === file.selfId,
    recogniser: me !== null && me === file.recogniserId && me !== file.selfId,
    personnel: manages,
    colleague: colleagueUnits.has(file.unitId),
  }
}

/** Whether levels of organisations have been made known. */
export function unitsPublished(status: UnitCampaignStatus): boolean {
  return status === 'published' || status === 'closed'
}

/** May open the organisation's sheets, points and reasons: the organisation, its recogniser, the personnel body. */
export function maySeeUnitSheets(standing: UnitStanding): boolean {
  return standing.self || standing.recogniser || standing.personnel
}

/** A side's sheet: one's own always, the other's once sent on; the recogniser's stays closed to the organisation until made known. */
export function maySeeUnitColumn(standing: UnitStanding, column: UnitRater, submitted: boolean, status: UnitCampaignStatus): boolean {
  if (column === 'self') return standing.self || (submitted && (standing.recogniser || standing.personnel))
  return standing.recogniser || (submitted && standing.personnel) || (standing.self && unitsPublished(status))
}

/** A decided level: the deciding side at once, the others once made known. */
export function maySeeUnitLevel(standing: UnitStanding, status: UnitCampaignStatus): boolean {
  return standing.recogniser || standing.personnel || (unitsPublished(status) && (standing.self || standing.colleague))
}

/** Whether the table admits an act on a file for somebody of this standing; files move only while the round runs. */
export function mayActOnUnit(act: UnitFileAct, standing: UnitStanding, file: { readonly status: UnitFileStatus; readonly excludedReason: string }, campaign: UnitCampaignStatus): boolean {
  const { by, from } = unitFileTransitions[act]
  return file.excludedReason === '' && standing[by] && campaign === 'running' && (from as readonly UnitFileStatus[]).includes(file.status)
}
