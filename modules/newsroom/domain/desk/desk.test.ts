import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { readClock, readLength, showClock, showLength, slotRunsOn } from './slot.ts'
import { longestSlug, slugOf, tidySlug } from './slug.ts'
import { blocksOfTemplate, templateKinds } from './template.ts'

test('a slug is short, without accents, and made from the title until somebody gives another', () => {
  assert.equal(tidySlug('Xây dựng Đảng: Chi bộ thôn đổi mới sinh hoạt'), 'xay-dung-dang-chi-bo-thon-doi-moi-sinh')
  assert.ok(tidySlug('Xây dựng Đảng: Chi bộ thôn đổi mới sinh hoạt').length <= longestSlug)
  assert.equal(tidySlug('  Lũ QUÉT / Đakrông!  '), 'lu-quet-dakrong')
  assert.equal(tidySlug('…'), '')
  assert.equal(slugOf({ slug: '', title: 'Mưa lớn ở Hướng Hóa' }), 'mua-lon-o-huong-hoa')
  assert.equal(slugOf({ slug: 'mua-hh', title: 'Mưa lớn ở Hướng Hóa' }), 'mua-hh')
})

test('a template begins a story with its kinds, its standing words and new ids', () => {
  let next = 0
  const blocks = blocksOfTemplate(templateKinds.map((kind) => ({ kind, text: kind === 'greeting' ? 'Kính chào quý vị và các bạn.' : '' })), () => `b${++next}`)
  assert.deepEqual(blocks.map(({ id, kind }) => [id, kind]), templateKinds.map((kind, at) => [`b${at + 1}`, kind]))
  assert.deepEqual(blocks[0], { id: 'b1', kind: 'greeting', cuttable: false, text: 'Kính chào quý vị và các bạn.' })
  assert.deepEqual(blocks.find(({ kind }) => kind === 'soundbite'), { id: 'b6', kind: 'soundbite', cuttable: false, personId: null, inMs: null, outMs: null, inWords: '', outWords: '', verbatim: '' })
})

test('a slot comes on its weekdays, from its first day to its last', () => {
  const slot = { weekdays: [1, 3], firstDay: calendarDate('2026-11-02'), lastDay: calendarDate('2026-11-18') }
  const runs = (day: string) => slotRunsOn(slot, calendarDate(day))
  assert.deepEqual(['2026-10-28', '2026-11-02', '2026-11-03', '2026-11-18', '2026-11-23'].map(runs), [false, true, false, true, false])
  assert.equal(slotRunsOn({ ...slot, lastDay: null }, calendarDate('2027-01-04')), true)
})

test('times of day and lengths are read as people write them', () => {
  assert.deepEqual(['19:45', '19h45', ' 5:30 ', '00:00', '24:00', '19:60', '1945', ''].map(readClock), [1185, 1185, 330, 0, null, null, null, null])
  assert.equal(showClock(330), '05:30')
  assert.deepEqual(['30', '14:30', "15'", `2'05"`, '0', '1:75', 'nửa giờ', ''].map(readLength), [1800, 870, 900, 125, null, null, null, null])
  assert.equal(showLength(870), '14:30')
})
