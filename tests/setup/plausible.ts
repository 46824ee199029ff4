import type { z } from 'zod'
import { isFileBody, type Route } from '#platform/contract/route.ts'

interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly format?: string
}

/** Real ids by the name of a parameter or field; `personId` stands in for any other id. */
export type KnownIds = Readonly<Record<string, string>>

const alias: Readonly<Record<string, string>> = { personIds: 'personId', superiorId: 'personId', deciderId: 'personId', subjectId: 'personId', relativeId: 'raterId', scopeUnitId: 'unitId', parentId: 'unitId' }

/** A value the contract takes, naming real things. */
export function plausible(schema: z.ZodType, name: string, ids: KnownIds): unknown {
  const def = schema.def as unknown as Def
  const inner = (part: z.ZodType | undefined) => (part === undefined ? null : plausible(part, name, ids))
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, part]) => [key, plausible(part, key, ids)]))
    case 'readonly':
      return inner(def.innerType)
    case 'array':
      return [inner(def.element)]
    case 'record':
      return {}
    case 'union':
      return inner(def.options?.[0])
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'pipe': {
      const made = inner(def.in)
      // What is checked after the text itself is mostly a date.
      return [made, '2026-11-25'].find((each) => schema.safeParse(each).success) ?? made
    }
    case 'optional':
    case 'default':
      return undefined
    case 'nullable':
      return def.innerType !== undefined && (def.innerType.def as unknown as Def).type === 'pipe' ? inner(def.innerType) : null
    case 'number':
      return name === 'year' ? 2026 : 1
    case 'boolean':
      return false
    default:
      if (def.format === 'uuid') return ids[alias[name] ?? name] ?? ids['personId']
      return ids[name] ?? '1'
  }
}

/** One request to a route: where, and with what. */
export interface PlausibleRequest {
  readonly method: Route['method']
  readonly url: string
  readonly payload?: string | Buffer
  readonly contentType?: string
}

/** A request the contract takes: ids in the path and fields from `ids`, the rest made up; `given` replaces parts of body and query. */
export function plausibleRequest(route: Route, ids: KnownIds, given: { readonly body?: unknown; readonly query?: Readonly<Record<string, unknown>> } = {}): PlausibleRequest {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? crypto.randomUUID()))
  const query = { ...(route.query === undefined ? {} : (plausible(route.query, '', ids) as Record<string, unknown>)), ...given.query }
  const asked = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))).toString()
  const url = asked === '' ? path : `${path}?${asked}`
  if (route.body === undefined) return { method: route.method, url }
  if (isFileBody(route.body)) return { method: route.method, url, payload: Buffer.from('không phải tệp nào'), contentType: 'application/octet-stream' }
  const made = plausible(route.body as z.ZodType, '', ids)
  const body = typeof made === 'object' && made !== null && typeof given.body === 'object' && given.body !== null && !Array.isArray(made) ? { ...made, ...given.body } : (given.body ?? made)
  return { method: route.method, url, payload: JSON.stringify(body), contentType: 'application/json' }
}
