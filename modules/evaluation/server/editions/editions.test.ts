import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CampaignId } from '#kernel/id.ts'
import { act, decideAll, evaluationServer, octoberBody, openOctober, putTasks, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes, rulebookRoutes } from '../../contract/campaign-routes.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { writeSource } from '../../domain/rulebook/edit-source.ts'

const server = await evaluationServer(import.meta)
const notFound = refused('platform.not-found')

async function begin(officer: Caller, name = 'Quy định đánh giá xã Thử Nghiệm') {
  const { editionId } = await officer.call(editionRoutes.createEdition, { body: { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name } })
  return editionId
}

async function edit(officer: Caller, editionId: Awaited<ReturnType<typeof begin>>, change: (source: string) => string) {
  const { edition, source } = await officer.call(editionRoutes.getEdition, { params: { editionId } })
  return officer.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: edition.version, source: change(source) } })
}

const document = { documentNumber: '12-QĐ/ĐU', documentDate: '2026-11-18', signer: 'Trần Văn Chủ', validFrom: '2026-10-01', validTo: null }

async function issue(by: Caller, editionId: Awaited<ReturnType<typeof begin>>, change: Partial<typeof document> = {}) {
  const { edition } = await by.call(editionRoutes.getEdition, { params: { editionId } })
  return by.call(editionRoutes.issueEdition, { params: { editionId }, body: { version: edition.version, ...document, ...change } })
}

/** Excellent from 99 on, so that 98 points are good; the examples that this breaks are taken out. */
function stricter(source: string): string {
  const lines = writeSource(source, ['rating', 'bands', 0, 'from'], { exact: '99' }).split('\n')
  const start = lines.findIndex((line) => line === 'examples:')
  return [...lines.slice(0, start + 1), '  - { name: "98 điểm là tốt", given: { group: staff, criteria: { general: 28 }, tasks: [{ coefficient: 1, assigned: 10, completed: 10 }] }, expect: { total: "98.00", level: good } }', ''].join('\n')
}

async function publishedOctober(commune: SmallCommune): Promise<CampaignId> {
  for (const person of ['officeHead', 'divisionHead', 'clerk', 'typist', 'officer', 'engineer'] as const) {
    await putTasks(server, commune, person, [{ assigned: 10, completed: person === 'typist' ? 7 : 10, coefficient: '1/1' }])
  }
  const campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Tập thể có thành tích nổi trội')
  return campaignId
}

test('a draft begun from the decree has an id of its own, names what it was made from and passes as it is', async () => {
  const { as: { officer } } = await smallCommune(server)
  const editionId = await begin(officer)
  const { edition, source } = await officer.call(editionRoutes.getEdition, { params: { editionId } })
  assert.deepEqual([edition.rulebookId, edition.number, edition.status, edition.basis, edition.can], ['quy-dinh-danh-gia-xa-thu-nghiem', 1, 'draft', { id: 'nd-335-2025', version: '1' }, ['edit', 'issue']])
  assert.match(source, /^# yaml-language-server/, 'comments stay')
  assert.match(source, /Xây dựng từ 335\/2025\/NĐ-CP/)
  const check = await officer.call(editionRoutes.checkEdition, { params: { editionId }, query: {} })
  assert.deepEqual([check.passes, check.problems, check.failed], [true, [], []])
  assert.ok(check.examples > 50)
  const changes = await officer.call(editionRoutes.compareEdition, { params: { editionId }, query: {} })
  assert.equal(changes.against, 'shipped:nd-335-2025')
  assert.ok(changes.changes.every((change) => ['title', 'document', 'notes'].includes(change.part)), JSON.stringify(changes.changes))
})

test('broken text is kept, and its faults come with their lines', async () => {
  const { as: { officer } } = await smallCommune(server)
  const editionId = await begin(officer)
  const faultsOf = async (change: (source: string) => string) => {
    const { source } = await officer.call(editionRoutes.getEdition, { params: { editionId } })
    await edit(officer, editionId, change)
    const check = await officer.call(editionRoutes.checkEdition, { params: { editionId }, query: {} })
    await edit(officer, editionId, () => source)
    return check
  }
  const lineOf = (source: string, text: string) => source.slice(0, source.indexOf(text)).split('\n').length
  const { source } = await officer.call(editionRoutes.getEdition, { params: { editionId } })

  const broken = await faultsOf((text) => text.replace('levels:\n', 'levels: [\n'))
  assert.equal(broken.passes, false)
  assert.ok((broken.problems[0]?.line ?? 0) >= lineOf(source, 'levels:'))

  const unknown = await faultsOf((text) => text.replace('formula: "KQ * 70"', 'formula: "KP * 70"'))
  assert.deepEqual(unknown.problems.map((problem) => problem.line), [lineOf(source, 'formula: "KQ * 70"')])
  assert.match(unknown.problems[0]?.message ?? '', /KP/)

  const cycle = await faultsOf((text) => text.replace('formula: "KQ * 70"', 'formula: "total - general_points"'))
  assert.ok(cycle.problems.length > 0 && cycle.problems.every((problem) => problem.line > 1))

  const division = await faultsOf((text) => text.replace('formula: "KQ * 70"', 'formula: "KQ / (a - b)"'))
  assert.deepEqual(division.problems.map((problem) => problem.line), [lineOf(source, 'formula: "KQ * 70"')])

  const renamed = await faultsOf((text) => writeSource(text, ['id'], 'nd-335-2025'))
  assert.deepEqual(renamed.problems.map((problem) => problem.path), ['id'])
})

test('an example that no longer holds says what came out, and the draft cannot be issued until it does', async () => {
  const { as: { officer } } = await smallCommune(server)
  const editionId = await begin(officer)
  await edit(officer, editionId, (source) => stricter(source).replace('level: good } }\n', 'level: excellent } }\n'))
  const check = await officer.call(editionRoutes.checkEdition, { params: { editionId }, query: {} })
  assert.deepEqual([check.passes, check.examples, check.failed.map((each) => [each.index, each.name, each.failures])], [
    false, 1, [[0, '98 điểm là tốt', [{ key: ['level'], message: 'ra good', expected: 'excellent', actual: 'good' }]]],
  ])
  await assert.rejects(issue(officer, editionId), refused('evaluation.rulebook.faulty', { problems: 0, failed: 1 }))
  await edit(officer, editionId, (source) => writeSource(source, ['examples', 0, 'expect', 'level'], 'good'))
  await assert.rejects(issue(officer, editionId, { documentDate: '2026-11-21' }), refused('evaluation.rulebook.dates'))
  await issue(officer, editionId)
})

test('of two officers who edit at once the second is told and can see what is there', async () => {
  const commune = await smallCommune(server)
  const other = await server.signedIn(commune.tenantId, commune.people.typist, [{ role: 'officer', unitId: null }])
  const editionId = await begin(commune.as.officer)
  const { edition, source } = await other.call(editionRoutes.getEdition, { params: { editionId } })
  await edit(commune.as.officer, editionId, stricter)
  await assert.rejects(other.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: edition.version, source } }), refused('evaluation.rulebook.changed', { version: 2 }))
  const now = await other.call(editionRoutes.getEdition, { params: { editionId } })
  assert.deepEqual([now.edition.version, now.edition.changedBy?.fullName], [2, 'Võ Thị Tổ'])
})

test('an issued version carries its document, is frozen, scores a campaign and stays with it when retired; a change is the next version', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  const editionId = await begin(officer)
  await edit(officer, editionId, stricter)
  const { hash } = await issue(officer, editionId)
  const { edition, source } = await officer.call(editionRoutes.getEdition, { params: { editionId } })
  assert.deepEqual([edition.status, edition.documentNumber, edition.signer, edition.validFrom, edition.can], ['issued', '12-QĐ/ĐU', 'Trần Văn Chủ', '2026-10-01', ['retire']])
  assert.match(source, /number: "12-QĐ\/ĐU"/)
  await assert.rejects(officer.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: edition.version, source } }), refused('evaluation.rulebook.wrong-status'))
  await assert.rejects(officer.call(editionRoutes.discardEdition, { params: { editionId } }), refused('evaluation.rulebook.wrong-status'))
  await assert.rejects(server.inTenant(commune.tenantId, (tx) => tx.updateTable('evaluation_rulebook').set({ source: 'x' }).where('tenant_id', '=', commune.tenantId).execute()), /permission denied/)

  const { rulebooks } = await commune.as.clerk.call(rulebookRoutes.listRulebooks, {})
  assert.deepEqual(rulebooks.filter((each) => each.own).map((each) => [each.id, each.version, each.documentNumber, each.hash]), [[edition.rulebookId, '1', '12-QĐ/ĐU', hash]])
  const { campaignId } = await officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: edition.rulebookId } })
  await assert.rejects(
    officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: edition.rulebookId, period: { kind: 'month', year: 2026, number: 9 } } }),
    refused('evaluation.campaign.rulebook-not-in-force'),
  )

  const { editionId: nextId } = await officer.call(editionRoutes.createEdition, { body: { from: { kind: 'edition', editionId }, name: '' } })
  const next = await officer.call(editionRoutes.getEdition, { params: { editionId: nextId } })
  assert.deepEqual([next.edition.rulebookId, next.edition.number, next.edition.basis], [edition.rulebookId, 2, { id: edition.rulebookId, version: '1' }])
  await assert.rejects(officer.call(editionRoutes.createEdition, { body: { from: { kind: 'edition', editionId }, name: '' } }), refused('evaluation.rulebook.draft-exists', { editionId: nextId }))
  await edit(officer, nextId, (text) => writeSource(text, ['rating', 'bands', 0, 'from'], { exact: '98.5' }))
  const compared = await officer.call(editionRoutes.compareEdition, { params: { editionId: nextId }, query: {} })
  assert.deepEqual([compared.against, compared.changes.map((change) => change.vi)], [`edition:${editionId}`, ['Ngưỡng Hoàn thành xuất sắc nhiệm vụ: 99 → 98,5']])

  await officer.call(editionRoutes.retireEdition, { params: { editionId }, body: { version: edition.version, reason: 'Có bản mới' } })
  await assert.rejects(officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: edition.rulebookId } }), refused('evaluation.campaign.unknown-rulebook'))
  assert.equal((await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })).rulebook.hash, hash)
  await officer.call(editionRoutes.discardEdition, { params: { editionId: nextId } })
  assert.equal((await officer.call(editionRoutes.listEditions, {})).editions.length, 1)
})

test('a published month scored again under a draft says who would change level and why, and leaves the results alone', async () => {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  const campaignId = await publishedOctober(commune)
  const before = await officer.call(resultRoutes.listResults, { params: { campaignId }, query: {} })
  const editionId = await begin(officer)
  await edit(officer, editionId, stricter)
  const simulated = await officer.call(editionRoutes.simulateEdition, { params: { editionId }, query: { campaignId } })
  assert.deepEqual([simulated.people, simulated.levelChanges, simulated.scoreChanges, simulated.refusedCount, simulated.dropped], [6, 5, 0, 0, []])
  assert.deepEqual(simulated.levels.map((level) => [level.id, level.before, level.after]), [['excellent', 5, 0], ['good', 1, 6], ['completed', 0, 0], ['not_completed', 0, 0]])
  const [row] = simulated.rows
  assert.deepEqual([row?.before.level, row?.after.level, row?.before.total, row?.after.total, row?.after.exact, row?.why.map((each) => each.vi)], ['excellent', 'good', '98.00', '98.00', '98/1', ['Ngưỡng Hoàn thành xuất sắc nhiệm vụ: 90 → 99']])
  assert.deepEqual(await officer.call(resultRoutes.listResults, { params: { campaignId }, query: {} }), before)
  const kept = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'evaluation.rulebook.simulated').select(['person_id', 'subject_id']).execute())
  assert.deepEqual(kept, [{ person_id: commune.people.officer, subject_id: editionId }])
})

test('points above a new maximum are told per person instead of being cut', async () => {
  const commune = await smallCommune(server)
  const campaignId = await publishedOctober(commune)
  const editionId = await begin(commune.as.officer)
  const first = ['criteria', 0, 'children', 0, 'children'] as const
  await edit(commune.as.officer, editionId, (source) => writeSource(writeSource(source, [...first, 0, 'max'], { exact: '4' }), [...first, 1, 'max'], { exact: '6' }))
  const simulated = await commune.as.officer.call(editionRoutes.simulateEdition, { params: { editionId }, query: { campaignId } })
  assert.equal(simulated.refusedCount, 6)
  assert.deepEqual(simulated.refused[0]?.problems.map((problem) => problem.path), ['criteria.I.1'])
})

test('a draft that is no rulebook is not simulated, a running period neither', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const editionId = await begin(commune.as.officer)
  await assert.rejects(commune.as.officer.call(editionRoutes.simulateEdition, { params: { editionId }, query: { campaignId } }), refused('evaluation.rulebook.not-published', { status: 'scoring' }))
})

test('rulebooks are not there for cadres, heads of divisions and neighbours; the head of the whole body reads and issues but does not edit', async () => {
  const commune = await smallCommune(server)
  const neighbour = await smallCommune(server)
  const editionId = await begin(commune.as.officer)
  for (const stranger of [commune.as.clerk, commune.as.officeHead, neighbour.as.officer]) {
    await assert.rejects(stranger.call(editionRoutes.getEdition, { params: { editionId } }), notFound)
    await assert.rejects(stranger.call(editionRoutes.checkEdition, { params: { editionId }, query: {} }), notFound)
    await assert.rejects(stranger.call(editionRoutes.compareEdition, { params: { editionId }, query: {} }), notFound)
    await assert.rejects(stranger.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: 1, source: 'x' } }), notFound)
    await assert.rejects(stranger.call(editionRoutes.issueEdition, { params: { editionId }, body: { version: 1, ...document } }), notFound)
  }
  const { edition } = await commune.as.chair.call(editionRoutes.getEdition, { params: { editionId } })
  assert.deepEqual(edition.can, ['issue'])
  await assert.rejects(commune.as.chair.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: 1, source: 'x' } }), notFound)
  await issue(commune.as.chair, editionId)
  const ofDivision = await server.signedIn(commune.tenantId, commune.people.engineer, [{ role: 'officer', unitId: commune.units.KT }])
  await assert.rejects(ofDivision.call(editionRoutes.createEdition, { body: { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name: 'Của phòng' } }), notFound)
})
