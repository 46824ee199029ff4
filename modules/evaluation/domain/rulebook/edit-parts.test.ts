import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { addGroupLike, addLevel, partIdOf, partsOfGroup, removeGroup, removeLevel, removeRater, writeWeight } from './edit-parts.ts'
import { readSource } from './edit-source.ts'

const read = (name: string) => readFileSync(new URL(`../../rulebooks/${name}.yaml`, import.meta.url), 'utf8')
const school = read('school-20-30-50')
const decree = read('nd-335-2025')
const both = (text: string) => ({ vi: text, en: text })
const comments = (text: string) => [...text.matchAll(/#.*$/gm)].length

interface Written {
  readonly levels: { id: string }[]
  readonly groups: { id: string; parameters?: Record<string, string> }[]
  readonly raters: { id: string; counts: string | boolean; whenMissing: string }[]
  readonly rating: { bands: { level: string; from: string }[] }
  readonly scores: { parts: { weights: Record<string, string> }[] }
  readonly examples: unknown[]
}
const written = (text: string) => readSource(text).value as unknown as Written

test('a part gets an id that formulas can write, its own also when two are called alike', () => {
  assert.equal(partIdOf('Vi phạm đạo đức nhà giáo', []), 'vi_pham_dao_duc_nha_giao')
  assert.equal(partIdOf('20 điểm', ['muc_20_diem']), 'muc_20_diem_2')
  assert.equal(partIdOf('???', []), 'muc')
})

test('a new level stands where its points belong, with its threshold; taken away, both go', () => {
  const text = addLevel(school, both('Khá'), '60')
  assert.deepEqual(written(text).levels.map((level) => level.id), ['excellent', 'good', 'kha', 'completed', 'not_completed'])
  assert.deepEqual(written(text).rating.bands.map((band) => [band.level, band.from]), [['excellent', '90'], ['good', '70'], ['kha', '60'], ['completed', '50'], ['not_completed', '0']])
  assert.deepEqual(written(removeLevel(text, 2)), written(school))
})

test('a group like another is served by everything written for that one, and taken away leaves the text as it was', () => {
  const text = addGroupLike(decree, both('Hợp đồng lao động'), 'leader')
  const named = (source: string, group: string) => [...source.matchAll(/groups: \[([^\]]*)\]/g)].filter(([, inside]) => inside?.split(', ').includes(group)).length
  assert.ok(named(decree, 'leader') > 3)
  assert.equal(named(text, 'hop_dong_lao_dong'), named(decree, 'leader'))
  assert.deepEqual(written(text).groups.at(-1)?.parameters, written(decree).groups.find((group) => group.id === 'leader')?.parameters)
  assert.equal(comments(text), comments(decree))
  assert.deepEqual(written(removeGroup(text, written(text).groups.length - 1)), written(decree))
})

test('with a group goes what was only its own, and its examples', () => {
  const index = written(decree).groups.findIndex((group) => group.id === 'leader')
  const counted = partsOfGroup(written(decree), 'leader')
  assert.ok(counted.only > 0 && counted.examples > 0)
  const text = removeGroup(decree, index)
  assert.deepEqual(partsOfGroup(written(text), 'leader'), { only: 0, examples: 0 })
  assert.doesNotMatch(text, /groups: \[[^\]]*\bleader\b/)
  assert.equal(written(text).examples.length, written(decree).examples.length - counted.examples)
})

test('a rater counts as soon as a weight is written, and no longer when it is taken away', () => {
  const changed = writeWeight(school, 0, 'group', null)
  assert.deepEqual(written(changed).raters.map((rater) => String(rater.counts)), ['true', 'false', 'true'])
  const again = writeWeight(changed, 0, 'group', { exact: '0.35' })
  assert.equal(written(again).scores.parts[0]?.weights['group'], '0.35')
  assert.deepEqual(written(again).raters, written(school).raters)
  const removed = removeRater(school, 1)
  assert.deepEqual(Object.keys(written(removed).scores.parts[0]?.weights ?? {}), ['self', 'council'])
  assert.deepEqual(written(removed).raters.map((rater) => rater.id), ['self', 'council'])
})
