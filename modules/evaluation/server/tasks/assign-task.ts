import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { tidy } from '#kernel/vietnamese.ts'
import { holdStructure } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { monthOf } from '../../domain/task-decisions.ts'
import { productInForce } from '../catalogue/product-rows.ts'
import { assignableTo } from './assignable.ts'
import { requirePeriodOpen } from './period-open.ts'

/** Gives a product to people under the actor, each in the same quantity (article 18.1); the coefficient of today is frozen. */
export const assignTask = command(taskRoutes.assignTask, async ({ body, actor, tx, read, now, today, newId, record }) => {
  await holdStructure(read, actor.tenantId)
  const people = [...new Set(body.personIds)]
  const assignable = await assignableTo(read, actor, today, people)
  const strangers = people.filter((personId) => !assignable.has(personId))
  if (strangers.length > 0) refuse('evaluation.task.not-yours', { personIds: strangers })
  const product = await productInForce(read, actor.tenantId, body.productId, today)
  if (product === undefined) return refuse('evaluation.task.product-not-in-force', { productId: body.productId, on: today })
  const month = monthOf(body.deadline)
  await requirePeriodOpen(tx, actor.tenantId, people, month)
  const unitOf = (personId: PersonId) => assignable.get(personId)?.unitId ?? refuse('evaluation.task.not-yours', { personIds: [personId] })
  const rows = people.map((personId) => ({
    tenant_id: actor.tenantId,
    id: newId<'task'>(),
    person_id: personId,
    unit_id: unitOf(personId),
    product_id: product.id,
    title: tidy(body.title) || product.name,
    coefficient: product.coefficient,
    origin: 'assigned',
    month,
    assigned: body.quantity,
    deadline: body.deadline,
    assigned_by: actor.personId,
    assigned_at: now,
    status: 'open',
  }))
  await tx.insertInto('evaluation_task').values(rows).execute()
  const taskIds = rows.map((row) => row.id)
  record({
    action: 'evaluation.task.assigned',
    subject: { kind: 'product', id: product.id },
    data: { taskIds, personIds: people, quantity: body.quantity, deadline: body.deadline, coefficient: product.coefficient },
  })
  return { taskIds }
})
