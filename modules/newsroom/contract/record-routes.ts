import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, line, secrecyShape } from '#platform/contract/shapes.ts'
import { approvalSteps } from '../domain/story/approval-step.ts'

/** The largest old record taken over, in bytes. */
export const mostRecordBytes = 2_000_000

/** An old record as its story shows it: its approval steps, which bind no wording, and what could not be read, and the files it names. */
export const recordView = z.object({
  fileName: z.string(),
  importedAt: z.iso.datetime(),
  steps: z.array(z.object({ step: z.enum(approvalSteps), person: z.string().nullable(), at: z.string().nullable(), note: z.string().nullable() })),
  faults: z.array(z.object({ line: z.number().int().nullable(), message: z.string(), todo: z.string() })),
  files: z.array(z.object({ kind: z.enum(['file', 'video']), name: z.string() })),
})

export const recordRoutes = defineRoutes({
  importRecord: {
    method: 'POST',
    path: '/api/newsroom/records',
    summary: 'Take over a record of the old system, text or Word, as a draft; the file is kept whole',
    permission: 'newsroom:write',
    query: z.object({ fileName: line(200), secrecy: secrecyShape }),
    body: { upload: true, maxBytes: mostRecordBytes },
    reply: z.object({ id: idOf<'story'>(), faults: z.number().int() }),
    refusals: ['newsroom.no-unit', 'newsroom.record.empty', 'newsroom.record.not-text', 'newsroom.record.too-long', 'platform.classified'],
  },
  getRecord: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/record',
    summary: 'The old record a story was taken over from, byte for byte',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: { file: ['application/octet-stream'] },
    refusals: ['platform.not-found'],
  },
})
