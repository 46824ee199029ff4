import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { tables } from '#database/tables.ts'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { act, adjust, decideAll, evaluationServer, octoberBody, participantOf } from '#tests/setup/evaluation-campaigns.ts'
import { moreClerks, type Clerk } from '#tests/setup/more-clerks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)

const texts = { strengths: '', weaknesses: '', comment: '', judgements: {}, proposedLevel: null }
/** A sheet of this total: everything but the amount of work at its maximum. */
const sheetOf = (total: number): Record<string, string> => ({ '1': String(total - 70), '2': '30', '3': '15', '4': '15', '5': '10' })

interface Office {
  readonly commune: SmallCommune
  readonly campaignId: CampaignId
  /** The seven of the office, by turns subject and colleague. */
  readonly staff: readonly Clerk[]
}

/** An office of seven under the rules of Đà Nẵng 2014: everybody has six colleagues. Only its staff are scored. */
async function officeOfSeven(): Promise<Office> {
  const commune = await smallCommune(server)
  const more = await moreClerks(server, commune, ['Đặng Thị Bốn', 'Ngô Văn Năm', 'Lý Thị Sáu', 'Mai Văn Bảy'])
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: 'da-nang-2014' } })
  for (const person of ['chair', 'officeHead', 'divisionHead', 'engineer'] as const) await adjust(commune, campaignId, person, { excludedReason: 'Ngoài đợt này' })
  const own = (['clerk', 'typist', 'officer'] as const).map((name) => ({ id: commune.people[name], as: commune.as[name] }))
  return { commune, campaignId, staff: [...own, ...more] }
}

async function send(by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', all: number): Promise<void> {
  const params = { campaignId, personId, rater }
  const { version } = await by.call(sheetRoutes.saveSheet, { params, body: { version: 0, points: sheetOf(all), ...texts, lists: {} } })
  await by.call(sheetRoutes.submitSheet, { params, body: { version } })
}

async function rateColleagues(by: Clerk, { campaignId, staff }: Office, points: (subject: Clerk) => Record<string, string>): Promise<void> {
  const sheets = staff.filter((subject) => subject.id !== by.id).map((subject) => ({ personId: subject.id, points: points(subject) }))
  await by.as.call(raterRoutes.submitUnnamedRatings, { params: { campaignId, kind: 'colleagues' }, body: { sheets, declined: [] } })
}

async function rateAsChair({ commune, campaignId, staff }: Office, all: number): Promise<void> {
  const params = { campaignId, kind: 'superior' }
  for (const { id } of staff) await commune.as.chair.call(raterRoutes.saveRating, { params: { ...params, personId: id }, body: { version: 0, points: sheetOf(all), comment: '' } })
  await commune.as.chair.call(raterRoutes.submitRatings, { params, body: { sheets: staff.map(({ id }) => ({ personId: id, version: 1 })) } })
}

test('a month under the rules of Đà Nẵng 2014: self, six unnamed colleagues, the leader and the superior make one score', async () => {
  const office = await officeOfSeven()
  const { commune, campaignId, staff } = office
  const { items } = await commune.as.officer.call(raterRoutes.listRaters, { params: { campaignId }, query: { search: 'anh' } })
  const clerk = items.find((item) => item.person.id === commune.people.clerk)
  assert.deepEqual(clerk?.raters.map((each) => each.kind).toSorted(), [...Array<string>(6).fill('colleagues'), 'superior'])
  assert.deepEqual(clerk?.raters.filter((each) => each.kind === 'superior').map((each) => each.rater.id), [commune.people.chair])
  await act(commune, campaignId, 'open')

  const seen = await commune.as.typist.call(raterRoutes.getRatings, { params: { campaignId, kind: 'colleagues' } })
  assert.deepEqual([seen.subjects.length, seen.kind.anonymous, seen.canRate], [6, true, true])
  const waits = await commune.as.typist.call(sheetRoutes.myWork, {})
  assert.deepEqual(waits.items.filter((item) => item.kind === 'rate').map((item) => [item.count, item.raterKind?.id]), [[6, 'colleagues']])

  for (const one of staff) {
    await send(one.as, campaignId, one.id, 'self', 90)
    await send(commune.as.officeHead, campaignId, one.id, 'superior', 88)
  }
  await rateAsChair(office, 86)
  await assert.rejects(act(commune, campaignId, 'compile'), refused('evaluation.campaign.raters-waiting', { waiting: 42 }))
  for (const [at, one] of staff.entries()) await rateColleagues(one, office, () => sheetOf(80 + 2 * at))
  const { kinds } = await commune.as.officer.call(raterRoutes.raterProgress, { params: { campaignId } })
  assert.deepEqual(kinds.map((kind) => [kind.id, kind.waiting, kind.submitted]), [['colleagues', 0, 42], ['superior', 0, 7]])

  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  const { rows } = await server.inTenant(commune.tenantId, (tx) => sql<{ exact_total: string; input: { engine: { input: { scores: Record<string, unknown> } } } }>`select exact_total, input from evaluation_result where campaign_id = ${campaignId} and person_id = ${commune.people.clerk}`.execute(tx))
  // The clerk is the first: the six others gave 82, 84 … 92, so 87; with 90, 88 and 86 a quarter each.
  assert.equal(rows[0]?.exact_total, '351/4')
  assert.deepEqual(Object.keys(rows[0]?.input.engine.input.scores ?? {}).toSorted(), ['colleagues', 'leader', 'self', 'superior'])
  assert.deepEqual(rows[0]?.input.engine.input.scores['colleagues'], { count: 6, mean: { '1': '17/1', '2': '30/1', '3': '15/1', '4': '15/1', '5': '10/1', sheet: '87/1' } })
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Theo kết luận của Chủ tịch')
  const mine = await commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })
  assert.equal(mine.row.total, '87.75')
  const { petitionId } = await commune.as.clerk.call(resultRoutes.filePetition, { params: { resultId: mine.row.resultId! }, body: { text: 'Đề nghị xem lại nội dung 1' } })
  await commune.as.chair.call(resultRoutes.answerPetition, { params: { petitionId }, body: { outcome: 'replaced', version: 1, answer: 'Chấp nhận một phần', level: 'excellent', points: { '1': '22' } } })
  // A correction is the leader's: 18 becomes 22 there, a quarter of it here.
  assert.equal((await commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })).row.total, '88.75')
  const text = JSON.stringify(mine.derivation)
  assert.match(text, /Đồng nghiệp/)
  assert.match(text, /6 người/)
  assert.ok(!text.includes('scores.colleagues['), 'no single colleague’s points are in the derivation')
})

test('what one unnamed rater gave is nowhere: in no table, no ledger entry, and not to be guessed from a print', async () => {
  const office = await officeOfSeven()
  const { commune, campaignId, staff } = office
  await act(commune, campaignId, 'open')
  const [first, second, third] = staff as [Clerk, Clerk, Clerk]
  const sentinel = { '1': '17.5', '2': '23.5', '3': '11.5', '4': '9.5', '5': '6.5' }
  await rateColleagues(second, office, () => sheetOf(80))
  await rateColleagues(first, office, () => sentinel)
  await rateColleagues(third, office, () => sheetOf(90))
  const given = [...Object.values(sentinel), '"35/2"', '"47/2"', '"23/2"', '"19/2"', '"13/2"', '"137/2"']
  const holding = async (): Promise<string[]> => {
    const found: string[] = []
    for (const table of Object.keys(tables)) {
      const { rows } = await server.inTenant(commune.tenantId, (tx) => sql<{ text: string }>`select t::text as text from ${sql.table(table)} as t`.execute(tx))
      if (rows.some(({ text }) => given.some((points) => text.includes(points)))) found.push(table)
    }
    return found
  }
  assert.deepEqual(await holding(), [])
  await commune.as.chair.call(raterRoutes.saveRating, { params: { campaignId, kind: 'superior', personId: commune.people.clerk }, body: { version: 0, points: sentinel, comment: '' } })
  assert.deepEqual(await holding(), ['evaluation_rating'], 'the search finds a named sheet with the very same points')
  const { rows: entries } = await server.inTenant(commune.tenantId, (tx) => sql<{ person_id: string; subject_kind: string; data: object; reply: object; request_print: string }>`select person_id, subject_kind, data, reply, request_print from ledger_entry where action = 'evaluation.rating.took-part'`.execute(tx))
  assert.deepEqual(entries.map((entry) => [entry.subject_kind, entry.data, entry.reply]), Array<unknown>(3).fill(['campaign', { kind: 'colleagues' }, { submitted: 6 }]))
  assert.equal(new Set(entries.map((entry) => entry.request_print)).size, 1, 'the print is that of the address, whatever the points')
  const { rows: dates } = await server.inTenant(commune.tenantId, (tx) => sql<{ text: string }>`select distinct row_to_json(r)::text as text from evaluation_rater r where status = 'submitted'`.execute(tx))
  assert.ok(dates.length === 18 && dates.every(({ text }) => !/\d\d:\d\d/.test(text)), 'who took part is kept to the day')
  const { items } = await commune.as.officer.call(raterRoutes.listRaters, { params: { campaignId }, query: {} })
  assert.ok(items.flatMap((item) => item.raters).filter((each) => each.kind === 'colleagues').every((each) => each.status === null && each.version === 0), 'the personnel body sees counts only')
})

test('unnamed points are sent once, for everybody at once, and never after rating has ended', async () => {
  const office = await officeOfSeven()
  const { commune, campaignId, staff } = office
  const params = { campaignId, kind: 'colleagues' }
  const typist = staff[1] as Clerk
  const body = { sheets: staff.filter(({ id }) => id !== typist.id).map(({ id }) => ({ personId: id, points: sheetOf(80) })), declined: [] }
  await assert.rejects(typist.as.call(raterRoutes.getRatings, { params }), refused('platform.not-found'), 'a draft is not known to raters')
  await act(commune, campaignId, 'open')
  await assert.rejects(typist.as.call(raterRoutes.submitUnnamedRatings, { params, body: { ...body, sheets: body.sheets.slice(1) } }), refused('evaluation.rating.incomplete', { people: [commune.people.clerk] }))
  await assert.rejects(typist.as.call(raterRoutes.submitUnnamedRatings, { params, body: { ...body, sheets: body.sheets.map((sheet, at) => (at === 0 ? { ...sheet, points: { '1': '30' } } : sheet)) } }), refused('evaluation.rating.incomplete', { missing: ['2', '3', '4', '5'] }))
  await assert.rejects(typist.as.call(raterRoutes.submitUnnamedRatings, { params, body: { ...body, sheets: body.sheets.map((sheet, at) => (at === 0 ? { ...sheet, points: { ...sheet.points, '1': '30.25' } } : sheet)) } }), refused('evaluation.sheet.bad-points'))
  await assert.rejects(typist.as.call(raterRoutes.submitUnnamedRatings, { params, body: { ...body, sheets: [...body.sheets, { personId: typist.id, points: sheetOf(100) }] } }), refused('platform.not-found'), 'nobody rates themselves')
  await assert.rejects(typist.as.call(raterRoutes.saveRating, { params: { ...params, personId: commune.people.clerk }, body: { version: 0, points: sheetOf(80), comment: '' } }), refused('platform.not-found'), 'unnamed points are never kept as a draft')
  await assert.rejects(commune.as.engineer.call(raterRoutes.submitUnnamedRatings, { params, body }), refused('platform.not-found'))
  const declined = [{ personId: commune.people.clerk, reason: 'Mới về cơ quan, chưa phối hợp' }]
  assert.deepEqual(await typist.as.call(raterRoutes.submitUnnamedRatings, { params, body: { sheets: body.sheets.slice(1), declined } }), { submitted: 5 })
  await assert.rejects(typist.as.call(raterRoutes.submitUnnamedRatings, { params, body }), refused('evaluation.rating.sent'))

  for (const one of staff) {
    await send(one.as, campaignId, one.id, 'self', 90)
    await send(commune.as.officeHead, campaignId, one.id, 'superior', 88)
  }
  await rateAsChair(office, 86)
  await act(commune, campaignId, 'compile', 'Hết thời hạn chấm')
  await act(commune, campaignId, 'return_to_scoring', 'Bổ sung minh chứng')
  await assert.rejects(rateColleagues(staff[2] as Clerk, office, () => sheetOf(100)), refused('evaluation.rating.closed'))
  await act(commune, campaignId, 'compile', 'Hết thời hạn chấm')
  await act(commune, campaignId, 'submit')
  const { rows } = await server.inTenant(commune.tenantId, (tx) => sql<{ exact_total: string; input: object; reasons: { code: string }[] }>`select exact_total, input, reasons from evaluation_result where campaign_id = ${campaignId} and person_id = ${staff[3]?.id}`.execute(tx))
  // One colleague of six: no mean, the weight is shared by 90, 88 and 86.
  assert.equal(rows[0]?.exact_total, '88/1')
  assert.ok(rows[0]?.reasons.some((reason) => reason.code === 'too_few_raters'))
  assert.ok(!JSON.stringify(rows[0]?.input).includes('"mean"'), 'below five the mean is not even handed to the engine')
})

test('two colleagues who send at the same moment are both counted', async () => {
  const office = await officeOfSeven()
  await act(office.commune, office.campaignId, 'open')
  await Promise.all(office.staff.map((one) => rateColleagues(one, office, () => sheetOf(80))))
  const { rows } = await server.inTenant(office.commune.tenantId, (tx) => sql<{ count: number; sums: Record<string, string> }>`select count, sums from evaluation_tally where campaign_id = ${office.campaignId}`.execute(tx))
  assert.deepEqual(rows.map((row) => [row.count, row.sums['sheet']]), Array<unknown>(7).fill([6, '480/1']))
})

test('a named sheet: of two saves at once the second is told what the first left, and after sending nothing changes', async () => {
  const office = await officeOfSeven()
  const { commune, campaignId, staff } = office
  await act(commune, campaignId, 'open')
  const { chair } = commune.as
  const personId = commune.people.clerk
  const params = { campaignId, kind: 'superior', personId }
  const points = sheetOf(80)
  await chair.call(raterRoutes.saveRating, { params, body: { version: 0, points, comment: 'Đạt.' } })
  await assert.rejects(chair.call(raterRoutes.saveRating, { params, body: { version: 0, points: {}, comment: '' } }), refused('evaluation.rating.changed', { personId, current: { version: 1, points, comment: 'Đạt.' } }))
  await assert.rejects(chair.call(raterRoutes.saveRating, { params, body: { version: 1, points: { '1': '31' }, comment: '' } }), refused('evaluation.sheet.bad-points'))
  await assert.rejects(commune.as.officeHead.call(raterRoutes.saveRating, { params, body: { version: 1, points, comment: '' } }), refused('platform.not-found'))
  await assert.rejects(chair.call(raterRoutes.submitUnnamedRatings, { params: { campaignId, kind: 'superior' }, body: { sheets: [{ personId, points }], declined: [] } }), refused('platform.not-found'), 'a named kind is not sent unnamed')
  const second = staff[1]?.id as PersonId
  await assert.rejects(chair.call(raterRoutes.submitRatings, { params: { campaignId, kind: 'superior' }, body: { sheets: [{ personId, version: 1 }, { personId: second, version: 0 }] } }), refused('evaluation.rating.incomplete', { personId: second }))
  await chair.call(raterRoutes.submitRatings, { params: { campaignId, kind: 'superior' }, body: { sheets: [{ personId, version: 1 }] } })
  await assert.rejects(chair.call(raterRoutes.saveRating, { params, body: { version: 2, points, comment: '' } }), refused('evaluation.rating.closed'))
})

test('before opening raters are added and left out with a reason, which survives another resolution', async () => {
  const { commune, campaignId, staff } = await officeOfSeven()
  const { officer } = commune.as
  const personId = commune.people.clerk
  const ratersOf = async () => (await officer.call(raterRoutes.listRaters, { params: { campaignId }, query: { search: 'ánh' } })).items.find((item) => item.person.id === personId)
  const left = staff[3]?.id as PersonId
  const row = (await ratersOf())?.raters.find((each) => each.rater.id === left)
  const place = { campaignId, personId, kind: 'colleagues', raterId: left }
  await assert.rejects(officer.call(raterRoutes.settleRater, { params: place, body: { version: row?.version ?? 0, status: 'excused', reason: '' } }), refused('evaluation.rater.reason-needed'))
  await officer.call(raterRoutes.settleRater, { params: place, body: { version: row?.version ?? 0, status: 'excused', reason: 'Đi học dài hạn' } })
  await officer.call(raterRoutes.addRater, { params: { campaignId, personId }, body: { kind: 'colleagues', raterId: commune.people.engineer, reason: 'Phối hợp thường xuyên' } })
  await assert.rejects(officer.call(raterRoutes.addRater, { params: { campaignId, personId }, body: { kind: 'colleagues', raterId: personId, reason: 'Tự chấm' } }), refused('evaluation.rater.self'))
  await assert.rejects(officer.call(raterRoutes.addRater, { params: { campaignId, personId }, body: { kind: 'superior', raterId: commune.people.divisionHead, reason: 'Thêm' } }), refused('evaluation.rater.one-only'))
  const { version } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  await officer.call(campaignRoutes.resolveAgain, { params: { campaignId }, body: { version } })
  const after = await ratersOf()
  assert.deepEqual(after?.raters.filter((each) => each.adjusted).map((each) => [each.rater.id, each.status, each.reason]).toSorted(), [[left, 'excused', 'Đi học dài hạn'], [commune.people.engineer, 'waiting', 'Phối hợp thường xuyên']].toSorted())
  await assert.rejects(commune.as.officeHead.call(raterRoutes.listRaters, { params: { campaignId }, query: {} }), refused('platform.not-found'), 'who rates whom is for the personnel body')
})

test('a subject without a rater the rules need keeps the campaign from opening, and is named', async () => {
  const commune = await smallCommune(server)
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: 'da-nang-2014' } })
  await adjust(commune, campaignId, 'chair', { excludedReason: 'Do cấp trên đánh giá' })
  // The chair is the direct superior of both heads and head of the using body: nobody is left above for the fourth kind.
  await assert.rejects(act(commune, campaignId, 'open'), refused('evaluation.campaign.raters-missing', { missing: 2 }))
  const { items } = await commune.as.officer.call(raterRoutes.listRaters, { params: { campaignId }, query: { only: 'short' } })
  assert.deepEqual(items.filter((item) => item.short.includes('superior')).map((item) => item.person.id).toSorted(), [commune.people.divisionHead, commune.people.officeHead].toSorted())
})

test('where the rules ask no direct superior a file is scored once the subject has sent it; the layers make the score', async () => {
  const commune = await smallCommune(server)
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: 'school-20-30-50' } })
  for (const person of ['chair', 'officeHead', 'divisionHead', 'engineer', 'typist', 'officer'] as const) await adjust(commune, campaignId, person, { excludedReason: 'Ngoài đợt này' })
  const { items } = await commune.as.officer.call(raterRoutes.listRaters, { params: { campaignId }, query: {} })
  const ratersAs = (kind: string) => items[0]?.raters.filter((each) => each.kind === kind).map((each) => each.rater.id).toSorted()
  assert.deepEqual(ratersAs('group'), [commune.people.typist, commune.people.officer].toSorted())
  assert.deepEqual(ratersAs('council'), [commune.people.chair, commune.people.officeHead, commune.people.divisionHead].toSorted())
  await act(commune, campaignId, 'open')
  const personId = commune.people.clerk
  const sheet = (total: number) => ({ I: '30', II: String(total - 40), III: '10' })
  const { version } = await commune.as.clerk.call(sheetRoutes.saveSheet, { params: { campaignId, personId, rater: 'self' }, body: { version: 0, points: sheet(90), ...texts, lists: {} } })
  assert.equal((await commune.as.clerk.call(sheetRoutes.submitSheet, { params: { campaignId, personId, rater: 'self' }, body: { version } })).status, 'scored')
  for (const [kind, name, total] of [['group', 'typist', 80], ['group', 'officer', 90], ['council', 'chair', 80], ['council', 'officeHead', 84], ['council', 'divisionHead', 88]] as const) {
    await commune.as[name].call(raterRoutes.saveRating, { params: { campaignId, kind, personId }, body: { version: 0, points: sheet(total), comment: '' } })
    await commune.as[name].call(raterRoutes.submitRatings, { params: { campaignId, kind }, body: { sheets: [{ personId, version: 1 }] } })
  }
  await act(commune, campaignId, 'compile')
  const { rows } = await server.inTenant(commune.tenantId, (tx) => sql<{ exact_total: string }>`select exact_total from evaluation_result where campaign_id = ${campaignId}`.execute(tx))
  // 20 % of 90, 30 % of the mean of 80 and 90, 50 % of the mean of 80, 84 and 88.
  assert.deepEqual(rows.map((row) => row.exact_total), ['171/2'])
})

test('declared relatives neither rate nor decide on one another, whoever was named first', async () => {
  const { commune, campaignId } = await officeOfSeven()
  const { officer, clerk } = commune.as
  const { people } = commune
  await officer.call(raterRoutes.declareKinship, { params: { personId: people.typist }, body: { relativeId: people.clerk, relation: 'parent', note: '' } })
  await officer.call(raterRoutes.declareKinship, { params: { personId: people.clerk }, body: { relativeId: people.officeHead, relation: 'spouse', note: '' } })
  await assert.rejects(officer.call(raterRoutes.declareKinship, { params: { personId: people.clerk }, body: { relativeId: people.typist, relation: 'child', note: '' } }), refused('evaluation.kinship.already'))
  await assert.rejects(clerk.call(raterRoutes.listKinships, { params: { personId: people.clerk } }), refused('platform.not-found'))
  const { kinships } = await officer.call(raterRoutes.listKinships, { params: { personId: people.clerk } })
  assert.deepEqual(kinships.map((each) => [each.relative.id, each.relation]).toSorted(), [[people.officeHead, 'spouse'], [people.typist, 'child']].toSorted())
  await assert.rejects(act(commune, campaignId, 'open'), refused('evaluation.campaign.relatives', { relatives: 3 }))
  const { version } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  await officer.call(campaignRoutes.resolveAgain, { params: { campaignId }, body: { version } })
  assert.deepEqual([(await participantOf(commune, campaignId, 'clerk')).superior, (await participantOf(commune, campaignId, 'clerk')).problems], [null, ['no_superior']])
  await assert.rejects(adjust(commune, campaignId, 'clerk', { superiorId: people.officeHead }), refused('evaluation.participant.relative'))
  await assert.rejects(officer.call(raterRoutes.addRater, { params: { campaignId, personId: people.clerk }, body: { kind: 'colleagues', raterId: people.typist, reason: 'Thêm' } }), refused('evaluation.rater.relative'))
  const { items } = await officer.call(raterRoutes.listRaters, { params: { campaignId }, query: { search: 'ánh' } })
  assert.deepEqual(items[0]?.raters.filter((each) => each.status === 'excused').map((each) => [each.rater.id, each.reason]), [[people.typist, 'Quan hệ thân thích đã khai báo']])
})

test('a reminder reaches further raters who have not sent under what waits for them; unnamed ones never singly', async () => {
  const { commune, campaignId, staff } = await officeOfSeven()
  const { officer, chair, clerk, typist } = commune.as
  const params = { campaignId }
  const remind = (by: Caller, kind: string | null, raterId: PersonId | null = null) => by.call(raterRoutes.remindRaters, { params, body: { kind, raterId, text: 'Đề nghị gửi trước thứ Sáu' } })
  const remindedOf = async (by: Caller) => (await by.call(sheetRoutes.myWork, {})).items.filter((item) => item.kind === 'rate').map((item) => [item.raterKind?.id, item.remindedAt !== null])
  await assert.rejects(remind(officer, null), refused('evaluation.campaign.wrong-status'))
  await act(commune, campaignId, 'open')

  const { items } = await officer.call(raterRoutes.listWaitingRaters, { params, query: {} })
  assert.deepEqual(items, [{ kind: 'superior', rater: { id: commune.people.chair, fullName: 'Trần Văn Chủ' }, waiting: 7, submitted: 0, lastReminderAt: null }], 'unnamed raters are not listed')
  await assert.rejects(remind(officer, 'colleagues', commune.people.clerk), refused('evaluation.rater.unknown-kind'))
  await assert.rejects(remind(chair, null), refused('platform.not-found'))
  await assert.rejects(clerk.call(raterRoutes.listWaitingRaters, { params, query: {} }), refused('platform.not-found'))

  assert.deepEqual([await remindedOf(chair), await remindedOf(typist)], [[['superior', false]], [['colleagues', false]]])
  assert.equal((await remind(officer, 'superior', commune.people.chair)).reminded, 1)
  assert.deepEqual([await remindedOf(chair), await remindedOf(typist)], [[['superior', true]], [['colleagues', false]]])
  const [first] = staff as [Clerk]
  await first.as.call(raterRoutes.submitUnnamedRatings, { params: { campaignId, kind: 'colleagues' }, body: { sheets: staff.filter(({ id }) => id !== first.id).map(({ id }) => ({ personId: id, points: sheetOf(80) })), declined: [] } })
  assert.equal((await remind(officer, null)).reminded, 7, 'six colleagues who have not sent, and the chair')
  assert.deepEqual([await remindedOf(first.as), await remindedOf(typist)], [[], [['colleagues', true]]])
  assert.notEqual((await officer.call(raterRoutes.listWaitingRaters, { params, query: {} })).items[0]?.lastReminderAt, null)
  const board = await officer.call(campaignRoutes.listParticipants, { params, query: {} })
  assert.ok(board.items.every((item) => item.lastReminderAt === null), 'a reminder to a rater is about no one file')
})
