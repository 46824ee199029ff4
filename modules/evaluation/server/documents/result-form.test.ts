import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import { parse } from 'yaml'
import { calendarDate } from '#kernel/calendar-date.ts'
import { computeScore, type EngineInput } from '../../domain/compute.ts'
import { periodOf } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { ScoreInput } from '../../domain/scoring/types.ts'
import { shippedRulebook, shippedRulebookIds } from '../rulebook/index.ts'
import { shippedRulebookSource } from '../rulebook/rulebook-library.ts'
import { composeResultForm, type ResultFormInput } from './compose-result-form.ts'
import { levelWords } from './level-table.ts'
import { renderResultForms } from './render-forms.ts'

const at = new Date('2026-12-25T03:00:00Z')
const day = calendarDate('2026-04-05')

interface Example {
  readonly given?: ScoreInput
  readonly expect?: { readonly level?: string }
}

/** The first worked example of a shipped rulebook that ends in a level. */
function ratedExample(id: string): ScoreInput {
  const { examples } = parse(shippedRulebookSource(id) ?? '') as { readonly examples: readonly Example[] }
  const found = examples.find(({ given, expect }) => given !== undefined && expect?.level !== undefined && expect.level !== 'insufficient_data' && expect.level !== 'not_rated')
  assert.ok(found?.given, id)
  return found.given
}

function rulebookOf(id: string): CompiledRulebook {
  const rulebook = shippedRulebook(id)
  assert.ok(rulebook, id)
  return rulebook
}

/** An invented person or organisation with this result, decided as proposed. */
function formInput(rulebook: CompiledRulebook, given: ScoreInput, change: Partial<ResultFormInput> = {}): ResultFormInput {
  const engine: EngineInput = given['months'] === undefined && given['quarters'] === undefined ? { kind: 'sheet', column: 'superior', input: given } : { kind: 'period', input: given as EngineInput['input'] & { group: string } }
  const score = computeScore(rulebook, engine)
  return {
    rulebook,
    issuer: { superiorBody: 'Ủy ban nhân dân xã Cam Lộ', issuingBody: 'Phòng Kinh tế' },
    place: 'Cam Lộ',
    decidedOn: day,
    period: periodOf('quarter', 2026, 1),
    subject: rulebook.subject === 'organisation' ? { kind: 'organisation', name: 'Phòng Kinh tế', above: 'Ủy ban nhân dân xã Cam Lộ' } : { kind: 'person', name: 'Nguyễn Thị Hồng Đào', title: 'Chuyên viên', unit: 'Phòng Kinh tế' },
    asOf: calendarDate('2026-03-31'),
    group: given.group,
    computed: { engine, score },
    sheets: {},
    proposedLevel: null,
    decision: { level: score.level, reason: 'Theo kết luận của tập thể', replaces: false },
    strengths: 'Chủ động tham mưu, hoàn thành việc khó đúng hạn.',
    weaknesses: 'Còn chậm báo cáo.',
    comment: 'Đồng ý với kết quả tự đánh giá.',
    signed: { self: { name: 'Nguyễn Thị Hồng Đào', on: day }, superior: { name: 'Lê Quang Mạnh', on: day }, authority: { name: 'Trần Văn Hải', on: day } },
    verification: { recordId: '0198f3c2-7d1e-7a44-9a3b-2f6d5a1c0e77', shortHash: '7F3A-19C2', set: null },
    ...change,
  }
}

async function printed(...inputs: ResultFormInput[]): Promise<string> {
  const pdf = await renderResultForms(inputs.map(composeResultForm), at)
  return (await extractText(pdf, { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')
}

function assertInOrder(text: string, parts: readonly string[]): void {
  let from = 0
  for (const part of parts) {
    const found = text.indexOf(part, from)
    assert.notEqual(found, -1, `"${part}" must follow ${JSON.stringify(text.slice(Math.max(0, from - 60), from))}`)
    from = found + part.length
  }
}

for (const id of shippedRulebookIds()) {
  test(`${id} prints score, level, conditions and what is not certain`, async () => {
    const rulebook = rulebookOf(id)
    const given = ratedExample(id)
    const input = formInput(rulebook, given)
    const { score } = input.computed ?? assert.fail()
    const text = await printed(input)
    const level = levelWords(rulebook, score.level)
    assertInOrder(text, ['PHIẾU ĐÁNH GIÁ, XẾP LOẠI', rulebook.title.vi, '(Kỳ đánh giá: quý I năm 2026)', rulebook.subject === 'person' ? 'Họ và tên: Nguyễn Thị Hồng Đào' : 'Tên tập thể, tổ chức: Phòng Kinh tế', 'ngày 31 tháng 3 năm 2026', rulebook.document.number, `phiên bản ${rulebook.version}`])
    assertInOrder(text, ['Tổng điểm tính được', score.total?.replace('.', ',') ?? 'Chưa đủ dữ liệu', `Mức dự kiến: ${level}`, 'Điều kiện xem xét', `Mức quyết định: ${level}`, 'Theo kết luận của tập thể', 'Ưu điểm', 'Trần Văn Hải'].filter((part) => part !== 'Ưu điểm' || rulebook.subject === 'person'))
    assert.equal(text.includes('BẢN MẪU MINH HỌA'), rulebook.confidence === 'sample')
    const whole = { primary: null, second_hand: 'Theo nguồn thứ cấp, chưa đối chiếu văn bản gốc', assumed: 'Văn bản không quy định rõ', sample: 'Mẫu minh họa, không phải quy định ban hành' }[rulebook.confidence]
    if (whole !== null) assertInOrder(text, [`${rulebook.title.vi}(1)`, 'Tổng điểm tính được(1)', `Mức dự kiến: ${level}(1)`, `(1) ${whole}`])
    assert.match(text, /Mã hồ sơ: 0198f3c2/)
  })
}

test('Party rulebooks are printed under the heading of the Party, the others under that of Decree 30/2020', async () => {
  const [party, state] = ['366-qd-tw', 'nd-335-2025'].map(rulebookOf)
  assert.ok(party && state)
  const [ofParty, ofState] = [await printed(formInput(party, ratedExample(party.id))), await printed(formInput(state, ratedExample(state.id)))]
  assertInOrder(ofParty, ['PHÒNG KINH TẾ', '*', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Cam Lộ, ngày 05 tháng 4 năm 2026', 'T/M BAN THƯỜNG VỤ'])
  assert.ok(!ofParty.includes('CỘNG HÒA'))
  assertInOrder(ofState, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Cam Lộ, ngày 05 tháng 4 năm 2026', 'XẾP LOẠI'])
  assert.ok(!ofState.includes('ĐẢNG CỘNG SẢN'))
})

test('of raters not named the mean alone is printed, and below the fewest not even that', async () => {
  const rulebook = rulebookOf('six-groups-2018')
  const given = ratedExample('six-groups-2018')
  const codes = ['I.1', 'I.2', 'I.3', 'I.4']
  const scores = { ...given.scores, subordinates: { count: 3 }, peers: { count: 6, mean: { ...meanOf(given), ...Object.fromEntries(codes.map((code) => [code, '37/12'])) } } }
  const text = await printed(formInput(rulebook, { ...given, facts: { ...given.facts, subordinatesAsked: true }, scores }))
  assertInOrder(text, ['bình quân 6 người', '3 người, chưa đủ 5: không lấy bình quân', '3,08'])
})

/** One sheet of the peers of an example as the mean of six. */
function meanOf(given: ScoreInput): Record<string, string> {
  const peers = given.scores?.['peers']
  const first: unknown = Array.isArray(peers) ? peers[0] : peers
  assert.ok(typeof first === 'object' && first !== null)
  return Object.fromEntries(Object.entries(first).map(([code, value]) => [code, String(value)]))
}

test('axes stand with their points, and each reading that was chosen where the text is open', async () => {
  const rulebook = rulebookOf('366-qd-tw')
  const text = await printed(formInput(rulebook, ratedExample('366-qd-tw')))
  assertInOrder(text, ['Trục kết quả trọng tâm', 'Trục 1:', '15', 'Trục 6:', 'Tổng cộng', 'Chỗ văn bản để ngỏ', 'Văn bản không quy định rõ'])
})

test('who may not see the score yet gets the own points and dotted lines', async () => {
  const rulebook = rulebookOf('hcmc-hd-06')
  const given = ratedExample('hcmc-hd-06')
  const text = await printed(formInput(rulebook, given, { computed: null, decision: null, comment: '', decidedOn: null, sheets: { self: { '1.1': '2' } }, signed: { self: { name: 'Nguyễn Thị Hồng Đào', on: day }, superior: { name: null, on: null }, authority: { name: null, on: null } }, verification: null }))
  assertInOrder(text, ['Cá nhân tự đánh giá', '1.1', '2', 'Tổng điểm:....', 'Mức dự kiến:....', 'Mức quyết định:....'])
  assert.ok(!text.includes('Trần Văn Hải') && !text.includes('Điều kiện xem xét'))
})

test('several forms are one file, each on its own page with its own footnotes', async () => {
  const rulebook = rulebookOf('school-20-30-50')
  const given = ratedExample('school-20-30-50')
  const named = (name: string) => formInput(rulebook, given, { subject: { kind: 'person', name, title: 'Giáo viên', unit: 'Tổ Toán' } })
  const text = await printed(named('Nguyễn Văn An'), named('Lê Thị Bình'))
  assertInOrder(text, ['Họ và tên: Nguyễn Văn An', '(1) Mẫu minh họa', 'Họ và tên: Lê Thị Bình', '(1) Mẫu minh họa'])
})
