import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenWords } from '../../domain/prompter/words.ts'
import { placesOf } from './places.ts'
import { actOf } from './prompter-keys.ts'
import type { ScreenLine } from './screen-lines.ts'
import { readSettings, usualSettings, writeSettings } from './settings.ts'

const read = (placeId: string, text: string, from = 0): ScreenLine => ({ part: 'read', placeId, item: 0, changed: false, begins: true, words: writtenWords(text).map((word) => ({ ...word, index: word.index + from })) })

test('a pixel is a block and a word, and a block and a word a pixel, on a narrow screen as on a wide one', () => {
  const lines = [read('a', 'một hai ba bốn'), read('a', 'năm sáu', 4), read('b', 'bảy tám chín mười')]
  const wide = placesOf(lines.map((line, at) => ({ line, top: at * 100, height: 100 })))
  const narrow = placesOf(lines.map((line, at) => ({ line, top: at * 400, height: 400 })))
  assert.deepEqual([wide.at(0), wide.at(30), wide.at(150), wide.at(275), wide.at(9999)], [{ placeId: 'a', word: 0 }, { placeId: 'a', word: 1 }, { placeId: 'a', word: 5 }, { placeId: 'b', word: 3 }, { placeId: 'b', word: 3 }])
  for (let y = 0; y < 300; y += 25) {
    const there = narrow.yOf(wide.at(y)) ?? -1
    assert.deepEqual(narrow.at(there), wide.at(y), `${y}`)
  }
  assert.equal(wide.yOf({ placeId: 'gone', word: 0 }), null)
  assert.deepEqual(wide.nearest(250, (id) => id === 'a'), { placeId: 'a', word: 1_000_000 })
  assert.equal(wide.yOf({ placeId: 'a', word: 1_000_000 }), 200, 'after its last word')
  assert.deepEqual([wide.height, wide.pixelsAWord], [300, 30])
})

test('keys of pedals and remotes act, those of the browser do not', () => {
  const key = (name: string, ctrlKey = false) => actOf({ key: name, ctrlKey, metaKey: false, altKey: false })
  assert.deepEqual([' ', 'B', 'PageDown', 'ArrowUp', '-', 'x'].map((name) => key(name)), ['toggle', 'toggle', 'nextItem', 'faster', 'slower', undefined])
  assert.equal(key('f', true), undefined)
})

test('the address sets a screen, within bounds, and says again what it is set to', () => {
  const set = readSettings(usualSettings, { size: '99', mirror: '1', speed: '5', notes: 'yes', marker: 'x', air: '0' })
  assert.deepEqual([set.size, set.mirrorAcross, set.speed, set.notes, set.marker, set.followAir], [25, true, 20, false, usualSettings.marker, false])
  assert.deepEqual(readSettings(usualSettings, writeSettings(set)), set)
})
