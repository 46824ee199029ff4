import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { toFraction, parseRational, zero } from '#kernel/rational.ts'
import { sampleOrganisation } from '#modules/organisation/sample/sample-organisation.ts'
import { loadSampleOrganisation, organisationAsOf } from '#modules/organisation/server/index.ts'
import { readerOf } from '#platform/db/database.ts'
import { taskServer } from '#tests/setup/evaluation-tasks.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { sampleCatalogue } from '../../sample/sample-catalogue.ts'
import { sampleTasks } from '../../sample/sample-evaluation.ts'
import { insertSampleCatalogue } from '../catalogue/insert-sample-catalogue.ts'
import { mainHoldings } from './assignable.ts'
import { insertSampleTasks } from './insert-sample-tasks.ts'

const server = await taskServer(import.meta)

test('the sample’s catalogue and three months of tasks are stored as the program itself would have', async () => {
  const tenantId = await server.newTenant()
  const tasks = sampleTasks()
  const ids = await server.inTenant(tenantId, async (tx) => {
    const people = await loadSampleOrganisation(tx, tenantId, sampleOrganisation)
    const { products } = await insertSampleCatalogue(tx, tenantId, sampleCatalogue, people.units)
    assert.equal(products.size, sampleCatalogue.products.length)
    const organisation = await organisationAsOf(readerOf(tx), tenantId, calendarDate('2026-09-30'))
    const main = new Map(mainHoldings(organisation.holdings).map((holding) => [holding.personId, holding]))
    const mainOf = (personId: Parameters<typeof main.get>[0]) => main.get(personId) ?? assert.fail(`nobody: ${personId}`)
    await insertSampleTasks(tx, tenantId, tasks, {
      people: people.people,
      products,
      unitOf: (personId) => mainOf(personId).unitId,
      superiorOf: (personId) => {
        const superior = organisation.superiorOf(mainOf(personId))
        return superior.found ? superior.personId : null
      },
    })
    return people
  })
  const stored = await server.inTenant(tenantId, (tx) => tx.selectFrom('evaluation_task').selectAll().where('tenant_id', '=', tenantId).execute())
  assert.equal(stored.length, tasks.length)
  const count = (rows: readonly { origin: string }[], origin: string) => rows.filter((row) => row.origin === origin).length
  assert.equal(stored.filter((row) => row.status === 'handed_back').length, count(tasks, 'handed_back'))
  assert.equal(count(stored, 'received'), count(tasks, 'received'))
  assert.equal(count(stored, 'ad_hoc'), count(tasks, 'ad_hoc'))
  assert.equal(stored.reduce((sum, row) => sum + row.completed, 0), tasks.reduce((sum, task) => sum + (task.origin === 'handed_back' ? 0 : task.completed), 0))
  const first = tasks[0] ?? assert.fail()
  assert.ok(stored.some((row) => row.title === first.title && row.coefficient === toFraction(parseRational(first.coefficient) ?? zero) && row.deadline === first.deadline))
  const personId = ids.people.get(first.person) ?? assert.fail()
  const page = await (await server.signedIn(tenantId, personId)).call(taskRoutes.listTasks, { query: { limit: 200 } })
  assert.equal(page.items.length, Math.min(200, tasks.filter((task) => task.person === first.person).length))
  const quarter = page.items.every((task) => ['2026-07-01', '2026-08-01', '2026-09-01'].includes(task.month))
  assert.ok(quarter)
})
