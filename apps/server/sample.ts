import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#database/types.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import type { SampleAccount } from '#modules/accounts/contract/routes.ts'
import type { GivenRole } from '#modules/accounts/server/index.ts'
import { openAccount, samplePolicy, setPolicy } from '#modules/accounts/server/index.ts'
import { loadSampleEvaluation } from '#modules/evaluation/server/index.ts'
import { sampleOrganisation } from '#modules/organisation/sample/sample-organisation.ts'
import { loadSampleOrganisation, type SampleIds } from '#modules/organisation/server/index.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant } from '#platform/db/database.ts'

/** The sample's accounts all open with this; it is shown beside each of them. */
export const samplePassword = 'thuocdo-2026'

interface SampleUser {
  readonly role: string
  readonly username: string
  /** Code of the person, or null for somebody from outside. */
  readonly person: string | null
  readonly roles: readonly { readonly role: GivenRole['role']; readonly unit: string | null }[]
}

const users: readonly SampleUser[] = [
  { role: 'Quản trị hệ thống', username: 'quantri', person: 'CL038', roles: [{ role: 'administrator', unit: null }] },
  { role: 'Bộ phận tổ chức cán bộ: mở đợt, tổng hợp, công bố', username: 'tochuc', person: 'CL012', roles: [{ role: 'officer', unit: null }] },
  { role: 'Bí thư Đảng ủy: quyết định mức xếp loại khối Đảng', username: 'bithu', person: 'CL001', roles: [] },
  { role: 'Chủ tịch UBND xã: chấm trưởng phòng, quyết định mức xếp loại', username: 'chutich', person: 'CL028', roles: [] },
  { role: 'Chủ tịch Ủy ban MTTQ Việt Nam xã: quyết định mức xếp loại khối Mặt trận', username: 'mattran', person: 'CL096', roles: [] },
  { role: 'Trưởng phòng: giao việc, chấm điểm công chức trong phòng', username: 'truongphong', person: 'CL043', roles: [] },
  { role: 'Phó trưởng phòng: tự chấm theo nhóm lãnh đạo, quản lý', username: 'photruongphong', person: 'CL044', roles: [] },
  { role: 'Công chức: tự chấm, xem kết quả, kiến nghị', username: 'congchuc1', person: 'CL046', roles: [] },
  { role: 'Công chức', username: 'congchuc2', person: 'CL047', roles: [] },
  { role: 'Kiểm tra, giám sát: xem tổ chức và nhật ký', username: 'kiemtra', person: null, roles: [{ role: 'auditor', unit: null }] },
]

/** Loads the sample commune of every module and opens one account per role, all or nothing. */
export async function loadSample(db: Kysely<Database>, now: Date): Promise<SampleAccount[]> {
  const tenantId = asId<'tenant'>(uuidv7())
  const today = vietnameseDay(now)
  const names = new Map(sampleOrganisation.people.map((person) => [person.code, person.fullName]))
  return inTenant(db, tenantId, 'write', async (tx) => {
    await tx.insertInto('tenant').values({ id: tenantId, name: sampleOrganisation.tenantName, created_at: now }).execute()
    const ids = await loadSampleOrganisation(tx, tenantId, sampleOrganisation)
    await loadSampleEvaluation(tx, tenantId, ids)
    await setPolicy(tx, tenantId, samplePolicy, now)
    const accounts: SampleAccount[] = []
    for (const user of users) {
      const fullName = user.person === null ? 'Người kiểm tra' : (names.get(user.person) ?? '')
      const roles = user.roles.map(({ role, unit }) => ({ role, unitId: unit === null ? null : (ids.units.get(unit) ?? null) }))
      await openAccount(tx, { tenantId, personId: personOf(ids, user.person), displayName: fullName, username: user.username, password: samplePassword, roles }, now, today)
      accounts.push({ role: user.role, username: user.username, password: samplePassword, fullName })
    }
    await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'platform.sample-loaded', subject: { kind: 'tenant', id: tenantId } }, undefined)
    return accounts
  })
}

function personOf(ids: SampleIds, code: string | null) {
  if (code === null) return null
  const id = ids.people.get(code)
  if (id === undefined) throw new Error(`the sample names an unknown person: ${code}`)
  return id
}
