import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { isAccepted, unacceptedLicences } from './licences.ts'

const root = path.join(import.meta.dirname, '../..')

test('everything the program is made of has a licence we accepted', () => {
  assert.deepEqual(unacceptedLicences(), [])
})

test('an expression is accepted when what binds is', () => {
  assert.ok(isAccepted('(MIT OR GPL-3.0-only)'))
  assert.ok(isAccepted('MIT AND OFL-1.1'))
  assert.ok(!isAccepted('MIT AND GPL-3.0-only'))
  assert.ok(!isAccepted('unknown'))
})

test('no package may run a script while it is installed, unless it is listed', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { hasInstallScript?: boolean }> }
  const { allowScripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { allowScripts: Record<string, boolean> }
  const withScript = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript === true).map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 13))
  assert.deepEqual(withScript.filter((name) => !(name in allowScripts)), [])
  assert.deepEqual(Object.entries(allowScripts).filter(([, allowed]) => allowed), [], 'none is needed so far')
})
