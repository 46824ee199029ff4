import type { Id, PersonId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { converseOf, type KinshipRelation } from '../../domain/kinship.ts'
import { requireManagesPerson } from '../sheets/person-access.ts'

/** Declared relatives of somebody, whoever of the two was named first. Only the personnel body reads them. */
export const listKinships = query(raterRoutes.listKinships, async ({ params, actor, read, today, record }) => {
  await requireManagesPerson(read, actor, params.personId, today)
  const rows = await read
    .selectFrom('evaluation_kinship')
    .where('tenant_id', '=', actor.tenantId)
    .where((where) => where.or([where('person_id', '=', params.personId), where('relative_id', '=', params.personId)]))
    .selectAll()
    .orderBy('declared_on')
    .orderBy('id')
    .execute()
  const otherOf = (row: (typeof rows)[number]) => (row.person_id === params.personId ? row.relative_id : row.person_id) as PersonId
  const names = await personNames(read, actor.tenantId, rows.map(otherOf))
  record({ action: 'evaluation.kinship.read', subject: { kind: 'person', id: params.personId } })
  return {
    kinships: rows.map((row) => ({
      id: row.id as Id<'kinship'>,
      relative: { id: otherOf(row), fullName: names.get(otherOf(row))?.fullName ?? '' },
      relation: row.person_id === params.personId ? (row.relation as KinshipRelation) : converseOf(row.relation as KinshipRelation),
      note: row.note,
      declaredOn: row.declared_on,
    })),
  }
})
