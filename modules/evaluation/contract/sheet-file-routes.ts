import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, line } from '#platform/contract/shapes.ts'
import { personRef } from './views.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const campaignId = z.object({ campaignId: idOf<'campaign'>() })
const oneImport = z.object({ campaignId: idOf<'campaign'>(), importId: z.string().min(1).max(64) })
const version = z.number().int()
const ofKind = campaignId.extend({ kind: z.string().min(1).max(40) })

export const sheetFileRefusals = ['evaluation.import.unreadable', 'evaluation.sheet-file.not-ours', 'evaluation.sheet-file.other-campaign', 'evaluation.sheet-file.other-person', 'platform.not-found'] as const

const change = z.object({ key: z.string(), header: z.string(), before: z.string().nullable(), after: z.string().nullable(), conflict: z.boolean() })

export const sheetFileOutcomes = ['changed', 'conflict', 'unchanged', 'closed', 'faulty'] as const

/** What a file would do to one sheet. */
const fileSheetView = z.object({
  person: personRef,
  rater: z.enum(['self', 'superior']),
  /** `conflict`: the screen changed too; `closed`: sent on, or no longer this rater's. */
  outcome: z.enum(sheetFileOutcomes),
  /** Of the sheet as stored now; confirming names it. */
  version,
  changes: z.array(change),
  /** The sheet was saved on the screen after the file was made. */
  savedSince: z.boolean(),
})

const cellProblem = z.object({ sheet: z.string(), cell: z.string(), person: z.string(), header: z.string(), found: z.string(), expected: z.string() })

/** What a further rater's file holds: read for the page, kept nowhere. */
export const ratingFileView = z.object({
  sheets: z.array(
    z.object({
      person: personRef,
      outcome: z.enum(sheetFileOutcomes),
      changes: z.array(change),
      /** Of a named sheet as stored now. */
      version,
      savedSince: z.boolean(),
      /** What the sheet would hold; null when nothing of it would change. */
      points: z.record(z.string(), z.string()).nullable(),
      comment: z.string(),
    }),
  ),
  problems: z.array(cellProblem),
})

export const sheetFileView = z.object({
  importId: z.string(),
  fileName: z.string(),
  sheets: z.array(fileSheetView),
  problems: z.array(cellProblem),
})

export const sheetFileRoutes = defineRoutes({
  exportSheets: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/sheet-file',
    summary: 'One’s open sheets of a campaign as one protected workbook',
    permission: 'evaluation:self',
    params: campaignId,
    reply: { file: [xlsx] },
    refusals: ['evaluation.sheet-file.nothing-open', 'platform.not-found'],
  },
  checkSheetFile: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/sheet-file/imports',
    summary: 'Check a filled-in workbook as strictly as the screen and show what it would change; nothing is stored until confirmed',
    permission: 'evaluation:self',
    params: campaignId,
    query: z.object({ fileName: line(200) }),
    body: { upload: true, maxBytes: 10 * 1024 * 1024 },
    reply: sheetFileView,
    refusals: sheetFileRefusals,
  },
  confirmSheetFile: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/sheet-file/imports/:importId/confirm',
    summary: 'Store the named sheets of a checked workbook, all or nothing; one changed since is refused',
    permission: 'evaluation:self',
    params: oneImport,
    body: z.object({ sheets: z.array(z.object({ personId: idOf<'person'>(), rater: z.enum(['self', 'superior']), version })).min(1).max(1000) }),
    reply: z.object({ stored: z.number().int() }),
    refusals: ['evaluation.import.faulty', 'evaluation.import.gone', 'evaluation.sheet-file.changed', ...sheetFileRefusals],
  },
  markedSheetFile: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/sheet-file/imports/:importId/marked',
    summary: 'A copy of the workbook handed in, each bad cell filled red with a note of what is expected',
    permission: 'evaluation:self',
    params: oneImport,
    reply: { file: [xlsx] },
    refusals: ['evaluation.import.gone', ...sheetFileRefusals],
  },
  exportRatings: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/ratings/:kind/file',
    summary: 'Everybody one rates as a kind of further rater as one protected workbook; unnamed sheets go out blank, since none is kept',
    permission: 'evaluation:self',
    params: ofKind,
    reply: { file: [xlsx] },
    refusals: ['evaluation.sheet-file.nothing-open', 'platform.not-found'],
  },
  readRatingFile: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/ratings/:kind/file/reading',
    summary: 'Read a filled-in workbook of a further rater for the page, checked as strictly as the screen; nothing of it is kept, in the ledger neither',
    permission: 'evaluation:self',
    params: ofKind,
    body: { upload: true, maxBytes: 10 * 1024 * 1024 },
    reply: ratingFileView,
    refusals: sheetFileRefusals,
    sealed: true,
  },
  markedRatingFile: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/ratings/:kind/file/marked',
    summary: 'A copy of the workbook sent along, each bad cell filled red with a note of what is expected; nothing of it is kept',
    permission: 'evaluation:self',
    params: ofKind,
    body: { upload: true, maxBytes: 10 * 1024 * 1024 },
    reply: { file: [xlsx] },
    refusals: sheetFileRefusals,
    sealed: true,
  },
})
