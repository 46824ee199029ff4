import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf } from '#platform/contract/shapes.ts'

const meetingId = z.object({ meetingId: idOf<'meeting'>() })

/** The minutes of a meeting (biên bản), for whoever runs it and its secretary. */
export const minutesRoutes = defineRoutes({
  minutesPdf: {
    method: 'GET',
    path: '/api/evaluation/meetings/:meetingId/minutes.pdf',
    summary: 'The minutes as PDF: attendance, ballots, levels proposed and reasons',
    permission: 'organisation:read',
    params: meetingId,
    reply: { file: ['application/pdf'] },
    refusals: ['platform.not-found'],
  },
  minutesDocx: {
    method: 'GET',
    path: '/api/evaluation/meetings/:meetingId/minutes.docx',
    summary: 'The minutes as DOCX, to be edited',
    permission: 'organisation:read',
    params: meetingId,
    reply: { file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'] },
    refusals: ['platform.not-found'],
  },
})
