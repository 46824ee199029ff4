import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import { ballotRoutes } from '../../contract/ballot-routes.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { minutesRoutes } from '../../contract/minutes-routes.ts'
import { attend, decidingOctober, meetingBody, moveMeeting } from '#tests/setup/council.ts'
import { evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'

const server = await evaluationServer(import.meta)
const commune = await smallCommune(server)
const { as, people } = commune
const campaignId = await decidingOctober(server, commune)

async function held(heading: 'party' | 'state') {
  const { meetingId } = await as.officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: { ...meetingBody(commune), heading, superiorBody: heading === 'party' ? 'Đảng bộ tỉnh Thử' : '', bodyName: heading === 'party' ? 'Đảng ủy xã Thử Nghiệm' : 'Ủy ban nhân dân xã Thử Nghiệm' } })
  await assert.rejects(as.officer.call(minutesRoutes.minutesPdf, { params: { meetingId } }), refused('platform.not-found'), 'no minutes before the meeting')
  await attend(commune, meetingId, ['chair', 'divisionHead', 'clerk', 'engineer', 'officer'])
  await as.officer.call(meetingRoutes.markAttendance, { params: { meetingId, personId: people.officeHead }, body: { version: 1, present: false, absenceReason: 'Đi công tác' } })
  await moveMeeting(commune, meetingId, 'open')
  await as.clerk.call(meetingRoutes.declareConflict, { params: { meetingId, personId: people.clerk }, body: { subjectId: people.typist, reason: 'Chị em họ' } })
  await as.officer.call(meetingRoutes.proposeLevel, { params: { meetingId, personId: people.engineer }, body: { version: 0, level: 'completed', reason: 'Còn hồ sơ trễ hạn & “chưa” <rõ>' } })
  const { questionId } = await as.officer.call(ballotRoutes.openQuestion, { params: { meetingId }, body: { subjectId: people.engineer, title: 'Mức xếp loại của Bùi Thị Tế', method: 'devices', choices: [] } })
  for (const one of ['chair', 'divisionHead', 'clerk'] as const) await as[one].call(ballotRoutes.castBallot, { params: { questionId }, body: { choice: one === 'chair' ? 'good' : 'completed' } })
  await moveMeeting(commune, meetingId, 'close', 'Thống nhất như đề nghị.\nGiao Văn phòng hoàn thiện hồ sơ.')
  return meetingId
}

const wanted = ['BIÊN BẢN', 'Thời gian bắt đầu:', 'Chủ trì: Trần Văn Chủ,', 'Hội nghị kết thúc vào', 'Nguyễn Thị Ánh, nội dung về Phạm Văn Ân (Chị em họ)', 'tháng 10 năm 2026', 'Có mặt 4/5', 'Lê Thị Hạnh (Đi công tác)', 'Không tham gia nội dung này: Bùi Thị Tế', 'Phát ra 3 phiếu, thu về 3 phiếu, hợp lệ 3, không hợp lệ 0', 'Còn hồ sơ trễ hạn & “chưa” <rõ>', 'Giao Văn phòng hoàn thiện hồ sơ.', 'THƯ KÝ', 'CHỦ TRÌ', 'Trần Văn Chủ']

test('the minutes as PDF hold attendance, votes and reasons under the heading the body needs', async () => {
  const textOf = async (heading: 'party' | 'state') => {
    const { bytes } = await as.officer.call(minutesRoutes.minutesPdf, { params: { meetingId: await held(heading) } })
    return (await extractText(bytes, { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')
  }
  const party = await textOf('party')
  for (const words of [...wanted, 'ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG BỘ TỈNH THỬ', 'ĐẢNG ỦY XÃ THỬ NGHIỆM']) assert.ok(party.includes(words), words)
  assert.ok(party.includes('I- Thời gian, địa điểm') && party.includes('V- Kết luận') && party.includes('Số ......-BB/'))
  assert.ok(!party.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA'))
  const state = await textOf('state')
  for (const words of [...wanted, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM']) assert.ok(state.includes(words), words)
  assert.ok(state.includes('I. Thời gian, địa điểm') && state.includes('Số: ....../BB-'))
  assert.ok(!state.includes('ĐẢNG CỘNG SẢN'))
})

test('the minutes as DOCX say the same, for whoever runs the meeting and its secretary only', async () => {
  const meetingId = await held('state')
  const { bytes } = await as.officer.call(minutesRoutes.minutesDocx, { params: { meetingId } })
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/\s+/g, ' ')
  for (const words of wanted) assert.ok(text.includes(words), words)
  assert.ok((await as.chair.call(minutesRoutes.minutesDocx, { params: { meetingId } })).bytes.length > 4000)
  for (const other of [as.clerk, as.typist]) await assert.rejects(other.call(minutesRoutes.minutesDocx, { params: { meetingId } }), refused('platform.not-found'))
})

test('the minutes of a Party body as DOCX stand under the Party’s heading in its sizes, pages numbered from the second on', async () => {
  const { bytes } = await as.officer.call(minutesRoutes.minutesDocx, { params: { meetingId: await held('party') } })
  const files = unzipSync(bytes)
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const runs = [...document.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => ({ text: /<w:t[^>]*>([^<]*)</.exec(run)?.[1] ?? '', bold: run.includes('<w:b/>'), size: /<w:sz w:val="(\d+)"/.exec(run)?.[1] }))
  const of = (text: string) => runs.find((run) => run.text === text)
  assert.deepEqual(of('ĐẢNG CỘNG SẢN VIỆT NAM'), { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', bold: true, size: '30' })
  assert.deepEqual([of('ĐẢNG BỘ TỈNH THỬ')?.bold, of('ĐẢNG ỦY XÃ THỬ NGHIỆM')?.bold, of('*')?.size, of('BIÊN BẢN')?.size], [false, true, '28', '32'])
  assert.ok(of('Số ......-BB/......') !== undefined && of('V- Kết luận') !== undefined)
  assert.ok(document.includes('<w:titlePg/>') && Object.keys(files).some((name) => name.startsWith('word/header')))
})
