import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { restricted, tables } from '#database/tables.ts'
import { applicationRole } from '#platform/db/migrate.ts'
import { freshDatabase, testDatabase } from '#tests/setup/test-database.ts'
import { catalogueSins, type Manifest } from '../tools/arch/catalogue.ts'

const db = await testDatabase(import.meta)

async function withOwner<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

test('every table keeps the rules that let tenants be spread over several machines', async () => {
  assert.deepEqual(await withOwner(db.ownerUrl, (client) => catalogueSins(client, tables)), [])
})

test('only the two functions of the word search read past row-level security, for the tenant of the transaction, and find nothing but what is meant', async () => {
  const { rows } = await withOwner(db.ownerUrl, (client) =>
    client.query<{ name: string; path: string[]; body: string }>("select proname as name, proconfig as path, prosrc as body from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname"),
  )
  assert.deepEqual(rows.map(({ name, path }) => [name, path]), [
    ['newsroom_found_exactly', ['search_path=public, pg_catalog, pg_temp']],
    ['newsroom_found_folded', ['search_path=public, pg_catalog, pg_temp']],
  ])
  for (const { body } of rows) assert.match(body, /where tenant_id = nullif\(current_setting\('app\.tenant_id', true\), ''\)::uuid and/)
})

test('the application role has the rights of the manifest and no others', async () => {
  const found = await withOwner(db.ownerUrl, (client) =>
    client.query<{ table: string; rights: string[] }>(
      `select c.relname as table, array_agg(lower(g.privilege_type) order by lower(g.privilege_type)) as rights
         from pg_class c cross join lateral aclexplode(c.relacl) g
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and g.grantee = $1::regrole group by 1`,
      [applicationRole],
    ),
  )
  const expected = Object.keys(tables).map((table) => [table, (restricted[table] ?? ['delete', 'insert', 'select', 'update']).toSorted()])
  assert.deepEqual(Object.fromEntries(found.rows.map((row) => [row.table, row.rights])), Object.fromEntries(expected))
})

const policy = (table: string) => `alter table ${table} enable row level security;
  create policy by_tenant on ${table} using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`

// One planted sin each: the table's class, its SQL, and what must be said of it.
const planted: readonly { readonly says: string; readonly sql: string; readonly manifest: Manifest }[] = [
  {
    says: 'bad_key: bad_key_pkey does not start with tenant_id',
    sql: `create table bad_key (tenant_id uuid not null, id uuid primary key); ${policy('bad_key')}`,
    manifest: { bad_key: 'tenant' },
  },
  {
    says: 'bad_order: bad_order_pkey does not start with tenant_id',
    sql: `create table bad_order (tenant_id uuid not null, id uuid, primary key (id, tenant_id)); ${policy('bad_order')}`,
    manifest: { bad_order: 'tenant' },
  },
  {
    says: 'bad_unique: bad_unique_code_key does not start with tenant_id',
    sql: `create table bad_unique (tenant_id uuid, id uuid, code text unique, primary key (tenant_id, id)); ${policy('bad_unique')}`,
    manifest: { bad_unique: 'tenant' },
  },
  {
    says: 'bad_index: bad_index_lower does not start with tenant_id',
    sql: `create table bad_index (tenant_id uuid, id uuid, code text, primary key (tenant_id, id)); ${policy('bad_index')}
      create unique index bad_index_lower on bad_index (lower(code), tenant_id);`,
    manifest: { bad_index: 'tenant' },
  },
  {
    says: 'bad_exclude: bad_exclude_post_span_excl does not start with tenant_id',
    sql: `create table bad_exclude (tenant_id uuid, id uuid, post uuid, span daterange, primary key (tenant_id, id),
      exclude using gist (post with =, span with &&)); ${policy('bad_exclude')}`,
    manifest: { bad_exclude: 'tenant' },
  },
  {
    says: 'bad_foreign: bad_foreign_other_fkey does not start with tenant_id',
    sql: `create table bad_foreign (tenant_id uuid, id uuid, other uuid, primary key (tenant_id, id)); ${policy('bad_foreign')}
      create table bad_target (tenant_id uuid, id uuid, other uuid unique, primary key (tenant_id, id)); ${policy('bad_target')}
      alter table bad_foreign add foreign key (other) references bad_target (other);`,
    manifest: { bad_foreign: 'tenant', bad_target: 'tenant' },
  },
  {
    says: 'bad_null: bad_null_tenant_id_parent_fkey sets null a composite key',
    sql: `create table bad_null (tenant_id uuid, id uuid, parent uuid, primary key (tenant_id, id),
      foreign key (tenant_id, parent) references bad_null on delete set null); ${policy('bad_null')}`,
    manifest: { bad_null: 'tenant' },
  },
  {
    says: 'bad_reference: bad_reference_tenant_id_person_fkey points from a reference table at bad_person',
    sql: `create table bad_person (tenant_id uuid, id uuid, primary key (tenant_id, id)); ${policy('bad_person')}
      create table bad_reference (id uuid primary key, tenant uuid, person uuid,
        constraint bad_reference_tenant_id_person_fkey foreign key (tenant, person) references bad_person);`,
    manifest: { bad_person: 'tenant', bad_reference: 'reference' },
  },
  {
    says: 'bad_trigger: the trigger stamp',
    sql: `create table bad_trigger (tenant_id uuid, id uuid, primary key (tenant_id, id)); ${policy('bad_trigger')}
      create function stamp() returns trigger language plpgsql as 'begin return new; end';
      create trigger stamp before update on bad_trigger for each row execute function stamp();`,
    manifest: { bad_trigger: 'tenant' },
  },
  {
    says: 'bad_identity: the identity column number is integer, not bigint',
    sql: `create table bad_identity (tenant_id uuid, id uuid, number int generated always as identity, primary key (tenant_id, id)); ${policy('bad_identity')}`,
    manifest: { bad_identity: 'tenant' },
  },
  {
    says: 'bad_serial: number is a serial column',
    sql: `create table bad_serial (tenant_id uuid, id uuid, number bigserial, primary key (tenant_id, id)); ${policy('bad_serial')}`,
    manifest: { bad_serial: 'tenant' },
  },
  {
    says: 'bad_open: row-level security is off',
    sql: `create table bad_open (tenant_id uuid, id uuid, primary key (tenant_id, id)); ${policy('bad_open')} alter table bad_open disable row level security;`,
    manifest: { bad_open: 'tenant' },
  },
  {
    says: 'bad_policy: the policy by_tenant is not the plain comparison of tenant_id',
    sql: `create table bad_policy (tenant_id uuid, id uuid, primary key (tenant_id, id)); alter table bad_policy enable row level security;
      create policy by_tenant on bad_policy using (tenant_id in (select id from tenant));`,
    manifest: { bad_policy: 'tenant' },
  },
  {
    says: 'bad_second: has not exactly one policy',
    sql: `create table bad_second (tenant_id uuid, id uuid, primary key (tenant_id, id)); ${policy('bad_second')}
      create policy another on bad_second using (true);`,
    manifest: { bad_second: 'tenant' },
  },
  {
    says: 'bad_blank: tenant_id must be uuid not null, is uuid null',
    sql: `create table bad_blank (tenant_id uuid, id uuid); ${policy('bad_blank')}`,
    manifest: { bad_blank: 'tenant' },
  },
  {
    says: "bad_view: the view reads with its owner's rights",
    sql: 'create view bad_view as select * from organisation_person;',
    manifest: {},
  },
  { says: 'bad_unknown: not in the manifest of tables', sql: 'create table bad_unknown (id uuid primary key);', manifest: {} },
  { says: 'bad_gone: in the manifest, not in the database', sql: '', manifest: { bad_gone: 'tenant' } },
]

test('each planted break of the rules is reported', async (context) => {
  const scratch = await freshDatabase()
  await withOwner(scratch.ownerUrl, async (client) => {
    for (const { says, sql, manifest } of planted) {
      await context.test(says, async () => {
        await client.query('begin')
        try {
          if (sql !== '') await client.query(sql)
          assert.ok((await catalogueSins(client, { ...tables, ...manifest })).includes(says))
        } finally {
          await client.query('rollback')
        }
      })
    }
  })
  await scratch.close()
})
