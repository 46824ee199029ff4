import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { Block } from '../story/block.ts'
import { changeKinds, changesOf, type ChangeKind } from './changes.ts'
import type { ScriptContent } from './content.ts'
import { lapsedLevels, lapseRuleOn, lapseRules, type LapseRule } from './lapse.ts'

const today = calendarDate('2026-05-15')
const scriptOf = (...blocks: Block[]): ScriptContent => ({ title: 'Nông thôn mới', column: 'Thời sự', category: null, people: [], blocks })
const spoken = (text: string): Block => ({ id: 'a', kind: 'voice_over', cuttable: false, text })
const kindsOf = (before: ScriptContent, after: ScriptContent): ChangeKind[] => [...new Set(changesOf(before, after).map(({ kind }) => kind))]
/** The kinds of change from one text to the other, and back. */
const kinds = (before: string, after: string): string => {
  const there = kindsOf(scriptOf(spoken(before)), scriptOf(spoken(after))).join(' ')
  assert.equal(kindsOf(scriptOf(spoken(after)), scriptOf(spoken(before))).join(' '), there, `${after} → ${before}`)
  return there
}
const all = (kind: string, pairs: readonly (readonly [string, string])[]): void => assert.deepEqual(pairs.map(([before, after]) => [before, after, kinds(before, after)]), pairs.map(([before, after]) => [before, after, kind]))

test('a slip of the keys, a tone mark, a capital, a stop or a blank is spelling', () => {
  all('spelling', [
    ['nguời dân phấn khởi', 'người dân phấn khởi'],
    ['tại kỳ họp, teho báo cáo', 'tại kỳ họp, theo báo cáo'],
    ['khoá họp', 'khóa họp'],
    ['của Tỉnh Quảng Trị', 'của tỉnh Quảng Trị'],
    ['trong năm 2018. Trong đó có huyện', 'trong năm 2018, trong đó có huyện'],
    ['người dân phấn khởi ', 'người dân, phấn khởi'],
  ])
})

test('another word, a word more or less is wording', () => {
  all('wording', [
    ['xã đã hoàn thành', 'xã sẽ hoàn thành'],
    ['xã không tăng', 'xã tăng'],
    ['huyện tăng', 'huyện giảm'],
    ['công chức', 'côngchức'],
  ])
})

test('any number, date, percent, money, unit or number of a document is a figure, in digits or in words', () => {
  all('figure', [
    ['tăng 7,12% so với', 'tăng 7,21% so với'],
    ['tăng 7,12% so với', 'tăng 7,12 so với'],
    ['thu 2.784 tỷ đồng', 'thu 2.784 triệu đồng'],
    ['thu 2.784 tỷ', 'thu 2784 tỷ'],
    ['được 2 ta lúa', 'được 2 tạ lúa'],
    ['nhiệt độ -5 độ', 'nhiệt độ 5 độ'],
    ['từ 15 - 25 người', 'từ 15 25 người'],
    ['ngày 18/10/2018', 'ngày 19/10/2018'],
    ['theo số 12/2018, tỉnh', 'theo số 12/2019, tỉnh'],
    ['có ba xã', 'có bà xã'],
    ['hai mươi tư', 'hai mươi'],
  ])
  assert.match(kinds('quý IV', 'quý III'), /figure/)
})

test('a name is never a slip of spelling, nor is an abbreviation or the hyphen in a name', () => {
  all('name', [
    ['ông Nguyễn Văn An nói', 'ông Nguyễn Văn Anh nói'],
    ['ông Nguyễn Văn An nói', 'ông Nguyễn An nói'],
    ['tỉnh Bắc Giang', 'tỉnh Nam Định'],
    ['bà Hòa', 'bà Hoà'],
    ['theo UBND xã', 'theo Ubnd xã'],
    ['Thừa Thiên-Huế', 'Thừa Thiên Huế'],
  ])
})

test('each change says its block and the words; one that touches a figure and a name is told as both', () => {
  assert.deepEqual(changesOf(scriptOf(spoken('đến 7% tại huyện')), scriptOf(spoken('đến 8 Mẫu tại huyện'))).map(({ kind, blockId, field }) => ({ kind, blockId, field })), [
    { kind: 'figure', blockId: 'a', field: 'text' },
    { kind: 'name', blockId: 'a', field: 'text' },
  ])
  assert.deepEqual(changesOf(scriptOf(spoken('đến 7% số hộ')), scriptOf(spoken('đến 8% số hộ'))), [{ kind: 'figure', blockId: 'a', field: 'text', before: '7', after: '8' }])
})

const named: Block = { id: 's', kind: 'super', cuttable: false, personId: 'n1', name: 'Hồ Thị Mẫu', title: 'chủ tịch', organisation: 'UBND xã' }
const said: Block = { id: 'p', kind: 'soundbite', cuttable: false, personId: 'n1', inMs: 0, outMs: 9000, inWords: '', outWords: '', verbatim: 'bà con phấn khởi' }
const film: Block = { id: 'f', kind: 'film_start', cuttable: false, mediaId: 'm1' }

test('a super is a name to its last letter; a film and its marks are media; place, kind and cutting are order', () => {
  const from = scriptOf(named, said, film)
  assert.deepEqual(kindsOf(from, scriptOf({ ...named, title: 'chủ tich' }, said, film)), ['name'])
  assert.deepEqual(kindsOf(from, scriptOf(named, { ...said, personId: 'n2' }, film)), ['name'])
  assert.deepEqual(kindsOf(from, scriptOf(named, { ...said, outMs: 8000 }, film)), ['media'])
  assert.deepEqual(kindsOf(from, scriptOf(named, said, { ...film, mediaId: 'm2' })), ['media'])
  assert.deepEqual(kindsOf(from, scriptOf(said, named, film)), ['order'])
  assert.deepEqual(kindsOf(from, scriptOf(named, said, { ...film, cuttable: true })), ['order'])
  assert.deepEqual(kindsOf(scriptOf(spoken('bà con')), scriptOf({ id: 'a', kind: 'presenter_note', cuttable: false, text: 'bà con' })), ['order'])
  assert.ok(kindsOf(from, scriptOf(named, said)).includes('media'))
  assert.ok(kindsOf(from, { ...from, column: 'Kinh tế' }).includes('order'))
})

test('a title a person holds is a name, one change for what went and one for what came', () => {
  const holder = (title: string) => ({ id: 'n1', name: 'Hồ Thị Mẫu', titles: [{ title, organisation: 'xã Suối Đá', from: null, to: null }] })
  const from = { ...scriptOf(), people: [holder('Phó Chủ tịch')] }
  assert.deepEqual(changesOf(from, { ...from, people: [holder('Chủ tịch')] }), [
    { kind: 'name', blockId: null, field: 'people', before: 'Hồ Thị Mẫu, Phó Chủ tịch xã Suối Đá', after: '' },
    { kind: 'name', blockId: null, field: 'people', before: '', after: 'Hồ Thị Mẫu, Chủ tịch xã Suối Đá' },
  ])
})

test('a slip of spelling is for the department to see again, a figure or a name for leadership too', () => {
  const lapsed = (before: string, after: string) => lapsedLevels(changesOf(scriptOf(spoken(before)), scriptOf(spoken(after))), today)
  assert.deepEqual(lapsed('nguời dân', 'người dân'), ['department'])
  assert.deepEqual(lapsed('tăng 7%', 'tăng 8%'), ['department', 'leadership'])
  assert.deepEqual(lapsed('nguời dân tăng 7%', 'người dân tăng 8%'), ['department', 'leadership'])
  assert.deepEqual(lapsed('người dân', 'người dân'.normalize('NFD')), [])
  for (const kind of changeKinds) assert.ok(lapsedLevels([{ kind, blockId: null, field: null, before: '', after: '' }], today).includes('department'), kind)
})

test('the rule is that of the day, the latest that had begun', () => {
  const [ours] = lapseRules
  const strict: LapseRule = { from: calendarDate('2026-07-01'), source: 'station', lapses: { ...ours!.lapses, spelling: ['department', 'leadership'] } }
  const change = { kind: 'spelling', blockId: 'a', field: 'text', before: 'nguời', after: 'người' } as const
  assert.deepEqual(lapsedLevels([change], calendarDate('2026-06-30'), [strict, ...lapseRules]), ['department'])
  assert.deepEqual(lapsedLevels([change], strict.from, [strict, ...lapseRules]), ['department', 'leadership'])
  assert.throws(() => lapseRuleOn([strict], today), RangeError)
})

const words = fc.array(fc.constantFrom('xã', 'tăng', 'Suối', 'Đá', '7,12%', '2.784', 'tỷ', 'IV', '18/10/2018', '12/QĐ-UBND', ',', '-', '(5)', 'không'), { maxLength: 10 }).map((all) => all.join(' '))
const digits = (text: string): string => text.replace(/\P{Nd}+/gu, ' ').trim()
const capitals = (text: string): string => (text.match(/\p{Lu}\p{Ll}*/gu) ?? []).join(' ')

test('no other digits and no other name pass without leadership', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const found = kindsOf(scriptOf(spoken(before)), scriptOf(spoken(after)))
      if (digits(before) !== digits(after)) assert.ok(found.includes('figure'))
      if (capitals(before) !== capitals(after)) assert.ok(found.includes('name'))
      assert.equal(found.length === 0, before === after)
    }),
    { numRuns: 400 },
  )
})
