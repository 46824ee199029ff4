import type { PersonId, TenantId } from '#kernel/id.ts'
import { dayWords, filled, type OwnRecord } from '#kernel/own-record.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import type { Reader } from '#platform/db/database.ts'
import { absenceTerms, holdingStatusTerms, identityTerms, postRoleTerms, sexTerms, type Term } from '../domain/reference-lists.ts'
import { loadIdentities, openIfPossible } from './identity-rows.ts'

/** What the module holds of a person (dữ liệu của mình): who they are with their identity numbers, the posts they held, time away. */
export async function ownOrganisationRecords(read: Reader, ciphers: FieldCipher, tenantId: TenantId, personId: PersonId): Promise<Readonly<Record<'people' | 'holdings' | 'absences', readonly OwnRecord[]>>> {
  const person = await read.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('id', '=', personId).select(['id', 'code', 'full_name', 'sex', 'birth_date']).executeTakeFirst()
  const people = person === undefined ? [] : [{
    id: person.id,
    title: 'Hồ sơ cá nhân',
    fields: filled(['Mã', person.code], ['Họ và tên', person.full_name], ['Giới tính', word(sexTerms, person.sex)], ['Ngày sinh', dayWords(person.birth_date)]),
    detail: { code: person.code, fullName: person.full_name, sex: person.sex, birthDate: person.birth_date },
  }]
  return { people: [...people, ...(await ownIdentities(read, ciphers, tenantId, personId))], holdings: await ownHoldings(read, tenantId, personId), absences: await ownAbsences(read, tenantId, personId) }
}

async function ownIdentities(read: Reader, ciphers: FieldCipher, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const identities = await loadIdentities(read, tenantId, { personId })
  if (identities.length === 0) return []
  const cipher = await ciphers.forReading(read, tenantId)
  return identities.map((identity) => {
    const number = openIfPossible(cipher, identity)
    const label = word(identityTerms, identity.kind)
    return { id: `identity/${identity.kind}`, title: label, sensitive: true, fields: filled([label, number ?? 'không đọc được lúc này']), detail: { kind: identity.kind, number } }
  })
}

async function ownHoldings(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('organisation_holding as h')
    .innerJoin('organisation_post as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'h.post_id'))
    .innerJoin('organisation_unit_span as s', (join) =>
      join.on('s.tenant_id', '=', tenantId).onRef('s.unit_id', '=', 'p.unit_id').onRef('s.valid_from', '<=', 'h.valid_from').on((on) => on.or([on('s.valid_to', 'is', null), on('s.valid_to', '>=', on.ref('h.valid_from'))])),
    )
    .where('h.tenant_id', '=', tenantId)
    .where('h.person_id', '=', personId)
    .select(['h.id', 'p.title', 'p.role', 's.name as unit', 'h.status', 'h.is_primary', 'h.valid_from', 'h.valid_to', 'h.decision_number', 'h.decision_date'])
    .orderBy('h.valid_from')
    .orderBy('h.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `${row.title}, ${row.unit}, từ ${dayWords(row.valid_from)}`,
    fields: filled(
      ['Chức danh', row.title],
      ['Vai trò', word(postRoleTerms, row.role)],
      ['Đơn vị', row.unit],
      ['Đối tượng', word(holdingStatusTerms, row.status)],
      ['Chức vụ chính', row.is_primary ? 'có' : 'không'],
      ['Từ ngày', dayWords(row.valid_from)],
      ['Đến ngày', dayWords(row.valid_to)],
      ['Số quyết định', row.decision_number],
      ['Ngày quyết định', dayWords(row.decision_date)],
    ),
    detail: { title: row.title, role: row.role, unit: row.unit, status: row.status, isPrimary: row.is_primary, from: row.valid_from, to: row.valid_to, decisionNumber: row.decision_number, decisionDate: row.decision_date },
  }))
}

async function ownAbsences(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await read.selectFrom('organisation_absence').where('tenant_id', '=', tenantId).where('person_id', '=', personId).select(['id', 'kind', 'valid_from', 'valid_to', 'decision_number']).orderBy('valid_from').execute()
  return rows.map((row) => ({
    id: row.id,
    title: `${word(absenceTerms, row.kind)} từ ${dayWords(row.valid_from)}`,
    fields: filled(['Loại', word(absenceTerms, row.kind)], ['Từ ngày', dayWords(row.valid_from)], ['Đến ngày', dayWords(row.valid_to)], ['Số quyết định', row.decision_number]),
    detail: { kind: row.kind, from: row.valid_from, to: row.valid_to, decisionNumber: row.decision_number },
  }))
}

function word(terms: readonly Term[], code: string | null): string {
  return code === null ? '' : (terms.find((term) => term.code === code)?.vi ?? code)
}
