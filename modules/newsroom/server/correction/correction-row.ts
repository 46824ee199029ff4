import { refuse } from '#kernel/refusal.ts'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, UnitId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { hasAired, type AirState } from '../../domain/approval/state.ts'
import { correctionState, type CorrectionState, type CorrectionText } from '../../domain/correction/notice.ts'
import { answersFor } from '../archive/answers-for.ts'
import type { AiringId } from '../rundown/airing.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

export type CorrectionId = Id<'correction'>

/** A correction (cải chính) as stored, with the story it is of. */
export interface CorrectionRow extends CorrectionText {
  readonly id: CorrectionId
  readonly storyId: StoryId
  readonly storyTitle: string
  readonly unitId: UnitId
  readonly authorId: PersonId
  readonly airingId: AiringId
  readonly receivedOn: CalendarDate
  readonly revision: number
  readonly openedBy: PersonId
  readonly issued: { readonly at: Date; readonly by: PersonId; readonly noticeStoryId: StoryId } | null
  readonly state: CorrectionState
  /** When the notice first aired. */
  readonly noticeAiredAt: Date | null
  /** Whether the one who asks may write and issue it. */
  readonly mine: boolean
}

/** Corrections with what tells their state. */
export function selectCorrections(read: Reader, { tenantId }: Actor) {
  return read
    .selectFrom('newsroom_correction as c')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'c.story_id'))
    .leftJoin('newsroom_story as n', (join) => join.on('n.tenant_id', '=', tenantId).onRef('n.id', '=', 'c.notice_story_id'))
    .where('c.tenant_id', '=', tenantId)
    .selectAll('c')
    .select(['s.title as story_title', 's.unit_id', 's.author_id', 'n.air as notice_air', 'n.aired_at as notice_aired_at'])
}

type Stored = Awaited<ReturnType<ReturnType<typeof selectCorrections>['execute']>>[number]

/** A stored correction for whoever asks. */
export function correctionOf(actor: Actor, day: UnitsOfDay, row: Stored): CorrectionRow {
  const issued = row.issued_at === null || row.issued_by === null || row.notice_story_id === null ? null : { at: row.issued_at, by: row.issued_by as PersonId, noticeStoryId: row.notice_story_id as StoryId }
  return {
    id: row.id as CorrectionId,
    storyId: row.story_id as StoryId,
    storyTitle: row.story_title,
    unitId: row.unit_id as UnitId,
    authorId: row.author_id as PersonId,
    airingId: row.airing_id as AiringId,
    documentNumber: row.document_number,
    documentIssuer: row.document_issuer,
    documentDate: row.document_date as CalendarDate,
    receivedOn: row.received_on as CalendarDate,
    workName: row.work_name,
    columnName: row.column_name,
    airedOn: row.aired_on as CalendarDate,
    falseContent: row.false_content,
    correctedContent: row.corrected_content,
    apology: row.apology,
    revision: row.revision,
    openedBy: row.opened_by as PersonId,
    issued,
    state: correctionState(issued !== null, row.notice_air !== null && hasAired(row.notice_air as AirState)),
    noticeAiredAt: row.notice_aired_at,
    mine: actor.personId !== null && answersFor(actor, day, row.unit_id as UnitId),
  }
}

/** A correction of a story the actor reads; for everybody else there is none. */
export async function readCorrection(read: Reader, actor: Actor, day: UnitsOfDay, id: CorrectionId): Promise<CorrectionRow> {
  const row = await selectCorrections(read, actor).where('c.id', '=', id).executeTakeFirst()
  if (row === undefined || (day.readable !== null && !day.readable.includes(row.unit_id as UnitId))) return refuse('platform.not-found')
  return correctionOf(actor, day, row)
}

/** {@link readCorrection} for whoever answers for it and saw it at this revision; locked. */
export async function lockCorrection(tx: Tx<'newsroom'>, read: Reader, actor: Actor, day: UnitsOfDay, id: CorrectionId, revision: number): Promise<CorrectionRow> {
  await tx.selectFrom('newsroom_correction').where('tenant_id', '=', actor.tenantId).where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  const correction = await readCorrection(read, actor, day, id)
  if (!correction.mine) refuse('newsroom.correction.no-right')
  if (correction.revision !== revision) refuse('newsroom.correction.changed', { revision: correction.revision })
  return correction
}
