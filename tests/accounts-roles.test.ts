import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import pg from 'pg'
import type { Approval, GivenRoleLine } from '#modules/accounts/contract/routes.ts'
import { accountsProgram, type TestVisitor } from './setup/accounts-program.ts'

const program = await accountsProgram(import.meta)
const { clock, signedIn } = program
const owner = new pg.Client({ connectionString: program.ownerUrl })
await owner.connect()
after(() => owner.end())
const rows = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> => (await owner.query<Row>(text, [...values])).rows

// Half a minute before midnight in Vietnam; after the first test it is the day after.
clock.now = new Date('2026-11-23T16:59:30Z')
const administrator = await signedIn('quantri')
const today = '2026-11-24'
const document = { documentNumber: '12-QĐ/ĐU', documentDate: '2026-11-20' }

const personOf = async (username: string): Promise<string> => {
  const [row] = await rows<{ person_id: string }>('select person_id from accounts_user where username = $1', [username])
  return row?.person_id ?? ''
}
const unitOf = async (code: string): Promise<string> => (await rows<{ id: string }>('select id from organisation_unit where code = $1', [code]))[0]?.id ?? ''
const give = (by: TestVisitor, role: Record<string, unknown>) => by.send<{ id: string; error?: { data: Record<string, unknown> } }>('POST', 'roles', { unitId: null, from: today, to: null, ...document, ...role })
const end = (by: TestVisitor, id: string | undefined, overFrom = today) => by.send<{ lastDay: string }>('POST', `roles/${id}/end`, { overFrom, reason: 'Thôi phân công' })
const rolesOf = async (by: TestVisitor, query = ''): Promise<GivenRoleLine[]> => (await by.send<{ items: GivenRoleLine[] }>('GET', `roles?limit=200${query}`)).reply.items
const roleOf = async (username: string, query = '') => (await rolesOf(administrator, query)).find((line) => line.username === username)
const foundPerson = (by: TestVisitor) => by.send('POST', '/api/organisation/people', { code: `M${randomUUID().slice(0, 6)}`, fullName: 'Người Mới', sex: null, birthDate: null })

test('a second personnel officer is named; from that day they do an officer’s act, and not before', async () => {
  const personId = await personOf('congchuc1')
  const second = await signedIn('congchuc1')
  assert.equal((await foundPerson(second)).code, 'platform.not-found')
  assert.equal((await give(administrator, { personId, role: 'officer' })).status, 200)
  assert.equal((await foundPerson(second)).code, 'platform.not-found', 'the day has not come')
  const line = await roleOf('congchuc1')
  assert.deepEqual([line?.role, line?.unit, line?.state, line?.documentNumber, line?.documentDate, line?.can], ['officer', null, 'future', '12-QĐ/ĐU', '2026-11-20', ['end']])
  assert.ok(line?.givenBy, 'who gave it is said')
  clock.now = new Date('2026-11-23T17:00:01Z')
  assert.equal((await foundPerson(second)).status, 200)
})

test('a role that begins today is there at once, and one that ends is gone with the next request', async () => {
  const inspector = await signedIn('congchuc2')
  const { reply } = await give(administrator, { personId: await personOf('congchuc2'), role: 'auditor' })
  assert.equal((await inspector.send('GET', '/api/ledger/entries?limit=1')).status, 200)
  assert.deepEqual((await end(administrator, reply.id)).reply, { lastDay: '2026-11-23' })
  assert.equal((await inspector.send('GET', '/api/ledger/entries?limit=1')).code, 'platform.not-found')
  assert.equal((await end(administrator, reply.id)).code, 'accounts.role.over')
  assert.equal(await roleOf('congchuc2'), undefined, 'the list shows what is in force and to come')
  const line = await roleOf('congchuc2', '&show=ended')
  assert.deepEqual([line?.state, line?.endReason, line?.can], ['ended', 'Thôi phân công', []])
})

test('a role yet to begin is taken back before its first day', async () => {
  const { reply } = await give(administrator, { personId: await personOf('congchuc2'), role: 'decider', from: '2026-12-01' })
  assert.deepEqual((await end(administrator, reply.id)).reply, { lastDay: '2026-11-30' })
  assert.deepEqual((await rolesOf(administrator, '&show=ended&role=decider')).map(({ username, state }) => [username, state]), [['congchuc2', 'ended']])
})

test('nobody gives a role to themselves, nor to whoever has no login', async () => {
  assert.equal((await give(administrator, { personId: await personOf('quantri'), role: 'officer' })).code, 'accounts.role.own')
  const [somebody] = await rows<{ id: string; full_name: string }>('select id, full_name from organisation_person p where not exists (select from accounts_user u where u.person_id = p.id) limit 1')
  const refused = await give(administrator, { personId: somebody?.id, role: 'reporter' })
  assert.deepEqual([refused.code, refused.reply.error?.data], ['accounts.role.without-login', { person: somebody?.full_name }])
  assert.equal((await give(administrator, { personId: randomUUID(), role: 'reporter' })).code, 'platform.not-found')
})

test('the same role over the same unit or one inside it is not given twice', async () => {
  const personId = await personOf('truongphong')
  const unitId = await unitOf('UBND-KT')
  const above = (await rows<{ parent_id: string }>('select parent_id from organisation_unit_span where unit_id = $1 and valid_to is null', [unitId]))[0]?.parent_id
  assert.ok(above)
  assert.equal((await give(administrator, { personId, role: 'editor', unitId: above, to: '2026-12-31' })).status, 200)
  const twice = await give(administrator, { personId, role: 'editor', unitId, from: '2026-12-31' })
  assert.deepEqual([twice.code, twice.reply.error?.data], ['accounts.role.held', { role: 'editor', unitId: above, from: today, to: '2026-12-31' }])
  assert.equal((await give(administrator, { personId, role: 'editor', unitId, from: '2027-01-01' })).status, 200, 'the day after')
  assert.equal((await give(administrator, { personId, role: 'administrator', unitId })).code, 'accounts.role.whole-committee')
})

test('two who give the same role at the same moment give it once', async () => {
  const personId = await personOf('photruongphong')
  const answers = await Promise.all([1, 2, 3].map(() => give(administrator, { personId, role: 'reporter' })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
})

test('the last administrator stays: another one who can sign in must be named first, and two do not end each other', async () => {
  const own = await roleOf('quantri')
  assert.equal((await end(administrator, own?.id)).code, 'accounts.role.last-administrator')
  const { reply } = await give(administrator, { personId: await personOf('tochuc'), role: 'administrator' })
  const next = await signedIn('tochuc')
  const both = await Promise.all([end(administrator, reply.id), end(next, own?.id)])
  assert.deepEqual(both.map(({ code }) => code ?? 'done').toSorted(), ['accounts.role.last-administrator', 'done'])
  const left = both[0]?.code === undefined ? administrator : next
  assert.equal((await give(left, { personId: await personOf(left === next ? 'quantri' : 'tochuc'), role: 'administrator' })).status, 200)
})

test('who administers a unit gives and ends roles within it only, and sees those only', async () => {
  const unitId = await unitOf('UBND-KT')
  const elsewhere = await unitOf('DU')
  const [user] = await rows<{ id: string; tenant_id: string }>(`select id, tenant_id from accounts_user where username = 'chutich'`)
  await rows(`insert into accounts_grant (tenant_id, id, account_id, role, unit_id, valid_from) values ($1, $2, $3, 'administrator', $4, $5)`, [user?.tenant_id, randomUUID(), user?.id, unitId, today])
  const bound = await signedIn('chutich')
  const personId = await personOf('mattran')
  const asked = [null, elsewhere, unitId].map((over) => give(bound, { personId, role: 'decider', unitId: over }))
  assert.deepEqual((await Promise.all(asked)).map(({ code }) => code ?? 'done'), ['platform.not-found', 'platform.not-found', 'done'])
  const seen = await rolesOf(bound, '&show=all')
  assert.ok(seen.length > 1 && seen.every((line) => line.unit?.id === unitId))
  const officer = (await rolesOf(administrator)).find((line) => line.unit === null)
  assert.equal((await end(bound, officer?.id)).code, 'accounts.role.over')
})

test('where two persons are asked for, the second sees whose role it is and is not its holder', async () => {
  const left = (await administrator.send('GET', 'roles?limit=1')).status === 200 ? administrator : await signedIn('tochuc')
  await left.send('PUT', 'policy', { secondFactor: 'offered', twoPersons: 'required' })
  const asked = { personId: await personOf('bithu'), role: 'director', unitId: null, from: today, to: null, ...document }
  const why = { headers: { 'x-approval-reason': encodeURIComponent('Phân công mới') } }
  assert.equal((await left.send('POST', 'roles', asked, why)).code, 'platform.second-person-needed')
  const lineIn = async (visitor: TestVisitor) => (await visitor.send<{ items: Approval[] }>('GET', 'approvals')).reply.items.find((line) => line.act === 'accounts.role.given')
  const [holder, head] = [await signedIn('bithu'), await signedIn('quantri')]
  assert.deepEqual((await lineIn(holder))?.can, [], 'the head of the Party committee is competent, but not for a role of their own')
  assert.equal((await holder.send('POST', `approvals/${(await lineIn(holder))?.id}`, { verdict: 'approve' })).code, 'platform.not-found')
  const second = left === administrator ? await signedIn('tochuc') : head
  const line = await lineIn(second)
  assert.deepEqual([line?.role?.role, line?.role?.unit, line?.can], ['director', null, ['approve', 'refuse']])
  assert.equal((await second.send('POST', `approvals/${line?.id}`, { verdict: 'approve' })).status, 200)
  const { reply } = await left.send<{ id: string }>('POST', 'roles', asked)
  assert.ok(reply.id)
  const over = { overFrom: today, reason: 'Thôi phân công' }
  assert.equal((await left.send('POST', `roles/${reply.id}/end`, over, why)).code, 'platform.second-person-needed')
  const ending = (await second.send<{ items: Approval[] }>('GET', 'approvals')).reply.items.find((each) => each.act === 'accounts.role.ended')
  assert.deepEqual([ending?.role?.name, ending?.role?.role], [line?.role?.name, 'director'])
})

test('giving and ending are in the ledger with whom they are about', async () => {
  const entries = await rows<{ action: string; about: string[]; data: Record<string, unknown> }>(`select action, about, data from ledger_entry where action like 'accounts.role.%' order by at, id`)
  const inspector = await personOf('congchuc2')
  const about = entries.filter((entry) => entry.about.includes(inspector))
  assert.deepEqual(about.map((entry) => entry.action), ['accounts.role.given', 'accounts.role.ended', 'accounts.role.given', 'accounts.role.ended'])
  assert.equal(about[0]?.data['documentNumber'], '12-QĐ/ĐU')
  assert.ok(entries.every((entry) => entry.about.length === 1))
})
