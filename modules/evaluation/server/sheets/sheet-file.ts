import type { Actor } from '#kernel/actor.ts'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { CampaignStatus, PeriodKind } from '../../domain/campaign.ts'
import type { ParticipantAct, ParticipantStatus } from '../../domain/participant.ts'
import { mayAct, standingOf, type RaterColumn, type Standing } from '../../domain/policy.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { JudgementEntry, SheetContent, SheetSubject } from '../../domain/sheet-content.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import { engineSettings } from '../campaigns/campaign-row.ts'
import { pinnedRulebook, type RulebookPin } from '../campaigns/pinned-rulebook.ts'

/** A rater's sheet as stored. */
export interface StoredSheet extends SheetContent {
  readonly version: number
  readonly submittedAt: Date | null
  readonly savedAt: Date
}

/** One person's file with one rater's sheet: what saving and sending on look at. */
export interface SheetFile {
  /** Every act that changes campaign or participant raises its version. */
  readonly campaignVersion: number
  readonly participantVersion: number
  readonly campaignStatus: CampaignStatus
  readonly status: ParticipantStatus
  readonly superiorId: PersonId | null
  readonly excluded: boolean
  readonly subject: Omit<SheetSubject, 'rulebook' | 'scoresPoints'>
  readonly periodKind: PeriodKind
  readonly pin: RulebookPin
  /** Null when never saved. */
  readonly sheet: StoredSheet | null
}

/** Reads campaign, file and sheet in one statement: this is the path every autosave takes. */
export async function loadSheetFile(read: Reader, actor: Actor, campaignId: CampaignId, personId: PersonId, rater: RaterColumn): Promise<SheetFile> {
  const { tenantId } = actor
  const row = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.campaign_id'))
    .innerJoin('evaluation_rulebook as r', (join) => join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'c.rulebook_id').onRef('r.version', '=', 'c.rulebook_version'))
    .leftJoin('evaluation_sheet as s', (join) =>
      join.on('s.tenant_id', '=', tenantId).onRef('s.campaign_id', '=', 'p.campaign_id').onRef('s.person_id', '=', 'p.person_id').on('s.rater', '=', rater),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaignId)
    .where('p.person_id', '=', personId)
    .select([
      'c.version as campaign_version', 'p.version as participant_version', 'c.status as campaign_status', 'c.settings', 'c.period_kind', 'c.rulebook_id', 'c.rulebook_version', 'r.hash', 'p.status', 'p.superior_id', 'p.subject_group', 'p.variants',
      'p.excluded_reason', 's.version', 's.points', 's.judgements', 's.lists', 's.strengths', 's.weaknesses', 's.comment', 's.proposed_level', 's.submitted_at', 's.saved_at',
    ])
    .executeTakeFirst()
  if (row === undefined) refuse('platform.not-found')
  return {
    campaignVersion: row.campaign_version,
    participantVersion: row.participant_version,
    campaignStatus: row.campaign_status as CampaignStatus,
    status: row.status as ParticipantStatus,
    superiorId: row.superior_id as PersonId | null,
    excluded: row.excluded_reason !== '',
    subject: {
      settings: engineSettings(row.settings as Record<string, unknown>),
      group: row.subject_group,
      variants: row.variants as Record<string, string>,
    },
    periodKind: row.period_kind as PeriodKind,
    pin: { id: row.rulebook_id, version: row.rulebook_version, hash: row.hash },
    sheet:
      row.version === null || row.saved_at === null
        ? null
        : {
            version: row.version,
            points: row.points as Record<string, string>,
            judgements: row.judgements as unknown as Record<string, JudgementEntry>,
            lists: row.lists as unknown as SheetLists,
            strengths: row.strengths ?? '',
            weaknesses: row.weaknesses ?? '',
            comment: row.comment ?? '',
            proposedLevel: row.proposed_level,
            submittedAt: row.submitted_at as Date | null,
            savedAt: row.saved_at as Date,
          },
  }
}

const actOf: Record<RaterColumn, ParticipantAct> = { self: 'submit_self', superior: 'submit_superior' }

/** What the actor is to the file; only the rater's own standing counts here. */
export function raterStanding(actor: Actor, personId: PersonId, file: Pick<SheetFile, 'superiorId'>): Standing {
  return standingOf(actor, { personId, superiorId: file.superiorId, deciderId: null, unitId: '' as never }, false, new Set())
}

/** Refuses a sheet that is not the actor's own as not found, and one whose time is not now by its status. */
export function requireOwnOpenSheet(actor: Actor, personId: PersonId, rater: RaterColumn, file: Omit<SheetFile, 'sheet'>): void {
  const standing = raterStanding(actor, personId, file)
  if (!(rater === 'self' ? standing.subject : standing.superior) || file.campaignStatus === 'draft') refuse('platform.not-found')
  const open = mayAct(actOf[rater], standing, { status: file.status, excluded: file.excluded }, file.campaignStatus)
  if (!open) refuse('evaluation.sheet.wrong-status', { status: file.status, campaign: file.campaignStatus })
}

/** The rules a sheet is checked by: always those the campaign pinned. */
export async function sheetSubject(read: Reader, actor: Actor, file: SheetFile): Promise<SheetSubject> {
  const rulebook = await pinnedRulebook(read, actor.tenantId, file.pin)
  return { ...file.subject, rulebook, scoresPoints: !fromShorterPeriods(rulebook, file.periodKind) }
}

/** Refuses with what is stored now, so that the screen can show both and nothing is lost. */
export function refuseChanged(sheet: StoredSheet | null): never {
  return refuse('evaluation.sheet.changed', {
    current:
      sheet === null
        ? null
        : {
            version: sheet.version,
            points: sheet.points,
            judgements: sheet.judgements,
            lists: sheet.lists,
            strengths: sheet.strengths,
            weaknesses: sheet.weaknesses,
            comment: sheet.comment,
            proposedLevel: sheet.proposedLevel,
            savedAt: sheet.savedAt.toISOString(),
            submittedAt: sheet.submittedAt?.toISOString() ?? null,
          },
  })
}
