import type { QueryExecutorProvider } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { HoldReason } from '#kernel/hold-reason.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { ContentId } from '#platform/files/store.ts'

/** One thing past its period, deleted as a whole. */
export interface DueThing {
  readonly id: string
  /** The day its period is counted from. */
  readonly endedOn: CalendarDate
  /** What it is called, for the person who confirms; kept nowhere. */
  readonly label: string
  /** Whose record it is, where it is one person's. */
  readonly personId: string | null
  readonly hold: HoldReason | null
}

/** What was deleted: rows by table, and files no record of the tenant names any more. */
export interface Deleted {
  readonly rows: Readonly<Record<string, number>>
  readonly files: readonly ContentId[]
}

interface Parts<Module extends string> {
  readonly recordClass: string
  /** Whatever of the class ended before a day, with what stands against deleting it; oldest first. */
  find(read: Reader, tenantId: TenantId, endedBefore: CalendarDate, today: CalendarDate): Promise<readonly DueThing[]>
  /** Deletes these things with all that hangs on them. */
  remove(tx: Tx<Module>, tenantId: TenantId, ids: readonly string[]): Promise<Deleted>
}

/** How a module finds and deletes what of one record class is past its period; the program hands them in. */
export interface Disposal extends Omit<Parts<string>, 'remove'> {
  remove(tx: QueryExecutorProvider, tenantId: TenantId, ids: readonly string[]): Promise<Deleted>
}

/** A module's way to find and delete one of its record classes, in the transaction of whoever confirms. */
export function disposal<Module extends string>({ remove, ...parts }: Parts<Module>): Disposal {
  // Whoever confirms hands in a transaction of another module; it becomes that of the module which deletes its own tables.
  return { ...parts, remove: (tx, tenantId, ids) => remove(tx as unknown as Tx<Module>, tenantId, ids) }
}

/** What other modules hold of people: whom they still name, and what goes with a person. */
export interface PersonHoldings {
  /** Those of them who must stay, and why. */
  heldPeople(read: Reader, tenantId: TenantId, people: readonly string[], today: CalendarDate): Promise<ReadonlyMap<string, HoldReason>>
  forgetPeople(tx: QueryExecutorProvider, tenantId: TenantId, people: readonly string[]): Promise<Deleted['rows']>
}

/** A module's part in deleting people. */
export function personHoldings<Module extends string>({ heldPeople, forgetPeople }: Omit<PersonHoldings, 'forgetPeople'> & { forgetPeople(tx: Tx<Module>, tenantId: TenantId, people: readonly string[]): Promise<Deleted['rows']> }): PersonHoldings {
  return { heldPeople, forgetPeople: (tx, tenantId, people) => forgetPeople(tx as unknown as Tx<Module>, tenantId, people) }
}

/** Disposal of people together with what other modules hold of them; whoever one of those still needs is held. */
export function withHoldings(people: Disposal, others: readonly PersonHoldings[]): Disposal {
  return {
    ...people,
    async find(read, tenantId, endedBefore, today) {
      const found = await people.find(read, tenantId, endedBefore, today)
      const held = new Map<string, HoldReason>()
      for (const other of others) (await other.heldPeople(read, tenantId, found.map((person) => person.id), today)).forEach((reason, person) => held.set(person, reason))
      return found.map((person) => ({ ...person, hold: person.hold ?? held.get(person.id) ?? null }))
    },
    async remove(tx, tenantId, ids) {
      const rows: Record<string, number> = {}
      for (const other of others) Object.assign(rows, await other.forgetPeople(tx, tenantId, ids))
      const own = await people.remove(tx, tenantId, ids)
      return { ...own, rows: { ...rows, ...own.rows } }
    },
  }
}
