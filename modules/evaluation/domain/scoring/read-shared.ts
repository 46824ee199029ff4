import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import type { Field, Setting } from '../rulebook/compiled-rulebook.ts'
import { periodKinds } from '../rulebook/scope.ts'
import { exact, newFrame, type GroupPlan } from './plan.ts'
import { quote, type Problems } from './problems.ts'
import { fieldReader, listReader, lookup, readList, type Reader } from './read-value.ts'
import type { Frame, Value } from './value.ts'

type Place = (frame: Frame, raw: unknown, problems: Problems, key: string) => void

interface SharedReaders {
  readonly facts: ReadonlyMap<string, Place>
  readonly settings: ReadonlyMap<string, Place>
}

const cache = new WeakMap<GroupPlan, SharedReaders>()

function readersOf(plan: GroupPlan): SharedReaders {
  const known = cache.get(plan)
  if (known) return known
  const { rulebook, sheet } = plan
  const levels = [...rulebook.levels.map((level) => level.id), 'not_rated', 'insufficient_data']
  const readers = {
    facts: new Map(rulebook.facts.map((fact) => [fact.id, placeFact(fact, plan, levels)])),
    settings: new Map(rulebook.settings.map((setting) => [setting.id, placeSetting(setting, sheet.scope.names.get(`settings.${setting.id}`)?.slot ?? -1)])),
  }
  cache.set(plan, readers)
  return readers
}

function placeSetting(setting: Setting, slot: number): Place {
  const numeric = setting.values.every((value) => value.number !== null)
  const values = new Map<string, Value>(setting.values.map((value) => [value.value, numeric ? exact(value.number ?? '') : value.value]))
  return (frame, raw, problems, key) => {
    const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? lookup(values, String(raw)) : undefined
    if (value === undefined) problems.add(key, `Thiết lập không nhận giá trị ${quote(raw)}`, [...values.keys()].join(' | '))
    else frame.slots[slot] = value
  }
}

function placeFact(fact: Field, plan: GroupPlan, levels: readonly string[]): Place {
  if (fact.type === 'list') {
    const list = plan.sheet.scope.lists.get(`facts.${fact.id}`)
    if (!list) throw new Error(`no list facts.${fact.id}`)
    const reader = listReader(list, plan.sheet.items.get(list.id) ?? [], 200, levels)
    return (frame, raw, problems) => {
      frame.lists[list.index] = readList(reader, raw, list.id, problems)
      problems.at('facts')
    }
  }
  const slot = plan.sheet.scope.names.get(`facts.${fact.id}`)?.slot ?? -1
  if (fact.type === 'period') return placePeriod(slot)
  const read: Reader = fieldReader(fact, levels)
  return (frame, raw, problems, key) => {
    const value = read(raw, problems, key)
    if (value !== undefined) frame.slots[slot] = value
  }
}

/** A period by kind ("quarter"), or by date: "2026", "2026-03", "2026-Q1", "2026-H2". The year and the number of the month or quarter go to the next slots. */
function placePeriod(slot: number): Place {
  const kinds = new Set<string>(periodKinds)
  return (frame, raw, problems, key) => {
    const text = String(raw)
    if (kinds.has(text)) {
      frame.slots[slot] = text
      return
    }
    const dated = /^(\d{4})(?:-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/.exec(text)
    if (!dated) {
      problems.add(key, `Không hiểu kỳ ${quote(raw)}`, `${periodKinds.join(' | ')} | 2026 | 2026-03 | 2026-Q1 | 2026-H1`)
      return
    }
    const part = dated[2] ?? ''
    frame.slots[slot] = part === '' ? 'year' : part.startsWith('Q') ? 'quarter' : part.startsWith('H') ? 'half_year' : 'month'
    frame.slots[slot + 1] = rational.rational(Number(dated[1]))
    if (part !== '') frame.slots[slot + 2] = rational.rational(Number(part.replace(/^[QH]/, '')))
  }
}

/** `{ quota: { base } }` and `{ "quota.base" }` are the same setting. */
function flatten(raw: Readonly<Record<string, unknown>>, known: ReadonlyMap<string, unknown>, prefix = ''): [string, unknown][] {
  return Object.keys(raw).flatMap((key): [string, unknown][] => {
    const name = prefix + key
    const value = raw[key]
    return !known.has(name) && isRecord(value) && prefix.length < 100 ? flatten(value, known, `${name}.`) : [[name, value]]
  })
}

/** Reads settings by full or nested name into the frame's first slots. */
function readSettings(plan: GroupPlan, raw: unknown, frame: Frame, problems: Problems): void {
  if (raw === undefined || raw === null) return
  problems.at('')
  if (!isRecord(raw)) {
    problems.add('settings', `${quote(raw)} không phải là nhóm thiết lập`, '{ … }')
    return
  }
  const readers = readersOf(plan).settings
  problems.at('settings')
  for (const [key, value] of flatten(raw, readers)) {
    const place = lookup(readers, key)
    if (!place) problems.add(key, `Không có thiết lập ${quote(key)}`, [...readers.keys()].join(' | '))
    else if (value !== undefined && value !== null) place(frame, value, problems, key)
  }
}

function readFacts(plan: GroupPlan, raw: unknown, frame: Frame, problems: Problems): void {
  if (raw === undefined || raw === null) return
  problems.at('')
  if (!isRecord(raw)) {
    problems.add('facts', `${quote(raw)} không phải là nhóm dữ kiện`, '{ … }')
    return
  }
  const readers = readersOf(plan).facts
  problems.at('facts')
  for (const key in raw) {
    const place = lookup(readers, key)
    if (!place) problems.add(key, `Không có dữ kiện ${quote(key)} trong bộ quy định ${plan.rulebook.id}`, [...readers.keys()].join(' | '))
    else if (raw[key] !== undefined && raw[key] !== null) place(frame, raw[key], problems, key)
  }
}

/** A sheet frame holding settings and facts, which every part of the rulebook shares. */
export function readShared(plan: GroupPlan, input: { readonly settings?: unknown; readonly facts?: unknown }, problems: Problems): Frame {
  const frame = newFrame(plan.sheet)
  readSettings(plan, input.settings, frame, problems)
  readFacts(plan, input.facts, frame, problems)
  return frame
}
