import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { pageOf, type Page } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { escapeLike } from '#platform/db/like.ts'
import { pageKey } from '#platform/http/page-key.ts'
import type { LoginLine, LoginSlip } from '../contract/routes.ts'
import { loginNameOf } from '../domain/login-name.ts'
import { setPassword } from './change-password.ts'
import { firstPassword } from './first-password.ts'
import { endInvitations, openInvitations } from './invitations.ts'
import { insertAccount } from './open-account.ts'
import { hashPassword } from './password.ts'
import { dropSecondFactors } from './second-factors.ts'

interface Asked {
  readonly after?: string | undefined
  readonly limit: number
  readonly search?: string | undefined
  readonly only: 'all' | 'without' | 'with'
}

/** Somebody who holds a post, and their login. */
export interface Row {
  id: string
  code: string
  full_name: string
  sort_name: string
  title: string
  unit: string
  username: string | null
  user_id: string | null
}

/** People who hold a post on the day, each once with their main post, and the login that opens for them. */
function holders(tenantId: TenantId, today: CalendarDate) {
  return sql`select distinct on (x.id) x.id, x.code, x.full_name, x.sort_name, x.folded_name, p.title, s.name as unit, u.username, u.id as user_id
    from organisation_holding h
    join organisation_person x on x.tenant_id = ${tenantId} and x.id = h.person_id
    join organisation_post p on p.tenant_id = ${tenantId} and p.id = h.post_id
    join organisation_unit_span s on s.tenant_id = ${tenantId} and s.unit_id = p.unit_id and s.valid_from <= ${today} and coalesce(s.valid_to, 'infinity') >= ${today}
    left join accounts_user u on u.tenant_id = ${tenantId} and u.person_id = x.id
    where h.tenant_id = ${tenantId} and h.valid_from <= ${today} and coalesce(h.valid_to, 'infinity') >= ${today}
    order by x.id, h.is_primary desc, h.valid_from`
}

/** A page of people with or without a login, by given name. */
export async function listLogins(read: Reader, tenantId: TenantId, asked: Asked, today: CalendarDate, now: Date): Promise<Page<LoginLine>> {
  const [name, id] = asked.after === undefined ? [null, null] : pageKey(asked.after, ['text', 'uuid'])
  const pattern = asked.search === undefined || asked.search.trim() === '' ? null : `%${escapeLike(foldVietnamese(asked.search))}%`
  const lines = sql<Row>`(select * from (${holders(tenantId, today)}) as l
    where (${pattern}::text is null or l.folded_name like ${pattern})
      and (${asked.only} = 'all' or (${asked.only} = 'with') = (l.username is not null))
      and (${name}::text is null or (l.sort_name, l.id) > (${name}, ${id}::uuid))
    order by l.sort_name, l.id limit ${asked.limit + 1})`.as('found')
  const found = await read.selectFrom(lines).selectAll().orderBy('sort_name').orderBy('id').execute()
  const page = pageOf(found, asked.limit, (row) => [row.sort_name, row.id])
  const ids = page.items.flatMap((row) => (row.user_id === null ? [] : [row.user_id]))
  const [invited, guarded] = [await openInvitations(read, ids, now), await withSecondFactor(read, ids)]
  return {
    next: page.next,
    items: page.items.map((row) => ({
      personId: row.id as PersonId,
      code: row.code,
      fullName: row.full_name,
      post: row.title,
      unit: row.unit,
      username: row.username,
      invitedUntil: invited.get(row.user_id ?? '')?.toISOString() ?? null,
      secondFactor: guarded.has(row.user_id ?? ''),
    })),
  }
}

async function withSecondFactor(read: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const totps = await read.selectFrom('accounts_totp').where('user_id', 'in', [...ids]).where('confirmed_at', 'is not', null).select('user_id').execute()
  const passkeys = await read.selectFrom('accounts_passkey').where('user_id', 'in', [...ids]).select('user_id').execute()
  return new Set([...totps, ...passkeys].map((row) => row.user_id))
}

/** The people, each with the post of the day; refuses when one of them holds none. */
export async function holdersNamed(tx: Tx<'accounts'>, tenantId: TenantId, people: readonly PersonId[], today: CalendarDate): Promise<Row[]> {
  const found = await sql<Row>`select * from (${holders(tenantId, today)}) as l where l.id = any(${[...new Set(people)]}::uuid[]) order by l.sort_name, l.id`.execute(tx)
  if (found.rows.length !== new Set(people).size) refuse('accounts.login.unknown-person')
  return found.rows
}

/** Gives every row without a login a name for one that nobody else has. */
export async function nameLogins(tx: Tx<'accounts'>, rows: readonly Row[]): Promise<Map<string, string>> {
  const names = await tx.selectFrom('accounts_user').select('username').execute()
  const taken = new Set(names.map((row) => row.username))
  return new Map(
    rows.map((row) => {
      const username = row.username ?? loginNameOf(row.full_name, taken)
      taken.add(username)
      return [row.id, username]
    }),
  )
}

/** Opens a login for each person, all or none. The passwords exist only in what is returned. */
export async function openLogins(tx: Tx<'accounts'>, tenantId: TenantId, people: readonly PersonId[], now: Date, today: CalendarDate): Promise<LoginSlip[]> {
  const rows = await holdersNamed(tx, tenantId, people, today)
  const has = rows.filter((row) => row.username !== null)
  if (has.length > 0) refuse('accounts.login.exists', { people: has.map((row) => row.full_name) })
  const names = await nameLogins(tx, rows)
  const slips = rows.map((row): LoginSlip => ({ personId: row.id as PersonId, fullName: row.full_name, unit: row.unit, username: names.get(row.id) ?? '', password: firstPassword() }))
  const hashes = await Promise.all(slips.map((slip) => hashPassword(slip.password)))
  for (const [at, slip] of slips.entries()) {
    await insertAccount(tx, { tenantId, personId: slip.personId, displayName: slip.fullName, username: slip.username, passwordHash: hashes[at] ?? '', roles: [] }, now, today)
  }
  return slips
}

/** Somebody who holds a post and has a login; refuses otherwise. */
async function holderWithLogin(tx: Tx<'accounts'>, tenantId: TenantId, personId: PersonId, today: CalendarDate): Promise<Row & { username: string; user_id: string }> {
  const [row] = await holdersNamed(tx, tenantId, [personId], today)
  if (row?.username == null || row.user_id === null) refuse('accounts.login.unknown-person')
  return { ...row, username: row.username, user_id: row.user_id }
}

/** Gives somebody with a login a new first password; every session and open link of theirs ends. */
export async function resetLogin(tx: Tx<'accounts'>, tenantId: TenantId, personId: PersonId, now: Date, today: CalendarDate): Promise<LoginSlip> {
  const row = await holderWithLogin(tx, tenantId, personId, today)
  const password = firstPassword()
  await setPassword(tx, row.user_id, await hashPassword(password), now)
  await endInvitations(tx, [row.user_id], now)
  await tx.deleteFrom('accounts_session').where('user_id', '=', row.user_id).execute()
  return { personId, fullName: row.full_name, unit: row.unit, username: row.username, password }
}

/** Takes the second factors of somebody away who lost them; every session of theirs ends. */
export async function removeSecondFactors(tx: Tx<'accounts'>, tenantId: TenantId, personId: PersonId, today: CalendarDate): Promise<void> {
  const row = await holderWithLogin(tx, tenantId, personId, today)
  await dropSecondFactors(tx, row.user_id)
  await tx.deleteFrom('accounts_session').where('user_id', '=', row.user_id).execute()
}
