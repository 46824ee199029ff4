import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concernsOf, type Condition } from './concerns.ts'

const now = Date.parse('2026-11-23T05:00:00Z')
const day = 86_400_000
const well: Condition = {
  now,
  lastVerifiedBackup: now - day,
  lastBackupFailed: false,
  damagedFiles: 0,
  backupsPlanned: true,
  keyOnServer: false,
  backupsOnSameDisk: false,
  leastFree: { bytes: 80e9, share: 0.6 },
  certificateEnds: now + 200 * day,
  reachable: true,
  encrypted: true,
  oldestUnsealed: null,
  newestEntry: now - 5_000,
}
const said = (change: Partial<Condition>) => concernsOf({ ...well, ...change }).map(({ kind, grave }) => (grave ? `${kind}!` : kind))

test('an installation that is well has no concern', () => {
  assert.deepEqual(said({}), [])
})

test('no verified backup, an old and a very old one', () => {
  assert.deepEqual(said({ lastVerifiedBackup: null }), ['no-backup!'])
  assert.deepEqual(said({ lastVerifiedBackup: now - 3 * day }), ['old-backup'])
  assert.deepEqual(said({ lastVerifiedBackup: now - 8 * day, lastBackupFailed: true }), ['old-backup!', 'backup-failed!'])
  assert.deepEqual(said({ lastVerifiedBackup: null, backupsPlanned: false }), [])
})

test('a full disk is graver than a low one, and only one of the two is said', () => {
  assert.deepEqual(said({ leastFree: { bytes: 4e9, share: 0.5 } }), ['disk-low'])
  assert.deepEqual(said({ leastFree: { bytes: 0.5e9, share: 0.5 } }), ['disk-full!'])
})

test('a certificate ends in twenty days, in five, and is not there at all', () => {
  assert.deepEqual(said({ certificateEnds: now + 20 * day }), ['certificate-ends'])
  assert.deepEqual(said({ certificateEnds: now + 5 * day }), ['certificate-ends!'])
  assert.deepEqual(said({ certificateEnds: null, encrypted: false }), ['no-encryption!'])
  assert.deepEqual(said({ certificateEnds: null, encrypted: false, reachable: false }), [])
})

test('a ledger with entries of a time still to come says that the clock was set back', () => {
  assert.deepEqual(said({ newestEntry: now + 3_600_000 }), ['clock-back!'])
  assert.deepEqual(said({ newestEntry: now + 500 }), [])
  assert.deepEqual(said({ newestEntry: null }), [])
})

test('what is grave comes first', () => {
  assert.deepEqual(said({ keyOnServer: true, backupsOnSameDisk: true, oldestUnsealed: now - 120_000 }), ['ledger-unsealed!', 'key-on-server', 'same-disk'])
})
