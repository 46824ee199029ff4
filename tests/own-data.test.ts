import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { raterRoutes } from '#modules/evaluation/contract/rater-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { ledgerRoutes } from '#modules/ledger/contract/routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { ownDataRoutes } from '#modules/personal-data/contract/own-data-routes.ts'
import { requestRoutes } from '#modules/personal-data/contract/request-routes.ts'
import { ownClasses, type OwnClass } from '#modules/personal-data/domain/own-data/classes.ts'
import { act, adjust, decideAll, octoberBody, sendSheet } from './setup/evaluation-campaigns.ts'
import { assign, ledgerOf, withProduct } from './setup/evaluation-tasks.ts'
import { moreClerks, type Clerk } from './setup/more-clerks.ts'
import { refused } from './setup/refused.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import type { Caller } from './setup/test-server.ts'
import { wholeServer } from './setup/whole-server.ts'

const server = await wholeServer(import.meta)

interface Copy {
  /** Everything that can be read in it, workbook and all. */
  readonly text: string
  readonly names: readonly string[]
  /** Whether the number stands anywhere in what is read by machines, as a decimal or a fraction. */
  says(number: string): boolean
  records(recordClass: OwnClass): { id: string; title: string; said: [string, string][] }[]
}

async function copyOf(who: Caller): Promise<Copy> {
  const { bytes, contentType } = await who.call(ownDataRoutes.ownCopy, {})
  assert.equal(contentType, 'application/zip')
  const parts = unzipSync(bytes)
  const workbook = Object.values(unzipSync(parts['du-lieu.xlsx'] ?? new Uint8Array())).map((part) => strFromU8(part))
  const json = strFromU8(parts['du-lieu.json'] ?? new Uint8Array())
  const { classes } = JSON.parse(json) as { classes: { class: OwnClass; records: { id: string; title: string; said: [string, string][] }[] }[] }
  return { text: [json, strFromU8(parts['doc-toi.txt'] ?? new Uint8Array()), ...workbook].join('\n'), names: Object.keys(parts), says: (number) => new RegExp(`(?<![\\d.,])(?:${number.replace('.', '[.,]')}0?|${Number(number) * 2}/2)(?![\\d.,/])`).test(json), records: (recordClass) => classes.find((each) => each.class === recordClass)?.records ?? [] }
}

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const sheetOf = (amount: string): Record<string, string> => ({ '1': amount, '2': '30', '3': '15', '4': '15', '5': '10' })

/** What each of the clerk's six colleagues gives, in halves that nothing else is. */
const unnamed = ['3.5', '4.5', '5.5', '7.5', '8.5', '9.5']

/** Under rules with unnamed colleagues: the clerk's marks from each of them, and those of the superior, are unlike any other text. */
async function ratedClerk(): Promise<{ commune: SmallCommune; campaignId: Awaited<ReturnType<typeof open>>; colleagues: readonly Clerk[] }> {
  const commune = await smallCommune(server)
  const more = await moreClerks(server, commune, ['Đặng Thị Bốn', 'Ngô Văn Năm', 'Lý Thị Sáu', 'Mai Văn Bảy'])
  const campaignId = await open(commune)
  const staff = [...(['clerk', 'typist', 'officer'] as const).map((name) => ({ id: commune.people[name], as: commune.as[name] })), ...more]
  for (const one of staff) {
    await sendSheet(one.as, campaignId, one.id, 'self', sheetOf('20'))
    await sendSheet(commune.as.officeHead, campaignId, one.id, 'superior', one.id === commune.people.clerk ? sheetOf('13.5') : sheetOf('19'))
  }
  for (const { id } of staff) await commune.as.chair.call(raterRoutes.saveRating, { params: { campaignId, kind: 'superior', personId: id }, body: { version: 0, points: sheetOf(id === commune.people.clerk ? '12.5' : '18'), comment: id === commune.people.clerk ? 'Nhận xét riêng 4471' : 'Nhận xét khác 9913' } })
  await commune.as.chair.call(raterRoutes.submitRatings, { params: { campaignId, kind: 'superior' }, body: { sheets: staff.map(({ id }) => ({ personId: id, version: 1 })) } })
  for (const [at, one] of staff.entries()) {
    const sheets = staff.filter((subject) => subject.id !== one.id).map((subject) => ({ personId: subject.id, points: sheetOf(subject.id === commune.people.clerk ? unnamed[at - 1] ?? '' : '17') }))
    await one.as.call(raterRoutes.submitUnnamedRatings, { params: { campaignId, kind: 'colleagues' }, body: { sheets, declined: [] } })
  }
  return { commune, campaignId, colleagues: staff.slice(1) }
}

async function open(commune: SmallCommune) {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: 'da-nang-2014' } })
  for (const person of ['chair', 'officeHead', 'divisionHead', 'engineer'] as const) await adjust(commune, campaignId, person, { excludedReason: 'Ngoài đợt này' })
  await act(commune, campaignId, 'open')
  return campaignId
}

/** What cannot come about within one short test, straight into the tables. */
async function putRest({ tenantId, people, units, as }: SmallCommune, campaignId: string): Promise<void> {
  const { accountId } = as.clerk.actor
  const now = server.clock.now
  await server.inTenant(tenantId, async (tx) => {
    await tx.insertInto('accounts_user').values({ id: accountId, tenant_id: tenantId, person_id: people.clerk, name: 'Nguyễn Thị Ánh', username: `anh-${tenantId.slice(0, 8)}`, created_at: now }).execute()
    await tx.insertInto('accounts_password').values({ user_id: accountId, hash: 'argon2id-khong-duoc-lo', changed_at: now }).execute()
    await tx.insertInto('accounts_session').values({ id: randomUUID(), user_id: accountId, token_hash: `khong-duoc-lo-${accountId}`, expires_at: now, source: '10.1.2.3', user_agent: 'Firefox/140' }).execute()
    await tx.insertInto('accounts_approval').values({ tenant_id: tenantId, id: randomUUID(), act: 'evaluation.results.exported', request_print: 'x', method: 'GET', address: '/', reason: 'Báo cáo tháng', requested_by: accountId, requested_name: 'Ánh', requested_at: now, expires_at: now, status: 'waiting' }).execute()
    const [meetingId, storyId] = [randomUUID(), randomUUID()]
    await tx.insertInto('evaluation_meeting').values({ tenant_id: tenantId, id: meetingId, campaign_id: campaignId, status: 'planned', held_on: '2026-11-26', place: 'Phòng họp 1', heading: 'state', body_name: 'Ủy ban nhân dân xã', quorum: 'all' }).execute()
    await tx.insertInto('newsroom_story').values({ tenant_id: tenantId, id: storyId, unit_id: units.VP, author_id: people.clerk, state: 'draft', title: 'Tin 8802', created_at: now, changed_at: now }).execute()
    await tx.insertInto('newsroom_story_version').values({ tenant_id: tenantId, story_id: storyId, version: 1, content: JSON.stringify({ title: 'Tin 8802', column: null, category: null, people: [], blocks: [] }), hash: Buffer.alloc(32), saved_by: people.clerk, saved_at: now }).execute()
    for (const person of ['chair', 'clerk'] as const) await tx.insertInto('evaluation_meeting_attendee').values({ tenant_id: tenantId, meeting_id: meetingId, person_id: people[person], role: person === 'chair' ? 'chair' : 'member', votes: true, absence_reason: person === 'chair' ? 'Bận việc 7720' : '' }).execute()
  })
}

test('the copy of one’s own data holds every class of records and nothing of what is withheld, unnamed or another’s', async () => {
  const { commune, campaignId } = await ratedClerk()
  const { as, people } = commune
  const params = { campaignId, personId: people.clerk }

  const before = await copyOf(as.clerk)
  assert.ok(!before.text.includes('Nhận xét riêng 4471'))
  for (const points of ['12.5', ...unnamed]) assert.ok(!before.says(points), `${points} is not the subject’s before publication`)
  assert.ok(before.says('13.5'), 'the superior’s points are shown early, to be answered before the decision, here as on the sheet')
  assert.deepEqual(before.records('results'), [])
  assert.ok(before.records('sheets')[0]?.said.some(([label, value]) => label === 'Tự chấm: điểm 1' && value === '20'))

  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Theo kết luận')
  const result = await as.clerk.call(resultRoutes.getResult, { params })
  await as.clerk.call(resultRoutes.filePetition, { params: { resultId: result.row.resultId! }, body: { text: 'Đề nghị xem lại nội dung 1' } })
  await as.officer.call(campaignRoutes.addDocument, { params: { campaignId }, query: { fileName: 'Thông báo kết quả.pdf', kind: 'notice', personId: people.clerk, secrecy: 'none' }, body: pdf })
  await as.officer.call(raterRoutes.declareKinship, { params: { personId: people.clerk }, body: { relativeId: people.engineer, relation: 'sibling', note: 'Ghi chú thân thích 3315' } })
  await as.officer.call(organisationRoutes.addAbsence, { params: { personId: people.clerk }, body: { kind: 'maternity', from: '2026-01-05', to: '2026-03-05', decisionNumber: '12/QĐ' } })
  const productId = await withProduct(commune)
  const taskId = await assign(as.officeHead, people.clerk, productId)
  await as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'Báo cáo tháng.pdf', secrecy: 'none' }, body: pdf })
  await assign(as.officeHead, people.typist, productId, { quantity: 7 })
  await as.clerk.call(requestRoutes.fileRequest, { body: { kind: 'correction', recordClass: 'holdings', recordId: null, reason: 'Sai ngày' } })
  await as.officer.call(sheetRoutes.getSheet, { params })
  await putRest(commune, campaignId)

  const copy = await copyOf(as.clerk)
  for (const recordClass of ownClasses) assert.ok(copy.records(recordClass).length > 0, `${recordClass} is in the copy`)
  assert.ok(copy.names.some((name) => /^minh-chung\/.*Báo cáo tháng\.pdf$/.test(name)))
  const said = copy.records('results').flatMap((record) => record.said)
  assert.ok(said.some(([label, value]) => label === 'Điểm tính được' && value === result.row.total?.replace('.', ',')))
  assert.ok(said.some(([label, value]) => label === 'Mức quyết định' && value.startsWith('Hoàn thành')), 'levels in words')
  assert.ok(said.filter(([label]) => label.startsWith('Cách tính')).length > 5, 'the derivation step by step')
  assert.ok(copy.records('ledger').some((record) => record.said.some(([label, value]) => label === 'Người xem' && value === 'Võ Thị Tổ')), 'who read the record')
  assert.ok(copy.records('sessions')[0]?.said.some(([, value]) => value === '10.1.2.3'))

  const others = ['Đặng Thị Bốn', 'Ngô Văn Năm', 'Lý Thị Sáu', 'Mai Văn Bảy', 'Phạm Văn Ân', 'Bùi Thị Tế', 'Hoàng Văn Kinh']
  const secrets = ['khong-duoc-lo', 'Ghi chú thân thích 3315', 'Nhận xét khác 9913', 'Bận việc 7720']
  for (const secret of [...others, ...secrets]) assert.ok(!copy.text.includes(secret), `${secret} is not in the copy`)
  for (const [person, id] of Object.entries(people)) if (!['clerk', 'officeHead', 'chair', 'officer'].includes(person)) assert.ok(!copy.text.includes(id), `${person} is not in the copy by id`)

  for (const points of unnamed) assert.ok(!copy.says(points) && !copy.says(String(Number(points) + 70)), `${points} of an unnamed rater is nobody’s`)

  const entry = (await ledgerOf(server, commune.tenantId)).at(-1)
  assert.deepEqual([entry?.action, entry?.person_id], ['personal-data.own-copy.taken', people.clerk])
  const { items } = await as.clerk.call(ledgerRoutes.recordReadings, { query: {} })
  assert.ok(items.every((item) => item.action !== 'personal-data.own-copy.taken'), 'taking one’s own copy is no reading by others')

  // The result that was made known is not changed on request: the way is the petition.
  const asked = async (recordId: string | null) => (await as.clerk.call(requestRoutes.fileRequest, { body: { kind: 'correction', recordClass: 'results', recordId, reason: 'Điểm sai' } })).requestId
  for (const requestId of [await asked(copy.records('results')[0]?.id ?? ''), await asked(null)]) {
    const answer = { params: { requestId }, body: { version: 1, answer: 'Gửi kiến nghị', ground: 'Nghị định 335/2025/NĐ-CP, Điều 22' } }
    await assert.rejects(as.officer.call(requestRoutes.answerRequest, { ...answer, body: { ...answer.body, verdict: 'accept' } }), refused('personal-data.request.settled-record', { way: 'petition' }))
    await as.officer.call(requestRoutes.answerRequest, { ...answer, body: { ...answer.body, verdict: 'refuse' } })
  }
  assert.deepEqual((await as.clerk.call(requestRoutes.myRequests, { query: {} })).items.map((item) => [item.status, item.way]), [['refused', 'petition'], ['refused', 'petition'], ['filed', 'organisation']])
})

test('the list on the screen names the same records, and somebody else’s list has others', async () => {
  const commune = await smallCommune(server)
  const mine = await commune.as.clerk.call(ownDataRoutes.ownData, {})
  const theirs = await commune.as.typist.call(ownDataRoutes.ownData, {})
  const titles = (data: typeof mine, recordClass: OwnClass) => data.classes.find((each) => each.recordClass === recordClass)?.records
  assert.deepEqual(mine.classes.map((each) => each.recordClass), ownClasses)
  assert.equal(titles(mine, 'holdings')?.length, 1)
  assert.notDeepEqual(titles(mine, 'people'), titles(theirs, 'people'))
})
