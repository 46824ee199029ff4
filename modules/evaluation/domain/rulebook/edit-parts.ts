import { isMap, isScalar, isSeq, visit, type ParsedNode, type YAMLSeq } from 'yaml'
import { isRecord } from '#kernel/is-record.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { insertIntoSource, readSource, removeFromSource, writeSource, type SourcePath, type SourceValue } from './edit-source.ts'
import type { Bilingual } from './expression.ts'
import { parseYaml } from './read-yaml.ts'

type Rec = Readonly<Record<string, unknown>>

/** The value at a path of a source's plain value. */
export function sourceValue(value: unknown, path: SourcePath): unknown {
  return path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string | number, unknown>)[part] : undefined), value)
}

/** The entries of a list at a path, one for each item that is written; one that is no record is empty, so that places stay. */
export function sourceRecords(value: unknown, path: SourcePath): Rec[] {
  const list = sourceValue(value, path)
  return Array.isArray(list) ? list.map((item) => (isRecord(item) ? item : {})) : []
}

/** An id for a new part from its name, as formulas write it: `Vi phạm đạo đức` → `vi_pham_dao_duc`, numbered while taken. */
export function partIdOf(name: string, taken: readonly unknown[]): string {
  const base = foldVietnamese(name).replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40).replace(/_+$/, '')
  const start = /^[a-z]/.test(base) ? base : `muc_${base}`.replace(/_+$/, '')
  let id = start
  for (let number = 2; taken.includes(id); number += 1) id = `${start}_${number}`
  return id
}

/** A new level (mức xếp loại) with the points it begins at, put where its points belong among the others. */
export function addLevel(text: string, name: Bilingual, from: string): string {
  const { value } = readSource(text)
  const [levels, bands] = [sourceRecords(value, ['levels']), sourceRecords(value, ['rating', 'bands'])]
  const below = bands.findIndex((band) => Number(band['from']) < Number(from))
  const at = below < 0 ? bands.length : below
  const next = levels.findIndex((level) => level['id'] === bands[at]?.['level'])
  const id = partIdOf(name.vi, levels.map((level) => level['id']))
  const ranked = levels.filter((level) => level['ranked'] !== false).length
  const withLevel = insertIntoSource(text, ['levels'], { id, name: { ...name } }, next < 0 ? ranked : next)
  return insertIntoSource(withLevel, ['rating', 'bands'], { level: id, from: { exact: from } }, at)
}

/** Takes a level and its thresholds away; rules that still name it are for the checker to show. */
export function removeLevel(text: string, index: number): string {
  const { value } = readSource(text)
  const id = sourceRecords(value, ['levels'])[index]?.['id']
  const bands = sourceRecords(value, ['rating', 'bands']).flatMap((band, i) => (band['level'] === id ? [i] : []))
  const without = bands.reverse().reduce((left, band) => removeFromSource(left, ['rating', 'bands', band]), text)
  return removeFromSource(without, ['levels', index])
}

/** What belongs to one group alone and goes with it. */
export interface GroupParts {
  readonly only: number
  readonly examples: number
}

/** Counts what {@link removeGroup} would take away besides the group. */
export function partsOfGroup(value: unknown, group: string): GroupParts {
  let only = 0
  const look = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return
    const groups = (at as Rec)['groups']
    if (Array.isArray(groups) && groups.length === 1 && groups[0] === group) only += 1
    else for (const inner of Object.values(at)) look(inner)
  }
  look(value)
  return { only, examples: examplesOf(value, group).length }
}

function examplesOf(value: unknown, group: string): number[] {
  return sourceRecords(value, ['examples']).flatMap((example, i) => (sourceValue(example, ['given', 'group']) === group ? [i] : []))
}

/** A new group of subjects (nhóm đối tượng) that everything written for another one serves too: criteria, formulas, judgements, raters. */
export function addGroupLike(text: string, name: Bilingual, like: string): string {
  const { value } = readSource(text)
  const groups = sourceRecords(value, ['groups'])
  const id = partIdOf(name.vi, groups.map((group) => group['id']))
  const parameters = groups.find((group) => group['id'] === like)?.['parameters']
  const numbers = typeof parameters === 'object' && parameters !== null ? Object.entries(parameters as Rec).map(([key, number]): [string, SourceValue] => [key, { exact: String(number) }]) : []
  const served = splice(text, groupLists(text, like).flatMap(({ list, at }) => {
    const [, end] = list.items[at]?.range ?? []
    if (end === undefined || !list.range) return []
    const indent = ' '.repeat((list.items[0]?.range?.[0] ?? 0) - text.lastIndexOf('\n', (list.items[0]?.range?.[0] ?? 0) - 1) - 3)
    return [{ from: end, to: end, put: list.flow === true ? `, ${id}` : `\n${indent}- ${id}` }]
  }))
  return insertIntoSource(served, ['groups'], { id, name: { ...name }, selector: {}, ...(numbers.length === 0 ? {} : { parameters: Object.fromEntries(numbers) }) })
}

/** The text without a group: what named several groups names the others, what was only its own goes, its examples too. */
export function removeGroup(text: string, index: number): string {
  const { value } = readSource(text)
  const group = String(sourceRecords(value, ['groups'])[index]?.['id'])
  const shared = groupLists(text, group).filter(({ list }) => list.items.length > 1)
  let next = shared.reduce((left, { path, at }) => removeFromSource(left, [...path, at]), text)
  for (const { path } of groupLists(next, group).reverse()) next = removeFromSource(next, ownerOf(path))
  for (const example of examplesOf(readSource(next).value, group).reverse()) next = removeFromSource(next, ['examples', example])
  return removeFromSource(next, ['groups', index])
}

/** The item of a list that a `groups` key restricts: the deepest numbered part of its path. */
function ownerOf(path: SourcePath): SourcePath {
  const last = path.map((part) => typeof part).lastIndexOf('number')
  return last < 0 ? path : path.slice(0, last + 1)
}

interface GroupList {
  readonly path: SourcePath
  readonly list: YAMLSeq<ParsedNode>
  readonly at: number
}

/** Every `groups: [ … ]` that names a group, in the order of the text. */
function groupLists(text: string, group: string): GroupList[] {
  const { doc } = parseYaml(text)
  const found: GroupList[] = []
  if (doc === null) return found
  visit(doc, {
    Pair: (_key, pair, ancestors) => {
      if (!isScalar(pair.key) || pair.key.value !== 'groups' || !isSeq<ParsedNode>(pair.value)) return
      const at = pair.value.items.findIndex((item) => isScalar(item) && item.value === group)
      if (at >= 0) found.push({ path: [...pathOf(ancestors), 'groups'], list: pair.value, at })
    },
  })
  return found
}

function pathOf(ancestors: readonly unknown[]): SourcePath {
  const path: (string | number)[] = []
  ancestors.forEach((node, i) => {
    const next = ancestors[i + 1]
    if (isSeq(node)) path.push(node.items.indexOf(next as never))
    else if (isMap(node) && next !== undefined) {
      const { key } = next as { key: unknown }
      path.push(isScalar(key) ? String(key.value) : '')
    }
  })
  return path
}

function splice(text: string, edits: readonly { readonly from: number; readonly to: number; readonly put: string }[]): string {
  return [...edits].sort((a, b) => b.from - a.from).reduce((left, { from, to, put }) => left.slice(0, from) + put + left.slice(to), text)
}

/**
 * Sets the weight of a rater in one part of `scores`; null takes it away. Whether the rater's points count follows from
 * the weights, and one that counts has to say what its absence means.
 */
export function writeWeight(text: string, part: number, rater: string, weight: SourceValue | null): string {
  const path = ['scores', 'parts', part, 'weights', rater]
  const known = sourceValue(readSource(text).value, path) !== undefined
  const next = weight !== null ? writeSource(text, path, weight) : known ? removeFromSource(text, path) : text
  return countByWeights(next)
}

/** Takes a rater (người chấm) and its weights away. */
export function removeRater(text: string, index: number): string {
  const { value } = readSource(text)
  const id = String(sourceRecords(value, ['raters'])[index]?.['id'])
  const parts = sourceRecords(value, ['scores', 'parts']).flatMap((part, i) => (sourceValue(part, ['weights', id]) === undefined ? [] : [i]))
  const without = parts.reduce((left, part) => removeFromSource(left, ['scores', 'parts', part, 'weights', id]), text)
  return removeFromSource(without, ['raters', index])
}

function countByWeights(text: string): string {
  const { value } = readSource(text)
  const parts = sourceRecords(value, ['scores', 'parts'])
  return sourceRecords(value, ['raters']).reduce((left, rater, i) => {
    const weighted = parts.some((part) => sourceValue(part, ['weights', String(rater['id'])]) !== undefined)
    let next = rater['counts'] === weighted ? left : writeSource(left, ['raters', i, 'counts'], weighted)
    if (weighted && rater['whenMissing'] === 'not_needed') next = writeSource(next, ['raters', i, 'whenMissing'], 'insufficient_data')
    return next
  }, text)
}
