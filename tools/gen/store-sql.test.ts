import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storeSql } from './store-sql.ts'

test('one statement is printed once, however many rows it was sent with', () => {
  const printed = storeSql([
    'insert into "evaluation_task" ("id", "month") values ($1, $2)',
    'insert into "evaluation_task" ("id", "month") values ($1, $2), ($3, $4), ($5, $6)',
    'select "id" from "evaluation_task" as "t"\n   inner join "organisation_unit" as "u" on "u"."id" = "t"."unit_id" where "t"."id" in ($1, $2)',
  ]).get('modules/evaluation/server/store.sql')
  assert.equal(printed?.match(/insert into/g)?.length, 1)
  assert.match(printed ?? '', /select id\n {2}from evaluation_task as t\n {2}inner join organisation_unit as u on u\.id = t\.unit_id\n {2}where t\.id in \(\$, …\);/)
})

test('a statement belongs to the module of its first table, whichever order it comes in', () => {
  const statements = ['select 1 from organisation_unit join evaluation_task on true', 'delete from organisation_post where id = $1', 'begin']
  assert.deepEqual(storeSql(statements), storeSql(statements.toReversed()))
  assert.deepEqual([...storeSql(statements).keys()], ['modules/organisation/server/store.sql'])
})
