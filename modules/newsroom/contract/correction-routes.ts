import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, prose } from '#platform/contract/shapes.ts'
import { correctionStates, mandatoryParts, noticeParts } from '../domain/correction/notice.ts'
import { shownRule } from './archive-routes.ts'
import { named } from './named.ts'

const revision = z.number().int().min(1)
const correctionId = idOf<'correction'>()
const correctionParams = z.object({ correctionId })
const conclusion = { documentNumber: line(60), documentIssuer: line(200), documentDate: dateShape, receivedOn: dateShape }
const said = { workName: prose(300), columnName: prose(120), falseContent: prose(4000), correctedContent: prose(4000), apology: prose(2000) }

/** A correction as lists show it. */
export const correctionLine = z.object({
  id: correctionId,
  story: z.object({ id: idOf<'story'>(), title: z.string() }),
  documentNumber: z.string(),
  receivedOn: dateShape,
  /** The last day of the term, with its rule; null where no rule of that day is known. */
  term: shownRule.extend({ due: dateShape }).nullable(),
  overdue: z.boolean(),
  state: z.enum(correctionStates),
})

/** A correction whole, with its notice as far as it is written. */
export const correctionView = correctionLine.extend({
  revision,
  documentIssuer: z.string(),
  documentDate: dateShape,
  airedOn: dateShape,
  workName: z.string(),
  columnName: z.string(),
  falseContent: z.string(),
  correctedContent: z.string(),
  apology: z.string(),
  /** Mandatory parts that say nothing yet. */
  missing: z.array(z.enum(mandatoryParts)),
  /** What the story of an issued notice does not say, or says otherwise. */
  lacking: z.array(z.enum(noticeParts)),
  paragraphs: z.array(z.string()),
  openedBy: named,
  issued: z.object({ at: z.iso.datetime(), by: named, noticeStoryId: idOf<'story'>() }).nullable(),
  /** When the notice aired. */
  airedAt: z.iso.datetime().nullable(),
  can: z.object({ write: z.boolean(), issue: z.boolean() }),
})

export const correctionRoutes = defineRoutes({
  listCorrections: {
    method: 'GET',
    path: '/api/newsroom/corrections',
    summary: 'Corrections of the newsroom, the latest received first',
    permission: 'signed-in',
    query: z.object(pageQuery),
    reply: pageShape(correctionLine),
    refusals: ['platform.not-found', 'platform.bad-page-key'],
  },
  openCorrection: {
    method: 'POST',
    path: '/api/newsroom/stories/:storyId/corrections',
    summary: 'Begin a correction of an airing after an official conclusion was received',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    body: z.strictObject({ airingId: idOf<'airing'>(), ...conclusion }),
    reply: z.object({ id: correctionId }),
    refusals: ['platform.not-found', 'newsroom.archive.not-aired', 'newsroom.correction.no-right', 'newsroom.correction.days'],
  },
  getCorrection: {
    method: 'GET',
    path: '/api/newsroom/corrections/:correctionId',
    summary: 'One correction: the conclusion, the term, what the notice says and what it still lacks',
    permission: 'signed-in',
    params: correctionParams,
    reply: correctionView,
    refusals: ['platform.not-found'],
  },
  saveCorrection: {
    method: 'PUT',
    path: '/api/newsroom/corrections/:correctionId',
    summary: 'Keep what a correction says, as long as its notice has not aired',
    permission: 'signed-in',
    params: correctionParams,
    body: z.strictObject({ revision, ...conclusion, ...said }),
    reply: z.object({ revision }),
    refusals: ['platform.not-found', 'newsroom.correction.no-right', 'newsroom.correction.changed', 'newsroom.correction.aired', 'newsroom.correction.missing', 'newsroom.correction.days'],
  },
  issueCorrection: {
    method: 'POST',
    path: '/api/newsroom/corrections/:correctionId/notice',
    summary: 'Issue the notice: a draft story of it for the same column’s next slot, approved like any other',
    permission: 'signed-in',
    params: correctionParams,
    body: z.strictObject({ revision }),
    reply: z.object({ storyId: idOf<'story'>(), slotDate: dateShape.nullable() }),
    refusals: ['platform.not-found', 'newsroom.correction.no-right', 'newsroom.correction.changed', 'newsroom.correction.issued', 'newsroom.correction.missing'],
  },
  printCorrection: {
    method: 'GET',
    path: '/api/newsroom/corrections/:correctionId/paper',
    summary: 'The notice as a paper; marked as a draft until it is issued',
    permission: 'signed-in',
    params: correctionParams,
    reply: { file: ['application/pdf'] },
    refusals: ['platform.not-found'],
  },
})
