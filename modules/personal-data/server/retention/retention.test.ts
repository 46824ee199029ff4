import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { disposals } from '#apps/server/disposals.ts'
import type { CampaignId } from '#kernel/id.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { act, decideAll, openOctober, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { assign, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { retentionRoutes } from '../../contract/retention-routes.ts'
import type { RecordClass } from '../../domain/record-classes.ts'
import { lookOnce } from './keep-periods.ts'

const server = await wholeServer(import.meta)
let commune: SmallCommune
let neighbour: SmallCommune
let campaignId: CampaignId
let file: string

const evidenceText = 'Báo cáo tháng 11 của Văn phòng'

before(async () => {
  commune = await smallCommune(server)
  neighbour = await smallCommune(server)
  for (const one of [commune, neighbour]) {
    const taskId = await assign(one.as.officeHead, one.people.clerk, await withProduct(one))
    await one.as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'bao-cao.txt', secrecy: 'none' }, body: new TextEncoder().encode(evidenceText) })
  }
  file = (await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('stored_file').where('tenant_id', '=', commune.tenantId).select('id').executeTakeFirstOrThrow())).id
  campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  for (const name of ['compile', 'submit'] as const) await act(commune, campaignId, name)
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish')
})

const set = (recordClass: RecordClass, months: number) =>
  commune.as.officer.call(registerRoutes.setPeriod, { body: { recordClass, months, from: '2026-11-20', groundIssuer: 'Đảng ủy xã', groundNumber: '12-QĐ/ĐU', groundDate: '2026-11-02' } })
const review = async () => (await commune.as.officer.call(retentionRoutes.reviewPeriods, {})).proposed
const proposalFor = async (recordClass: RecordClass) => {
  const found = (await commune.as.officer.call(retentionRoutes.listProposals, {})).items.find((one) => one.recordClass === recordClass)
  if (found === undefined) throw new Error(`nothing was proposed for ${recordClass}`)
  return found
}
const confirm = async (recordClass: RecordClass) => {
  const { id, things, endedBefore } = await proposalFor(recordClass)
  return (await commune.as.officer.call(retentionRoutes.confirmProposal, { params: { proposalId: id }, body: { things, endedBefore } })).deleted
}
const count = (of: SmallCommune, table: string) =>
  server.inTenant(of.tenantId, async (tx) => Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)} where tenant_id = ${of.tenantId}`.execute(tx)).rows[0]?.n))
const at = (moment: string) => (server.clock.now = new Date(moment))

test('nothing is proposed before its period is over, nor while nobody has set one', async () => {
  await set('evidence', 12)
  assert.equal(await review(), 0)
  at('2037-01-05T02:00:00Z')
  assert.equal(await review(), 1, 'only evidence has a period')
  assert.equal((await proposalFor('evidence')).status, 'open')
})

test('a campaign that is not closed holds the evidence of its months; the neighbour is not looked at', async () => {
  await server.inTenant(commune.tenantId, (tx) => tx.updateTable('evaluation_task').set({ month: '2026-10-01' }).where('tenant_id', '=', commune.tenantId).execute())
  await review()
  assert.equal((await proposalFor('evidence')).status, 'lapsed')
  at('2026-12-05T02:00:00Z')
  await act(commune, campaignId, 'close')
  at('2037-01-05T02:00:00Z')
  await review()
  const { id, things, held } = await proposalFor('evidence')
  assert.deepEqual([things, held], [1, 0])
  const { items } = await commune.as.officer.call(retentionRoutes.dueThings, { params: { proposalId: id } })
  assert.deepEqual(items.map(({ label, person, endedOn, hold }) => [label, person, endedOn, hold]), [['bao-cao.txt', 'Nguyễn Thị Ánh', '2026-10-31', null]])
})

test('who postpones says until when and why; until then nothing is proposed again', async () => {
  const { id } = await proposalFor('evidence')
  const postpone = (until: string) => commune.as.officer.call(retentionRoutes.postponeProposal, { params: { proposalId: id }, body: { until, reason: 'Đoàn kiểm tra đang làm việc' } })
  assert.equal(await refusalOf(postpone('2037-01-05')), 'personal-data.proposal.until-too-early')
  await postpone('2037-02-01')
  at('2037-01-31T02:00:00Z')
  assert.equal(await review(), 0)
  assert.deepEqual([(await proposalFor('evidence')).status, (await proposalFor('evidence')).settledBy], ['postponed', 'Võ Thị Tổ'])
  at('2037-02-01T02:00:00Z')
  await review()
  assert.equal((await proposalFor('evidence')).status, 'open')
})

test('what is confirmed is exactly what was shown, under the period still in force', async () => {
  const { id, things, endedBefore } = await proposalFor('evidence')
  const call = (body: { things: number; endedBefore: string }) => refusalOf(commune.as.officer.call(retentionRoutes.confirmProposal, { params: { proposalId: id }, body }))
  assert.equal(await call({ things: things + 1, endedBefore }), 'personal-data.proposal.changed')
  assert.equal(await call({ things, endedBefore: '2036-01-02' }), 'personal-data.proposal.changed')
  await set('evidence', 240)
  assert.equal(await call({ things, endedBefore }), 'personal-data.proposal.outdated')
  await set('evidence', 12)
  for (const caller of [commune.as.chair, commune.as.clerk, neighbour.as.officer]) {
    assert.equal(await refusalOf(caller.call(retentionRoutes.confirmProposal, { params: { proposalId: id }, body: { things, endedBefore } })), 'platform.not-found')
  }
})

test('confirmed, evidence is gone from the database; the file stays on the server as long as another committee names it', async () => {
  assert.deepEqual(await confirm('evidence'), { evaluation_evidence: 1, stored_file: 1 })
  assert.deepEqual([await count(commune, 'evaluation_evidence'), await count(commune, 'evaluation_task'), await count(neighbour, 'evaluation_evidence')], [0, 1, 1])
  const { db, files } = server.services
  const later = (): Date => new Date(server.clock.now.getTime() + 2 * 86_400_000)
  await lookOnce({ db, files, clock: later }, [])
  assert.equal(new TextDecoder().decode(await files.get(file)), evidenceText)
  await server.inTenant(neighbour.tenantId, async (tx) => {
    await tx.deleteFrom('evaluation_evidence').where('tenant_id', '=', neighbour.tenantId).execute()
    await tx.deleteFrom('stored_file').where('tenant_id', '=', neighbour.tenantId).execute()
    await tx.insertInto('personal_data_freed_file').values({ tenant_id: neighbour.tenantId, file_id: file, freed_at: new Date('2020-01-01T00:00:00Z') }).execute()
  })
  await lookOnce({ db, files, clock: () => new Date() }, [])
  assert.equal(new TextDecoder().decode(await files.get(file)), evidenceText, 'put in a moment ago: the record may not be visible yet')
  await lookOnce({ db, files, clock: later }, [])
  await assert.rejects(files.get(file), (error: { data?: { problem?: string } }) => error.data?.problem === 'missing')
})

test('an open petition holds the results of its campaign, however old', async () => {
  at('2026-11-23T02:00:00Z')
  const result = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('evaluation_result').where('tenant_id', '=', commune.tenantId).where('person_id', '=', commune.people.clerk).select('id').executeTakeFirstOrThrow())
  await server.inTenant(commune.tenantId, (tx) =>
    tx.insertInto('evaluation_petition').values({ tenant_id: commune.tenantId, id: crypto.randomUUID(), result_id: result.id, campaign_id: campaignId, person_id: commune.people.clerk, text: 'Đề nghị xem lại điểm tháng 10', filed_at: server.clock.now, due_on: '2026-12-02', status: 'open' }).execute(),
  )
  at('2037-02-01T02:00:00Z')
  await set('results', 120)
  assert.equal(await review(), 0)
  await server.inTenant(commune.tenantId, (tx) => tx.updateTable('evaluation_petition').set({ status: 'withdrawn' }).where('tenant_id', '=', commune.tenantId).execute())
  assert.equal(await review(), 1)
  assert.equal((await proposalFor('results')).oldest, '2026-12-05')
})

test('people stay while a result or a task names them, and while they hold a post', async () => {
  await set('people', 60)
  await server.inTenant(commune.tenantId, (tx) => tx.updateTable('organisation_holding').set({ valid_to: '2028-06-30' }).where('tenant_id', '=', commune.tenantId).where('person_id', 'in', [commune.people.clerk, commune.people.chair]).execute())
  assert.equal(await review(), 0)
})

test('results are deleted with sheets, ratings, petitions and months of the closed campaign; the campaign and the ledger stay', async () => {
  const entries = await count(commune, 'ledger_entry')
  const leaves = await count(commune, 'ledger_leaf')
  const deleted = await confirm('results')
  assert.deepEqual([deleted['evaluation_result'], deleted['evaluation_participant'], deleted['evaluation_petition'], deleted['evaluation_sheet']], [6, 7, 1, 12])
  for (const table of ['evaluation_result', 'evaluation_participant', 'evaluation_sheet', 'evaluation_petition', 'evaluation_period_score', 'evaluation_response']) assert.equal(await count(commune, table), 0, table)
  assert.deepEqual([await count(commune, 'evaluation_campaign'), await count(commune, 'ledger_leaf')], [1, leaves])
  assert.equal(await count(commune, 'ledger_entry'), entries + 1)
  const entry = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'personal-data.records.deleted').orderBy('id', 'desc').select(['data', 'about']).executeTakeFirstOrThrow())
  assert.deepEqual(Object.keys(entry.data as object).toSorted(), ['endedBefore', 'recordClass', 'rows', 'things'])
  assert.deepEqual(entry.about, [])
})

test('somebody who left and whom nothing names any more is deleted with posts, kinship and account', async () => {
  await set('tasks', 120)
  await server.inTenant(commune.tenantId, async (tx) => {
    const { tenantId, people } = commune
    await tx.insertInto('evaluation_kinship').values({ tenant_id: tenantId, id: crypto.randomUUID(), person_id: people.clerk, relative_id: people.typist, relation: 'sibling', declared_on: '2026-01-01' }).execute()
    await tx.insertInto('accounts_user').values({ id: crypto.randomUUID(), tenant_id: tenantId, person_id: people.clerk, name: 'Nguyễn Thị Ánh', username: `anh-${tenantId}` }).execute()
  })
  await review()
  assert.deepEqual(await confirm('tasks'), { evaluation_task: 1 })
  await review()
  const { id, things, held } = await proposalFor('people')
  assert.deepEqual([things, held], [2, 0])
  assert.equal((await commune.as.officer.call(retentionRoutes.dueThings, { params: { proposalId: id } })).total, 2)
  assert.deepEqual(await confirm('people'), { evaluation_kinship: 1, accounts_user: 1, organisation_holding: 2, organisation_person: 2 })
  assert.equal(await count(commune, 'organisation_person'), 5)
  assert.equal(await count(neighbour, 'organisation_person'), 7)
})

test('the program looks by itself, proposes once and writes counts only', async () => {
  const user = { id: crypto.randomUUID(), tenant_id: commune.tenantId, person_id: commune.people.engineer, name: 'Bùi Thị Tế', username: `te-${commune.tenantId}` }
  await server.inTenant(commune.tenantId, async (tx) => {
    await tx.insertInto('accounts_user').values(user).execute()
    await tx.insertInto('accounts_session').values({ id: crypto.randomUUID(), user_id: user.id, token_hash: `old-${user.id}`, expires_at: new Date('2036-01-31T00:00:00Z') }).execute()
    await tx.insertInto('accounts_session').values({ id: crypto.randomUUID(), user_id: user.id, token_hash: `new-${user.id}`, expires_at: new Date('2036-03-31T00:00:00Z') }).execute()
  })
  const services = { db: server.services.db, files: server.services.files, clock: () => server.clock.now }
  await lookOnce(services, disposals)
  await lookOnce(services, disposals)
  assert.deepEqual([(await proposalFor('sessions')).things, (await proposalFor('sessions')).months], [1, 12])
  const made = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'personal-data.proposals.reviewed').where('account_id', 'is', null).select('data').execute())
  assert.deepEqual(made.map((entry) => entry.data), [{ proposed: [{ recordClass: 'sessions', things: 1 }] }])
  assert.deepEqual(await confirm('sessions'), { accounts_session: 1 })
})
