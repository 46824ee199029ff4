import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { wholeServer } from './setup/whole-server.ts'

const server = await wholeServer(import.meta)
let commune: SmallCommune

before(async () => {
  commune = await smallCommune(server)
})

/** Adds a person as the officer's session, from a page that acts as this account. */
const add = (code: string, meant: string) =>
  server.app.inject({
    method: 'POST',
    url: organisationRoutes.createPerson.path,
    headers: { 'x-test-account': commune.as.officer.actor.accountId, 'x-account': meant, 'x-request-id': randomUUID() },
    payload: { code, fullName: 'Đỗ Văn Thử', sex: null, birthDate: null },
  })

test('a page that acts as the account signed in is answered', async () => {
  assert.equal((await add('MEANT', commune.as.officer.actor.accountId)).statusCode, 200)
})

test('work of a page that acts as somebody else is refused as not signed in, and not done', async () => {
  const answer = await add('OTHER', commune.as.clerk.actor.accountId)
  assert.deepEqual([answer.statusCode, answer.json<{ error: { code: string } }>().error.code], [401, 'platform.not-signed-in'])
  const found = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('organisation_person').select('id').where('tenant_id', '=', commune.tenantId).where('code', '=', 'OTHER').execute())
  assert.deepEqual(found, [])
})
