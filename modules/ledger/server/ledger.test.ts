import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { asId, type CampaignId } from '#kernel/id.ts'
import { sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { sealTenant } from '#platform/audit/seal.ts'
import { act, decideAll, openOctober, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { ledgerRoutes } from '../contract/routes.ts'

const server = await wholeServer(import.meta)
let commune: SmallCommune
let auditor: Caller
let campaignId: CampaignId

before(async () => {
  commune = await smallCommune(server)
  auditor = server.as({ ...(await server.signedIn(commune.tenantId, commune.people.engineer)).actor, grants: [{ permission: 'ledger:read', unitId: null }, { permission: 'organisation:read', unitId: null }] })
  campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish')
})

const list = (query: Record<string, unknown> = {}) => auditor.call(ledgerRoutes.listEntries, { query })
const readersOf = async (by: Caller) => (await by.call(ledgerRoutes.recordReadings, {})).items

test('the permitted officer pages through the whole ledger, newest first, every entry once', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await list({ limit: 20, ...(after === undefined ? {} : { after }) })
    seen.push(...page.items.map((entry) => entry.id))
    after = page.next ?? undefined
  } while (after !== undefined)
  assert.ok(seen.length > 30)
  assert.deepEqual(seen, [...new Set(seen)].toSorted().toReversed())
})

test('nobody without the right sees or exports it', async () => {
  for (const caller of [commune.as.officer, commune.as.chair, commune.as.clerk]) {
    for (const route of [ledgerRoutes.listEntries, ledgerRoutes.ledgerState, ledgerRoutes.exportLedger]) assert.equal(await refusalOf(caller.call(route, {})), 'platform.not-found')
  }
})

test('entries are found by who acted, whose record it was, the act, the subject and the day', async () => {
  const clerk = commune.people.clerk
  const byClerk = (await list({ personId: clerk, limit: 200 })).items
  assert.ok(byClerk.some((entry) => entry.actor.personId === clerk && entry.action === 'evaluation.sheet.submitted'))
  assert.ok(byClerk.some((entry) => entry.actor.personId !== clerk && entry.about.some((one) => one.id === clerk)))
  assert.ok(byClerk.every((entry) => entry.actor.personId === clerk || entry.about.some((one) => one.id === clerk)))
  assert.ok((await list({ action: 'evaluation.campaign.' })).items.every((entry) => entry.action.startsWith('evaluation.campaign.')))
  assert.deepEqual((await list({ subjectKind: 'campaign', subjectId: campaignId, action: 'evaluation.campaign.publish' })).items.length, 1)
  assert.equal((await list({ from: '2026-11-21' })).items.length, 0)
  assert.equal((await list({ to: '2026-11-19' })).items.length, 0)
  assert.ok((await list({ from: '2026-11-20', to: '2026-11-20' })).items.length > 0)
})

test('whoever reads the ledger or takes it away stands in it', async () => {
  await list({ personId: commune.people.typist })
  await sealTenant(server.db, commune.tenantId, null, server.clock.now)
  await auditor.call(ledgerRoutes.exportLedger, {})
  const own = (await list({ personId: commune.people.engineer, action: 'ledger.' })).items
  assert.deepEqual(own.slice(0, 2).map((entry) => entry.action).toSorted(), ['ledger.exported', 'ledger.listed'])
})

test('the state names the head, and says what waits to be sealed', async () => {
  await sealTenant(server.db, commune.tenantId, null, server.clock.now)
  const sealed = await auditor.call(ledgerRoutes.ledgerState, {})
  assert.match(sealed.head, /^[0-9a-f]{64}$/)
  assert.equal(sealed.unsealed.entries, 0)
  await commune.as.chair.call(organisationRoutes.getPerson, { params: { personId: commune.people.clerk } })
  await commune.as.officer.call(organisationRoutes.getPerson, { params: { personId: commune.people.clerk } })
  const after = await auditor.call(ledgerRoutes.ledgerState, {})
  assert.equal(after.seq, sealed.seq)
  assert.ok(after.unsealed.entries >= 1 && after.unsealed.oldest !== null)
})

test('an export begins where it is asked to, and is refused when nothing is sealed there', async () => {
  const { seq } = await auditor.call(ledgerRoutes.ledgerState, {})
  assert.match((await auditor.call(ledgerRoutes.exportLedger, { query: { from: seq - 1 } })).fileName, new RegExp(`so-nhat-ky-${seq - 1}-${seq}`))
  assert.equal(await refusalOf(auditor.call(ledgerRoutes.exportLedger, { query: { from: 1e6 } })), 'ledger.nothing-to-export')
})

test('everybody sees who read and exported the own record, and nobody else’s; one’s own looks are not among them', async () => {
  const before = await readersOf(commune.as.clerk)
  await commune.as.officeHead.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people.clerk } })
  await commune.as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })
  await commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })
  await commune.as.officer.call(resultRoutes.form01, { params: { campaignId }, query: {} })
  await commune.as.officer.call(resultRoutes.resultsWorkbook, { params: { campaignId } })
  await commune.as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.typist } })
  const after = await readersOf(commune.as.clerk)
  const added = after.slice(0, after.length - before.length)
  assert.deepEqual(added.map((one) => [one.action, one.reader.personId]), [
    ['evaluation.results.exported', commune.people.officer],
    ['evaluation.form.printed', commune.people.officer],
    ['evaluation.result.read', commune.people.chair],
    ['evaluation.sheet.read', commune.people.officeHead],
  ])
  assert.ok(added.every((one) => one.reader.name !== '' && one.post !== ''))
  assert.equal((await readersOf(server.as({ ...commune.as.clerk.actor, accountId: asId<'account'>(crypto.randomUUID()), personId: null }))).length, 0)
})
