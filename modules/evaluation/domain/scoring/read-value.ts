import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Field } from '../rulebook/compiled-rulebook.ts'
import type { ListScope } from '../rulebook/scope.ts'
import { exact } from './plan.ts'
import { quote, type Problems } from './problems.ts'
import { missingInput, type Value } from './value.ts'

/** A number given as number or decimal string; null for anything else. */
export function toRational(raw: unknown): Rational | null {
  if (typeof raw === 'number') return rational.fromNumber(raw)
  return typeof raw === 'string' ? rational.parseRational(raw) : null
}

/** Looks a key up as written, then in NFC, so that a decomposed key finds its name. */
export function lookup<T>(names: ReadonlyMap<string, T>, key: string): T | undefined {
  return names.get(key) ?? names.get(key.normalize('NFC'))
}

/** Reads one value; undefined after a problem was reported. */
export type Reader = (raw: unknown, problems: Problems, key: string) => Value | undefined

/** Text of the bounds of a number, for `expected`. */
export function boundsText(min: string | null, max: string | null, integer: boolean): string {
  const kind = integer ? 'số nguyên' : 'số'
  const show = (text: string) => rational.toShortest(exact(text))
  if (min !== null && max !== null) return `${kind} từ ${show(min)} đến ${show(max)}`
  if (min !== null) return `${kind} từ ${show(min)} trở lên`
  return max === null ? kind : `${kind} không quá ${show(max)}`
}

const mostAccepted = 500

/** A reader of numbers within exact bounds. */
export function numberReader(min: string | null, max: string | null, integer: boolean): Reader {
  const least = min === null ? null : exact(min)
  const most = max === null ? null : exact(max)
  const expected = boundsText(min, max, integer)
  const leastWhole = least === null ? -Infinity : Number(rational.ceil(least).n)
  const mostWhole = most === null ? Infinity : Number(rational.floor(most).n)
  // The same few texts ("2.5", "3/2") come back on every sheet.
  const accepted = new Map<string, Rational>()
  return (raw, problems, key) => {
    if (typeof raw === 'string') {
      const known = accepted.get(raw)
      if (known !== undefined) return known
    }
    if (typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= leastWhole && raw <= mostWhole) return rational.whole(raw + 0)
    const value = toRational(raw)
    if (value === null) {
      problems.add(key, `Giá trị ${quote(raw)} không phải là số`, expected)
      return undefined
    }
    if (least !== null && rational.compare(value, least) < 0) {
      const negative = value.n < 0 && rational.isZero(least)
      problems.add(key, negative ? `Giá trị ${quote(raw)} là số âm` : `Giá trị ${quote(raw)} nhỏ hơn mức thấp nhất`, expected)
      return undefined
    }
    if (most !== null && rational.compare(value, most) > 0) {
      problems.add(key, `Giá trị ${quote(raw)} vượt mức tối đa`, expected)
      return undefined
    }
    if (integer && !rational.isWhole(value)) {
      problems.add(key, `Giá trị ${quote(raw)} không phải là số nguyên`, expected)
      return undefined
    }
    if (typeof raw === 'string' && accepted.size < mostAccepted) accepted.set(raw, value)
    return value
  }
}

function choiceReader(values: readonly string[]): Reader {
  const allowed = new Set(values)
  return (raw, problems, key) => {
    if (typeof raw === 'string') {
      if (allowed.has(raw)) return raw
      const normal = raw.normalize('NFC')
      if (allowed.has(normal)) return normal
    }
    problems.add(key, `Giá trị ${quote(raw)} không được phép`, values.join(' | '))
    return undefined
  }
}

const boolean: Reader = (raw, problems, key) => {
  if (typeof raw === 'boolean') return raw
  problems.add(key, `Giá trị ${quote(raw)} không phải đúng/sai`, 'true | false')
  return undefined
}

const text: Reader = (raw, problems, key) => {
  if (typeof raw === 'string' && raw.length <= 2000) return raw.normalize('NFC')
  problems.add(key, `Giá trị ${quote(raw)} không phải là chữ hoặc quá dài`, 'chữ, tối đa 2000 ký tự')
  return undefined
}

/** The reader of a field that is one value (not a list, not a period). */
export function fieldReader(field: Field, levels: readonly string[]): Reader {
  if (field.type === 'number') return numberReader(field.min, field.max, field.integer)
  if (field.type === 'boolean') return boolean
  if (field.type === 'choice') return choiceReader(field.values.map((value) => value.value))
  return field.type === 'level' ? choiceReader(levels) : text
}

export interface ListReader {
  readonly list: ListScope
  readonly limit: number
  readonly template: readonly (Value | null)[]
  readonly readers: ReadonlyMap<string, { readonly slot: number; readonly read: Reader }>
}

/** How to read the items of a list: its fields, their defaults, its greatest length. */
export function listReader(list: ListScope, template: readonly (Value | null)[], limit: number, levels: readonly string[]): ListReader {
  const readers = new Map(list.fields.map((field, slot) => [field.id, { slot, read: fieldReader(field, levels) }]))
  return { list, limit, template, readers }
}

/** Reads a list of records. A field without a value and without a default is missing, named by its path. */
export function readList(reader: ListReader, raw: unknown, path: string, problems: Problems): Value[][] {
  const items: Value[][] = []
  if (raw === undefined || raw === null) return items
  problems.at('')
  if (!Array.isArray(raw)) {
    problems.add(path, `${quote(raw)} không phải là danh sách`, 'danh sách [ … ]')
    return items
  }
  if (raw.length > reader.limit) {
    problems.add(path, `Danh sách có ${raw.length} dòng`, `không quá ${reader.limit} dòng`)
    return items
  }
  for (let i = 0; i < raw.length; i++) {
    problems.at(path, i)
    items.push(readItem(reader, raw[i], problems))
  }
  return items
}

/** Where an item of a list stands: `tasks[2]`, or `axes.1` for a keyed list. */
export function itemPath(list: string, keys: readonly string[], index: number): string {
  const key = keys[index]
  return key === undefined ? `${list}[${index}]` : `${list}.${key}`
}

/** Reads a keyed list: a map from its keys. Every key gives an item, in order; one that is absent has only missing values. */
export function readKeyed(reader: ListReader, keys: readonly string[], keySlot: number, raw: unknown, path: string, problems: Problems): Value[][] {
  const given = raw === undefined || raw === null ? {} : raw
  problems.at('')
  if (!isRecord(given)) problems.add(path, `${quote(raw)} không phải là nhóm giá trị theo khóa`, `{ "${keys[0] ?? ''}": { … } }`)
  const byKey = new Map<string, unknown>()
  problems.at(path)
  for (const key of isRecord(given) ? Object.keys(given) : []) {
    if (keys.includes(key.normalize('NFC'))) byKey.set(key.normalize('NFC'), given[key as keyof typeof given])
    else problems.add(key, `Không có khóa ${quote(key)}`, keys.join(' | '))
  }
  return keys.map((key, i) => {
    problems.at(itemPath(path, keys, i))
    const item = readItem(reader, byKey.get(key) ?? {}, problems)
    if (keySlot >= 0) item[keySlot] = key
    return item
  })
}

function readItem(reader: ListReader, raw: unknown, problems: Problems): Value[] {
  const item = reader.template.slice() as Value[]
  if (!isRecord(raw)) {
    problems.add('', `${quote(raw)} không phải là một dòng dữ liệu`, '{ … }')
    return item
  }
  for (const key in raw) {
    const field = reader.readers.get(key) ?? lookup(reader.readers, key)
    if (!field) {
      problems.add(key, `Không có trường ${quote(key)}`, [...reader.readers.keys()].join(' | '))
      continue
    }
    const value = raw[key]
    if (value === undefined || value === null) continue
    const read = field.read(value, problems, key)
    if (read !== undefined) item[field.slot] = read
  }
  const fields = reader.list.fields
  for (let slot = 0; slot < fields.length; slot++) {
    if (item[slot] === null) item[slot] = missingInput(problems.path(fields[slot]?.id ?? ''))
  }
  return item
}
