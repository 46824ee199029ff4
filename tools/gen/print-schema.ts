import type pg from 'pg'

interface Column {
  readonly table: string
  readonly line: string
}

interface Line {
  readonly table: string
  readonly line: string
}

/**
 * The schema as SQL, read from the catalogue of a migrated database: what reviewers compare when a migration
 * changes it. Only for reading; databases are made by the migrations.
 */
export async function printSchema(client: pg.Client): Promise<string> {
  const tables = await rows<{ name: string; comment: string | null }>(client, tablesQuery)
  const columns = await rows<Column>(client, columnsQuery)
  const constraints = await rows<Line>(client, constraintsQuery)
  const after = [
    await rows<Line>(client, indexesQuery),
    await rows<Line>(client, securityQuery),
    await rows<Line>(client, policiesQuery),
    await rows<Line>(client, grantsQuery),
    await rows<Line>(client, commentsQuery),
  ]
  const parts = ['-- Printed from a migrated database by `npm run generate`; the migrations are the source.']
  parts.push((await rows<{ line: string }>(client, extensionsQuery)).map(({ line }) => line).join('\n'))
  for (const { name } of tables) {
    const inside = [...columns, ...constraints].filter((row) => row.table === name).map((row) => `  ${row.line}`)
    const create = `create table ${name} (\n${inside.join(',\n')}\n);`
    parts.push([create, ...after.flatMap((found) => found.filter((row) => row.table === name).map((row) => row.line))].join('\n'))
  }
  parts.push(...(await rows<{ line: string }>(client, otherQuery)).map(({ line }) => line))
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

async function rows<Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows
}

const ours = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

const extensionsQuery = `
  select format('create extension %s;', extname) as line from pg_extension where extname <> 'plpgsql' order by extname`

const tablesQuery = `select c.relname as name from pg_class c where ${ours} order by c.relname collate "C"`

const columnsQuery = `
  select c.relname as table,
         concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
           case when a.attcollation <> t.typcollation then format('collate %I', k.collname) end,
           case when a.attidentity <> '' then 'generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
                when a.attgenerated <> '' then format('generated always as (%s) %s', pg_get_expr(e.adbin, e.adrelid), case a.attgenerated when 's' then 'stored' else 'virtual' end)
                when e.adbin is not null then 'default ' || pg_get_expr(e.adbin, e.adrelid) end,
           case when a.attnotnull then 'not null' end) as line
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_type t on t.oid = a.atttypid
    left join pg_collation k on k.oid = a.attcollation
    left join pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
   where ${ours} and a.attnum > 0 and not a.attisdropped
   order by c.relname collate "C", a.attnum`

const constraintsQuery = `
  select c.relname as table, format('constraint %I %s', n.conname, pg_get_constraintdef(n.oid)) as line
    from pg_constraint n join pg_class c on c.oid = n.conrelid
   where ${ours} and n.contype <> 'n'
   order by c.relname collate "C", position(n.contype::text in 'puxfc'), n.conname collate "C"`

const indexesQuery = `
  select c.relname as table, pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
   where ${ours} and not exists (select 1 from pg_constraint n where n.conindid = i.indexrelid and n.contype in ('p', 'u', 'x'))
   order by c.relname collate "C", x.relname collate "C"`

const securityQuery = `
  select c.relname as table, format('alter table %I enable row level security;', c.relname) as line
    from pg_class c where ${ours} and c.relrowsecurity order by 1`

const policiesQuery = `
  select c.relname as table,
         format('create policy %I on %I using (%s) with check (%s);', p.polname, c.relname,
           pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as line
    from pg_policy p join pg_class c on c.oid = p.polrelid where ${ours} order by 1, p.polname`

const grantsQuery = `
  select c.relname as table,
         format('grant %s on %I to %I;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), c.relname, r.rolname) as line
    from pg_class c cross join lateral aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
   where ${ours} and g.grantee <> c.relowner group by c.relname, r.rolname order by 1, r.rolname`

const commentsQuery = `
  select c.relname as table,
         case when d.objsubid = 0 then format('comment on table %I is %L;', c.relname, d.description)
              else format('comment on column %I.%I is %L;', c.relname, a.attname, d.description) end as line
    from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
   where ${ours} order by c.relname collate "C", d.objsubid`

const otherQuery = `
  select line from (
    select 1 as kind, p.proname as name, pg_get_functiondef(p.oid) || ';' as line
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 2, c.relname, format(E'create view %I as\\n%s', c.relname, pg_get_viewdef(c.oid))
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select 3, g.tgname, pg_get_triggerdef(g.oid) || ';' from pg_trigger g where not g.tgisinternal
  ) as other order by kind, name collate "C"`
