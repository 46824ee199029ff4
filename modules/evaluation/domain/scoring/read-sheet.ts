import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Criterion, Judgement } from '../rulebook/compiled-rulebook.ts'
import { criteriaOf, keysOf } from '../rulebook/scope.ts'
import { exact, type GroupPlan } from './plan.ts'
import { quote, type Problems } from './problems.ts'
import { isRecord, listReader, lookup, numberReader, readKeyed, readList, toRational, type ListReader, type Reader } from './read-value.ts'
import { Missing, missingInput, type Frame } from './value.ts'

interface Cell {
  readonly slot: number
  readonly read: Reader
  /** Slots below this node: a total and its parts may not both be given. */
  readonly below: readonly number[]
}

/** A list of the sheet; a keyed one has its keys and the slot that holds the key (-1: no formula reads it). */
interface SheetList {
  readonly reader: ListReader
  readonly keys: readonly string[]
  readonly keySlot: number
}

interface SheetReaders {
  readonly criteria: ReadonlyMap<string, Cell>
  readonly judgements: ReadonlyMap<string, Cell>
  readonly raters: ReadonlyMap<string, Cell>
  readonly lists: ReadonlyMap<string, SheetList>
  /** Known to the rulebook but not for this group. */
  readonly others: ReadonlySet<string>
}

const cache = new WeakMap<GroupPlan, SheetReaders>()
/** Keys of a sheet that are not lists. */
const sheetKeys = new Set(['rulebook', 'group', 'settings', 'criteria', 'judgements', 'raters', 'variants', 'facts'])

function readersOf(plan: GroupPlan): SheetReaders {
  const known = cache.get(plan)
  if (known) return known
  const { rulebook, group, sheet } = plan
  const slot = (name: string) => sheet.scope.names.get(name)?.slot ?? -1
  const levels = rulebook.levels.map((level) => level.id)
  const mine = criteriaOf(rulebook.criteria, group)
  const allNames = [...rulebook.groups.flatMap((each) => criteriaOf(rulebook.criteria, each.id)).map((c) => `criteria.${c.code}`), ...rulebook.judgements.map((j) => `judgements.${j.id}`)]
  const readers: SheetReaders = {
    criteria: new Map(
      mine.map((criterion) => [
        criterion.code,
        {
          slot: slot(`criteria.${criterion.code}`),
          read: criterionReader(criterion),
          below: criteriaOf(criterion.children, group).map((child) => slot(`criteria.${child.code}`)),
        },
      ]),
    ),
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
    others: new Set(allNames.filter((name) => !sheet.scope.names.has(name))),
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

/** The step of a criterion under these settings; null = any value. */
function stepOf(criterion: Criterion, plan: GroupPlan): ((frame: Frame) => Rational) | null {
  const scoring = criterion.scoring
  if (scoring.kind === 'points' && scoring.stepSetting !== null) {
    const slot = plan.sheet.scope.names.get(`settings.${scoring.stepSetting}`)?.slot ?? -1
    return (frame) => frame.slots[slot] as Rational
  }
  const step = scoring.kind === 'points' || scoring.kind === 'bonus' || scoring.kind === 'deduction' ? scoring.step : null
  if (step === null) return null
  const value = exact(step)
  return () => value
}

function criterionReader(criterion: Criterion): Reader {
  const { scoring } = criterion
  const max = exact(criterion.max)
  const points = numberReader('0', criterion.max, false)
  if (scoring.kind === 'sum') {
    if (criterion.acceptsTotal) return points
    return refuseReader('chỉ được cộng từ các tiêu chí con', criterion.children.map((child) => child.code).join(' | '))
  }
  if (scoring.kind === 'computed') return refuseReader('được tính, không nhập', 'không nhập')
  if (scoring.kind === 'yes_no') {
    return (raw, problems, key) => {
      if (typeof raw === 'boolean') return raw ? max : rational.zero
      const value = toRational(raw)
      if (value !== null && (rational.isZero(value) || rational.equals(value, max))) return value
      problems.add(key, `Tiêu chí chỉ nhận đạt hoặc không đạt, không nhận ${quote(raw)}`, `true | false | 0 | ${rational.toShortest(max)}`)
      return undefined
    }
  }
  if (scoring.kind === 'levels') {
    const byName = new Map(scoring.levels.map((level) => [level.value, exact(level.points)]))
    return (raw, problems, key) => {
      const named = typeof raw === 'string' ? lookup(byName, raw) : undefined
      const value = named ?? toRational(raw)
      const found = value === null ? undefined : [...byName.values()].find((each) => rational.equals(each, value))
      if (found === undefined) problems.add(key, `Không có mức ${quote(raw)}`, scoring.levels.map((level) => level.value).join(' | '))
      return found
    }
  }
  if (scoring.kind === 'snapped') {
    const shares = scoring.percentages.map(exact).sort((a, b) => rational.compare(b, a))
    const percent = numberReader('0', '100', false)
    return (raw, problems, key) => {
      const value = percent(raw, problems, key) as Rational | undefined
      if (value === undefined) return undefined
      const share = shares.find((each) => rational.compare(each, value) <= 0) ?? rational.zero
      return rational.div(rational.mul(share, max), rational.rational(100))
    }
  }
  return points
}

function refuseReader(why: string, expected: string): Reader {
  return (raw, problems, key) => {
    problems.add(key, `Tiêu chí này ${why}: ${quote(raw)}`, expected)
    return undefined
  }
}

function readCells(cells: ReadonlyMap<string, Cell>, raw: unknown, base: string, frame: Frame, problems: Problems, others: ReadonlySet<string>, unused: string[]): void {
  if (raw === undefined || raw === null) return
  problems.at('')
  if (!isRecord(raw)) {
    problems.add(base, `${quote(raw)} không phải là nhóm giá trị`, '{ … }')
    return
  }
  problems.at(base)
  for (const key in raw) {
    const cell = cells.get(key) ?? lookup(cells, key)
    if (!cell) {
      const name = `${base}.${key.normalize('NFC')}`
      if (others.has(name)) unused.push(name)
      else problems.add(key, `Bộ quy định không có ${quote(key)}`, [...cells.keys()].join(' | '))
      continue
    }
    const given = raw[key]
    if (given === undefined || given === null) continue
    const value = cell.read(given, problems, key)
    if (value !== undefined) frame.slots[cell.slot] = value
  }
}

/** Off-step points, and a total given together with its parts. */
function checkCriteria(plan: GroupPlan, raw: unknown, frame: Frame, problems: Problems): void {
  if (!isRecord(raw)) return
  problems.at('criteria')
  for (const { criterion, cell, step } of checksOf(plan)) {
    const value = frame.slots[cell.slot]
    if (value instanceof Missing) continue
    if (cell.below.length > 0 && cell.below.some((slot) => !(frame.slots[slot] instanceof Missing) && given(slot, plan, frame))) {
      problems.add(criterion.code, 'Đã cho tổng điểm thì không cho thêm điểm từng tiêu chí con', 'một trong hai')
    }
    if (step === null) continue
    const size = step(frame)
    if (!rational.isMultiple(value as Rational, size)) {
      problems.add(criterion.code, `Điểm ${rational.toShortest(value as Rational)} không đúng bước chấm`, `bội số của ${rational.toShortest(size)}`)
    }
  }
}

/** A slot whose value differs from what it held before any input. */
function given(slot: number, plan: GroupPlan, frame: Frame): boolean {
  return frame.slots[slot] !== plan.sheet.template[slot]
}

interface Check {
  readonly criterion: Criterion
  readonly cell: Cell
  readonly step: ((frame: Frame) => Rational) | null
}
const checks = new WeakMap<GroupPlan, Check[]>()

function checksOf(plan: GroupPlan): Check[] {
  const known = checks.get(plan)
  if (known) return known
  const cells = readersOf(plan).criteria
  const made = criteriaOf(plan.rulebook.criteria, plan.group).flatMap((criterion) => {
    const cell = cells.get(criterion.code)
    const step = stepOf(criterion, plan)
    return cell && (cell.below.length > 0 || step) ? [{ criterion, cell, step }] : []
  })
  checks.set(plan, made)
  return made
}

function readVariants(plan: GroupPlan, raw: unknown, problems: Problems): void {
  if (raw === undefined || raw === null) return
  problems.at('')
  if (!isRecord(raw)) {
    problems.add('variants', `${quote(raw)} không phải là nhóm giá trị`, '{ … }')
    return
  }
  problems.at('variants')
  const criteria = new Map(criteriaOf(plan.rulebook.criteria, plan.group).map((criterion) => [criterion.code, criterion]))
  for (const key in raw) {
    const variants = lookup(criteria, key)?.variants ?? []
    if (!variants.some((variant) => variant.id === raw[key])) {
      problems.add(key, `Không có phương án ${quote(raw[key])}`, variants.map((variant) => variant.id).join(' | ') || 'tiêu chí có phương án')
    }
  }
}

/** Reads criteria, judgements, raters and lists into a frame that already holds settings and facts. Returns what was given for another group. */
export function readSheet(plan: GroupPlan, input: Readonly<Record<string, unknown>>, frame: Frame, problems: Problems): string[] {
  const readers = readersOf(plan)
  const unused: string[] = []
  for (const key in input) {
    if (!sheetKeys.has(key) && !readers.lists.has(key)) {
      problems.at('')
      problems.add(key, `Không có mục ${quote(key)}`, [...sheetKeys, ...readers.lists.keys()].join(' | '))
    }
  }
  readCells(readers.criteria, input['criteria'], 'criteria', frame, problems, readers.others, unused)
  checkCriteria(plan, input['criteria'], frame, problems)
  readCells(readers.judgements, input['judgements'], 'judgements', frame, problems, readers.others, unused)
  readCells(readers.raters, input['raters'], 'raters', frame, problems, readers.others, unused)
  readVariants(plan, input['variants'], problems)
  for (const [id, { reader, keys, keySlot }] of readers.lists) {
    const given = input[id]
    frame.lists[reader.list.index] = keys.length > 0 ? readKeyed(reader, keys, keySlot, given, id, problems) : readList(reader, given, id, problems)
  }
  fillRaters(plan, readers.raters, frame)
  return unused
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
