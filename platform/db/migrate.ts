import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { restricted, tables } from '#database/tables.ts'
import { withConnection } from './connection.ts'
import type { DatabaseAddress } from './pool.ts'

/** The role the program works under: owns nothing, sees one tenant at a time. */
export const applicationRole = 'thuocdo_app'

const folder = join(import.meta.dirname, '../../database/migrations')
const lockKey = 335_2025

export interface Migration {
  readonly name: string
  readonly text: string
  readonly hash: string
}

/** The database was migrated by a newer program, or a shipped migration was altered. */
export class MigrationMismatch extends Error {
  readonly migration: string
  readonly kind: 'newer' | 'altered'

  constructor(kind: 'newer' | 'altered', migration: string) {
    super(`${kind}: ${migration}`)
    this.name = 'MigrationMismatch'
    this.kind = kind
    this.migration = migration
  }
}

/** The shipped migrations in order. */
export async function shippedMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') }
    }),
  )
}

/** What an upgrade may want besides the schema. */
export interface MigrateOptions {
  /** Only these, as for a backup of an older version. */
  readonly only?: readonly string[]
  /** Done under the lock before a database that was used already is changed; throwing leaves it as it is. */
  readonly beforeUpgrade?: () => Promise<void>
}

/**
 * Brings the schema up to date in one transaction under a lock, so that two starting servers do it once and a
 * failed upgrade leaves the old state. Returns the names applied. Throws {@link MigrationMismatch}.
 */
export async function migrate(address: DatabaseAddress, options: MigrateOptions = {}): Promise<string[]> {
  return withConnection(address, 'thuocdo', async (client) => {
    try {
      await client.query('begin')
      const applied = await upgrade(client, options)
      await client.query('commit')
      return applied
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

async function upgrade(client: pg.Client, options: MigrateOptions): Promise<string[]> {
  await client.query('select pg_advisory_xact_lock($1)', [lockKey])
  await client.query(
    `create table if not exists platform_migration (
       name text primary key, hash text not null, applied_at timestamptz not null default current_timestamp)`,
  )
  const { rows: applied } = await client.query<{ name: string; hash: string }>('select name, hash from platform_migration')
  const missing = pending(await shippedMigrations(), applied)
  const todo = options.only === undefined ? missing : missing.filter(({ name }) => options.only?.includes(name))
  // Before the role, which other databases of the server share and what is done there may wait for.
  if (todo.length > 0 && applied.length > 0) await options.beforeUpgrade?.()
  await ensureRole(client)
  for (const migration of todo) {
    await client.query(migration.text)
    await client.query('insert into platform_migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
  }
  if (todo.length > 0) await secure(client)
  return todo.map((migration) => migration.name)
}

function pending(shipped: readonly Migration[], applied: readonly { name: string; hash: string }[]): Migration[] {
  const known = new Map(shipped.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const migration = known.get(row.name)
    if (migration === undefined) throw new MigrationMismatch('newer', row.name)
    if (migration.hash !== row.hash) throw new MigrationMismatch('altered', row.name)
  }
  const done = new Set(applied.map((row) => row.name))
  return shipped.filter((migration) => !done.has(migration.name))
}

async function ensureRole(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole])
  if (found.rowCount === 0) await client.query(`create role ${applicationRole} nologin`)
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${applicationRole}', 'member') then
      execute format('grant ${applicationRole} to %I', current_user);
    end if; end $$`)
}

/** Row-level security by tenant and the application role's rights, from the one manifest of tables. */
async function secure(client: pg.Client): Promise<void> {
  await client.query(`grant usage on schema public to ${applicationRole}`)
  const { rows } = await client.query<{ name: string }>("select relname::text as name from pg_class where relnamespace = 'public'::regnamespace")
  const there = new Set(rows.map((row) => row.name))
  for (const [table, kind] of Object.entries(tables)) {
    if (!there.has(table)) continue
    const rights = restricted[table] ?? ['select', 'insert', 'update', 'delete']
    await client.query(`revoke all on ${table} from ${applicationRole}`)
    await client.query(`grant ${rights.join(', ')} on ${table} to ${applicationRole}`)
    if (kind !== 'tenant') continue
    await client.query(`alter table ${table} enable row level security`)
    await client.query(`drop policy if exists by_tenant on ${table}`)
    await client.query(
      `create policy by_tenant on ${table} using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
         with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    )
  }
}
