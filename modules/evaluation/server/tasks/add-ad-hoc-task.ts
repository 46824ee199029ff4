import { refuse } from '#kernel/refusal.ts'
import { holdingsAsOf, holdStructure } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { monthOf, requireDone, requireWithinAssigned } from '../../domain/task-decisions.ts'
import { productInForce } from '../catalogue/product-rows.ts'
import { mainHoldings } from './assignable.ts'
import { requirePeriodOpen } from './period-open.ts'

/** Unplanned work the cadre writes down; it counts once the superior accepts it, beyond the plan (article 18.1d). */
export const addAdHocTask = command(taskRoutes.addAdHocTask, async ({ body, actor, tx, read, now, today, newId, record }) => {
  const { personId, tenantId } = actor
  if (personId === null) return refuse('platform.not-found')
  requireWithinAssigned(body.quantity, body.completed)
  requireDone(body.completed, body.completedOn, today)
  await holdStructure(read, tenantId)
  const [holding] = mainHoldings(await holdingsAsOf(read, tenantId, today, { people: [personId] }))
  if (holding === undefined) return refuse('platform.not-found')
  const product = await productInForce(read, tenantId, body.productId, body.completedOn)
  if (product === undefined) return refuse('evaluation.task.product-not-in-force', { productId: body.productId, on: body.completedOn })
  const month = monthOf(body.completedOn)
  await requirePeriodOpen(tx, tenantId, [personId], month)
  const taskId = newId<'task'>()
  await tx
    .insertInto('evaluation_task')
    .values({
      tenant_id: tenantId,
      id: taskId,
      person_id: personId,
      unit_id: holding.unitId,
      product_id: product.id,
      title: body.title,
      coefficient: product.coefficient,
      origin: 'ad_hoc',
      month,
      assigned: body.quantity,
      deadline: body.completedOn,
      assigned_by: null,
      assigned_at: now,
      status: 'proposed',
      completed: body.completed,
      completed_on: body.completed === 0 ? null : body.completedOn,
    })
    .execute()
  record({ action: 'evaluation.task.ad-hoc-recorded', subject: { kind: 'task', id: taskId }, data: { productId: product.id, quantity: body.quantity, completed: body.completed, completedOn: body.completedOn } })
  return { taskId, status: 'proposed' as const }
})
