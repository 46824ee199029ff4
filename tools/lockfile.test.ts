import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingOptionalPackages } from './lockfile.ts'

test('the lockfile names the packages of every system, so that a fresh clone installs (node bin/run.mjs tools/complete-lockfile.ts)', () => {
  assert.deepEqual(missingOptionalPackages(), [])
})
