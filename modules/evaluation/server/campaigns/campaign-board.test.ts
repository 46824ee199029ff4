import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, evaluationServer, octoberBody, openOctober, participantOf, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, rulebookRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'

const server = await evaluationServer(import.meta)

test('the board shows who is late, and a reminder reaches the one on whom the file waits', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const campaignId = await openOctober(commune)
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  const before = server.clock.now
  server.clock.now = new Date('2026-11-26T02:00:00Z')
  try {
    const late = (await as.officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { only: 'late' } })).items
    assert.deepEqual(late.map((each) => each.late), Array.from({ length: 5 }, () => 'self'))
    assert.ok(!late.some((each) => each.person.id === people.clerk))
    assert.deepEqual(await as.officer.call(campaignRoutes.remind, { params: { campaignId }, body: { personIds: [people.clerk, people.typist, people.chair], text: '' } }), { reminded: 2 })
  } finally {
    server.clock.now = before
  }
  const [scoring] = (await as.officeHead.call(sheetRoutes.myWork, {})).items.filter((item) => item.kind === 'superior_score')
  assert.deepEqual([scoring?.personName, scoring?.remindedAt], ['Nguyễn Thị Ánh', '2026-11-26T02:00:00.000Z'])
  assert.equal((await participantOf(commune, campaignId, 'typist')).lastReminderAt, '2026-11-26T02:00:00.000Z')
})

test('participants are found with and without accents, by unit, status and what is open', async () => {
  const commune = await smallCommune(server)
  const { as, people, units } = commune
  const { campaignId } = await as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
  const found = async (query: Record<string, unknown>) => (await as.officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query })).items.map((item) => item.person.id)
  assert.deepEqual(await found({ search: 'thi anh' }), [people.clerk])
  assert.deepEqual(await found({ search: 'Nguyễn Thị Ánh' }), [people.clerk])
  assert.deepEqual((await found({ unitId: units.KT })).sort(), [people.divisionHead, people.engineer].sort())
  assert.deepEqual(await found({ only: 'unresolved' }), [people.chair])
  assert.deepEqual(await found({ search: '%' }), [])
  await assert.rejects(as.clerk.call(campaignRoutes.getCampaign, { params: { campaignId } }), refused('platform.not-found'))
})

test('somebody scored sees the campaign and the own file, and no act on it', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const [seen] = (await commune.as.clerk.call(campaignRoutes.listCampaigns, {})).items
  assert.deepEqual([seen?.id, seen?.can, seen?.manages], [campaignId, [], false])
  const files = (await commune.as.clerk.call(campaignRoutes.listParticipants, { params: { campaignId } })).items
  assert.deepEqual(files.map((file) => [file.person.id, file.facts]), [[commune.people.clerk, null]])
  await assert.rejects(commune.as.clerk.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version: 1, act: 'cancel', reason: 'x' } }), refused('platform.not-found'))
})

test('an act on a campaign that moved on is refused with where it stands', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const stale = () => commune.as.officer.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version: 1, act: 'cancel', reason: 'Sai kỳ' } })
  await assert.rejects(stale(), refused('evaluation.campaign.changed'))
  await assert.rejects(act(commune, campaignId, 'publish'), refused('evaluation.campaign.wrong-status'))
  await assert.rejects(act(commune, campaignId, 'cancel'), refused('evaluation.campaign.reason-needed'))
  assert.equal((await act(commune, campaignId, 'cancel', 'Sai kỳ')).status, 'cancelled')
  await assert.rejects(sendSheet(commune.as.clerk, campaignId, commune.people.clerk, 'self'), refused('evaluation.sheet.wrong-status'))
})

test('minutes are kept with the campaign, opened by the personnel body, and must be what they say', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const add = (body: string, fileName: string) => commune.as.officer.call(campaignRoutes.addDocument, { params: { campaignId }, query: { fileName, kind: 'minutes', secrecy: 'none' }, body: new TextEncoder().encode(body) })
  await assert.rejects(add('%PDF-1.7\n%âãÏÓ\n', 'anh.png'), refused('evaluation.evidence.not-what-it-says'))
  const { documentId } = await add('Biên bản cuộc họp ngày 20 tháng 11', 'bien-ban.txt')
  const { documents, canAdd } = await commune.as.officer.call(campaignRoutes.listDocuments, { params: { campaignId } })
  assert.deepEqual([documents.map((each) => [each.id, each.kind, each.name]), canAdd], [[[documentId, 'minutes', 'bien-ban.txt']], true])
  const file = await commune.as.officer.call(campaignRoutes.downloadDocument, { params: { documentId } })
  assert.equal(new TextDecoder().decode(file.bytes), 'Biên bản cuộc họp ngày 20 tháng 11')
  assert.deepEqual((await commune.as.clerk.call(campaignRoutes.listDocuments, { params: { campaignId } })).documents, [])
  await assert.rejects(commune.as.clerk.call(campaignRoutes.downloadDocument, { params: { documentId } }), refused('platform.not-found'))
})

test('the rulebook a campaign pinned can be read whole', async () => {
  const commune = await smallCommune(server)
  await openOctober(commune)
  const { rulebooks } = await commune.as.clerk.call(rulebookRoutes.listRulebooks, {})
  const decree = rulebooks.find((each) => each.id === 'nd-335-2025')
  assert.deepEqual([decree?.documentNumber, decree?.periodKinds], ['335/2025/NĐ-CP', ['month', 'quarter', 'year']])
  // Only rulebooks whose sheets a campaign collects can be opened; the others are listed with the reason.
  assert.equal(decree?.obstacle, null)
  assert.equal(rulebooks.find((each) => each.id === 'hcmc-hd-06')?.obstacle, null)
  assert.equal(rulebooks.find((each) => each.id === 'nd-335-2025-organisation')?.obstacle, 'organisations')
  const whole = await commune.as.clerk.call(rulebookRoutes.getRulebook, { params: { rulebookId: 'nd-335-2025' }, query: { version: decree?.version } })
  assert.equal(whole.summary.hash, decree?.hash)
  await assert.rejects(commune.as.clerk.call(rulebookRoutes.getRulebook, { params: { rulebookId: 'nd-335-2025' }, query: { version: '999' } }), refused('platform.not-found'))
})
