import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { defaultDictionary, dictionaryOf } from '../speech/index.ts'
import { keptUntil } from './retention.ts'
import { foldAsked, readAsked, readPhrase, searchLine, tsqueryOf } from './search-words.ts'
import { searchedParts } from './searched-parts.ts'
import { snippetOf } from './snippet.ts'

const day = calendarDate

test('words are letters and digits; signs and marks of writing say nothing', () => {
  assert.equal(searchLine('Nghị quyết 18-NQ/TW: “Đổi mới”, 7,12%'), 'nghị quyết 18 nq tw đổi mới 7 12')
  assert.equal(searchLine('Chi bo\u0323\u0302'), searchLine('Chi bộ'))
})

test('what somebody looks for is words, and phrases between quotation marks; nothing they type reaches the question as a sign', () => {
  assert.deepEqual(readAsked('chi bộ "Suối Đá"'), [['chi'], ['bộ'], ['suối', 'đá']])
  assert.equal(tsqueryOf(foldAsked(readAsked('“Suối Đá” thôn')), 'CD'), "suoi:CD <-> da:CD & thon:CD")
  assert.deepEqual(readAsked(' !&|:*\'" '), [])
  assert.deepEqual(readPhrase('xã  Suối Đá!'), [['xã', 'suối', 'đá']])
})

test('a story is looked in by its parts: its head, names, soundbites and what is read, also as it is said', () => {
  const parts = searchedParts(
    {
      title: 'Chi bộ thôn',
      column: 'Xây dựng Đảng',
      category: null,
      people: [{ id: 'p', name: 'Hồ Thị Mẫu', titles: [{ title: 'Bí thư', organisation: 'chi bộ', from: null, to: null }] }],
      blocks: [
        { id: '1', cuttable: false, kind: 'lead_in', text: 'Kết nạp 15 đảng viên.' },
        { id: '2', cuttable: false, kind: 'soundbite', personId: 'p', inMs: 0, outMs: 1, inWords: 'Chúng tôi', outWords: 'phấn khởi', verbatim: 'Chúng tôi rất phấn khởi' },
        { id: '3', cuttable: false, kind: 'presenter_note', text: 'Đọc chậm' },
      ],
    },
    dictionaryOf(defaultDictionary),
  )
  assert.equal(parts.head, 'chi bộ thôn xây dựng đảng')
  assert.equal(parts.beside, 'hồ thị mẫu bí thư chi bộ đọc chậm')
  assert.equal(parts.soundbites, 'chúng tôi rất phấn khởi')
  assert.equal(parts.said, 'kết nạp 15 đảng viên mười lăm')
})

test('the words around a hit, with exact words before those that differ by marks', () => {
  const text = 'Một hai ba bốn năm sáu bảy tám. Thôn Đông có chi bộ mới; đồng chí bí thư nói vậy.'
  assert.deepEqual(snippetOf(text, readAsked('chi bộ')).filter(({ hit }) => hit).map(({ text: words }) => words), ['chi bộ'])
  assert.equal(snippetOf(text, readAsked('chi bộ')).map(({ text: words }) => words).join(''), '… sáu bảy tám. Thôn Đông có chi bộ mới; đồng chí bí thư nói vậy.')
  assert.deepEqual(snippetOf(text, readAsked('dong')).filter(({ hit }) => hit).map(({ text: words }) => words), ['Đông', 'đồng'])
  assert.deepEqual(snippetOf(text, readAsked('không có')).filter(({ hit }) => hit).map(({ text: words }) => words), ['có'])
  assert.deepEqual(snippetOf(text, readAsked('xyz')), [])
})

test('what aired is kept by the rule of the day it aired: six months from the first airing, later from every one, and none before there was a rule', () => {
  assert.equal(keptUntil([]), null)
  assert.equal(keptUntil([day('2016-05-01')]), null)
  assert.deepEqual([keptUntil([day('2018-08-31')])?.until, keptUntil([day('2018-08-31')])?.confidence], ['2019-02-28', 'secondary'])
  assert.equal(keptUntil([day('2019-01-10'), day('2018-08-31')])?.until, '2019-02-28', 'a repeat asked for no more then')
  assert.deepEqual([keptUntil([day('2018-08-31'), day('2026-11-20')])?.until, keptUntil([day('2026-11-20')])?.confidence], ['2027-05-20', 'unverified'])
})
