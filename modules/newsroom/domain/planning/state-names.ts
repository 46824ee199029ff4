import type { AssignmentState } from './state.ts'

/** Where an assignment is, as Vietnamese papers say it. */
export const assignmentStateNames: Readonly<Record<AssignmentState, string>> = {
  assigned: 'Đã giao',
  accepted: 'Đã nhận',
  in_progress: 'Đang làm',
  done: 'Hoàn thành',
  cancelled: 'Đã hủy',
}
