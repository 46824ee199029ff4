import type { z } from 'zod'
import type { boardRow, meetingBoard, meetingDetail, questionView } from '../../contract/meeting-views.ts'

export type Meeting = z.output<typeof meetingDetail>
export type Question = z.output<typeof questionView>
export type Board = z.output<typeof meetingBoard>
export type BoardRow = z.output<typeof boardRow>

/** Milliseconds after which an open meeting's screens ask again. */
export const askAgain = 4000

/** Where somebody stands on the board: as proposed, decided or provisional, in this order. */
export function levelOnBoard(row: BoardRow): string {
  return row.proposal?.level ?? row.decidedLevel ?? row.provisionalLevel
}
