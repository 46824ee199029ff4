import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { tables } from '#database/tables.ts'
import { storeSql } from '../tools/gen/store-sql.ts'
import { seenStatements } from './setup/seen-statements.ts'
import { testDatabase } from './setup/test-database.ts'

const root = path.join(import.meta.dirname, '..')
const tenantTables = new Set(Object.entries(tables).flatMap(([table, kind]) => (kind === 'tenant' ? [table] : [])))

/** What a distributed engine would refuse or send to every machine in this statement. */
function faultsOf(text: string): string[] {
  const faults: string[] = []
  const relations = [...text.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)"?/gi)].flatMap(([, table]) => (table !== undefined && tenantTables.has(table) ? [table] : []))
  const named = text.match(/tenant_id/g)?.length ?? 0
  if (named < relations.length) faults.push(`names tenant_id ${named} times for ${relations.join(', ')}`)
  const changes = /^\s*update\b/i.test(text) || /\bdo update set\b/i.test(text) || /\bas \(\s*update\b/i.test(text)
  if (changes && /\b(now|clock_timestamp|random|gen_random_uuid|uuidv7)\s*\(|\bcurrent_timestamp\b/i.test(text)) faults.push('a volatile function in an update')
  if (/\bmerge\s+into\b/i.test(text)) faults.push('merge')
  if (/\bset_config\s*\(/i.test(text)) faults.push('set_config')
  if (/\binsert\s+into\s+[^(]+\([^)]*\)\s*values\s*\([^;]*\(\s*select\b/i.test(text)) faults.push('a sub-select inside insert … values')
  return faults
}

const seen = await seenStatements((await testDatabase(import.meta)).ownerUrl)

test('the check of statements sees what it is there for', () => {
  assert.equal(faultsOf('select * from evaluation_task where id = $1').length, 1)
  assert.equal(faultsOf('select * from evaluation_task t join evaluation_product p on p.id = t.product_id where t.tenant_id = $1').length, 1)
  assert.equal(faultsOf('update evaluation_task set judged_at = now() where tenant_id = $1').length, 1)
  assert.equal(faultsOf('insert into evaluation_task (tenant_id, id) values ($1, (select max(id) from x))').length, 1)
  assert.deepEqual(faultsOf('select * from evaluation_task where tenant_id = $1 and id = $2'), [])
})

test('every statement the program sends names its tenant for every relation and runs on a distributed engine', () => {
  assert.ok(seen.size > 60, `only ${seen.size} statements were seen`)
  const faulty = [...seen].flatMap((text) => faultsOf(text).map((fault) => `${fault}\n    ${text.replace(/\s+/g, ' ').slice(0, 400)}`))
  assert.deepEqual(faulty, [])
})

test('the SQL printed for review is what the program sends (npm run generate)', () => {
  const stale = [...storeSql(seen)].flatMap(([file, text]) => {
    const place = path.join(root, file)
    return existsSync(place) && readFileSync(place, 'utf8') === text ? [] : [file]
  })
  assert.deepEqual(stale, [])
})

// The query builder is held by types (tools/arch/table-ownership.ts). They see neither raw SQL nor a module that asks for
// the whole database: a narrower builder passes for it.
test('raw SQL of a module writes only its own tables, and no module asks for the whole database', () => {
  const strangers: string[] = []
  let writes = 0
  for (const file of globSync('modules/*/server/**/*.ts', { cwd: root }).filter((name) => !name.endsWith('.test.ts'))) {
    const module = file.split(path.sep)[1] ?? ''
    const text = readFileSync(path.join(root, file), 'utf8')
    if (/\b(Kysely|Transaction)<(Database|DB)>/.test(text)) strangers.push(`${file} asks for the whole database`)
    for (const [, table] of text.matchAll(/(?:insert into|delete from|\bupdate)\s+([a-z]+_[a-z_]+)/gi)) {
      if (table === undefined || !(table in tables)) continue
      writes += 1
      if (!table.startsWith(`${module.replaceAll('-', '_')}_`)) strangers.push(`${file} writes ${table}`)
    }
  }
  assert.ok(writes > 10, `only ${writes} writes were found`)
  assert.deepEqual(strangers, [])
})
