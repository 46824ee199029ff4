import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScriptContent } from '../approval/content.ts'
import { defaultDictionary, dictionaryOf, speak } from '../speech/index.ts'
import type { Block } from '../story/block.ts'
import { carryWord, changedWords } from './carry-word.ts'
import { cueWords, minutesSeconds } from './cue-words.ts'
import { promptLines, type PromptChoice, type PromptLine } from './lines.ts'
import { senseGroups } from './sense-groups.ts'
import { speedWithin } from './state.ts'
import { spokenWords, writtenWords } from './words.ts'

const dictionary = dictionaryOf(defaultDictionary, [])
const said = (text: string) => speak(text, dictionary)
const block = (id: string, kind: 'greeting' | 'lead_in' | 'voice_over' | 'presenter_note' | 'graphic' | 'closing', text: string): Block => ({ id, kind, cuttable: false, text })
const content = (blocks: readonly Block[]): ScriptContent => ({ title: 'Tin', column: null, category: null, people: [{ id: 'p', name: 'Hồ Thị Mẫu', titles: [] }], blocks })
const script = content([
  block('a', 'lead_in', 'Năm 2018, chi bộ kết nạp 5 đảng viên.\nMời quý vị theo dõi.'),
  block('n', 'presenter_note', 'Đọc chậm'),
  { id: 'f', kind: 'film_start', cuttable: false, mediaId: null },
  block('v', 'voice_over', 'Thôn Suối Đá hôm nay.'),
  { id: 's', kind: 'soundbite', cuttable: false, personId: 'p', inMs: 1000, outMs: 16_000, inWords: 'Tôi bán', outWords: 'gùi ngô', verbatim: 'Tôi bán được bốn gùi ngô' },
  block('g', 'graphic', 'Biểu đồ'),
  block('c', 'closing', 'Xin cảm ơn.'),
])
const plain: PromptChoice = { voiceOver: false, notes: false, said: null }
const facts = { cutBlocks: [], approved: null, filmMs: 45_000, films: {} }
const shown = (lines: readonly PromptLine[]) => lines.map((line) => (line.part === 'cue' ? `<${line.cue.kind} ${line.cue.ms} ${line.cue.who}>` : `${line.blockId}${line.words[0]?.index}: ${line.words.map((word) => word.text).join(' ')}`))

test('a presenter gets what they read, films and soundbites as cues, and neither notes nor graphics', () => {
  assert.deepEqual(shown(promptLines(script, facts, plain)), ['a0: Năm 2018, chi bộ kết nạp 5 đảng viên.', 'a9: Mời quý vị theo dõi.', '<film 45000 >', '<soundbite 15000 Hồ Thị Mẫu>', 'c0: Xin cảm ơn.'])
})

test('notes, voice-over and the spoken form come when they are asked for, and words keep their numbers', () => {
  assert.deepEqual(shown(promptLines(script, facts, { voiceOver: true, notes: true, said })), [
    'a0: Năm hai nghìn không trăm mười tám, chi bộ kết nạp năm đảng viên.',
    'a9: Mời quý vị theo dõi.',
    'n0: Đọc chậm',
    '<film 45000 >',
    'v0: Thôn Suối Đá hôm nay.',
    '<soundbite 15000 Hồ Thị Mẫu>',
    'c0: Xin cảm ơn.',
  ])
  assert.deepEqual(shown(promptLines(content([block('v', 'voice_over', 'Một.'), block('w', 'voice_over', 'Hai.')]), facts, plain)), ['<voice_over null >'], 'one cue for voice-over that somebody else reads')
})

test('blocks cut to come back on time are not read', () => {
  assert.deepEqual(shown(promptLines(script, { ...facts, cutBlocks: ['a', 's'] }, plain)), ['<film 45000 >', 'c0: Xin cảm ơn.'])
})

test('of several films each start says how long its own is', () => {
  const start = (id: string, mediaId: string | null): Block => ({ id, kind: 'film_start', cuttable: true, mediaId })
  const films = content([start('f', 'm'), start('g', 'n'), start('h', null)])
  assert.deepEqual(shown(promptLines(films, { ...facts, films: { m: 30_000, n: 15_000 } }, plain)), ['<film 30000 >', '<film 15000 >', '<film null >'])
  assert.deepEqual(shown(promptLines(films, { ...facts, cutBlocks: ['g', 'h'] }, plain)), ['<film 45000 >'], 'one that is left is as long as was measured')
})

test('lines changed since the approval are marked, the others are not', () => {
  const approved = content([block('a', 'lead_in', 'Năm 2018, chi bộ kết nạp 6 đảng viên.\nMời quý vị theo dõi.'), block('c', 'closing', 'Xin trân trọng cảm ơn.')])
  const lines = promptLines(script, { ...facts, approved }, plain)
  assert.deepEqual(lines.flatMap((line) => (line.part === 'read' ? [line.changed] : [])), [true, false, true])
  assert.deepEqual([...changedWords('một hai ba', 'một hai bốn ba')], [2])
  assert.deepEqual([...changedWords('', 'một hai')], [0, 1])
  assert.deepEqual([...changedWords('một hai', 'một hai')], [])
})

test('figures, hours and abbreviations are said as one word where several are written', () => {
  const words = (text: string) => spokenWords(text, said(text)).map((word) => `${word.index} ${word.text}`)
  assert.deepEqual(words('Lúc 16 giờ 44, UBND xã'), ['0 Lúc', '1 mười sáu giờ bốn mươi bốn phút,', '4 ủy ban nhân dân', '5 xã'])
  assert.deepEqual(words('Giá 5kg (20%).'), ['0 Giá', '1 năm ki lô gam', '2 (hai mươi phần trăm).'])
  assert.deepEqual(words('Hoà bình'), ['0 Hoà', '1 bình'], 'a tone mark elsewhere is not another word')
})

test('every written word is on a line once, in order', () => {
  const text = 'Chiều nay, tại thôn Suối Đá, chi bộ đã tổ chức lễ kết nạp năm đảng viên mới và trao huy hiệu cho ba đồng chí. Vâng! Hết'
  const groups = senseGroups(writtenWords(text))
  assert.equal(groups.flat().map((word) => word.text).join(' '), text)
  assert.deepEqual(groups.map((group) => group.map((word) => word.text).join(' ')), ['Chiều nay, tại thôn Suối Đá,', 'chi bộ đã tổ chức lễ kết nạp năm đảng viên mới', 'và trao huy hiệu cho ba đồng chí.', 'Vâng!', 'Hết'])
})

test('a place stays with its word when words come and go before it', () => {
  assert.equal(carryWord('một hai ba bốn', 'không một hai ba bốn', 2), 3)
  assert.equal(carryWord('một hai ba bốn', 'hai ba bốn', 2), 1)
  assert.equal(carryWord('một hai ba bốn', 'một hai bốn', 2), 2)
  assert.equal(carryWord('một hai', 'ba bốn', 1), 0)
  assert.deepEqual([speedWithin(7), speedWithin(1000), speedWithin(180.4)], [20, 600, 180])
})

test('a cue sheet has the first and last words heard and the soundbites, without what is cut', () => {
  assert.deepEqual(cueWords(script, []), { inWords: 'Năm 2018, chi bộ kết nạp…', outWords: 'Xin cảm ơn.', film: true, bites: [{ who: 'Hồ Thị Mẫu', ms: 15_000, inWords: 'Tôi bán', outWords: 'gùi ngô' }] })
  assert.deepEqual(cueWords(script, ['a', 'f', 's', 'c']), { inWords: 'Thôn Suối Đá hôm nay.', outWords: 'Thôn Suối Đá hôm nay.', film: false, bites: [] })
  assert.deepEqual(cueWords(content([]), []), { inWords: '', outWords: '', film: false, bites: [] })
  assert.deepEqual([minutesSeconds(45_400), minutesSeconds(725_000)], [`0'45"`, `12'05"`])
})
