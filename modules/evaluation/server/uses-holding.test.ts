import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#kernel/id.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { openOctober } from '#tests/setup/evaluation-campaigns.ts'
import { assign, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'

const server = await wholeServer(import.meta)

async function remove(commune: SmallCommune, personId: PersonId): Promise<string> {
  const [holding] = (await commune.as.officer.call(organisationRoutes.getPerson, { params: { personId } })).holdings
  assert.ok(holding)
  return refusalOf(commune.as.officer.call(organisationRoutes.removeHolding, { params: { holdingId: holding.id }, body: { version: holding.version, reason: 'Nhập nhầm' } }))
}

test('a holding that brought somebody into a campaign, or makes them score or decide there, is not removed', async () => {
  const commune = await smallCommune(server)
  await openOctober(commune)
  assert.equal(await remove(commune, commune.people.clerk), 'organisation.holding.in-use')
  assert.equal(await remove(commune, commune.people.chair), 'organisation.holding.in-use')
})

test('a holding in whose unit a task was assigned is not removed; one nobody has used is', async () => {
  const commune = await smallCommune(server)
  await assign(commune.as.officeHead, commune.people.clerk, await withProduct(commune))
  assert.equal(await remove(commune, commune.people.clerk), 'organisation.holding.in-use')
  assert.equal(await remove(commune, commune.people.typist), 'not refused')
})
