import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { loadSampleOrganisation } from '#modules/organisation/server/index.ts'
import type { SampleHolding, SamplePost, SampleUnit } from '#modules/organisation/sample/types.ts'
import type { Caller, TestServer } from './test-server.ts'

function unit(code: string, name: string, from: string, parent: string | null, kind: SampleUnit['kind']): SampleUnit {
  return { code, name, shortName: name, kind, level: 'commune', parent, from, to: null, unconfirmed: false, note: null }
}

function post(code: string, unitCode: string, title: string, role: SamplePost['role'], from: string, places = 1): SamplePost {
  return { code, unit: unitCode, title, role, isLeader: role !== 'staff', publicContact: role === 'staff', peerGroup: role === 'staff' ? 'Chuyên viên' : 'Trưởng phòng', from, to: null, places, superior: null, superiorOutside: null }
}

function holding(person: string, postCode: string, from: string): SampleHolding {
  return { person, post: postCode, status: 'civil_servant', isPrimary: true, from, to: null, decisionNumber: '', decisionDate: from }
}

const people = {
  chair: 'Trần Văn Chủ',
  officeHead: 'Lê Thị Hạnh',
  clerk: 'Nguyễn Thị Ánh',
  typist: 'Phạm Văn Ân',
  officer: 'Võ Thị Tổ',
  divisionHead: 'Hoàng Văn Kinh',
  engineer: 'Bùi Thị Tế',
} as const

export type CommunePerson = keyof typeof people

/** A commune of seven invented people: a chair, an office and a division with a head each, and a personnel officer. */
export interface SmallCommune {
  readonly tenantId: TenantId
  readonly units: Readonly<Record<'XA' | 'VP' | 'KT', UnitId>>
  readonly people: Readonly<Record<CommunePerson, PersonId>>
  /** Signed in with the rights of their posts; the officer with that role over the whole commune. */
  readonly as: Readonly<Record<CommunePerson, Caller>>
}

/** Founds it in a tenant of its own, in force since 1 July 2025 unless said. */
export async function smallCommune(server: TestServer, from = '2025-07-01'): Promise<SmallCommune> {
  const tenantId = await server.newTenant()
  const ids = await server.inTenant(tenantId, (tx) =>
    loadSampleOrganisation(tx, tenantId, {
      tenantName: 'Xã Thử Nghiệm',
      province: 'Tỉnh Thử',
      units: [
        unit('XA', 'Ủy ban nhân dân xã', from, null, 'peoples_committee'),
        unit('VP', 'Văn phòng', from, 'XA', 'administrative_office'),
        unit('KT', 'Phòng Kinh tế', from, 'XA', 'specialised_division'),
      ],
      unitChanges: [],
      posts: [
        post('XA-CT', 'XA', 'Chủ tịch', 'head', from),
        post('VP-CVP', 'VP', 'Chánh Văn phòng', 'head', from),
        post('VP-CV', 'VP', 'Chuyên viên', 'staff', from, 3),
        post('KT-TP', 'KT', 'Trưởng phòng', 'head', from),
        post('KT-CV', 'KT', 'Chuyên viên', 'staff', from, 3),
      ],
      people: Object.entries(people).map(([code, fullName]) => ({ code, fullName, sex: 'female', birthDate: '1985-03-04' })),
      holdings: [
        holding('chair', 'XA-CT', from),
        holding('officeHead', 'VP-CVP', from),
        holding('clerk', 'VP-CV', from),
        holding('typist', 'VP-CV', from),
        holding('officer', 'VP-CV', from),
        holding('divisionHead', 'KT-TP', from),
        holding('engineer', 'KT-CV', from),
      ],
      absences: [],
      roles: [],
    }),
  )
  const found = Object.fromEntries(Object.keys(people).map((code) => [code, ids.people.get(code)])) as Record<CommunePerson, PersonId>
  const callers = await Promise.all(
    Object.entries(found).map(async ([code, personId]) => [code, await server.signedIn(tenantId, personId, code === 'officer' ? [{ role: 'officer', unitId: null }] : [])] as const),
  )
  const unitId = (code: string) => ids.units.get(code) as UnitId
  return { tenantId, units: { XA: unitId('XA'), VP: unitId('VP'), KT: unitId('KT') }, people: found, as: Object.fromEntries(callers) as Record<CommunePerson, Caller> }
}
