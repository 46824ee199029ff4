import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Database } from '#database/types.ts'
import type { Actor } from '#kernel/actor.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { asId, isUuid, type Id, type TenantId } from '#kernel/id.ts'
import { Refusal, refuse, type RefusalCatalogue } from '#kernel/refusal.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import { ledgerStatement, repliedBefore, withEntry, type LedgerFact, type RequestMark } from '#platform/audit/ledger.ts'
import { createRecentReads } from '#platform/audit/recent-reads.ts'
import type { Problem } from '#platform/contract/error.ts'
import { isFileBody, isFileReply, mayUse, type AskedParts, type FileResult, type Route, type Routes } from '#platform/contract/route.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { inTenant, readerOf, writeAtOnce, type Tx } from '#platform/db/database.ts'
import { constraintOf, isDatabaseAway, sqlStateOf } from '#platform/db/errors.ts'
import { isDiskFull, type Room } from '#platform/files/room.ts'
import { refuseClassified } from '#platform/files/refuse-classified.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import type { BareContext, CommandContext, Flow, Guess, GuessContext, Handler, Handlers, QueryContext } from './handler.ts'
import { problemsOf } from './problems.ts'
import { platformRefusals } from './refusals.ts'
import type { AskedAct, SecondPerson } from './second-person.ts'
import { securityHeaders } from './security-headers.ts'
import { isProved, provedMinutes, type Session, type SessionOf } from './session.ts'
import { requestPrint, unstorable } from './storable.ts'
import { createTurns } from './turns.ts'

/** What every request needs; made once at start. */
export interface Services {
  readonly db: Kysely<Database>
  readonly files: FileStore
  readonly media: MediaStore
  readonly fields: FieldCipher
  readonly calendar: WorkCalendar
  readonly clock: () => Date
  readonly sessionOf: SessionOf
  readonly secondPerson: SecondPerson
  readonly room: Room
}

type AnyRoute = Route

const recentReads = createRecentReads()
// Files are made and looked through by threads and much memory; an office's server has two or four cores.
const turns = createTurns(3)
type AnyHandler = Handler<AnyRoute>

/** Registers a module's routes: the only file that knows both HTTP and SQL transactions. */
export function serve<T extends Routes>(
  app: FastifyInstance,
  services: Services,
  routes: T,
  handlers: Handlers<T>,
  refusals: RefusalCatalogue,
): void {
  for (const [name, route] of Object.entries(routes)) {
    for (const code of route.refusals) {
      if (!(code in refusals || code in platformRefusals)) throw new Error(`route ${name} names an unknown refusal ${code}`)
    }
    const handler = handlers[name as keyof T] as unknown as AnyHandler
    app.route({
      method: route.method,
      url: route.path,
      ...(isFileBody(route.body) ? { bodyLimit: route.body.maxBytes } : {}),
      handler: (request, reply) => answer(services, route, handler, request, reply),
    })
  }
}

async function answer(services: Services, route: Route, handler: AnyHandler, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const now = services.clock()
  const session = await services.sessionOf(request.headers, now)
  if (route.permission !== 'public') await admit(services, route, session, request, now)
  // A form of another site sends no header of its own: what changes anything, signing in too, wants one.
  if (route.method !== 'GET' && request.headers['x-request-id'] === undefined) refuse('platform.request-id-missing')
  refuseUnstorable(request)
  const input = {
    params: parse(route.params, request.params, 'params'),
    query: parse(route.query, request.query, 'query'),
    body: isFileBody(route.body) ? rawBytes(request.body) : parse(route.body, request.body, 'body'),
  }
  const mustProve = async () => (session === null ? refuse('platform.not-signed-in') : askForProof(services, session, request, now))
  const base = { ...input, actor: session?.actor ?? null, now, today: vietnameseDay(now), files: services.files, calendar: services.calendar, mustProve }
  const work = async (): Promise<unknown> => {
    if (input.body instanceof Uint8Array) await refuseClassified(input.query ?? {}, input.body)
    return run(services, route, handler, base, session, request, reply)
  }
  const heavy = isFileBody(route.body) || isFileReply(route.reply)
  const result = await (heavy && session !== null ? turns(session.actor.accountId, work) : work())
  return handler.kind === 'flow' ? letFlow(result as Flow, request, reply) : send(route, result, reply)
}

/** Hands the connection over; the headers of every answer are said first, because no hook sees this one. */
async function letFlow(through: Flow, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.hijack()
  reply.raw.setHeaders(new Map(Object.entries(securityHeaders(request.protocol))))
  await through(request.raw, reply.raw)
}

/** Refuses whoever may not use the route at all, and asks those who may to prove more where it matters. */
async function admit(services: Services, route: Route, session: Session | null, request: FastifyRequest, now: Date): Promise<void> {
  // A page acts as one account: work kept in it must not go out as whoever signed in meanwhile in another window.
  const meant = request.headers['x-account']
  if (session === null || (meant !== undefined && meant !== session.actor.accountId)) refuse('platform.not-signed-in')
  if (!mayUse(session.actor, route)) {
    refuse(session.withheld.some((permission) => permission === route.permission) ? 'platform.second-factor-needed' : 'platform.not-found')
  }
  if (route.stepUp === true) await askForProof(services, session, request, now)
}

/** Refuses whoever has not proved lately who they are (xác thực lại). */
async function askForProof(services: Services, session: Session, request: FastifyRequest, now: Date): Promise<void> {
  if (isProved(session, now)) return
  const fresh = await services.sessionOf(request.headers, now, { fresh: true })
  if (fresh === null || !isProved(fresh, now)) refuse('platform.prove-again', { minutes: provedMinutes })
}

type Base = Omit<CommandContext<AnyRoute>, 'tx' | 'read' | 'newId' | 'record' | 'actor'> & { readonly actor: Actor | null }

async function run(services: Services, route: Route, handler: AnyHandler, base: Base, session: Session | null, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (handler.kind === 'bare') {
    if (route.twoPersons !== undefined) throw new Error('an act of two persons needs a transaction of the wrapper: use a command or query')
    const context: BareContext<AnyRoute> = {
      ...base,
      session,
      headers: headersOf(request),
      source: request.ip,
      origin: `${request.protocol}://${request.host}`,
      newId,
      header: (name, value) => void reply.header(name, value),
      inTenant: <Result, Modules extends string>(tenantId: TenantId, work: (tx: Tx<Modules>) => Promise<Result>) =>
        inTenant(services.db as unknown as Tx<Modules>, tenantId, 'write', work),
    }
    return handler.run(context)
  }
  const { actor } = base
  if (actor === null) throw new Error('a query or command needs an actor: use a bare handler')
  if (handler.kind === 'command' && (await services.room.isFull())) refuse('platform.no-space')
  const asked = askedAct(route, base, request)
  try {
    return await (handler.kind === 'command' ? runCommand(services, route, handler, base, actor, request, asked) : runQuery(services, handler, base, actor, asked))
  } catch (error) {
    if (asked === undefined || !(error instanceof NotApproved)) throw error
    return refuse('platform.second-person-needed', { act: asked.act, stands: await services.secondPerson.stand(actor, asked, reasonOf(request), base.now) })
  }
}

/** Done so far is what may be done; nothing of it stays, because nobody has approved it. */
class NotApproved extends Error {}

/** The act that this request asks two persons for, or undefined when one is enough. */
function askedAct(route: Route, { params, query, body }: Base, request: FastifyRequest): AskedAct | undefined {
  const { twoPersons } = route
  if (twoPersons === undefined) return undefined
  if (twoPersons.when?.({ params: params ?? {}, query: query ?? {}, body: body ?? {} } as AskedParts) === false) return undefined
  const { method, url } = request
  return { act: twoPersons.act, by: twoPersons.by, method, address: url, body: request.body, print: requestPrint(method, url, request.body) }
}

/** Why somebody asks for a second person; percent-encoded, because headers hold no Vietnamese. */
function reasonOf(request: FastifyRequest): string | undefined {
  const given = request.headers['x-approval-reason']
  if (typeof given !== 'string') return undefined
  try {
    const reason = decodeURIComponent(given).normalize('NFC').trim()
    return reason === '' || reason.length > 1000 || unstorable(reason, 'reason') !== undefined ? undefined : reason
  } catch {
    return undefined
  }
}

async function runQuery(services: Services, handler: AnyHandler & { kind: 'query' | 'flow' }, base: Base, actor: Actor, asked: AskedAct | undefined): Promise<unknown> {
  const recorder = makeRecorder()
  const result = await inTenant(services.db, actor.tenantId, 'read', (tx): Promise<unknown> => {
    const context: QueryContext<AnyRoute> = { ...base, actor, read: readerOf(tx), record: recorder.record, recordList: recorder.recordList }
    return handler.run(context)
  })
  const fact = recorder.fact()
  if (asked !== undefined) {
    if (fact === undefined) throw new Error('an act of two persons must record what it did')
    const entry = (): ReturnType<typeof ledgerStatement> => ledgerStatement(ledgerContext(base, actor, null), fact, undefined)
    await inTenant(services.db, actor.tenantId, 'write', (tx) => spendApproval(services, tx, actor, asked, base.now), entry)
    return result
  }
  // The detail leaves the server only once its entry is committed; the read itself needs no lock.
  if (fact !== undefined && !(recorder.isList() && recentReads.seen(actor, fact, base.now))) {
    await inTenant(services.db, actor.tenantId, 'write', () => Promise.resolve(), () => ledgerStatement(ledgerContext(base, actor, null), fact, undefined))
    if (recorder.isList()) recentReads.remember(actor, fact, base.now)
  }
  return result
}

async function spendApproval(services: Services, tx: Kysely<Database>, actor: Actor, asked: AskedAct | undefined, now: Date): Promise<void> {
  if (asked !== undefined && !(await services.secondPerson.use(tx, actor, asked, now))) throw new NotApproved()
}

async function runCommand(services: Services, route: Route, handler: AnyHandler & { kind: 'command' }, base: Base, actor: Actor, request: FastifyRequest, approval: AskedAct | undefined): Promise<unknown> {
  const requestId = request.headers['x-request-id']
  if (typeof requestId !== 'string' || !isUuid(requestId)) refuse('platform.request-id-missing')
  const asked = { id: requestId, print: requestPrint(request.method, request.url, route.sealed ? undefined : request.body) }
  const recorder = makeRecorder()
  try {
    const guessed = approval === undefined ? guessOf(handler, { ...base, actor }) : undefined
    if (guessed !== undefined) {
      const entry = ledgerStatement(ledgerContext(base, actor, asked), guessed.fact, guessed.reply)
      if ((await writeAtOnce(services.db, actor.tenantId, withEntry(guessed.write, entry))) === 1) return guessed.reply
    }
    const work = async (tx: Kysely<Database>): Promise<{ result: unknown; fact: LedgerFact }> => {
      const context: CommandContext<AnyRoute> = { ...base, actor, tx, read: readerOf(tx), newId, record: recorder.record }
      const result: unknown = await handler.run(context)
      const fact = recorder.fact()
      if (fact === undefined) throw new Error('a command must record what it did')
      await spendApproval(services, tx, actor, approval, base.now)
      return { result, fact }
    }
    const done = await inTenant(services.db, actor.tenantId, 'write', work, ({ result, fact }) =>
      ledgerStatement(ledgerContext(base, actor, asked), fact, isFile(result) ? undefined : result),
    )
    return done.result
  } catch (error) {
    return replayed(services, actor, asked, error)
  }
}

/** What the command would do if what is remembered still holds. A refusal made from memory is no answer. */
function guessOf(handler: AnyHandler & { kind: 'command' }, context: GuessContext<AnyRoute>): Guess<AnyRoute> | undefined {
  try {
    return handler.guess?.(context)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A request that lost against its own twin gets the twin's answer; any other error goes on. */
async function replayed(services: Services, actor: Actor, asked: RequestMark, error: unknown): Promise<unknown> {
  const twin = await inTenant(services.db, actor.tenantId, 'read', (tx) => repliedBefore(tx, actor.tenantId, asked.id))
  if (twin === undefined) throw error
  if (twin.accountId !== actor.accountId || twin.print !== asked.print) refuse('platform.request-id-reused')
  return twin.reply
}

function ledgerContext(base: Base, actor: Actor, request: RequestMark | null) {
  return { tenantId: actor.tenantId, actor, now: base.now, entryId: uuidv7(), request }
}

interface Recorder {
  readonly record: (fact: LedgerFact) => void
  readonly recordList: (fact: LedgerFact) => void
  readonly fact: () => LedgerFact | undefined
  readonly isList: () => boolean
}

function makeRecorder(): Recorder {
  let kept: LedgerFact | undefined
  let list = false
  const record = (fact: LedgerFact): void => {
    if (kept !== undefined) throw new Error('one request is one ledger entry')
    kept = fact
  }
  return {
    record,
    recordList(fact) {
      record(fact)
      list = true
    },
    fact: () => kept,
    isList: () => list,
  }
}

function newId<Kind extends string>(): Id<Kind> {
  return asId<Kind>(uuidv7())
}

function parse(schema: Route['body'] | Route['params'], value: unknown, where: string): never {
  if (schema === undefined || isFileBody(schema as Route['body'])) return undefined as never
  const result = (schema as z.ZodType).safeParse(value ?? {})
  if (!result.success) throw new InvalidInput(problemsOf(result.error, where))
  return result.data as never
}

function refuseUnstorable(request: FastifyRequest): void {
  const problem = unstorable(request.params, 'params') ?? unstorable(request.query, 'query') ?? unstorable(request.body, 'body')
  if (problem !== undefined) throw new InvalidInput([problem])
}

/** The request does not have the contract's shape. */
export class InvalidInput extends Refusal {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('platform.invalid-input', {})
    this.problems = problems
  }
}

/** The bytes of an upload; none for an empty body. Anything else was not sent as `application/octet-stream`. */
function rawBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  if (body === undefined || body === null) return new Uint8Array()
  throw new InvalidInput([{ path: 'body', code: 'invalid_type', message: 'not-bytes', expected: 'application/octet-stream' }])
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

function isFile(result: unknown): result is FileResult {
  return typeof result === 'object' && result !== null && 'bytes' in result && 'contentType' in result
}

function send(route: Route, result: unknown, reply: FastifyReply): unknown {
  if (isFileReply(route.reply)) {
    const file = result as FileResult
    const ascii = file.fileName.normalize('NFD').replace(/[^\x20-\x7e]|["\\%]/g, '')
    return reply
      .header('content-type', file.contentType)
      .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
  }
  return reply.header('cache-control', 'no-store').send(route.reply.parse(result))
}

/** Turns whatever was thrown into the one error shape; unknown errors keep their detail in the log. */
export function errorAnswer(error: unknown, statusOf: (code: string) => number): { status: number; code: string; data: Record<string, unknown>; problems?: readonly Problem[] } {
  if (error instanceof InvalidInput) return { status: 400, code: error.code, data: {}, problems: error.problems }
  if (error instanceof Refusal) return { status: statusOf(error.code), code: error.code, data: { ...error.data } }
  const state = sqlStateOf(error)
  if (state === '23505' || state === '23P01' || state === '40001' || state === '40P01') {
    return { status: 409, code: 'platform.conflict', data: { constraint: constraintOf(error) ?? null } }
  }
  if (state === '53100' || isDiskFull(error)) return { status: 503, code: 'platform.no-space', data: {} }
  if (isDatabaseAway(error)) return { status: 503, code: 'platform.database-away', data: {} }
  // A number, date or text that no column can hold, however it got past the contract.
  if (state === '22003' || state === '22008' || state === '22021' || state === '22P05') return { status: 400, code: 'platform.invalid-input', data: {} }
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return { status: 413, code: 'platform.too-large', data: {} }
  if (status !== undefined && status >= 400 && status < 500) return { status: 400, code: 'platform.invalid-input', data: {} }
  return { status: 500, code: 'platform.unexpected', data: {} }
}
