import type { SeededDraw } from '#modules/evaluation/sample/seeded-draw.ts'
import { hostileTexts, hostileValues } from './hostile-values.ts'
import type { Learned } from './learned.ts'

/** JSON Schema as far as the program's OpenAPI uses it. */
export interface Schema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

const dates = ['2026-11-20', '2026-10-01', '2026-10-31', '2026-11-25', '2026-12-31', '2025-07-01', '2024-02-29', '1985-03-04']
const texts = ['a', '1', '5', '2.5', '100', 'Nguyễn Thị Ánh', "O'Neil", 'Văn phòng', 'VP', 'VP-01', 'I.1', 'self', 'superior', 'good', 'https://vanban.example.vn/1', 'bien-ban.pdf', 'a.xlsx', 'A'.repeat(90), 'Ghi chú\nhai dòng']
const forms = ['0', '1', '5', '12', '87.5', '100', '999999999', '0.000001', 'A'.repeat(43), 'colleagues', 'peers', 'subordinates', 'evaluation.', '2026-11', 'self']
const dated = /date|month|day|from$|to$|on$|deadline|^self$|^superior$|^decide$|until|valid|before/i
const keys = ['I.1', 'I.2', 'a', 'd', 'points', 'quantity', 'late', 'name', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', "'", '0']

/** A value the schema takes as far as it can be told from it, with what the program itself has said where names agree. */
export function valueOf(draw: SeededDraw, learned: Learned, schema: Schema, name: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return draw.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return valueOf(draw, learned, draw.pick(choices), name)
  switch (schema.type) {
    case 'object':
      return objectOf(draw, learned, schema, name)
    case 'array': {
      const least = schema.minItems ?? 0
      const length = draw.whole(least, Math.min(schema.maxItems ?? 4, least + 2))
      return Array.from({ length }, () => valueOf(draw, learned, schema.items ?? {}, name))
    }
    case 'string':
      return textOf(draw, learned, schema, name)
    case 'integer':
    case 'number':
      return numberOf(draw, learned, schema, name)
    case 'boolean':
      return draw.next() < 0.5
    case 'null':
      return null
    default:
      if (dated.test(name) && draw.next() < 0.8) return draw.pick(dates)
      return draw.next() < 0.5 ? (learned.named(draw, name) ?? '1') : draw.pick(hostileValues)
  }
}

function objectOf(draw: SeededDraw, learned: Learned, schema: Schema, name: string): unknown {
  const made: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(key) || draw.next() < 0.5) made[key] = valueOf(draw, learned, part, key)
  }
  const more = schema.additionalProperties
  if (typeof more !== 'object') return made
  for (let count = draw.whole(0, 3); count > 0; count--) {
    // Defined, not set, so that a key like __proto__ travels as one.
    Object.defineProperty(made, draw.pick(keys), { value: valueOf(draw, learned, more, name), enumerable: true, configurable: true, writable: true })
  }
  return made
}

function numberOf(draw: SeededDraw, learned: Learned, schema: Schema, name: string): number {
  const { minimum = 0, maximum = 100 } = schema
  if (name === 'year' && draw.next() < 0.8) return 2026
  const known = learned.named(draw, name)
  if (typeof known === 'number' && draw.next() < 0.7) return known
  return draw.pick([minimum, maximum, draw.whole(Math.max(minimum, -1_000), Math.min(maximum, 3_000)), Math.min(maximum, Math.max(minimum, 2026)), Math.min(maximum, minimum + 1)])
}

function textOf(draw: SeededDraw, learned: Learned, schema: Schema, name: string): string {
  const known = learned.named(draw, name)
  if (schema.format === 'uuid') {
    const luck = draw.next()
    if (typeof known === 'string' && luck < 0.75) return known
    return (luck < 0.9 ? learned.anyId(draw) : undefined) ?? idOf(draw)
  }
  if (schema.pattern !== undefined) {
    const pattern = new RegExp(schema.pattern, 'u')
    const fitting = [...(typeof known === 'string' ? [known, known] : []), ...forms, ...texts].filter((text) => pattern.test(text))
    if (fitting.length > 0) return draw.pick(fitting)
  }
  if (schema.format === 'date-time') return '2026-11-20T02:00:00Z'
  if (dated.test(name) && draw.next() < 0.9) return draw.pick(dates)
  if (typeof known === 'string' && draw.next() < 0.6) return known
  const { minLength = 0, maxLength = 10_000 } = schema
  return draw.pick(texts).padEnd(minLength, 'x').slice(0, maxLength)
}

/** An id nobody has, the same in every run of a seed. */
export function idOf(draw: SeededDraw): string {
  const hex = (length: number): string => Array.from({ length }, () => draw.whole(0, 15).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}

/** The value with one place in it, drawn at random, turned hostile, taken away or doubled. */
export function spoiled(draw: SeededDraw, learned: Learned, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || draw.next() < 0.15) return draw.next() < 0.2 ? learned.anyId(draw) : draw.pick(hostileValues)
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])]
    if (copy.length === 0) return [draw.pick(hostileValues)]
    const at = draw.whole(0, copy.length - 1)
    if (draw.next() < 0.2) return [...copy, copy[at]]
    copy[at] = spoiled(draw, learned, copy[at])
    return copy
  }
  const entries = Object.entries(value)
  if (draw.next() < 0.15 || entries.length === 0) return Object.fromEntries([...entries, [draw.pick(['id', 'tenantId', 'tenant_id', 'role', 'permissions', 'isAdmin', draw.pick(hostileTexts)]), draw.pick(hostileValues)]])
  const [key, part] = draw.pick(entries)
  if (draw.next() < 0.15) return Object.fromEntries(entries.filter(([name]) => name !== key))
  return Object.fromEntries(entries.map(([name, kept]) => [name, name === key ? spoiled(draw, learned, part) : kept]))
}
