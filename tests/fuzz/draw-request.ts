import type { SeededDraw } from '#modules/evaluation/sample/seeded-draw.ts'
import { brokenJson, brokenMultipart, contentTypes, hostileTexts, hostileValues } from './hostile-values.ts'
import type { Learned } from './learned.ts'
import { idOf, spoiled, valueOf, type Schema } from './value-of-schema.ts'

/** One operation of the OpenAPI document. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** With its parameters in braces. */
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Schema }[]
  /** The one content type of its body, and what it holds. */
  readonly body: { readonly type: string; readonly schema: Schema } | undefined
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string; parameters: Operation['parameters']; requestBody?: { content: Record<string, { schema: Schema }> } }>>>>
}

/** Every operation of the document the program prints. */
export function operationsOf(document: unknown): Operation[] {
  return Object.entries((document as OpenApi).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody }]) => {
      const [content] = Object.entries(requestBody?.content ?? {})
      return { id: operationId, method: method.toUpperCase(), path, parameters, body: content && { type: content[0], schema: content[1].schema } }
    }),
  )
}

/** A request as it goes over the wire; the same header name may come twice. */
export interface FuzzRequest {
  readonly kind: Kind
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer | undefined
}

/** How far from the contract a request is. */
export const kinds = ['valid', 'near', 'hostile', 'wire'] as const
export type Kind = (typeof kinds)[number]

const json = (value: unknown): string => JSON.stringify(value) ?? 'null'
const inAddress = (value: unknown): string => encodeURIComponent((typeof value === 'object' ? json(value) : String(value)).toWellFormed())

/** Draws a request to an operation: `valid` as the schema says, `near` with one place wrong, `hostile` all over, `wire` with odd headers, types and framing. */
export function drawRequest(draw: SeededDraw, learned: Learned, operation: Operation, kind: Kind): FuzzRequest {
  const parts = (place: string): Record<string, unknown> =>
    Object.fromEntries(operation.parameters.flatMap(({ name, in: where, required, schema }) => (where === place && (required || draw.next() < 0.5) ? [[name, valueOf(draw, learned, schema, name)]] : [])))
  let path = parts('path')
  let query = parts('query')
  let value = operation.body?.type === 'application/json' ? valueOf(draw, learned, operation.body.schema, '') : undefined
  if (kind === 'near') {
    const place = draw.pick(['path', 'query', 'body', 'body', 'body'])
    if (place === 'path' && Object.keys(path).length > 0) path = { ...path, [draw.pick(Object.keys(path))]: draw.pick(hostileTexts) }
    else if (place === 'query' || value === undefined) query = spoiledQuery(draw, operation, query)
    else value = spoiled(draw, learned, value)
  }
  if (kind === 'hostile') {
    path = Object.fromEntries(Object.keys(path).map((name) => [name, draw.pick(hostileTexts)]))
    query = Object.fromEntries(operation.parameters.filter((one) => one.in === 'query').map(({ name }) => [name, draw.pick(hostileTexts)]))
    if (value !== undefined) value = draw.next() < 0.5 ? draw.pick(hostileValues) : spoiled(draw, learned, spoiled(draw, learned, spoiled(draw, learned, value)))
  }
  const bytes = operation.body === undefined ? undefined : value === undefined ? fileBody(draw, learned, kind) : Buffer.from(json(value))
  const request: FuzzRequest = {
    kind,
    method: operation.method,
    url: addressOf(operation.path, path, query),
    headers: [...(operation.method === 'GET' ? [] : [['x-request-id', idOf(draw)] as const]), ...(bytes === undefined ? [] : [['content-type', operation.body?.type ?? ''] as const])],
    body: bytes,
  }
  return kind === 'wire' ? oddly(draw, learned, request) : request
}

function addressOf(pattern: string, path: Readonly<Record<string, unknown>>, query: Readonly<Record<string, unknown>>): string {
  const place = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => inAddress(path[name]))
  const asked = Object.entries(query).map(([name, part]) => `${inAddress(name)}=${inAddress(part)}`)
  return asked.length === 0 ? place : `${place}?${asked.join('&')}`
}

function spoiledQuery(draw: SeededDraw, operation: Operation, query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name)
  return { ...query, [draw.pick([...names, ...names, 'x', '__proto__', 'constructor', 'tenantId'])]: draw.pick(hostileTexts) }
}

/** A file: one the program gave out, whole or with bytes changed or cut off, or the beginning of another kind. */
function fileBody(draw: SeededDraw, learned: Learned, kind: Kind): Buffer {
  const known = learned.file(draw)
  if (known === undefined || draw.next() < 0.3) return Buffer.from(draw.pick(['%PDF-1.4\n%%EOF\n', 'PK\x03\x04', '\x89PNG\r\n\x1a\n', 'id: x\nname: y\n', 'Mã,Tên\n1,2\n', '<html>', 'MZ', '', draw.pick(hostileTexts)]), 'latin1')
  if (kind === 'valid') return known
  const copy = Buffer.from(known)
  for (let count = draw.whole(1, 12); count > 0 && copy.length > 0; count--) copy[draw.whole(0, copy.length - 1)] = draw.whole(0, 255)
  return draw.next() < 0.3 ? copy.subarray(0, draw.whole(0, copy.length)) : copy
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND']
const oddHeaders: readonly (readonly [string, string])[] = [
  ['x-request-id', 'x'], ['x-request-id', ''], ['x-account', 'x'], ['x-account', '00000000-0000-0000-0000-000000000000'], ['x-approval-reason', '%E0%A4%A'], ['x-approval-reason', '%00'], ['x-approval-reason', 'a'.repeat(4_000)],
  ['x-forwarded-for', '127.0.0.1'], ['x-forwarded-for', "'; drop table tenant"], ['x-forwarded-host', 'evil.example'], ['x-forwarded-proto', 'https'], ['forwarded', 'for=1.2.3.4'], ['x-real-ip', '::1'],
  ['x-http-method-override', 'DELETE'], ['accept', 'text/html'], ['accept', ''], ['accept-encoding', 'br;q=NaN, *;q=0'], ['accept-encoding', 'gzip, deflate, br, zstd'], ['content-encoding', 'gzip'], ['content-encoding', 'x'],
  ['range', 'bytes=0-0,-1'], ['if-none-match', '*'], ['if-modified-since', 'x'], ['origin', 'https://evil.example'], ['sec-fetch-site', 'cross-site'], ['referer', 'x'], ['user-agent', ''], ['user-agent', '<script>'],
  ['cookie', 'thuocdo.session_token='], ['cookie', '__proto__=x; =; ;;; a'], ['authorization', 'Basic Og=='], ['authorization', 'Bearer x'], ['upgrade', 'h2c'], ['__proto__', 'x'], ['constructor', 'x'], ['x-long', 'x'.repeat(7_000)],
]

/** The request with one thing odd about its wire form. */
function oddly(draw: SeededDraw, learned: Learned, request: FuzzRequest): FuzzRequest {
  const type = (value: string): FuzzRequest['headers'] => [...request.headers.filter(([name]) => name !== 'content-type'), ['content-type', value]]
  switch (draw.whole(0, 8)) {
    case 0:
      return { ...request, headers: type('application/json'), body: Buffer.from(draw.pick(brokenJson)) }
    case 1:
      return { ...request, headers: type(draw.pick(contentTypes)), body: request.body ?? Buffer.from('{}') }
    case 2:
      return { ...request, headers: type('multipart/form-data; boundary=x'), body: Buffer.from(draw.pick(brokenMultipart)) }
    case 3:
      return { ...request, method: draw.pick(methods) }
    case 4: {
      const twice = draw.pick(request.headers.length === 0 ? oddHeaders : request.headers)
      return { ...request, headers: [...request.headers, twice] }
    }
    case 5: {
      const lost = draw.pick(['x-request-id', 'content-type'])
      return { ...request, headers: request.headers.filter(([name]) => name !== lost) }
    }
    case 6:
      return { ...request, url: oddAddress(draw, learned, request.url) }
    default:
      return { ...request, headers: [...request.headers, ...draw.pickSome(oddHeaders, draw.whole(1, 3))] }
  }
}

function oddAddress(draw: SeededDraw, learned: Learned, url: string): string {
  const glue = url.includes('?') ? '&' : '?'
  return draw.pick([
    `${url}/`, url.replace('/api/', '/api//'), url.replace('/api/', '/api/%2e%2e/'), url.replace('/api/', '/API/'), `/..${url}`, `${url.split('?')[0]};a=b`, `${url}%00`, `${url}%`, `${url}%E0%A4%A`,
    `${url}${glue}after=x&after=y`, `${url}${glue}limit[]=1`, `${url}${glue}__proto__[polluted]=1`, `${url}${glue}constructor.prototype.polluted=1`, `${url}${glue}${'a=b&'.repeat(1_500)}`, `${url}${glue}limit=${'9'.repeat(30)}`,
    `${url}${glue}after=${encodeURIComponent(json([learned.anyId(draw), draw.pick(hostileTexts).toWellFormed()]))}`, `${url}#x`, `${url.split('?')[0]}/../../../../etc/passwd`, `/${'a/'.repeat(3_000)}`,
  ])
}
