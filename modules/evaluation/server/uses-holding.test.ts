import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { PersonId } from '#kernel/id.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { octoberBody, openOctober, participantOf } from '#tests/setup/evaluation-campaigns.ts'
import { assign, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { octoberRound } from '#tests/setup/unit-rounds.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { campaignRoutes } from '../contract/campaign-routes.ts'
import { unitRoutes } from '../contract/unit-routes.ts'

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

test('a holding that makes somebody fill in the sheet of an organisation in a round is not removed', async () => {
  const commune = await smallCommune(server)
  await commune.as.officer.call(unitRoutes.createUnitCampaign, { body: octoberRound(commune) })
  assert.equal(await remove(commune, commune.people.officeHead), 'organisation.holding.in-use')
  assert.equal(await remove(commune, commune.people.typist), 'not refused')
})

test('a campaign drafted while a holding is being removed waits, and does not take the person whose holding is gone', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  let drafting: Promise<unknown> | undefined
  await server.inTenant(commune.tenantId, async (tx) => {
    await tx.updateTable('organisation_structure').set({ version: sql`version + 1` }).where('tenant_id', '=', commune.tenantId).execute()
    await tx.deleteFrom('organisation_holding').where('tenant_id', '=', commune.tenantId).where('person_id', '=', commune.people.typist).execute()
    drafting = officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
    assert.equal(await Promise.race([drafting.then(() => 'drafted'), somebodyWaits()]), 'waits')
  })
  const { campaignId } = (await drafting) as Awaited<ReturnType<typeof officer.call<typeof campaignRoutes.createCampaign>>>
  assert.equal((await participantOf(commune, campaignId, 'clerk')).title, 'Chuyên viên')
  await assert.rejects(participantOf(commune, campaignId, 'typist'), /typist is not in the campaign/)
})

test('of drafting a campaign and removing a holding in the same instant, one always knows of the other', async () => {
  for (let round = 0; round < 12; round++) {
    const commune = await smallCommune(server)
    const drafting = commune.as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
    const removing = remove(commune, commune.people.typist)
    const [{ campaignId }, removed] = await Promise.all([drafting, removing])
    const taken = await participantOf(commune, campaignId, 'typist').then(() => true, () => false)
    assert.equal(removed, taken ? 'organisation.holding.in-use' : 'not refused')
  }
})

/** Whether a statement of this database waits for a row somebody else holds, as soon as one does. */
async function somebodyWaits(): Promise<'waits' | 'nobody waits'> {
  for (let turn = 0; turn < 500; turn++) {
    const { rows } = await sql<{ waiting: boolean }>`select exists (select from pg_locks w join pg_locks h on h.pid = w.pid and h.database = (select oid from pg_database where datname = current_database()) where not w.granted) as waiting`.execute(server.db)
    if (rows[0]?.waiting === true) return 'waits'
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return 'nobody waits'
}
