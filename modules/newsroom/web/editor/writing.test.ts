import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Block } from '../../domain/story/block.ts'
import { blocksOf } from './blocks-of.ts'
import { changeKind } from './change-kind.ts'
import { choosePerson } from './choose-person.ts'
import { docOf } from './doc-of.ts'
import { joinBackward, joinForward } from './join-blocks.ts'
import { newBlock } from './new-block.ts'
import { digitOf, givenKinds, kindOfDigit } from './next-kind.ts'
import { pastedLines } from './paste-plain.ts'
import { scriptSchema } from './schema.ts'
import { settle } from './settle.ts'
import { showMark } from './show-mark.ts'
import { takeBlocks } from './take-blocks.ts'
import { takeMark } from './type-mark.ts'

let made = 0
const id = () => `b${++made}`
const words = (kind: 'greeting' | 'lead_in' | 'voice_over' | 'closing', text: string): Block => ({ id: id(), kind, cuttable: false, text })
const film = (): Block => ({ id: id(), kind: 'film_start', cuttable: false, mediaId: null })
const question = (text: string, personId: string | null = null): Block => ({ id: id(), kind: 'question', cuttable: false, personId, text })
const soundbite = (verbatim: string, inMs: number | null = null): Block => ({
  id: id(), kind: 'soundbite', cuttable: false, personId: null, inMs, outMs: null, inWords: '', outWords: '', verbatim,
})
const nameSuper = (name: string, title = '', organisation = ''): Block => ({ id: id(), kind: 'super', cuttable: false, personId: null, name, title, organisation })
const unclassified = (text: string, line: number): Block => ({ id: id(), kind: 'unclassified', cuttable: false, text, line })

/** A page with the cursor at the sign `|` of its blocks' words. */
function page(...blocks: Block[]): EditorState {
  const state = EditorState.create({ doc: docOf(scriptSchema, blocks), plugins: [history(), settle()] })
  let at = -1
  state.doc.descendants((node, pos) => {
    if (node.isText && node.text?.includes('|')) at = pos + node.text.indexOf('|')
  })
  if (at < 0) return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)))
  const tr = state.tr.delete(at, at + 1).setMeta('addToHistory', false)
  return state.apply(tr.setSelection(TextSelection.create(tr.doc, at)))
}

function act(state: EditorState, doing: (tr: Transaction) => unknown): EditorState {
  const { tr } = state
  doing(tr)
  return state.apply(tr)
}

/** The page in short: kind and words of each block, with the cursor. */
function shown(state: EditorState): string[] {
  return blocksOf(state.apply(state.tr.insertText('|')).doc).map((block) => {
    if (block.kind === 'film_start') return 'film_start'
    if (block.kind === 'super') return `super ${[block.name, block.title, block.organisation].join('/')}`
    return `${block.kind} ${block.kind === 'soundbite' ? block.verbatim : block.text}`
  })
}

function ids(state: EditorState): string[] {
  return blocksOf(state.doc).map((block) => block.id)
}

test('“Phim:” in an empty block starts the film and goes on in a voice-over; one step takes it back', () => {
  const before = page(words('lead_in', 'Mời quý vị theo dõi.'), words('lead_in', 'Phim|'))
  const after = act(before, (tr) => assert.equal(takeMark(tr, 'film_start'), true))
  assert.deepEqual(shown(after), ['lead_in Mời quý vị theo dõi.', 'film_start', 'voice_over |'])
  let undone = after
  undo(after, (tr) => (undone = after.apply(tr)))
  assert.deepEqual(shown(undone), ['lead_in Mời quý vị theo dõi.', 'lead_in Phim|'])
})

test('“PV:” makes an empty block a question, and the last empty line of a block a question of its own', () => {
  assert.deepEqual(shown(act(page(words('voice_over', 'PV|')), (tr) => takeMark(tr, 'question'))), ['question |'])
  const split = act(page(words('voice_over', 'Năm nay đủ quân số.\nPV|'), words('closing', 'Hết.')), (tr) => takeMark(tr, 'question'))
  assert.deepEqual(shown(split), ['voice_over Năm nay đủ quân số.', 'question |', 'closing Hết.'])
})

test('a mark before other words is only words', () => {
  assert.equal(takeMark(page(words('voice_over', 'PV| đã gặp')).tr, 'question'), false)
  assert.equal(takeMark(page(words('voice_over', 'PV|\nđã gặp')).tr, 'question'), false)
})

test('Ctrl+Enter makes the kind that comes next; whoever is asked answers', () => {
  assert.deepEqual(shown(act(page(words('greeting', 'Kính thưa quý vị!|')), newBlock)), ['greeting Kính thưa quý vị!', 'lead_in |'])
  assert.deepEqual(shown(act(page(words('lead_in', 'Mời xem.|')), newBlock)), ['lead_in Mời xem.', 'film_start', 'voice_over |'])
  const answered = blocksOf(act(page(question('Điểm mới là gì?|', 'p1')), newBlock).doc)
  assert.deepEqual(answered.map((block) => [block.kind, 'personId' in block && block.personId]), [['question', 'p1'], ['soundbite', 'p1']])
})

test('Ctrl+Enter among words cuts them; cut record passages keep their line', () => {
  assert.deepEqual(shown(act(page(words('voice_over', 'Một hai| ba\nbốn')), newBlock)), ['voice_over Một hai', 'soundbite |ba\nbốn'])
  assert.deepEqual(shown(act(page(words('voice_over', 'Một\n|hai')), newBlock)), ['voice_over Một', 'soundbite |hai'])
  assert.deepEqual(shown(act(page(words('lead_in', 'Một |hai')), newBlock)), ['lead_in Một ', 'voice_over |hai'])
  assert.deepEqual(shown(act(page(words('lead_in', 'Một'), words('voice_over', '|hai')), newBlock)), ['lead_in Một', 'film_start', 'voice_over |hai'])
  const cut = act(page(unclassified('Một.| Hai.', 7)), newBlock)
  assert.deepEqual(blocksOf(cut.doc).map((block) => block.kind === 'unclassified' && [block.text, block.line]), [['Một.', 7], ['Hai.', 7]])
  assert.equal(new Set(ids(cut)).size, 2)
})

test('Backspace joins words of one kind and nobody’s words with another’s', () => {
  assert.deepEqual(shown(act(page(words('voice_over', 'Một.'), words('voice_over', '|Hai.')), joinBackward)), ['voice_over Một.\n|Hai.'])
  assert.deepEqual(shown(act(page(soundbite('Một.'), unclassified('|Hai.', 3)), joinBackward)), ['soundbite Một.\n|Hai.'])
  for (const state of [page(soundbite('Một.'), words('voice_over', '|Hai.')), page(soundbite('Một.'), soundbite('|Hai.', 1200)), page(nameSuper('A'), words('closing', '|Hai.'))]) {
    assert.deepEqual(ids(act(state, joinBackward)), ids(state))
  }
  assert.deepEqual(shown(act(page(words('voice_over', 'Một.|'), words('voice_over', 'Hai.')), joinForward)), ['voice_over Một.|\nHai.'])
})

test('Backspace takes empty blocks and film starts away', () => {
  assert.deepEqual(shown(act(page(words('lead_in', 'Một.'), words('voice_over', '|')), joinBackward)), ['lead_in Một.|'])
  const onFilm = act(page(words('lead_in', 'Một.'), film(), words('voice_over', '|Hai.')), joinBackward)
  assert.deepEqual(shown(act(onFilm, joinBackward)), ['lead_in Một.|', 'voice_over Hai.'])
  assert.deepEqual(shown(act(page(words('lead_in', 'Một.|'), film(), words('voice_over', 'Hai.')), joinForward)), ['lead_in Một.|', 'voice_over Hai.'])
})

test('a change of kind keeps the words', () => {
  const kind = (state: EditorState, to: Block['kind']) => shown(act(state, (tr) => changeKind(tr, 0, to)))
  assert.deepEqual(kind(page(words('lead_in', 'Một|')), 'film_start'), ['film_start', 'voice_over Một|'])
  assert.deepEqual(kind(page(words('voice_over', 'A\nB\nC\nD|')), 'super'), ['super A/B/C', 'voice_over D|'])
  assert.deepEqual(kind(page(nameSuper('A|', '', 'C')), 'voice_over'), ['voice_over A|\nC'])
  assert.deepEqual(kind(page(words('voice_over', '|')), 'super'), ['super |//'])
})

test('what a kind does not show comes back with the kind', () => {
  const bite = soundbite('Một', 1200)
  const changed = act(act(page(bite), (tr) => changeKind(tr, 0, 'voice_over')), (tr) => changeKind(tr, 0, 'soundbite'))
  assert.deepEqual(blocksOf(changed.doc), [bite])
})

test('words typed at a film start stand after it', () => {
  const typed = page(film(), words('closing', 'Hết.'))
  const onFilm = typed.apply(typed.tr.setSelection(TextSelection.create(typed.doc, 2)))
  assert.deepEqual(shown(onFilm.apply(onFilm.tr.insertText('T'))), ['film_start', 'voice_over T|', 'closing Hết.'])
})

test('a copied block gets an id of its own, and the copied one keeps its', () => {
  const state = page(words('lead_in', 'Một'), words('voice_over', 'Hai'))
  const { type, attrs, content } = state.doc.child(1)
  const copied = ids(state.apply(state.tr.insert(0, type.create(attrs, content))))
  assert.deepEqual(copied.slice(1), ids(state))
  assert.equal(new Set(copied).size, 3)
  assert.equal(new Set(ids(state.apply(state.tr.insert(0, state.doc.child(1))))).size, 3)
  const foreign = docOf(scriptSchema, [words('closing', 'Tin khác')]).child(0)
  const pasted = state.apply(state.tr.insert(0, foreign).setMeta('paste', true))
  assert.notEqual(ids(pasted)[0], foreign.attrs['id'])
})

test('a page is never without a block', () => {
  const state = page(words('closing', 'Hết.'))
  assert.deepEqual(shown(state.apply(state.tr.delete(0, state.doc.content.size))), ['lead_in |'])
})

test('blocks from outside leave the cursor and untouched blocks alone', () => {
  const first = words('lead_in', 'Một|')
  const state = page(first, words('voice_over', 'Hai'))
  const [lead, voice] = blocksOf(state.doc)
  const other = { ...voice!, text: 'Hai, sửa' } as Block
  const taken = state.apply(takeBlocks(state, scriptSchema, [lead!, other])!)
  assert.deepEqual(shown(taken), ['lead_in Một|', 'voice_over Hai, sửa'])
  assert.ok(blocksOf(taken.doc)[0] === lead && blocksOf(taken.doc)[1] === other)
  assert.equal(takeBlocks(taken, scriptSchema, [{ ...lead! }, other]), null)
})

test('a super takes the titles its person holds on the day', () => {
  const person = { id: 'p1', name: 'Hồ Thị Mẫu', titles: [{ title: 'Chủ tịch UBND', organisation: 'xã Suối Đá', from: null, to: null }] }
  const state = act(page(nameSuper('', 'Cũ')), (tr) => choosePerson(tr, 0, person, '2026-11-23' as never))
  assert.deepEqual(blocksOf(state.doc).map((block) => block.kind === 'super' && [block.personId, block.name, block.title, block.organisation]), [
    ['p1', 'Hồ Thị Mẫu', 'Chủ tịch UBND', 'xã Suối Đá'],
  ])
})

test('pasted text is lines without the empty ones, composed', () => {
  assert.deepEqual(pastedLines('Mo\u0302\u0323t\r\n\r\n  hai\u00a0ba\u000bbốn\n'), ['Một', 'hai ba', 'bốn'])
})

test('each kind a writer gives has its own digit', () => {
  assert.deepEqual(givenKinds.map((kind) => kindOfDigit(digitOf(kind) ?? '')), [...givenKinds])
  assert.deepEqual([digitOf('greeting'), digitOf('voice_over'), digitOf('closing'), digitOf('unclassified')], ['1', '4', '0', null])
})

test('a mark in a film is shown to the tenth, never rounded up', () => {
  assert.deepEqual([showMark(0, 'vi'), showMark(83_499, 'vi'), showMark(3_723_950, 'en')], ['00:00,0', '01:23,4', '1:02:03.9'])
})
