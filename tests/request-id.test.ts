import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { organisationRoutes as routes } from '#modules/organisation/contract/routes.ts'
import { octoberBody } from './setup/evaluation-campaigns.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { Refused } from './setup/test-server.ts'
import { wholeServer } from './setup/whole-server.ts'

const server = await wholeServer(import.meta)
let commune: SmallCommune

before(async () => {
  commune = await smallCommune(server)
})

const newPerson = (code: string) => ({ body: { code, fullName: 'Đỗ Văn Thử', sex: null, birthDate: null } })
const peopleWith = (code: string) => server.inTenant(commune.tenantId, (tx) => tx.selectFrom('organisation_person').select('id').where('tenant_id', '=', commune.tenantId).where('code', '=', code).execute())
const reused = (error: unknown) => error instanceof Refused && error.status === 409 && error.code === 'platform.request-id-reused'

test('a command sent ten times at once is one act with one answer', async () => {
  for (let round = 0; round < 5; round++) {
    const id = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => commune.as.officer.call(routes.createPerson, newPerson(`TW${round}`), id)))
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
    assert.equal((await peopleWith(`TW${round}`)).length, 1)
    const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').select('id').where('tenant_id', '=', commune.tenantId).where('request_id', '=', id).execute())
    assert.equal(entries.length, 1)
  }
})

test('a campaign drafted ten times at once under one number is one campaign', async () => {
  const id = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => commune.as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) }, id)))
  assert.equal(new Set(answers.map(({ campaignId }) => campaignId)).size, 1)
})

test('a request number of somebody else is refused and tells nothing', async () => {
  const id = randomUUID()
  await commune.as.officer.call(routes.createPerson, newPerson('OTHER'), id)
  const second = await server.signedIn(commune.tenantId, commune.people.clerk, [{ role: 'officer', unitId: null }])
  await assert.rejects(second.call(routes.createPerson, newPerson('OTHER'), id), reused)
})

test('a request number used for another route is refused, not answered with the old reply', async () => {
  const id = randomUUID()
  const { id: personId } = await commune.as.officer.call(routes.createPerson, newPerson('ROUTE'), id)
  await assert.rejects(commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), name: 'Khác' } }, id), reused)
  await assert.rejects(commune.as.officer.call(routes.changePerson, { params: { personId: personId as never }, body: { version: 1, code: 'ROUTE', fullName: 'Đỗ Văn Khác', sex: null, birthDate: null } }, id), reused)
})

test('a request number used with another content is refused: nothing is taken for saved that was not', async () => {
  const id = randomUUID()
  await commune.as.officer.call(routes.createPerson, newPerson('FIRST'), id)
  await assert.rejects(commune.as.officer.call(routes.createPerson, newPerson('SECOND'), id), reused)
  assert.equal((await peopleWith('SECOND')).length, 0)
})

test('a number of the first tenant means nothing in another', async () => {
  const id = randomUUID()
  await commune.as.officer.call(routes.createPerson, newPerson('TENANT'), id)
  const neighbour = await smallCommune(server)
  await neighbour.as.officer.call(routes.createPerson, newPerson('TENANT'), id)
  assert.equal((await peopleWith('TENANT')).length, 1)
})

test('a refused command may be sent again under its number once the reason is gone', async () => {
  const id = randomUUID()
  await commune.as.officer.call(routes.createPerson, newPerson('TAKEN'))
  await assert.rejects(commune.as.officer.call(routes.createPerson, newPerson('TAKEN'), id), /code-taken/)
  await server.inTenant(commune.tenantId, (tx) => tx.deleteFrom('organisation_person').where('tenant_id', '=', commune.tenantId).where('code', '=', 'TAKEN').execute())
  await commune.as.officer.call(routes.createPerson, newPerson('TAKEN'), id)
  assert.equal((await peopleWith('TAKEN')).length, 1)
})

test('a command without a number, or with one that is none, is not done', async () => {
  for (const number of ['', 'x', '1', randomUUID().toUpperCase()]) {
    await assert.rejects(commune.as.officer.call(routes.createPerson, newPerson('NONE'), number), (error) => error instanceof Refused && error.code === 'platform.request-id-missing')
  }
  assert.equal((await peopleWith('NONE')).length, 0)
})
