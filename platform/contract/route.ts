import type { z } from 'zod'
import { holds, type Actor } from '#kernel/actor.ts'
import type { Permission, RoutePermission } from '#kernel/permission.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A reply that is a file rather than JSON: `contentTypes` lists what may come. */
export interface FileReply {
  readonly file: readonly string[]
}

/** A body that is one file sent as raw bytes (`application/octet-stream`), at most `maxBytes`. */
export interface FileBody {
  readonly upload: true
  readonly maxBytes: number
}

/** The parts of a request a contract may look at. */
export interface AskedParts {
  readonly params: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** An act that one person asks for and a second one approves before it is done, once and exactly as asked. */
export interface TwoPersons {
  /** Its name in the approvals and in the ledger. */
  readonly act: `${string}.${string}`
  /** Rights one of which the second person must hold for the whole committee (accounts/domain/competence.ts says who does). */
  readonly by: readonly [Permission, ...Permission[]]
  /** Which requests of the route it concerns; all when absent. */
  readonly when?: (asked: AskedParts) => boolean
}

/**
 * A route (đường dẫn) as server, screen and OpenAPI all read it. GET routes are queries, the others commands, but for a
 * question that comes with a file to look at.
 * A command carries an `x-request-id`; the same id sent twice is one act.
 */
export interface Route {
  readonly method: Method
  /** `/api/`, the module, the rest. */
  readonly path: `/api/${string}/${string}`
  readonly summary: string
  readonly permission: RoutePermission
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType | FileBody
  readonly reply: z.ZodType | FileReply
  /** Codes of the refusals it may answer with, beyond the platform's own. */
  readonly refusals: readonly string[]
  /** Nothing of the body stays in the ledger, its print neither: few possible bodies could be guessed from the print. */
  readonly sealed?: true
  /** Sensitive: whoever has not proved who they are within ten minutes does so first. */
  readonly stepUp?: true
  readonly twoPersons?: TwoPersons
}

export type Routes = Readonly<Record<string, Route>>

/** The module a route belongs to: the word after `/api/`. */
export type ModuleOf<R extends Route> = R['path'] extends `/api/${infer Module}/${string}` ? Module : never

/** Keeps a table of routes precise while checking its shape. */
export function defineRoutes<const T extends Routes>(routes: T): T {
  return routes
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined

export type ParamsOf<R extends Route> = Parsed<R['params']>
export type QueryOf<R extends Route> = Parsed<R['query']>
export type BodyOf<R extends Route> = R['body'] extends FileBody ? Uint8Array : Parsed<R['body']>
export type ReplyOf<R extends Route> = R['reply'] extends z.ZodType ? z.input<R['reply']> : FileResult
export type ReceivedOf<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : Blob

/** What a handler returns for a file reply. */
export interface FileResult {
  readonly contentType: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What a caller passes: only the parts the route has. */
export type InputOf<R extends Route> = (R['params'] extends z.ZodType ? { params: Sent<R['params']> } : unknown) &
  (R['query'] extends z.ZodType ? { query?: Sent<R['query']> } : unknown) &
  (R['body'] extends FileBody ? { body: Blob | Uint8Array } : R['body'] extends z.ZodType ? { body: Sent<R['body']> } : unknown)

/** Whether somebody's rights admit them to a route at all; what they may do to one thing, its module judges. Abilities in replies ask this too. */
export function mayUse(actor: Actor, route: Pick<Route, 'permission'>): boolean {
  return route.permission === 'public' || route.permission === 'signed-in' || holds(actor, route.permission)
}

/** Whether a route's body is raw bytes. */
export function isFileBody(body: Route['body']): body is FileBody {
  return body !== undefined && 'upload' in body
}

/** Whether a route answers with a file. */
export function isFileReply(reply: Route['reply']): reply is FileReply {
  return 'file' in reply
}
