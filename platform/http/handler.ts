import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, TenantId } from '#kernel/id.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import type { LedgerFact } from '#platform/audit/ledger.ts'
import type { BodyOf, ModuleOf, ParamsOf, QueryOf, ReplyOf, Route, Routes } from '#platform/contract/route.ts'
import type { Reader, Statement, Tx } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Session } from './session.ts'

interface Common<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly actor: R['permission'] extends 'public' ? Actor | null : Actor
  /** Reads within the request's transaction. */
  readonly read: Reader
  /** The moment of the request; the only clock. */
  readonly now: Date
  /** The day in Vietnam. */
  readonly today: CalendarDate
  readonly files: FileStore
  /** The Vietnamese working calendar: weekends, public holidays, make-up days. */
  readonly calendar: WorkCalendar
  /** Says what the ledger keeps: required once in a command, and in a query that reads personal detail or exports. */
  record(fact: LedgerFact): void
}

export interface QueryContext<R extends Route> extends Common<R> {
  /** Of a question that comes with something to look at, sent by POST; nothing of it is kept. */
  readonly body: BodyOf<R>
  /** As `record`, for a page of a list with others' detail: the same page read again within ten minutes is not said again. */
  recordList(fact: LedgerFact): void
}

export interface CommandContext<R extends Route> extends Common<R> {
  readonly body: BodyOf<R>
  /** Writes the tables of the route's module; everything else is read through `read`. */
  readonly tx: Tx<ModuleOf<R>>
  newId<Kind extends string>(): Id<Kind>
  /** Refuses unless the actor has proved lately who they are, where what is stored and not the route says that they must. */
  mustProve(): Promise<void>
}

/** What a guess is made from: the request and whatever the process remembers, without reading anything. */
export type GuessContext<R extends Route> = Pick<CommandContext<R>, 'params' | 'query' | 'body' | 'actor' | 'now' | 'today'>

/** A command as one statement, decided on what is remembered. */
export interface Guess<R extends Route> {
  /** Writes and returns one row if everything the guess was decided on still holds, else none. Its text is a constant. */
  readonly write: Statement
  readonly fact: LedgerFact
  readonly reply: ReplyOf<R>
}

/** Context of a route that works before or outside any tenant: sign-in, set-up. It opens what it needs itself. */
export interface BareContext<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  readonly actor: Actor | null
  readonly session: Session | null
  readonly now: Date
  readonly today: CalendarDate
  readonly headers: Headers
  /** Network address the request came from. */
  readonly source: string
  /** Scheme and host by which the browser reached the program. */
  readonly origin: string
  newId<Kind extends string>(): Id<Kind>
  /** Sets a reply header; several cookies at once. */
  header(name: string, value: string | string[]): void
  /** Another module's tables must be asked for by name. */
  inTenant<Result, Modules extends string = ModuleOf<R>>(tenantId: TenantId, work: (tx: Tx<Modules>) => Promise<Result>): Promise<Result>
}

export type Handler<R extends Route> =
  | { readonly kind: 'query'; readonly run: (context: QueryContext<R>) => Promise<ReplyOf<R>> }
  | { readonly kind: 'command'; readonly run: (context: CommandContext<R>) => Promise<ReplyOf<R>>; readonly guess: ((context: GuessContext<R>) => Guess<R> | undefined) | undefined }
  | { readonly kind: 'flow'; readonly run: (context: QueryContext<R>) => Promise<Flow> }
  | { readonly kind: 'bare'; readonly run: (context: BareContext<R>) => Promise<ReplyOf<R>> }

/** One handler per route; a missing one does not compile. */
export type Handlers<T extends Routes> = { readonly [Name in keyof T]: Handler<T[Name]> }

/** A query: one read-only transaction, in the tenant of the actor. With a body it is sent by POST and still keeps nothing, a repetition neither. */
export function query<R extends Route>(_route: R, run: (context: QueryContext<R>) => Promise<ReplyOf<R>>): Handler<R> {
  return { kind: 'query', run }
}

/**
 * A command: one transaction, one ledger entry in it, done once per request id. With `guess` it is first tried as one
 * statement; when that writes nothing, or the guess refuses, `run` decides on what is really there.
 */
export function command<R extends Route>(_route: R, run: (context: CommandContext<R>) => Promise<ReplyOf<R>>, guess?: (context: GuessContext<R>) => Guess<R> | undefined): Handler<R> {
  return { kind: 'command', run, guess }
}

/** Takes or sends bytes past the wrapper, after whoever asks was admitted and the transaction has ended. */
export type Flow = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A query that ends in bytes too many to hold: a part of an upload, a stretch of a film. It answers for itself; refusals come before it. */
export function flow<R extends Route>(_route: R, run: (context: QueryContext<R>) => Promise<Flow>): Handler<R> {
  return { kind: 'flow', run }
}

/** A route outside the tenant's transaction; rare and reviewed. */
export function bare<R extends Route>(_route: R, run: (context: BareContext<R>) => Promise<ReplyOf<R>>): Handler<R> {
  return { kind: 'bare', run }
}
