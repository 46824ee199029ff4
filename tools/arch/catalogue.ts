import type pg from 'pg'
import type { TableClass } from '#database/tables.ts'

/** How each table of the schema lives when it is distributed. */
export type Manifest = Readonly<Record<string, TableClass>>

interface Key {
  readonly table: string
  readonly name: string
  readonly kind: 'p' | 'u' | 'x' | 'f'
  readonly columns: readonly string[]
  readonly target: string | null
  readonly target_columns: readonly string[] | null
  readonly on_delete: string
  readonly on_update: string
  readonly equality: boolean
}

const tenantPolicy = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)"

/**
 * What in this database a distributed engine would refuse or a tenant's isolation would miss, each as
 * `table: what is wrong`. Read from the catalogue, so that it holds for what the migrations really made.
 */
export async function catalogueSins(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const checks = [tableSins, keySins, columnSins, securitySins, behaviourSins]
  const found = await inTurn(checks, (check) => check(client, manifest))
  return found.flat().toSorted()
}

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function rows<Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows
}

const ours = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.deptype = 'e')`

async function tableSins(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const found = await rows<{ name: string; tenant: string | null; has_key: boolean }>(
    client,
    `select c.relname as name, (select format_type(a.atttypid, null) || case when a.attnotnull then '' else ' null' end
         from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant,
       exists (select 1 from pg_constraint n where n.conrelid = c.oid and n.contype = 'p') as has_key
       from pg_class c where ${ours}`,
  )
  const present = new Set(found.map((table) => table.name))
  const missing = Object.keys(manifest).filter((name) => !present.has(name))
  return [
    ...missing.map((name) => `${name}: in the manifest, not in the database`),
    ...found.flatMap(({ name, tenant, has_key }) => {
      const kind = manifest[name]
      if (kind === undefined) return [`${name}: not in the manifest of tables`]
      const sins: string[] = []
      if (kind === 'tenant' && tenant !== 'uuid') sins.push(`${name}: tenant_id must be uuid not null, is ${tenant ?? 'missing'}`)
      if (kind === 'reference' && tenant !== null) sins.push(`${name}: a reference table has no tenant_id`)
      if (kind !== 'local' && !has_key) sins.push(`${name}: no primary key`)
      return sins
    }),
  ]
}

async function keySins(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const keys = await rows<Key>(client, keysQuery)
  return keys.flatMap((key) => (key.kind === 'f' ? foreignKeySins(key, manifest) : ownKeySins(key, manifest)))
}

function ownKeySins(key: Key, manifest: Manifest): string[] {
  if (manifest[key.table] !== 'tenant') return []
  if (key.columns[0] !== 'tenant_id') return [`${key.table}: ${key.name} does not start with tenant_id`]
  return key.equality ? [] : [`${key.table}: ${key.name} compares tenant_id otherwise than by =`]
}

function foreignKeySins(key: Key, manifest: Manifest): string[] {
  const [from, to] = [manifest[key.table], manifest[key.target ?? '']]
  const sins: string[] = []
  if (from === 'reference' && to !== 'reference') sins.push(`${key.table}: ${key.name} points from a reference table at ${key.target}`)
  if (from === 'tenant' && to === 'local') sins.push(`${key.table}: ${key.name} points at the local table ${key.target}`)
  if (from === 'local' && to === 'tenant') sins.push(`${key.table}: ${key.name} points from a local table at ${key.target}`)
  if (from === 'tenant' && to === 'tenant' && (key.columns[0] !== 'tenant_id' || key.target_columns?.[0] !== 'tenant_id')) {
    sins.push(`${key.table}: ${key.name} does not start with tenant_id`)
  }
  const blanks = ['n', 'd'].includes(key.on_delete) || ['n', 'd'].includes(key.on_update)
  if (from === 'tenant' && key.columns.length > 1 && blanks) sins.push(`${key.table}: ${key.name} sets null a composite key`)
  if (from === 'tenant' && key.on_update === 'c') sins.push(`${key.table}: ${key.name} changes keys on update`)
  return sins
}

// Unique indexes that are not constraints count too. Expressions have no column name.
const keysQuery = `
  select c.relname as table, x.relname as name, case when i.indisprimary then 'p' when i.indisexclusion then 'x' else 'u' end as kind,
         (select array_agg(coalesce(a.attname::text, '(expression)') order by k.position)
            from unnest(i.indkey::int2[]) with ordinality k (number, position)
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number and k.number > 0
           where k.position <= i.indnkeyatts) as columns,
         null::text as target, null::text[] as target_columns, '' as on_delete, '' as on_update,
         coalesce((select o.oprname = '=' from pg_constraint n join pg_operator o on o.oid = n.conexclop[1]
            where n.conindid = i.indexrelid and n.contype = 'x'), true) as equality
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
   where ${ours} and (i.indisunique or i.indisexclusion)
  union all
  select c.relname, n.conname, 'f',
         (select array_agg(a.attname::text order by k.position) from unnest(n.conkey) with ordinality k (number, position)
            join pg_attribute a on a.attrelid = n.conrelid and a.attnum = k.number),
         t.relname,
         (select array_agg(a.attname::text order by k.position) from unnest(n.confkey) with ordinality k (number, position)
            join pg_attribute a on a.attrelid = n.confrelid and a.attnum = k.number),
         n.confdeltype::text, n.confupdtype::text, true
    from pg_constraint n join pg_class c on c.oid = n.conrelid join pg_class t on t.oid = n.confrelid
   where ${ours} and n.contype = 'f'`

async function columnSins(client: pg.Client): Promise<string[]> {
  const found = await rows<{ table: string; column: string; type: string; sequence: boolean }>(
    client,
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
            coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as sequence
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where ${ours} and a.attnum > 0 and not a.attisdropped
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')`,
  )
  return found.flatMap(({ table, column, type, sequence }) => {
    if (sequence) return [`${table}: ${column} is a serial column`]
    return type === 'bigint' ? [] : [`${table}: the identity column ${column} is ${type}, not bigint`]
  })
}

async function securitySins(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const tables = await rows<{ name: string; on: boolean }>(client, `select c.relname as name, c.relrowsecurity as on from pg_class c where ${ours}`)
  const policies = await rows<{ table: string; name: string; whole: boolean; using: string | null; checking: string | null }>(
    client,
    `select c.relname as table, p.polname as name, p.polcmd = '*' and p.polpermissive and p.polroles = '{0}' as whole,
            pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as checking
       from pg_policy p join pg_class c on c.oid = p.polrelid where ${ours}`,
  )
  const views = await rows<{ name: string }>(
    client,
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
        and not exists (select 1 from pg_depend e where e.objid = c.oid and e.deptype = 'e')`,
  )
  const tenantTables = tables.filter(({ name }) => manifest[name] === 'tenant')
  return [
    ...tenantTables.filter(({ on }) => !on).map(({ name }) => `${name}: row-level security is off`),
    ...tenantTables
      .filter(({ name }) => policies.filter((policy) => policy.table === name).length !== 1)
      .map(({ name }) => `${name}: has not exactly one policy`),
    ...policies
      .filter((policy) => !policy.whole || policy.using !== tenantPolicy || policy.checking !== tenantPolicy)
      .map((policy) => `${policy.table}: the policy ${policy.name} is not the plain comparison of tenant_id`),
    ...views.map(({ name }) => `${name}: the view reads with its owner's rights`),
  ]
}

async function behaviourSins(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const triggers = await rows<{ table: string; name: string }>(
    client,
    `select c.relname as table, g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid where ${ours} and not g.tgisinternal`,
  )
  const rules = await rows<{ table: string; name: string }>(
    client,
    `select c.relname as table, r.rulename as name from pg_rewrite r join pg_class c on c.oid = r.ev_class where ${ours}`,
  )
  const heirs = await rows<{ table: string }>(
    client,
    `select c.relname as table from pg_class c join pg_inherits i on i.inhrelid = c.oid where ${ours} and not c.relispartition`,
  )
  const distributed = ({ table }: { table: string }) => manifest[table] !== 'local'
  return [
    ...triggers.filter(distributed).map(({ table, name }) => `${table}: the trigger ${name}`),
    ...rules.filter(distributed).map(({ table, name }) => `${table}: the rule ${name}`),
    ...heirs.map(({ table }) => `${table}: inherits from a table`),
  ]
}
