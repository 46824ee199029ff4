import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { missingParts, noticeParagraphs } from '../../domain/correction/notice.ts'
import { namedBy } from '../people-by-name.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readCorrection } from './correction-row.ts'
import { lackingNotices } from './notice-story.ts'
import { lineOf } from './list-corrections.ts'

/** One correction with its notice as far as it is written. */
export const getCorrection = query(correctionRoutes.getCorrection, async ({ params, actor, read, today, calendar }) => {
  const correction = await readCorrection(read, actor, await unitsOfDay(read, actor, today), params.correctionId)
  const { issued, mine } = correction
  const names = await personNames(read, actor.tenantId, [correction.openedBy, ...(issued === null ? [] : [issued.by])])
  const named = namedBy(names)
  const missing = missingParts(correction)
  return {
    ...lineOf(correction, today, calendar),
    revision: correction.revision,
    documentIssuer: correction.documentIssuer,
    documentDate: correction.documentDate,
    airedOn: correction.airedOn,
    workName: correction.workName,
    columnName: correction.columnName,
    falseContent: correction.falseContent,
    correctedContent: correction.correctedContent,
    apology: correction.apology,
    missing,
    lacking: (await lackingNotices(read, actor.tenantId, [{ storyId: issued?.noticeStoryId ?? null, cutBlocks: [] }])).flatMap(({ parts }) => parts),
    paragraphs: missing.length === 0 ? noticeParagraphs(correction) : [],
    openedBy: named(correction.openedBy),
    issued: issued === null ? null : { at: issued.at.toISOString(), by: named(issued.by), noticeStoryId: issued.noticeStoryId },
    airedAt: correction.noticeAiredAt?.toISOString() ?? null,
    can: { write: mine && correction.state !== 'done', issue: mine && issued === null && missing.length === 0 },
  }
})
