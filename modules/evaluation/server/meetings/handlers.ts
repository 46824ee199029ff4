import type { Handlers } from '#platform/http/handler.ts'
import type { ballotRoutes } from '../../contract/ballot-routes.ts'
import type { meetingRoutes } from '../../contract/meeting-routes.ts'
import type { minutesRoutes } from '../../contract/minutes-routes.ts'
import { actOnMeeting } from './act-on-meeting.ts'
import { castBallot } from './cast-ballot.ts'
import { changeMeeting } from './change-meeting.ts'
import { closeQuestion } from './close-question.ts'
import { conclude } from './conclude.ts'
import { declareConflict } from './declare-conflict.ts'
import { enterCounts } from './enter-counts.ts'
import { meetingBoardQuery } from './get-board.ts'
import { getMeeting } from './get-meeting.ts'
import { listMeetings } from './list-meetings.ts'
import { markAttendance } from './mark-attendance.ts'
import { meetingCandidates } from './meeting-candidates.ts'
import { meetingSubjects } from './meeting-subjects.ts'
import { minutesDocx, minutesPdf } from './minutes.ts'
import { openQuestion } from './open-question.ts'
import { planMeeting } from './plan-meeting.ts'
import { proposeLevel } from './propose-level.ts'

export const meetingHandlers: Handlers<typeof meetingRoutes> = {
  listMeetings,
  meetingCandidates,
  planMeeting,
  changeMeeting,
  getMeeting,
  meetingBoard: meetingBoardQuery,
  actOnMeeting,
  markAttendance,
  meetingSubjects,
  declareConflict,
  proposeLevel,
  conclude,
}

export const ballotHandlers: Handlers<typeof ballotRoutes> = { openQuestion, castBallot, enterCounts, closeQuestion }

export const minutesHandlers: Handlers<typeof minutesRoutes> = { minutesPdf, minutesDocx }
