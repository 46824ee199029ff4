import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Database } from '#database/types.ts'
import type { Actor } from '#kernel/actor.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { asId, type PersonId, type TenantId } from '#kernel/id.ts'
import type { RefusalCatalogue } from '#kernel/refusal.ts'
import { grantsOf, type GivenRole } from '#modules/accounts/domain/grants.ts'
import { personNames, postsHeld } from '#modules/organisation/server/index.ts'
import { isFileReply, type FileResult, type InputOf, type ReceivedOf, type Route } from '#platform/contract/route.ts'
import { createFieldCipher } from '#platform/crypto/field-cipher.ts'
import { loadCalendar } from '#platform/db/calendar.ts'
import { createDatabase, inTenant, readerOf } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { openFileStore } from '#platform/files/store.ts'
import { mediaSettings } from '#platform/media-store/media-settings.ts'
import { openMediaStore } from '#platform/media-store/media-store.ts'
import { createApp } from '#platform/http/app.ts'
import type { Services } from '#platform/http/serve.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

/** A refusal as a caller of the program sees it. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly data: Record<string, unknown>
  readonly problems: readonly { readonly path: string; readonly code: string }[]

  constructor(status: number, error: { code: string; data: Record<string, unknown>; problems?: Refused['problems'] }) {
    super(`${status} ${error.code} ${JSON.stringify(error.data)}`)
    this.name = 'Refused'
    this.status = status
    this.code = error.code
    this.data = error.data
    this.problems = error.problems ?? []
  }
}

type Answer<R extends Route> = R['reply'] extends z.ZodType ? ReceivedOf<R> : FileResult

/** Calls routes as one person. `requestId` sends a command again under the same name. */
export interface Caller {
  readonly actor: Actor
  call<R extends Route>(route: R, input: InputOf<R>, requestId?: string): Promise<Answer<R>>
}

/** Routes of some modules over a database of the file's own, with the tests' clock and signed-in people. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly database: TestDatabase
  readonly services: Services
  readonly db: Kysely<Database>
  /** Where the keys lie that seal fields. */
  readonly keyFolder: string
  /** The moment every request happens at; tests move it. */
  readonly clock: { now: Date }
  newTenant(name?: string): Promise<TenantId>
  inTenant<Result>(tenantId: TenantId, work: (tx: Kysely<Database>) => Promise<Result>): Promise<Result>
  /** Somebody with the rights of the posts held on the clock's day, and the roles given. */
  signedIn(tenantId: TenantId, personId: PersonId, roles?: readonly GivenRole[]): Promise<Caller>
  as(actor: Actor): Caller
}

const accountHeader = 'x-test-account'

/** Starts the routes that `register` adds, without a socket. Everything is closed and removed after the file. */
export async function testServer(
  meta: Pick<ImportMeta, 'filename'>,
  register: (app: FastifyInstance, services: Services) => void,
  options: { readonly refusals: readonly RefusalCatalogue[]; readonly now?: Date },
): Promise<TestServer> {
  const database = await testDatabase(meta)
  const pool = createPool({ url: database.url }, { max: 8 })
  const db = createDatabase(pool)
  const folder = await mkdtemp(join(tmpdir(), 'thuocdo-test-'))
  const clock = { now: options.now ?? new Date('2026-11-20T02:00:00Z') }
  const actors = new Map<string, Actor>()
  const services: Services = {
    db,
    files: openFileStore(join(folder, 'files')),
    media: openMediaStore(mediaSettings({ THUOCDO_FFMPEG: 'off' }, folder)),
    fields: createFieldCipher(join(folder, 'keys'), () => clock.now),
    calendar: await loadCalendar(db),
    clock: () => clock.now,
    sessionOf: (headers, now) => {
      const actor = actors.get(String(headers[accountHeader]))
      return Promise.resolve(actor === undefined ? null : { actor, provedAt: now, withheld: [] })
    },
    // The modules' own tests ask nobody twice; that two persons are asked is tested where it is made.
    secondPerson: { use: () => Promise.resolve(true), stand: () => Promise.resolve('none') },
    room: { isFull: () => Promise.resolve(false) },
  }
  const app = await createApp({ log: false, refusals: options.refusals })
  register(app, services)
  after(async () => {
    await app.close()
    await pool.end()
    await rm(folder, { recursive: true, force: true })
  })
  const as = (actor: Actor): Caller => {
    actors.set(actor.accountId, actor)
    return { actor, call: (route, input, requestId) => callAs(app, actor, route, input, requestId ?? randomUUID()) }
  }
  return {
    app,
    database,
    services,
    db,
    keyFolder: join(folder, 'keys'),
    clock,
    async newTenant(name = 'Xã Thử Nghiệm') {
      const id = asId<'tenant'>(randomUUID())
      await db.insertInto('tenant').values({ id, name, created_at: clock.now }).execute()
      return id
    },
    inTenant: (tenantId, work) => inTenant(db, tenantId, 'write', work),
    as,
    async signedIn(tenantId, personId, roles = []) {
      return as(await actorOf(db, tenantId, personId, roles, clock.now))
    },
  }
}

async function actorOf(db: Kysely<Database>, tenantId: TenantId, personId: PersonId, roles: readonly GivenRole[], now: Date): Promise<Actor> {
  return inTenant(db, tenantId, 'read', async (tx) => {
    const posts = await postsHeld(readerOf(tx), tenantId, personId, vietnameseDay(now))
    const names = await personNames(readerOf(tx), tenantId, [personId])
    return { accountId: asId<'account'>(randomUUID()), tenantId, personId, displayName: names.get(personId)?.fullName ?? '', posts, grants: grantsOf(posts, roles) }
  })
}

interface AnyInput {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
}

async function callAs<R extends Route>(app: FastifyInstance, actor: Actor, route: R, input: InputOf<R>, requestId: string): Promise<Answer<R>> {
  const { params = {}, query = {}, body } = input as AnyInput
  const url = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])))
  const headers: Record<string, string> = { [accountHeader]: actor.accountId, 'x-request-id': requestId }
  if (body !== undefined) headers['content-type'] = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
  const answer = await app.inject({
    method: route.method,
    url: asked.size === 0 ? url : `${url}?${asked.toString()}`,
    headers,
    ...(body === undefined ? {} : { payload: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  })
  if (answer.statusCode >= 400) throw new Refused(answer.statusCode, (answer.json() as { error: { code: string; data: Record<string, unknown> } }).error)
  if (isFileReply(route.reply)) {
    const file: FileResult = { contentType: String(answer.headers['content-type']), fileName: String(answer.headers['content-disposition']), bytes: new Uint8Array(answer.rawPayload) }
    return file as Answer<R>
  }
  return route.reply.parse(answer.json()) as Answer<R>
}
