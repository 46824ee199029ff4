import type { ApprovalAct } from '#modules/accounts/web/index.ts'
import { evaluationApprovals } from '#modules/evaluation/web/index.ts'

/** How the acts of every module that need two persons are named on the screens. */
export const approvalActs: Readonly<Record<string, ApprovalAct>> = {
  ...evaluationApprovals,
  'personal-data.records.deleted': { name: { vi: 'Xóa dữ liệu hết thời hạn lưu', en: 'Delete what is past its period' } },
  'accounts.role.given': { name: { vi: 'Giao vai trò', en: 'Give a role' } },
  'accounts.role.ended': { name: { vi: 'Kết thúc vai trò', en: 'End a role' } },
  'ledger.exported': { name: { vi: 'Xuất sổ nhật ký hệ thống', en: 'Export the ledger' }, fileName: 'so-nhat-ky.zip' },
}
