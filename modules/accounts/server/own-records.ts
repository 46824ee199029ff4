import type { Actor } from '#kernel/actor.ts'
import { filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import { deviceOf } from '../domain/device-of.ts'
import type { GrantedRole } from '../domain/roles.ts'

const roles: Readonly<Record<GrantedRole, string>> = { administrator: 'Quản trị', officer: 'Công tác cán bộ', decider: 'Quyết định', auditor: 'Kiểm tra', reporter: 'Phóng viên', editor: 'Biên tập, duyệt cấp phòng', director: 'Duyệt phát', producer: 'Thư ký tòa soạn', gallery: 'Phát sóng' }

/** What the module holds of the account that asks: sign-in name, ways to prove oneself, roles, sessions, approvals; never a password, secret or code. */
export async function ownAccountRecords(read: Reader, { tenantId, accountId }: Actor): Promise<Readonly<Record<'accounts' | 'sessions' | 'approvals', readonly OwnRecord[]>>> {
  return {
    accounts: [...(await ownAccount(read, accountId)), ...(await ownGrants(read, tenantId, accountId))],
    sessions: await ownSessions(read, accountId),
    approvals: await ownApprovals(read, tenantId, accountId),
  }
}

async function ownAccount(read: Reader, accountId: string): Promise<OwnRecord[]> {
  const user = await read
    .selectFrom('accounts_user as u')
    .leftJoin('accounts_password as p', 'p.user_id', 'u.id')
    .leftJoin('accounts_totp as t', 't.user_id', 'u.id')
    .where('u.id', '=', accountId)
    .select(['u.id', 'u.username', 'u.name', 'u.created_at', 'p.changed_at', 't.confirmed_at'])
    .executeTakeFirst()
  if (user === undefined) return []
  const passkeys = await read.selectFrom('accounts_passkey').where('user_id', '=', accountId).select(['name', 'created_at', 'used_at']).orderBy('created_at').execute()
  const elsewhere = await read.selectFrom('accounts_elsewhere').where('user_id', '=', accountId).select(['issuer', 'subject', 'linked_at']).execute()
  const invitations = await read.selectFrom('accounts_invitation').where('user_id', '=', accountId).select(['invited_at', 'used_at', 'revoked_at']).orderBy('invited_at').execute()
  return [{
    id: user.id,
    title: 'Tài khoản',
    fields: filled(
      ['Tên đăng nhập', user.username],
      ['Tên hiển thị', user.name],
      ['Ngày lập', momentWords(user.created_at)],
      ['Đổi mật khẩu lần cuối', momentWords(user.changed_at)],
      ['Ứng dụng xác thực từ', momentWords(user.confirmed_at)],
      ...passkeys.map((key) => ['Khóa truy cập', `${key.name}, thêm ${momentWords(key.created_at)}${key.used_at === null ? '' : `, dùng lần cuối ${momentWords(key.used_at)}`}`] as const),
      ...elsewhere.map((link) => ['Đăng nhập bằng hệ thống khác', `${link.issuer}, từ ${momentWords(link.linked_at)}`] as const),
      ...invitations.map((sent) => ['Mời vào', `${momentWords(sent.invited_at)}${sent.used_at === null ? '' : `, nhận ${momentWords(sent.used_at)}`}`] as const),
    ),
    detail: { username: user.username, name: user.name, createdAt: user.created_at, passwordChangedAt: user.changed_at, totpSince: user.confirmed_at, passkeys, elsewhere, invitations },
  }]
}

async function ownGrants(read: Reader, tenantId: string, accountId: string): Promise<OwnRecord[]> {
  const rows = await read.selectFrom('accounts_grant').where('tenant_id', '=', tenantId).where('account_id', '=', accountId).select(['id', 'role', 'unit_id', 'valid_from', 'valid_to', 'document_number', 'document_date', 'end_reason']).orderBy('valid_from').execute()
  return rows.map((row) => ({
    id: row.id,
    title: `Vai trò ${roles[row.role as GrantedRole]}`,
    fields: filled(
      ['Vai trò', roles[row.role as GrantedRole]],
      ['Từ ngày', row.valid_from],
      ['Đến ngày', row.valid_to],
      ['Văn bản giao', row.document_number],
      ['Ngày văn bản', row.document_date],
      ['Lý do kết thúc', row.end_reason],
    ),
    detail: { role: row.role, unitId: row.unit_id, from: row.valid_from, to: row.valid_to, documentNumber: row.document_number, documentDate: row.document_date, endReason: row.end_reason },
  }))
}

async function ownSessions(read: Reader, accountId: string): Promise<OwnRecord[]> {
  const rows = await read.selectFrom('accounts_session').where('user_id', '=', accountId).select(['id', 'source', 'user_agent', 'created_at', 'seen_at', 'expires_at', 'second_factor_at']).orderBy('created_at').execute()
  return rows.map((row) => {
    const { browser, system } = deviceOf(row.user_agent)
    return {
      id: row.id,
      title: `Phiên đăng nhập ${momentWords(row.created_at)}`,
      fields: filled(['Bắt đầu', momentWords(row.created_at)], ['Lần cuối', momentWords(row.seen_at)], ['Hết hạn', momentWords(row.expires_at)], ['Địa chỉ mạng', row.source], ['Thiết bị', [browser, system].filter((part) => part !== '').join(', ')], ['Xác thực hai lớp', momentWords(row.second_factor_at)]),
      detail: { beganAt: row.created_at, seenAt: row.seen_at, expiresAt: row.expires_at, source: row.source, userAgent: row.user_agent, secondFactorAt: row.second_factor_at },
    }
  })
}

async function ownApprovals(read: Reader, tenantId: string, accountId: string): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('accounts_approval')
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('requested_by', '=', accountId), where('settled_by', '=', accountId)]))
    .select(['id', 'act', 'reason', 'requested_by', 'requested_at', 'status', 'settled_at'])
    .orderBy('requested_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `${row.requested_by === accountId ? 'Đề nghị' : 'Phê duyệt'} ${momentWords(row.requested_at)}`,
    settled: true,
    fields: filled(['Việc', row.act], ['Tư cách', row.requested_by === accountId ? 'người đề nghị' : 'người thứ hai'], ['Lý do', row.requested_by === accountId ? row.reason : null], ['Trạng thái', row.status], ['Ngày đề nghị', momentWords(row.requested_at)], ['Ngày trả lời', momentWords(row.settled_at)]),
    detail: { act: row.act, as: row.requested_by === accountId ? 'requester' : 'second', status: row.status, requestedAt: row.requested_at, settledAt: row.settled_at },
  }))
}
