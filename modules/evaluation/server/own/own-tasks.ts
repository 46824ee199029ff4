import { dayWords, decimalWords, filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { TaskOrigin, TaskStatus } from '../../domain/task.ts'
import { selectTasks, taskOf } from '../tasks/task-rows.ts'
import { unitsOfDay } from '../tasks/task-scope.ts'
import { viewsOf } from '../tasks/task-views.ts'
import { type OwnContext } from './subject.ts'

const statuses: Readonly<Record<TaskStatus, string>> = { proposed: 'Chờ cấp trên đồng ý', open: 'Đang thực hiện', reported: 'Đã báo cáo', confirmed: 'Đã xác nhận', handed_back: 'Đã trả lại', cancelled: 'Đã hủy' }
const origins: Readonly<Record<TaskOrigin, string>> = { assigned: 'Được giao', received: 'Nhận từ người khác', ad_hoc: 'Đột xuất, phát sinh' }

/** The person's tasks with what was reported and judged. */
export async function ownTasks({ read, actor, today }: OwnContext): Promise<OwnRecord[]> {
  const rows = await selectTasks(read, actor.tenantId).where('t.person_id', '=', actor.personId).orderBy('t.month').orderBy('t.id').execute()
  const views = await viewsOf(read, actor, await unitsOfDay(read, actor.tenantId, today), rows.map(taskOf))
  return views.map(({ can: _acts, ...task }) => ({
    id: task.id,
    title: `${task.title} (hạn ${dayWords(task.deadline)})`,
    fields: filled(
      ['Nhiệm vụ', task.title],
      ['Đơn vị', task.unit.name],
      ['Sản phẩm/công việc', task.product?.code],
      ['Nguồn', origins[task.origin]],
      ['Hệ số quy đổi', decimalWords(task.coefficientShown)],
      ['Số lượng được giao', task.assigned],
      ['Thời hạn', dayWords(task.deadline)],
      ['Trạng thái', statuses[task.status]],
      ['Số lượng hoàn thành', task.completed],
      ['Ngày hoàn thành', dayWords(task.completedOn)],
      ['Kết quả báo cáo', task.resultNote],
      ['Số lần không bảo đảm chất lượng', task.qualityFaults],
      ['Số lần chậm tiến độ', task.lateEvents],
      ['Nguyên nhân khách quan được xác nhận', task.excuseReason],
      ['Lý do kết thúc', task.closingReason],
      ['Nhận từ', task.receivedFrom?.fullName],
      ['Đã giao lại cho', task.handedTo?.fullName],
    ),
    detail: task,
  }))
}

/** Evidence attached to the person's tasks, with the file where it is one; also what was taken away and is still kept. */
export async function ownEvidence({ read, actor }: OwnContext): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('evaluation_evidence as e')
    .innerJoin('evaluation_task as t', (join) => join.on('t.tenant_id', '=', actor.tenantId).onRef('t.id', '=', 'e.task_id'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('t.person_id', '=', actor.personId)
    .select(['e.id', 'e.kind', 'e.name', 'e.address', 'e.media_type', 'e.size', 'e.added_at', 'e.removed_at', 'e.file_id', 't.id as task_id', 't.title'])
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.name,
    fields: filled(['Tên', row.name], ['Của nhiệm vụ', row.title], ['Địa chỉ', row.address], ['Ngày thêm', momentWords(row.added_at)], ['Đã gỡ ngày', momentWords(row.removed_at)]),
    detail: { kind: row.kind, name: row.name, address: row.address, mediaType: row.media_type, size: Number(row.size), taskId: row.task_id, addedAt: row.added_at, removedAt: row.removed_at },
    ...(row.file_id === null ? {} : { file: { contentId: row.file_id, name: row.name, size: Number(row.size) } }),
  }))
}
