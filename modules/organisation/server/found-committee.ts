import { v7 as uuidv7 } from 'uuid'
import { firstOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId, type TenantId, type UnitId } from '#kernel/id.ts'
import { tidy } from '#kernel/vietnamese.ts'
import type { Tx } from '#platform/db/database.ts'
import { lockStructure, putHoldings, putPeople, putPosts, putUnits } from './rows.ts'

/** What the first set-up knows. */
export interface FirstCommittee {
  readonly tenantId: TenantId
  readonly name: string
  readonly officerName: string
  readonly today: CalendarDate
}

/**
 * The root unit of a new tenant with its first officer in a staff post. Their life starts at the year's first day,
 * so that the running year can be evaluated.
 */
export async function foundCommittee(tx: Tx<'organisation'>, committee: FirstCommittee): Promise<{ unitId: UnitId; personId: PersonId }> {
  const { tenantId, today } = committee
  await lockStructure(tx, tenantId)
  const unitId = asId<'unit'>(uuidv7())
  const personId = asId<'person'>(uuidv7())
  const postId = asId<'post'>(uuidv7())
  const from = firstOfMonth(Number(today.slice(0, 4)), 1)
  const name = tidy(committee.name)
  await putUnits(tx, tenantId, [
    { id: unitId, code: 'GOC', version: 1, spans: [{ name, shortName: name, kind: 'commune', level: 'commune', parentId: null, from, to: null }] },
  ])
  await putPosts(tx, tenantId, [
    {
      id: postId, code: 'GOC.01', version: 1, unitId, title: 'Chuyên viên tổ chức cán bộ', role: 'staff', isLeader: false,
      publicContact: false, peerGroup: '', places: 1, from, to: null,
    },
  ])
  await putPeople(tx, tenantId, [{ id: personId, code: 'CB001', version: 1, fullName: tidy(committee.officerName), sex: null, birthDate: null }])
  await putHoldings(tx, tenantId, [
    {
      id: asId<'holding'>(uuidv7()), version: 1, personId, postId, status: 'civil_servant', isPrimary: true, from, to: null,
      decisionNumber: '', decisionDate: null,
    },
  ])
  return { unitId, personId }
}
