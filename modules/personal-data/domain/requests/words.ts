import type { RequestKind, RequestStatus } from './request.ts'

interface Words {
  readonly vi: string
  readonly en: string
}

/** What a data subject asks, in words. */
export const kindWords = {
  access: { vi: 'Xem, cung cấp dữ liệu', en: 'Access' },
  correction: { vi: 'Đính chính', en: 'Correction' },
  objection: { vi: 'Phản đối xử lý', en: 'Objection' },
  restriction: { vi: 'Hạn chế xử lý', en: 'Restriction' },
  deletion: { vi: 'Xóa dữ liệu', en: 'Deletion' },
} as const satisfies Record<RequestKind, Words>

/** Where a request stands, in words. */
export const statusWords = {
  filed: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  accepted: { vi: 'Đã chấp nhận, đang thực hiện', en: 'Accepted, being done' },
  refused: { vi: 'Đã từ chối', en: 'Refused' },
  done: { vi: 'Đã thực hiện', en: 'Done' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Record<RequestStatus, Words>
