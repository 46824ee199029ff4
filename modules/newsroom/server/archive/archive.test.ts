import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { disposals } from '#apps/server/disposals.ts'
import { sealTenant } from '#platform/audit/seal.ts'
import { retentionRoutes } from '#modules/personal-data/contract/retention-routes.ts'
import { registerRoutes } from '#modules/personal-data/contract/register-routes.ts'
import { airedNewsroom, leadIn } from '#tests/setup/aired-newsroom.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { checkEvidence } from '../evidence/index.ts'
import { packFiles } from './evidence-pack.ts'

const server = await wholeServer(import.meta)

test('an aired story is archived by the desk, once, and its words stay closed', async () => {
  const { as, aired, write, get, save } = await airedNewsroom(server)
  const draft = await write('Mùa màng', [leadIn('Lúa chín.')])
  await assert.rejects(as.producer.call(archiveRoutes.archiveStory, { params: { storyId: draft }, body: {} }), refused('newsroom.archive.not-aired'))
  const storyId = await aired('Chi bộ thôn')
  const archive = (who: typeof as.producer) => who.call(archiveRoutes.archiveStory, { params: { storyId }, body: {} })
  for (const who of [as.reporter, as.editor, as.director, as.stranger]) await assert.rejects(archive(who))
  assert.deepEqual(await archive(as.producer), { airings: 1 })
  await assert.rejects(archive(as.producer), refused('newsroom.archive.already'))
  assert.equal((await get(storyId)).stage, 'archived')
  await assert.rejects(save(storyId, [leadIn('Khác.')], as.editor), refused('newsroom.story.wrong-state'))
  const after = await as.reporter.call(archiveRoutes.getAfterAir, { params: { storyId } })
  assert.deepEqual([after.airings.length, after.archived?.by.name, after.kept?.until, after.kept?.confidence], [1, 'Phạm Văn Ân', '2027-05-20', 'unverified'])
  assert.deepEqual(after.can, { archive: false, correct: false, pack: false, remove: false })
})

test('a draft nobody looked at is deleted by its author; what was submitted is not, and what aired is kept by the rule that is named', async () => {
  const { as, aired, write, act, get } = await airedNewsroom(server)
  const remove = (storyId: Awaited<ReturnType<typeof write>>, who = as.reporter) => who.call(archiveRoutes.deleteStory, { params: { storyId } })
  const draft = await write('Nháp', [leadIn('Một.')])
  await assert.rejects(remove(draft, as.editor), refused('platform.not-found'))
  await remove(draft)
  await assert.rejects(get(draft), refused('platform.not-found'))
  const submitted = await write('Đã trình', [leadIn('Một.')])
  await act(as.reporter, submitted, 'submit')
  await assert.rejects(remove(submitted), refused('newsroom.archive.submitted'))
  const storyId = await aired('Chi bộ thôn')
  await assert.rejects(remove(storyId, as.producer), refused('newsroom.archive.kept', { until: '2027-05-20', rule: 'Luật 126/2025/QH15: chưa xác minh thời hạn; tạm giữ 6 tháng kể từ lần phát sau cùng', confidence: 'unverified' }))
  server.clock.now = new Date('2027-05-21T02:00:00Z')
  await assert.rejects(remove(storyId, as.producer), refused('newsroom.archive.by-proposal'))
})

test('stories past their period are proposed for deletion only once the law lets them go, and take everything of them along', async () => {
  const { as, aired, tenantId, units, write } = await airedNewsroom(server)
  const old = await write('Bài bỏ dở', [leadIn('Một.')])
  const storyId = await aired('Chi bộ thôn')
  await as.producer.call(archiveRoutes.archiveStory, { params: { storyId }, body: {} })
  assert.ok(units.VP !== undefined && disposals.some((one) => one.recordClass === 'stories'))
  await as.officer.call(registerRoutes.setPeriod, { body: { recordClass: 'stories', months: 1, from: '2026-11-20', groundIssuer: 'Đài', groundNumber: '1/QĐ', groundDate: '2026-11-02' } })
  const review = async (now: string) => {
    server.clock.now = new Date(now)
    await as.officer.call(retentionRoutes.reviewPeriods, {})
    const { items } = await as.officer.call(retentionRoutes.listProposals, {})
    const proposal = items.find((one) => one.recordClass === 'stories' && one.status === 'open') ?? assert.fail('no proposal')
    return { proposal, due: (await as.officer.call(retentionRoutes.dueThings, { params: { proposalId: proposal.id } })).items.map(({ label, hold }) => [label, hold]) }
  }
  assert.deepEqual(new Map((await review('2027-02-01T02:00:00Z')).due as [string, string | null][]), new Map([['Bài bỏ dở', null], ['Chi bộ thôn', 'kept-by-law']]))
  const { proposal, due } = await review('2027-06-01T02:00:00Z')
  assert.deepEqual(due.map(([, hold]) => hold), [null, null])
  const { deleted } = await as.officer.call(retentionRoutes.confirmProposal, { params: { proposalId: proposal.id }, body: { things: proposal.things, endedBefore: proposal.endedBefore } })
  assert.deepEqual([deleted['newsroom_story'], deleted['newsroom_airing'], deleted['newsroom_archive'], deleted['newsroom_story_step']], [2, 1, 1, 3])
  const left = await server.inTenant(tenantId, async (tx) => [await tx.selectFrom('newsroom_rundown_frozen').where('tenant_id', '=', tenantId).where('story_id', 'is not', null).select('id').execute(), await tx.selectFrom('newsroom_story').where('tenant_id', '=', tenantId).where('id', 'in', [old, storyId]).select('id').execute()])
  assert.deepEqual(left, [[], []])
})

test('the evidence of an aired story holds together by itself; one letter changed anywhere is named', async () => {
  const { as, write, approve, save, act, air, tenantId } = await airedNewsroom(server)
  const storyId = await write('Chi bộ thôn', [leadIn('Chi bộ kết nạp 5 đảng viên.')])
  await approve(storyId)
  await save(storyId, [leadIn('Chi bộ kết nạp 6 đảng viên.')], as.editor)
  await act(as.editor, storyId, 'approve')
  await act(as.director, storyId, 'approve')
  await assert.rejects(as.producer.call(archiveRoutes.evidencePack, { params: { storyId } }), refused('newsroom.archive.not-aired'))
  await air(storyId)
  const airing = (await as.producer.call(rundownRoutes.listAirings, { query: { storyId } })).items[0] ?? assert.fail('it aired')
  await as.gallery.call(rundownRoutes.correctAiring, { params: { airingId: airing.id }, body: { startedAt: airing.startedAt, endedAt: airing.endedAt, readerId: null, reason: 'Ghi thiếu người đọc' } })
  await sealTenant(server.db, tenantId, null, server.clock.now)
  for (const who of [as.reporter, as.stranger]) await assert.rejects(who.call(archiveRoutes.evidencePack, { params: { storyId } }), refused('platform.not-found'))
  const { bytes } = await as.director.call(archiveRoutes.evidencePack, { params: { storyId } })
  const files = unzipSync(new Uint8Array(bytes))
  const whole = checkEvidence(new Uint8Array(bytes))
  assert.deepEqual([whole.faults, whole.unsealed], [[], 0])
  assert.deepEqual(whole.aired.map(({ version, airedAt, approvals }) => [version, airedAt.length, approvals.map(({ level, covers, differs }) => [level, covers, differs])]), [[2, 1, [['department', true, []], ['leadership', true, []]]]])
  const told = JSON.parse(strFromU8(files[packFiles.evidence] ?? new Uint8Array())) as { steps: { act: string; person: string }[]; lapses: { level: string; endedBy: number }[]; airings: unknown[]; frozen: { file: string }[] }
  assert.deepEqual(told.steps.map(({ act: name, person }) => [name, person]), [['submit', 'Nguyễn Thị Ánh'], ['approve', 'Lê Thị Hạnh'], ['approve', 'Trần Văn Chủ'], ['approve', 'Lê Thị Hạnh'], ['approve', 'Trần Văn Chủ']])
  assert.deepEqual(told.lapses.map(({ level, endedBy }) => [level, endedBy]), [['department', 2], ['leadership', 2]])
  assert.equal(told.airings.length, 2, 'the line and the one that corrects it')
  assert.ok(strFromU8(files[packFiles.ledger] ?? new Uint8Array()).split('\n').filter((line) => line !== '').every((line) => (JSON.parse(line) as { link: object | null }).link !== null), 'every entry is in the chain')
  const made = (await ledgerOf(server, tenantId)).findLast((entry) => entry.action === 'newsroom.evidence.made') ?? assert.fail('making it is in the ledger')
  assert.equal((made.data as { sums: string }).sums, hash('sha256', files[packFiles.sums] ?? ''))

  const altered = (name: string, from: string, to: string, fixSums = true) => {
    const copy = { ...files, [name]: strToU8(strFromU8(files[name] ?? assert.fail(name)).replace(from, to)) }
    assert.notDeepEqual(copy[name], files[name], `${from} stands in ${name}`)
    if (fixSums) copy[packFiles.sums] = strToU8(Object.entries(copy).filter(([each]) => each !== packFiles.sums).map(([each, content]) => `${hash('sha256', content)}  ${each}\n`).join(''))
    return checkEvidence(zipSync(copy)).faults.map(({ where, fault }) => `${where}: ${fault}`)
  }
  const frozen = told.frozen[0]?.file ?? assert.fail()
  assert.deepEqual(altered('ban/2.txt', 'kết nạp 6', 'kết nạp 9'), ['ban/2.txt: words-not-of-hash', `${frozen}: aired-not-approved`])
  assert.deepEqual(altered(frozen, 'đảng', 'đang', false), [`${frozen}: checksum`, `${frozen}: words-not-of-hash`, `${frozen}: aired-not-approved`])
  assert.deepEqual(altered(packFiles.ledger, '"newsroom.story.approved"', '"newsroom.story.returned"'), [`${packFiles.ledger}:4: entry-changed`, '2. approve: not-in-ledger'])
  assert.deepEqual(altered(packFiles.evidence, '"act": "approve"', '"act": "return"'), ['2. return: not-in-ledger'])
  assert.match(altered(packFiles.evidence, '"act": "submit",\n      "level": null,\n      "version": 1', '"act": "submit",\n      "level": null,\n      "version": 2').join(), /step-of-other-words/)
  const without = { ...files }
  delete without['ban/1.txt']
  assert.deepEqual(checkEvidence(zipSync(without)).faults.map(({ where, fault }) => `${where}: ${fault}`), ['ban/1.txt: missing', 'ban/1.txt: missing'])
  assert.deepEqual(checkEvidence(strToU8('không phải zip')).faults, [{ where: 'zip', fault: 'unreadable' }])
})
