import { z } from 'zod'
import { errorReply } from '#platform/contract/error.ts'
import { isFileBody, isFileReply, type Route, type Routes } from '#platform/contract/route.ts'

type Json = Record<string, unknown>

const shape = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json

/** OpenAPI 3.1 of the contracts: `modules` maps a module's name to its routes. */
export function openApi(modules: Readonly<Record<string, Routes>>): Json {
  const paths: Record<string, Json> = {}
  for (const [module, routes] of Object.entries(modules)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = route.path.replace(/:([a-zA-Z]+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(module, name, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Thước Đo', version: '1', description: 'Every route of the program, printed from its contracts.' },
    paths,
  }
}

function operation(module: string, name: string, route: Route): Json {
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    summary: route.summary,
    description: `Permission: ${route.permission}.${route.stepUp ? ' Asks for a recent proof of who one is.' : ''}${route.twoPersons ? ' Two persons.' : ''} Refusals: ${route.refusals.join(', ') || 'none of its own'}.`,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: bodyContent(route.body) } }),
    responses: {
      200: { description: 'Done', content: replyContent(route.reply) },
      default: { description: 'Refused', content: { 'application/json': { schema: shape(errorReply, 'output') } } },
    },
  }
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = shape(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, of]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: of }))
}

function bodyContent(body: NonNullable<Route['body']>): Json {
  return isFileBody(body)
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: body.maxBytes } } }
    : { 'application/json': { schema: shape(body, 'input') } }
}

function replyContent(reply: Route['reply']): Json {
  if (isFileReply(reply)) return Object.fromEntries(reply.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
  return { 'application/json': { schema: shape(reply, 'output') } }
}
