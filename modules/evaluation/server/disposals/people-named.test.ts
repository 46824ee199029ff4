import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#tests/setup/test-database.ts'
import { columnsOfPeople } from './people-named.ts'

const { ownerUrl } = await testDatabase(import.meta)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
after(() => owner.end())

/** Identifiers of what is not a person. */
const ofThings = /^(tenant_id|id|campaign_id|task_id|meeting_id|question_id|unit_id|scope_unit_id|parent_id|post_id|catalogue_id|product_id|result_id|replacing_result_id|replaces_id|replaced_by|received_from_task)$/

test('every column of the evaluation that names a person holds them, but for kinship, which goes with them', async () => {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and table_name like 'evaluation\\_%' and table_name <> 'evaluation_kinship' and data_type = 'uuid' order by 1, 2`,
  )
  const found = rows.filter(({ column }) => !ofThings.test(column)).map(({ table, column }) => `${table}.${column}`)
  const known = Object.entries(columnsOfPeople).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
  assert.deepEqual(known.toSorted(), found.toSorted())
})
