import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '#kernel/id.ts'
import { testDatabase } from '#tests/setup/test-database.ts'
import { createDatabase, inTenant, readerOf } from './database.ts'
import { createPool } from './pool.ts'
import { progressOf, tellProgress } from './progress.ts'

test('how far an open transaction has come is known to others, until it ends', async (t) => {
  const pool = createPool({ url: (await testDatabase(import.meta)).url }, { max: 3 })
  t.after(() => pool.end())
  const db = createDatabase(pool)
  const tenantId = asId<'tenant'>('00000000-0000-7000-8000-000000000001')
  const seen = (about: string) => inTenant(db, tenantId, 'read', (tx) => progressOf(readerOf(tx), about))
  assert.equal(await seen('work'), null)
  await inTenant(db, tenantId, 'write', async (tx) => {
    await tellProgress(tx, 'work', 0)
    assert.equal(await seen('work'), 0)
    await tellProgress(tx, 'work', 33.9)
    await tellProgress(tx, 'work', 66)
    assert.deepEqual([await seen('work'), await seen('other work')], [66, null])
  })
  assert.equal(await seen('work'), null)
})
