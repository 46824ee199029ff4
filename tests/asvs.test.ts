import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const states = ['met', 'n.a.', 'not met'] as const

const lines = read('docs/asvs.md')
  .split('\n')
  .flatMap((line) => {
    const [, number = '', asked = '', state = '', where = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, asked, state, where }] : []
  })

// Requirements of levels 1 and 2 by chapter, as the standard's own list has them: 70 and 183.
const byChapter = { 1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9, 13: 13, 14: 9, 15: 13, 16: 16, 17: 7 } as const

test('every requirement of levels 1 and 2 stands there once, in its order, with a state and a place or a reason', () => {
  assert.deepEqual(Object.fromEntries(Object.keys(byChapter).map((chapter) => [chapter, lines.filter(({ number }) => number.startsWith(`${chapter}.`)).length])), byChapter)
  assert.equal(lines.length, 253)
  const places = lines.map(({ number }) => number.split('.').reduce((sum, part) => sum * 100 + Number(part), 0))
  assert.deepEqual(places, [...new Set(places)].toSorted((a, b) => a - b))
  assert.deepEqual(lines.filter(({ asked, state, where }) => asked === '' || where === '' || !(states as readonly string[]).includes(state)), [])
})

test('every test and file that is named exists', () => {
  const named = [...read('docs/asvs.md').matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.\w+|\.[a-z]+\.json)`/g)].map(([, file]) => file ?? '')
  assert.ok(named.length > 150, `${named.length} files are named`)
  assert.deepEqual([...new Set(named)].filter((file) => !existsSync(path.join(root, file))), [])
})

test('the figures on the page of security are those of the table', () => {
  const [met, none, missing] = states.map((state) => lines.filter((line) => line.state === state).length)
  assert.ok(read('docs/security.md').includes(`${met} met, ${none} not applicable, ${missing} not met`), `${met} met, ${none} not applicable, ${missing} not met`)
})
