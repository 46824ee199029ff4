import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import type { CampaignId } from '#kernel/id.ts'
import { act, decideAll, evaluationServer, goodPoints, openOctober, putTasks, resultOf, scoreAll, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import { decideUnit, openRound, scoreUnit, actOnRound } from '#tests/setup/unit-rounds.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'

const server = await evaluationServer(import.meta)
const notFound = refused('platform.not-found')

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await extractText(bytes.slice(), { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')
}

async function printed(commune: SmallCommune, campaignId: CampaignId, by: CommunePerson, query: { personId?: string; unitId?: string } = {}): Promise<string> {
  return textOf((await commune.as[by].call(resultRoutes.resultForm, { params: { campaignId }, query })).bytes)
}

/** October decided by the chair: the clerk at 98 points, given as good with a reason. */
async function decided(commune: SmallCommune): Promise<CampaignId> {
  for (const person of ['officeHead', 'divisionHead', 'clerk', 'typist', 'officer', 'engineer'] as const) await putTasks(server, commune, person, [{ assigned: 10, completed: 10, coefficient: '1/1' }])
  const campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  const row = await resultOf(commune, campaignId, 'clerk')
  await commune.as.chair.call(resultRoutes.decide, { params: { campaignId, personId: commune.people.clerk }, body: { version: row.version, level: 'good', reason: 'Giữ tỷ lệ xuất sắc của đơn vị' } })
  return campaignId
}

test('a result is printed with points, steps, level and the decision; the subject reads it once published', async () => {
  const commune = await smallCommune(server)
  const campaignId = await decided(commune)
  const personId = commune.people.clerk
  const chairs = await printed(commune, campaignId, 'chair', { personId })
  for (const part of ['Họ và tên: Nguyễn Thị Ánh', 'Chức vụ, chức danh: Chuyên viên', 'Đơn vị công tác: Văn phòng', 'ngày 31 tháng 10 năm 2026', '335/2025/NĐ-CP ngày 21 tháng 12 năm 2025', 'Điểm tiêu chí chung (tối đa 30) 28,00', 'Tổng điểm tính được 98,00', 'Mức dự kiến: Hoàn thành xuất sắc nhiệm vụ', 'Mức quyết định: Hoàn thành tốt nhiệm vụ', 'Lý do: Giữ tỷ lệ xuất sắc của đơn vị', 'Đồng ý.', 'Trần Văn Chủ']) assert.ok(chairs.includes(part), part)
  const heads = await printed(commune, campaignId, 'officeHead', { personId })
  assert.ok(heads.includes('98,00') && !heads.includes('Giữ tỷ lệ'), 'the superior sees the score, not a decision that is not made known')
  const own = await printed(commune, campaignId, 'clerk', { personId })
  assert.ok(own.includes('Chủ động.') && own.includes('Tổng điểm:....') && !own.includes('98,00') && !own.includes('Đồng ý.'), 'the subject sees the own side only')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Theo kết luận của tập thể lãnh đạo')
  assert.ok((await printed(commune, campaignId, 'clerk', { personId })).includes('Mức quyết định: Hoàn thành xuất sắc nhiệm vụ'))
})

test('one file holds everybody the actor may print, or those of a unit; others find nothing', async () => {
  const commune = await smallCommune(server)
  const campaignId = await decided(commune)
  const all = await printed(commune, campaignId, 'officer')
  for (const name of ['Lê Thị Hạnh', 'Nguyễn Thị Ánh', 'Bùi Thị Tế']) assert.ok(all.includes(`Họ và tên: ${name}`), name)
  const division = await printed(commune, campaignId, 'officer', { unitId: commune.units.KT })
  assert.ok(division.includes('Họ và tên: Bùi Thị Tế') && !division.includes('Họ và tên: Nguyễn Thị Ánh'))
  await assert.rejects(printed(commune, campaignId, 'typist', { personId: commune.people.clerk }), notFound)
  const neighbour = await smallCommune(server)
  await assert.rejects(neighbour.as.officer.call(resultRoutes.resultForm, { params: { campaignId }, query: {} }), notFound)
  const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'evaluation.form.printed').select('data').orderBy('id').execute())
  assert.deepEqual(entries.map((entry) => (entry.data as { form: string; people: number }).people), [6, 2])
})

test('before results the form carries what has been sent', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  await sendSheet(commune.as.clerk, campaignId, commune.people.clerk, 'self', goodPoints)
  const text = await printed(commune, campaignId, 'officeHead', { personId: commune.people.clerk })
  assert.match(text, /Tiêu chí chung 30 28/)
  assert.ok(text.includes('Mức quyết định:....'))
})

test('the result of an organisation is printed for it, its recogniser and the personnel body', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  await scoreUnit(round, as.officeHead, as.chair, units.VP)
  const print = async (by: CommunePerson, unitId?: string) => textOf((await as[by].call(unitRoutes.unitForm, { params: { unitCampaignId: round }, query: unitId === undefined ? {} : { unitId } })).bytes)
  assert.ok((await print('chair', units.VP)).includes('Mức quyết định:....'), 'before the decision')
  await decideUnit(as.chair, round, units.VP, 'excellent')
  const text = await print('chair', units.VP)
  for (const part of ['Tên tập thể, tổ chức: Văn phòng', 'Cơ quan, tổ chức cấp trên: Ủy ban nhân dân xã', 'Tổ chức tự đánh giá', 'Cấp có thẩm quyền công nhận', 'Tổng điểm tính được 92,00', 'Mức quyết định: Hoàn thành xuất sắc nhiệm vụ', 'Số nhiệm vụ được giao']) assert.ok(text.includes(part), part)
  assert.ok(!(await print('officeHead', units.VP)).includes('92,00'), 'the organisation reads it once made known')
  await assert.rejects(print('engineer', units.VP), notFound)
  await assert.rejects(actOnRound(as.officer, round, 'publish'), refused('evaluation.unit.not-all-decided'))
  const all = await print('officer')
  assert.ok(all.includes('Tên tập thể, tổ chức: Phòng Kinh tế') && all.includes('Tên tập thể, tổ chức: Văn phòng'))
})
