import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, adjust, decideAll, evaluationServer, octoberBody, openOctober, participantOf, resultOf } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)
server.clock.now = new Date('2026-12-09T02:00:00Z')

const blank = { points: {}, judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null as string | null }
const superiors = { officeHead: 'chair', clerk: 'officeHead', typist: 'officeHead', officer: 'officeHead' } as const

async function enterYear(commune: SmallCommune, person: CommunePerson, totals: readonly string[]) {
  for (const [at, total] of totals.entries()) {
    const month = `2026-${String(at + 1).padStart(2, '0')}-01`
    await commune.as.officer.call(sheetRoutes.enterMonthlyScore, { params: { personId: commune.people[person], month }, body: { total, note: 'Sổ theo dõi' } })
  }
}

test('a year is rated from its months, the head within the organisation’s level, and printed on form 02', async () => {
  const commune = await smallCommune(server)
  const { as, people, units } = commune
  const twelve = ['92', '88', '95', '90', '91', '87', '93', '89', '90', '94', '88', '83']
  for (const person of ['officeHead', 'clerk', 'typist'] as const) await enterYear(commune, person, twelve)
  await enterYear(commune, 'officer', twelve.slice(0, 9))
  const { campaignId } = await as.officer.call(campaignRoutes.createCampaign, {
    body: { ...octoberBody(commune), name: 'Năm 2026', period: { kind: 'year', year: 2026, number: 1 }, scopeUnitId: units.VP, due: { self: '2026-12-10', superior: '2026-12-11', decide: '2026-12-14' } },
  })
  assert.equal((await participantOf(commune, campaignId, 'clerk')).facts?.['monthsWorked'], 12)
  await act(commune, campaignId, 'open')
  const params = (person: CommunePerson, rater: 'self' | 'superior') => ({ campaignId, personId: people[person], rater })
  await assert.rejects(as.clerk.call(sheetRoutes.submitSheet, { params: params('clerk', 'self'), body: { version: 0 } }), refused('evaluation.sheet.incomplete'))
  for (const [person, superior] of Object.entries(superiors) as [keyof typeof superiors, CommunePerson][]) {
    await as[person].call(sheetRoutes.saveSheet, { params: params(person, 'self'), body: { ...blank, version: 0, proposedLevel: 'good' } })
    await as[person].call(sheetRoutes.submitSheet, { params: params(person, 'self'), body: { version: 1 } })
    await as[superior].call(sheetRoutes.submitSheet, { params: params(person, 'superior'), body: { version: 0 } })
  }
  await act(commune, campaignId, 'compile')
  const clerk = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([clerk.total, clerk.provisionalLevel], ['90.00', 'excellent'])
  assert.equal((await resultOf(commune, campaignId, 'officer')).provisionalLevel, 'insufficient_data')
  assert.equal((await resultOf(commune, campaignId, 'officeHead')).provisionalLevel, 'insufficient_data')
  await as.officer.call(campaignRoutes.recordUnitLevel, { params: { campaignId, unitId: units.VP }, body: { version: 0, level: 'good', note: 'Quyết định xếp loại tổ chức' } })
  assert.equal((await resultOf(commune, campaignId, 'officeHead')).provisionalLevel, 'good')
  await adjust(commune, campaignId, 'typist', { facts: { ...(await participantOf(commune, campaignId, 'typist')).facts, discipline: [{ form: 'reprimand', dutyRelated: true, year: 2026 }] } })
  assert.equal((await resultOf(commune, campaignId, 'typist')).provisionalLevel, 'not_completed')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Theo điểm b khoản 5 Điều 20')
  const own = await as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: people.clerk } })
  assert.deepEqual([own.row.decidedLevel, own.exact, own.derivation !== null], ['excellent', '90/1', true])
  const sheet = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })
  assert.deepEqual([sheet.months.length, sheet.preview.total, sheet.tasks], [12, '90.00', []])
  const form = await as.clerk.call(resultRoutes.form02, { params: { campaignId }, query: {} })
  assert.equal(new TextDecoder().decode(form.bytes.subarray(0, 5)), '%PDF-')
  await assert.rejects(as.clerk.call(resultRoutes.form01, { params: { campaignId }, query: {} }), refused('evaluation.form.nothing'))
})

test('a campaign is refused for a wrong rulebook, period, setting or order of deadlines, and for nobody to score', async () => {
  const commune = await smallCommune(server)
  const create = (change: Partial<ReturnType<typeof octoberBody>>) => commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), ...change } })
  const body = octoberBody(commune)
  await assert.rejects(create({ rulebookId: 'nd-999' }), refused('evaluation.campaign.unknown-rulebook'))
  await assert.rejects(create({ rulebookId: 'nd-335-2025-organisation' }), refused('evaluation.campaign.unknown-rulebook'))
  await assert.rejects(create({ rulebookId: 'hcmc-hd-06' }), refused('evaluation.campaign.period-unsupported'))
  await assert.rejects(create({ period: { ...body.period, year: 2025 } }), refused('evaluation.campaign.rulebook-not-in-force'))
  await assert.rejects(create({ settings: { ratioCap: '120' } }), refused('evaluation.campaign.bad-setting'))
  await assert.rejects(create({ settings: { 'procedure.petitionFilingDays': 0 } }), refused('evaluation.campaign.bad-setting'))
  await assert.rejects(create({ due: { ...body.due, self: '2026-11-28' } }), refused('evaluation.campaign.due-order'))
  await assert.rejects(create({ subjectStatuses: ['part_time_worker' as never] }), refused('evaluation.campaign.nobody'))
  await assert.rejects(commune.as.clerk.call(campaignRoutes.createCampaign, { body }), refused('platform.not-found'))
  assert.ok((await create({ settings: { quota: { base: 'headcount' }, 'procedure.petitionFilingDays': 5 } as never })).participants > 0)
})

test('who signed out in the middle is told so and nothing is stored', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const path = `/api/evaluation/campaigns/${campaignId}/sheets/${commune.people.clerk}/self`
  const answer = await server.app.inject({ method: 'PUT', url: path, headers: { 'content-type': 'application/json', 'x-request-id': crypto.randomUUID() }, payload: JSON.stringify({ ...blank, version: 0 }) })
  assert.deepEqual([answer.statusCode, (answer.json() as { error: { code: string } }).error.code], [401, 'platform.not-signed-in'])
  assert.deepEqual((await commune.as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people.clerk } })).sheets, [])
})
