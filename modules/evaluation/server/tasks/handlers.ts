import type { Handlers } from '#platform/http/handler.ts'
import type { taskRoutes } from '../../contract/task-routes.ts'
import { addAdHocTask } from './add-ad-hoc-task.ts'
import { addEvidenceFile } from './add-evidence-file.ts'
import { addEvidenceLink } from './add-evidence-link.ts'
import { approveAdHocTask } from './approve-ad-hoc-task.ts'
import { assignTask } from './assign-task.ts'
import { cancelTask } from './cancel-task.ts'
import { downloadEvidence } from './download-evidence.ts'
import { getTask } from './get-task.ts'
import { handBackTask } from './hand-back-task.ts'
import { judgeTask } from './judge-task.ts'
import { assignablePeople } from './list-assignable-people.ts'
import { listTasks } from './list-tasks.ts'
import { reassignTask } from './reassign-task.ts'
import { removeEvidence } from './remove-evidence.ts'
import { reportTask } from './report-task.ts'

export const taskHandlers: Handlers<typeof taskRoutes> = {
  listTasks,
  getTask,
  assignablePeople,
  assignTask,
  addAdHocTask,
  approveAdHocTask,
  reportTask,
  judgeTask,
  handBackTask,
  reassignTask,
  cancelTask,
  addEvidenceFile,
  addEvidenceLink,
  removeEvidence,
  downloadEvidence,
}
