import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, line, prose } from '#platform/contract/shapes.ts'
import { ballotMethods } from '../domain/ballot.ts'
import { figures } from './meeting-views.ts'

const meetingId = z.object({ meetingId: idOf<'meeting'>() })
const questionId = z.object({ questionId: idOf<'question'>() })
const version = z.number().int()
const underWay = ['evaluation.meeting.wrong-status', 'evaluation.meeting.not-deciding', 'platform.not-found'] as const

/** Secret ballots of a meeting (bỏ phiếu kín). */
export const ballotRoutes = defineRoutes({
  openQuestion: {
    method: 'POST',
    path: '/api/evaluation/meetings/:meetingId/questions',
    summary: 'Open a secret ballot on somebody’s level, or on a question with choices of its own',
    permission: 'organisation:read',
    params: meetingId,
    body: z.object({ subjectId: idOf<'person'>().nullable(), title: line(300), method: z.enum(ballotMethods), choices: z.array(line(120)).max(8) }),
    reply: z.object({ questionId: idOf<'question'>(), entitled: z.number().int() }),
    refusals: [...underWay, 'evaluation.meeting.question-open', 'evaluation.ballot.too-few', 'evaluation.ballot.tellers-needed', 'evaluation.ballot.unknown-choice'],
  },
  castBallot: {
    method: 'POST',
    path: '/api/evaluation/questions/:questionId/ballots',
    summary: 'Vote, once. Kept: one more in the total, and that this attendee has voted; nothing that joins the two',
    permission: 'organisation:read',
    params: questionId,
    body: z.object({ choice: z.string().max(120) }),
    reply: z.object({ voted: z.literal(true) }),
    sealed: true,
    refusals: ['evaluation.ballot.already-voted', 'evaluation.ballot.settled', 'evaluation.ballot.unknown-choice', 'evaluation.meeting.conflict', 'evaluation.meeting.wrong-status', 'platform.not-found'],
  },
  enterCounts: {
    method: 'PUT',
    path: '/api/evaluation/questions/:questionId/counts',
    summary: 'A teller enters what was counted; two agreeing counts are the result, of differing ones only that is said',
    permission: 'organisation:read',
    params: questionId,
    body: z.object({ version, figures }),
    reply: z.object({ version, outcome: z.enum(['waits', 'differs', 'agreed']) }),
    refusals: ['evaluation.ballot.bad-figures', 'evaluation.ballot.changed', 'evaluation.ballot.settled', 'evaluation.meeting.wrong-status', 'platform.not-found'],
  },
  closeQuestion: {
    method: 'POST',
    path: '/api/evaluation/questions/:questionId/closing',
    summary: 'The chair ends a ballot early with a reason; too few ballots to stay secret are thrown away unread',
    permission: 'organisation:read',
    params: questionId,
    body: z.object({ version, reason: prose(1000) }),
    reply: z.object({ status: z.enum(['closed', 'void']) }),
    refusals: ['evaluation.ballot.changed', 'evaluation.ballot.reason-needed', 'evaluation.ballot.settled', 'evaluation.meeting.wrong-status', 'platform.not-found'],
  },
})
