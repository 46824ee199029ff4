import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { approvalLevels, type ApprovalLevel } from '../../domain/approval/state.ts'

/** The levels that ask whoever signs to prove once more who they are. */
export async function levelsThatAskForProof(read: Reader, tenantId: TenantId): Promise<ApprovalLevel[]> {
  const rows = await read.selectFrom('newsroom_signing').where('tenant_id', '=', tenantId).where('prove', '=', true).select('level').execute()
  return approvalLevels.filter((level) => rows.some((row) => row.level === level))
}

/** Whether a level asks for it. */
export async function asksForProof(read: Reader, tenantId: TenantId, level: ApprovalLevel): Promise<boolean> {
  return (await levelsThatAskForProof(read, tenantId)).includes(level)
}
