import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chordOf } from './use-hotkeys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('Ctrl on a PC and Command on a Mac are the same chord', () => {
  assert.equal(chordOf(press('s', { ctrlKey: true }), false), 'mod+s')
  assert.equal(chordOf(press('S', { metaKey: true, shiftKey: true }), true), 'mod+s')
})

test('a sign that needs Shift is written as the sign, a named key keeps Shift', () => {
  assert.equal(chordOf(press('?', { shiftKey: true }), false), '?')
  assert.equal(chordOf(press('Tab', { shiftKey: true }), false), 'shift+Tab')
  assert.equal(chordOf(press('ArrowDown', { altKey: true }), false), 'alt+ArrowDown')
})
