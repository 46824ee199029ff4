import assert from 'node:assert/strict'
import { readdir, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { createFieldCipher } from '#platform/crypto/field-cipher.ts'
import { readerOf } from '#platform/db/database.ts'
import { refusalOf, refused } from '#tests/setup/refused.ts'
import { rowsAsText, waysToWrite } from '#tests/setup/rows-as-text.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { testServer, type Caller } from '#tests/setup/test-server.ts'
import { identityRoutes as routes } from '../contract/identity-routes.ts'
import { organisationRoutes } from '../contract/routes.ts'
import type { IdentityDoubt } from '../domain/identity-number.ts'
import type { IdentityKind } from '../domain/reference-lists.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { registerOrganisation } from './index.ts'
import { readIdentity } from './read-identity.ts'
import { saveIdentity } from './save-identity.ts'

const server = await testServer(import.meta, registerOrganisation, { refusals: [organisationRefusals] })

/** Everybody in the small commune is a woman born in 1985; no province has the code 099. */
const invented = '099185424242'
const place: IdentityDoubt[] = ['place']

const paramsOf = (personId: PersonId, identityKind: IdentityKind = 'personal_id') => ({ personId, identityKind })
const save = (by: Caller, personId: PersonId, number: string, version = 0, accepted = place, kind: IdentityKind = 'personal_id') =>
  by.call(routes.saveIdentity, { params: paramsOf(personId, kind), body: { version, number, accepted } })
const read = async (by: Caller, personId: PersonId) => (await by.call(routes.readIdentity, { params: paramsOf(personId) })).identityNumber
const shown = async (by: Caller, personId: PersonId) => (await by.call(organisationRoutes.getPerson, { params: { personId } })).detail?.identity

async function entriesOf(commune: SmallCommune, action: string) {
  return server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', action).select(['subject_id', 'person_id', 'data', 'request_print']).execute())
}

test('a number is shown as dots and three digits; each read of it in full is an act of its own in the ledger', async () => {
  const commune = await smallCommune(server)
  const { officer, clerk } = commune.as
  const { clerk: personId } = commune.people
  assert.deepEqual(await shown(officer, personId), [])
  assert.deepEqual(await save(officer, personId, '099 185 424 242'), { id: personId, version: 1 })
  assert.deepEqual(await shown(officer, personId), [{ kind: 'personal_id', version: 1, masked: '••••••242', doubts: ['place'] }])
  assert.equal(await read(officer, personId), invented)
  assert.equal(await read(clerk, personId), invented, 'the person herself')
  const reads = await entriesOf(commune, 'organisation.identity.read')
  assert.deepEqual(reads.map((entry) => [entry.subject_id, entry.person_id]).toSorted(), [[personId, commune.people.officer], [personId, personId]].toSorted())
})

test('nobody else reads, enters, searches or removes it: not a colleague, not the head, not another committee', async () => {
  const [commune, neighbour] = [await smallCommune(server), await smallCommune(server)]
  const { clerk: personId } = commune.people
  await save(commune.as.officer, personId, invented)
  for (const by of [commune.as.typist, commune.as.officeHead, commune.as.chair, neighbour.as.officer]) {
    assert.equal(await refusalOf(read(by, personId)), 'organisation.person.not-found')
    assert.match(await refusalOf(save(by, personId, '099185111222', 1)), /not-found$/)
    assert.match(await refusalOf(by.call(routes.removeIdentity, { params: paramsOf(personId), body: { version: 1, reason: 'Thử' } })), /not-found$/)
  }
  assert.equal(await refusalOf(save(commune.as.clerk, personId, '099185111222', 1)), 'platform.not-found', 'her own neither: she asks the personnel officer')
  assert.equal(await refusalOf(commune.as.chair.call(routes.findByIdentity, { body: { number: invented } })), 'platform.not-found')
  assert.equal((await neighbour.as.officer.call(routes.findByIdentity, { body: { number: invented } })).person, null)
  assert.equal((await shown(commune.as.clerk, personId))?.[0]?.masked, '••••••242')
})

test('it is found by the whole number only, and stands in no list, no search and no export', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  await save(officer, commune.people.clerk, invented)
  const found = await officer.call(routes.findByIdentity, { body: { number: '099.185.424.242' } })
  assert.equal(found.person?.id, commune.people.clerk)
  assert.equal((await officer.call(routes.findByIdentity, { body: { number: '099185424243' } })).person, null)
  assert.equal(await refusalOf(officer.call(routes.findByIdentity, { body: { number: '099185' } })), 'organisation.identity.not-a-number')
  assert.deepEqual((await officer.call(organisationRoutes.search, { query: { text: invented } })).people, [])
  const lists = JSON.stringify([await officer.call(organisationRoutes.listPeople, { query: {} }), await officer.call(organisationRoutes.search, { query: { text: 'anh' } })])
  assert.ok(lists.includes('Nguyễn Thị Ánh') && !lists.includes('identity') && !lists.includes('••') && !lists.includes(invented))
  assert.deepEqual((await entriesOf(commune, 'organisation.identity.searched')).map(({ data }) => data), [{ found: true }, { found: false }])
})

test('two people of a committee do not share a number, also when both are entered at once; two committees may know the same person', async () => {
  const [commune, neighbour] = [await smallCommune(server), await smallCommune(server)]
  const { officer } = commune.as
  const outcomes = await Promise.all([commune.people.clerk, commune.people.typist].map((personId) => refusalOf(save(officer, personId, invented))))
  assert.deepEqual(outcomes.toSorted(), ['not refused', 'organisation.identity.taken'])
  assert.equal(await refusalOf(save(neighbour.as.officer, neighbour.people.clerk, invented)), 'not refused')
})

test('what fits neither birth date nor sex is taken only once somebody has looked at it; what is no number never', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  const { clerk } = commune.people
  await assert.rejects(save(officer, clerk, '099086424242', 0, []), refused('organisation.identity.doubtful', { doubts: ['place', 'sex', 'birth-year'] }))
  await assert.rejects(save(officer, clerk, '001086424242', 0, place), refused('organisation.identity.doubtful', { doubts: ['sex', 'birth-year'] }))
  await save(officer, clerk, '001086424242', 0, ['sex', 'birth-year'])
  assert.deepEqual((await shown(officer, clerk))?.[0]?.doubts, ['sex', 'birth-year'])
  const person = await officer.call(organisationRoutes.getPerson, { params: { personId: clerk } })
  await officer.call(organisationRoutes.changePerson, { params: { personId: clerk }, body: { version: person.version, code: person.code, fullName: person.fullName, sex: 'male', birthDate: '1986-03-04' } })
  assert.deepEqual((await shown(officer, clerk))?.[0]?.doubts, [], 'the particulars were what was wrong')
  for (const number of ['00108642424', '001086424242a', '000086424242', '111111111111']) assert.equal(await refusalOf(save(officer, clerk, number, 1)), 'organisation.identity.not-a-number', number)
})

test('a number is corrected over the version seen, and removed with a reason', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  const { clerk } = commune.people
  await save(officer, clerk, invented)
  assert.equal(await refusalOf(save(officer, clerk, '099185424249', 0)), 'organisation.identity.changed')
  assert.equal((await save(officer, clerk, '099185424249', 1)).version, 2)
  assert.equal(await read(officer, clerk), '099185424249')
  await save(officer, clerk, '012345678', 0, [], 'old_id_card')
  assert.deepEqual((await shown(officer, clerk))?.map(({ kind, masked }) => [kind, masked]), [['personal_id', '••••••249'], ['old_id_card', '••••••678']])
  assert.equal(await refusalOf(officer.call(routes.removeIdentity, { params: paramsOf(clerk), body: { version: 1, reason: 'Nhầm' } })), 'organisation.identity.changed')
  await officer.call(routes.removeIdentity, { params: paramsOf(clerk), body: { version: 2, reason: 'Ghi nhầm người' } })
  assert.equal(await refusalOf(read(officer, clerk)), 'organisation.identity.not-found')
  assert.equal((await entriesOf(commune, 'organisation.identity.corrected')).length, 1)
  assert.deepEqual((await entriesOf(commune, 'organisation.identity.removed'))[0]?.data, { kind: 'personal_id', reason: 'Ghi nhầm người' })
})

test('no row of any table holds a digit of it in any writing, its request’s print neither', async () => {
  const commune = await smallCommune(server)
  const number = '099185717191'
  await save(commune.as.officer, commune.people.clerk, number)
  await read(commune.as.officer, commune.people.clerk)
  await refusalOf(save(commune.as.officer, commune.people.typist, number))
  const dump = await rowsAsText(server.database.ownerUrl)
  for (const way of waysToWrite(number)) assert.ok(!dump.includes(way), way)
  assert.ok(dump.includes('organisation.identity.added'), 'the ledger was among what was looked through')
  await save(commune.as.officer, commune.people.clerk, '099185717192', 1)
  const [added, corrected] = [await entriesOf(commune, 'organisation.identity.added'), await entriesOf(commune, 'organisation.identity.corrected')]
  assert.equal(added[0]?.request_print, corrected[0]?.request_print, 'it is the print of the address alone')
})

test('a value moved to another row, kind or committee does not open', async () => {
  const [commune, neighbour] = [await smallCommune(server), await smallCommune(server)]
  const { officer } = commune.as
  const { clerk, typist } = commune.people
  await save(officer, clerk, invented)
  await save(officer, typist, '099185424249')
  await save(neighbour.as.officer, neighbour.people.clerk, '099185424248')
  const sealedOf = async (of: SmallCommune, personId: PersonId) =>
    (await server.inTenant(of.tenantId, (tx) => tx.selectFrom('organisation_identity').where('tenant_id', '=', of.tenantId).where('person_id', '=', personId).select('sealed').executeTakeFirstOrThrow())).sealed
  const own = await sealedOf(commune, clerk)
  const put = (sealed: Buffer) => server.inTenant(commune.tenantId, (tx) => tx.updateTable('organisation_identity').set({ sealed }).where('tenant_id', '=', commune.tenantId).where('person_id', '=', clerk).execute())
  const altered = Buffer.from(own)
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
  for (const moved of [await sealedOf(commune, typist), await sealedOf(neighbour, neighbour.people.clerk), altered]) {
    await put(moved)
    await assert.rejects(read(officer, clerk), refused('platform.sealed-field-broken'))
    assert.equal((await shown(officer, clerk))?.[0]?.masked, null, 'the page shows the rest')
  }
  await put(own)
  assert.equal(await read(officer, clerk), invented)
})

test('without the key nothing is read, entered or searched, and it is said which key is missing; put back it goes on', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  await save(officer, commune.people.clerk, invented)
  const [file] = (await readdir(server.keyFolder)).filter((name) => name.endsWith('.key'))
  assert.ok(file)
  if (process.platform !== 'win32') assert.equal((await stat(path.join(server.keyFolder, file))).mode & 0o777, 0o600)
  const key = /[0-9a-f]{16}/.exec(file)?.[0]
  const keyFile = path.join(server.keyFolder, file)

  // As another server would, which has not held the key yet.
  const fresh = () => createFieldCipher(server.keyFolder, () => server.clock.now)
  const today = vietnameseDay(server.clock.now)
  const readFresh = () => server.inTenant(commune.tenantId, (tx) => readIdentity(readerOf(tx), fresh(), officer.actor, commune.people.clerk, 'personal_id', today))
  const entry = { version: 0, number: '099185424249', accepted: place }
  const saveFresh = () => server.inTenant(commune.tenantId, (tx) => saveIdentity(tx, fresh(), officer.actor, commune.people.typist, 'personal_id', entry, today))
  const missing = { code: 'platform.field-key-missing', data: { key } }
  await rename(keyFile, `${keyFile}.away`)
  await assert.rejects(readFresh(), missing)
  await assert.rejects(saveFresh(), missing)
  assert.deepEqual(await server.inTenant(commune.tenantId, (tx) => fresh().missingKeys(readerOf(tx))), [key])
  await writeFile(keyFile, `${Buffer.alloc(32, 7).toString('base64url')}\n`)
  await assert.rejects(readFresh(), missing, 'another secret under its name is as good as none')
  await rename(`${keyFile}.away`, keyFile)
  assert.equal(await readFresh(), invented)
  await saveFresh()
})
