import { v7 as uuidv7 } from 'uuid'
import { asId, type PersonId, type TenantId, type UnitId } from '#kernel/id.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { foldVietnamese, sortNameOf } from '#kernel/vietnamese.ts'
import type { Tx } from '#platform/db/database.ts'

/** What a new committee begins with. */
export interface NewCommittee {
  readonly tenantId: TenantId
  readonly name: string
  readonly officerName: string
  readonly today: CalendarDate
}

/** The root unit of a new tenant and its first officer as a person, so that the tree and the people list are not empty. */
export async function foundCommittee(tx: Tx, committee: NewCommittee): Promise<{ unitId: UnitId; personId: PersonId }> {
  const { tenantId, name, officerName, today } = committee
  const unitId = asId<'unit'>(uuidv7())
  const personId = asId<'person'>(uuidv7())
  await tx.insertInto('organisation_structure').values({ tenant_id: tenantId, version: 1 }).execute()
  await tx.insertInto('organisation_unit').values({ tenant_id: tenantId, id: unitId, code: 'GOC' }).execute()
  await tx
    .insertInto('organisation_unit_span')
    .values({
      tenant_id: tenantId,
      id: uuidv7(),
      unit_id: unitId,
      parent_id: null,
      name,
      short_name: name,
      folded_name: foldVietnamese(name),
      kind: 'commune',
      level: 'commune',
      valid_from: today,
      valid_to: null,
    })
    .execute()
  await tx
    .insertInto('organisation_person')
    .values({
      tenant_id: tenantId,
      id: personId,
      code: 'CB001',
      full_name: officerName,
      sort_name: sortNameOf(officerName),
      folded_name: foldVietnamese(officerName),
      sex: 'female',
      birth_date: null,
    })
    .execute()
  return { unitId, personId }
}
