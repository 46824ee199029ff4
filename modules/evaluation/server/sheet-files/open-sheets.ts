import type { Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import { mayAct } from '../../domain/policy.ts'
import { sheetColumns, type SheetColumn } from '../../domain/sheet-file/sheet-columns.ts'
import type { SheetContent, SheetSubject } from '../../domain/sheet-content.ts'
import { checkContent } from '../../domain/sheet.ts'
import { listsAskedOf } from '../../domain/sheet-lists.ts'
import { countTask } from '../../domain/task-decisions.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { loadScoredTasks } from '../results/scored-tasks.ts'
import { loadSheetFile, raterStanding, sheetSubject } from '../sheets/sheet-file.ts'

/** One sheet the actor may write in now: the column of a file, or as a kind of further rater. */
export interface OpenSheet<Kind extends string = RaterColumn> {
  readonly personId: PersonId
  readonly unitId: string
  readonly title: string
  readonly sortName: string
  readonly rater: Kind
  /** 0 when never saved. */
  readonly version: number
  readonly content: SheetContent
  readonly subject: SheetSubject
  readonly columns: readonly SheetColumn[]
  /** What the subject gave, once sent on; for the superior to see beside. */
  readonly selfPoints: Readonly<Record<string, string>> | null
  /** The check the screen's save makes; gives the canonical content or refuses with `evaluation.sheet.bad-points`. */
  readonly judge: (content: SheetContent) => SheetContent
}

/** Nothing written yet. */
export const emptyContent: SheetContent = { points: {}, judgements: {}, lists: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }

/** The actor's sheets of a campaign that are open now, judged one by one as saving judges them: the own first, then by given name. */
export async function loadOpenSheets(read: Reader, actor: Actor, campaign: Campaign): Promise<OpenSheet[]> {
  const me = actor.personId
  if (me === null || campaign.status !== 'scoring') return []
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .leftJoin('evaluation_sheet as s', (join) =>
      join.on('s.tenant_id', '=', actor.tenantId).onRef('s.campaign_id', '=', 'p.campaign_id').onRef('s.person_id', '=', 'p.person_id').on('s.rater', '=', 'self').on('s.submitted_at', 'is not', null),
    )
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.campaign_id', '=', campaign.id)
    .where('p.excluded_reason', '=', '')
    .where((where) => where.or([where.and([where('p.person_id', '=', me), where('p.status', '=', 'self_scoring')]), where.and([where('p.superior_id', '=', me), where('p.status', '=', 'superior_scoring')])]))
    .select(['p.person_id', 'p.unit_id', 'p.title', 'p.sort_name', 's.points as self_points'])
    .orderBy('p.sort_name')
    .execute()
  const open: OpenSheet[] = []
  for (const row of rows) {
    const personId = row.person_id as PersonId
    const rater = personId === me ? 'self' : 'superior'
    const file = await loadSheetFile(read, actor, campaign.id, personId, rater)
    const standing = raterStanding(actor, personId, file)
    if (!mayAct(rater === 'self' ? 'submit_self' : 'submit_superior', standing, { status: file.status, excluded: file.excluded }, file.campaignStatus)) continue
    const subject = await sheetSubject(read, actor, file)
    const { version, ...content } = file.sheet ?? { ...emptyContent, version: 0 }
    const asksTasks = subject.scoresPoints && listsAskedOf(subject.rulebook, subject.group, rater).some((list) => list.kind === 'tasks')
    const tasks = asksTasks ? ((await loadScoredTasks(read, actor.tenantId, campaign, [personId])).get(personId) ?? []).filter((task) => countTask(task) !== null) : []
    open.push({
      personId,
      unitId: row.unit_id,
      title: row.title,
      sortName: row.sort_name,
      rater,
      version,
      content,
      subject,
      columns: sheetColumns(subject, rater, tasks),
      selfPoints: rater === 'superior' ? (row.self_points as Record<string, string> | null) : null,
      judge: (written) => checkContent(subject, rater, written),
    })
  }
  return open.toSorted((a, b) => (a.rater === b.rater ? 0 : a.rater === 'self' ? -1 : 1))
}
