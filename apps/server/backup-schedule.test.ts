import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backupPlan, isBackupDue } from './backup-schedule.ts'
import { StartProblem } from './start-problem.ts'

const noon = 12 * 60 + 15
const at = (text: string) => new Date(`${text}+07:00`)

test('a backup is due after a quarter past twelve in Vietnam, once a day', () => {
  assert.equal(isBackupDue(at('2026-11-20T12:14:00'), at('2026-11-19T12:15:10'), noon), false)
  assert.equal(isBackupDue(at('2026-11-20T12:15:00'), at('2026-11-19T12:15:10'), noon), true)
  assert.equal(isBackupDue(at('2026-11-20T12:16:00'), at('2026-11-20T12:15:10'), noon), false)
  assert.equal(isBackupDue(at('2026-11-21T00:30:00'), at('2026-11-20T12:15:10'), noon), false)
})

test('one that was missed while the machine was off is due at once, and so is the first', () => {
  assert.equal(isBackupDue(at('2026-11-23T07:30:00'), at('2026-11-20T12:15:10'), noon), true)
  assert.equal(isBackupDue(at('2026-11-23T07:30:00'), null, noon), true)
})

test('a clock set back does not ask for one after another, one set forward asks once', () => {
  assert.equal(isBackupDue(at('2020-01-01T13:00:00'), at('2026-11-20T12:15:10'), noon), false)
  assert.equal(isBackupDue(at('2031-01-01T13:00:00'), at('2026-11-20T12:15:10'), noon), true)
})

test('the plan comes from the environment; a database of one’s own is left to its administrator', () => {
  assert.deepEqual(backupPlan({}, '/d', true), { folder: '/d/backups', minuteOfDay: noon })
  assert.deepEqual(backupPlan({}, '/d', false), { folder: '/d/backups', minuteOfDay: null })
  assert.deepEqual(backupPlan({ THUOCDO_BACKUPS: '/mnt/usb', THUOCDO_BACKUP_AT: '2:05' }, '/d', false), { folder: '/mnt/usb', minuteOfDay: 125 })
  assert.deepEqual(backupPlan({ THUOCDO_BACKUP_AT: 'off' }, '/d', true), { folder: '/d/backups', minuteOfDay: null })
  assert.throws(() => backupPlan({ THUOCDO_BACKUP_AT: '25:00' }, '/d', true), StartProblem)
})
