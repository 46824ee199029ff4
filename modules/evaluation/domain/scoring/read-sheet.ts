import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import type { Judgement } from '../rulebook/compiled-rulebook.ts'
import { criteriaOf, keysOf } from '../rulebook/scope.ts'
import { exact, type GroupPlan } from './plan.ts'
import { scoresPlan, type ScoresPlan } from './plan-scores.ts'
import { quote, type Problems } from './problems.ts'
import { placeOf, readCells, type Cell } from './read-cells.ts'
import { readCriteria } from './read-criteria.ts'
import { readScores, type RaterSheets } from './read-scores.ts'
import { listReader, lookup, numberReader, readKeyed, readList, toRational, type ListReader, type Reader } from './read-value.ts'
import { missingInput, type Frame } from './value.ts'

/** A list of the sheet; a keyed one has its keys and the slot that holds the key (-1: no formula reads it). */
interface SheetList {
  readonly reader: ListReader
  readonly keys: readonly string[]
  readonly keySlot: number
}

interface SheetReaders {
  readonly judgements: ReadonlyMap<string, Cell>
  readonly raters: ReadonlyMap<string, Cell>
  readonly lists: ReadonlyMap<string, SheetList>
  /** Everything a sheet may say. */
  readonly keys: ReadonlySet<string>
  /** Known to the rulebook but not for this group. */
  readonly others: ReadonlySet<string>
}

const cache = new WeakMap<GroupPlan, SheetReaders>()
/** Keys of a sheet that are not lists. */
const sheetKeys = ['rulebook', 'group', 'settings', 'criteria', 'judgements', 'raters', 'variants', 'facts']

function readersOf(plan: GroupPlan): SheetReaders {
  const known = cache.get(plan)
  if (known) return known
  const { rulebook, group, sheet } = plan
  const slot = (name: string) => sheet.scope.names.get(name)?.slot ?? -1
  const levels = rulebook.levels.map((level) => level.id)
  const readers: SheetReaders = {
    judgements: new Map(
      rulebook.judgements.filter((j) => slot(`judgements.${j.id}`) >= 0).map((j) => [j.id, { slot: slot(`judgements.${j.id}`), read: judgementReader(j), below: [] }]),
    ),
    raters: new Map(
      rulebook.raters
        .filter((rater) => slot(`raters.${rater.id}`) >= 0)
        .map((rater) => [rater.id, { slot: slot(`raters.${rater.id}`), read: numberReader('0', rulebook.sheet.maximum, false), below: [] }]),
    ),
    lists: new Map(
      rulebook.lists.flatMap((definition) => {
        const list = sheet.scope.lists.get(definition.id)
        if (!list) return []
        const reader = listReader(list, sheet.items.get(list.id) ?? [], definition.limit, levels)
        const keySlot = definition.keyedBy === null ? -1 : (list.names.get(definition.keyedBy)?.slot ?? -1)
        return [[definition.id, { reader, keys: keysOf(definition, group).map((each) => each.key), keySlot }] as const]
      }),
    ),
    keys: new Set([...sheetKeys, ...(rulebook.scores === null ? [] : ['scores']), ...rulebook.lists.map((list) => list.id)]),
    others: new Set(rulebook.judgements.map((j) => `judgements.${j.id}`).filter((name) => !sheet.scope.names.has(name))),
  }
  cache.set(plan, readers)
  return readers
}

function judgementReader(judgement: Judgement): Reader {
  const allowed = judgement.values.map((value) => exact(value.value))
  const expected = judgement.values.map((value) => rational.toShortest(exact(value.value))).join(' | ')
  return (raw, problems, key) => {
    const value = toRational(raw)
    const found = value === null ? undefined : allowed.find((each) => rational.equals(each, value))
    if (found === undefined) problems.add(key, `${judgement.name.vi}: không nhận giá trị ${quote(raw)}`, expected)
    return found
  }
}

function readVariants(plan: GroupPlan, raw: unknown, problems: Problems): void {
  if (raw === undefined || raw === null) return
  problems.at('')
  if (!isRecord(raw)) {
    problems.add('variants', `${quote(raw)} không phải là nhóm giá trị`, '{ … }')
    return
  }
  if (Object.keys(raw).length === 0) return
  problems.at('variants')
  const criteria = new Map(criteriaOf(plan.rulebook.criteria, plan.group).map((criterion) => [criterion.code, criterion]))
  for (const key in raw) {
    const variants = lookup(criteria, key)?.variants ?? []
    if (!variants.some((variant) => variant.id === raw[key])) {
      problems.add(key, `Không có phương án ${quote(raw[key])}`, variants.map((variant) => variant.id).join(' | ') || 'tiêu chí có phương án')
    }
  }
}

export interface SheetInput {
  /** What was given for another group; not counted. */
  readonly unused: readonly string[]
  /** The sheets of several raters, to be combined; null when the criteria are in the frame. */
  readonly raters: readonly RaterSheets[] | null
}

/** Reads criteria or the raters' sheets, judgements and lists into a frame that already holds settings and facts. */
export function readSheet(plan: GroupPlan, input: Readonly<Record<string, unknown>>, frame: Frame, problems: Problems): SheetInput {
  const readers = readersOf(plan)
  const scores = scoresPlan(plan)
  const unused: string[] = []
  problems.at('')
  for (const key in input) if (!readers.keys.has(key)) problems.add(key, `Không có mục ${quote(key)}`, [...readers.keys].join(' | '))
  const raters = scores && !givesCombined(scores, input, problems) ? readScores(plan, scores, input['scores'], frame, problems, unused) : null
  if (raters === null) readCriteria(plan, input['criteria'], placeOf('criteria'), frame, problems, unused)
  readCells(readers.judgements, input['judgements'], placeOf('judgements'), frame, problems, readers.others, unused)
  readCells(readers.raters, input['raters'], placeOf('raters'), frame, problems, readers.others, unused)
  readVariants(plan, input['variants'], problems)
  for (const [id, { reader, keys, keySlot }] of readers.lists) {
    const given = input[id]
    frame.lists[reader.list.index] = keys.length > 0 ? readKeyed(reader, keys, keySlot, given, id, problems) : readList(reader, given, id, problems)
  }
  fillRaters(plan, readers.raters, frame)
  return { unused, raters }
}

/** Points already combined in place of the raters' sheets, where the rulebook accepts them; never both. */
function givesCombined(scores: ScoresPlan, input: Readonly<Record<string, unknown>>, problems: Problems): boolean {
  const [combined, separate] = [input['criteria'] ?? null, input['scores'] ?? null]
  if (combined === null) return false
  problems.at('')
  if (!scores.rules.acceptsCombined) problems.add('criteria', 'Bộ quy định này có nhiều người chấm: cho điểm theo từng người chấm', `scores: { ${[...scores.raters.keys()].join(', ')} }`)
  else if (separate !== null) problems.add('criteria', 'Đã cho điểm theo từng người chấm thì không cho điểm chung', 'một trong hai: criteria | scores')
  return scores.rules.acceptsCombined && separate === null
}

/** The list `raters`: every rater with a weight, its score missing until given. */
function fillRaters(plan: GroupPlan, cells: ReadonlyMap<string, Cell>, frame: Frame): void {
  const list = plan.sheet.scope.lists.get('raters')
  if (!list || cells.size === 0) return
  for (const rater of plan.rulebook.raters) {
    const cell = cells.get(rater.id)
    if (cell && rater.weight !== null) frame.lists[list.index]?.push([frame.slots[cell.slot] ?? missingInput(`raters.${rater.id}`), exact(rater.weight)])
  }
}
