import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backupPlan, backupTimer, isBackupDue, type MadeBackup } from './backup-schedule.ts'
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

const minute = 60_000
const day = 24 * 60 * minute

/** Lets the schedule live through minutes of a clock that is moved at some of them, looking every five; answers when it made backups. */
function live(minutes: number, moved: (minute: number) => number): number[] {
  const isTime = backupTimer(noon, 0)
  const made: MadeBackup[] = []
  const begun: number[] = []
  for (let lived = 0; lived < minutes; lived += 5) {
    const now = new Date(at('2026-11-20T08:00:00').getTime() + lived * minute + moved(lived))
    if (!isTime(now, lived * minute, made)) continue
    begun.push(lived)
    made.push({ takenAt: now.toISOString(), verifiedAt: now.toISOString(), purpose: 'scheduled' })
  }
  return begun
}

test('ten days under a clock left alone are the first backup and one each noon', () => {
  assert.deepEqual(live(10 * 1440, () => 0), [10, ...Array.from({ length: 10 }, (_, n) => 255 + n * 1440)])
})

for (const [said, by] of [
  ['an hour', 60 * minute],
  ['a day', day],
  ['over midnight', 17 * 60 * minute],
  ['a year', 365 * day],
] as const) {
  test(`a clock moved ${said} ahead or back, for good or for a day, makes no storm of backups and none is missed for longer than two days`, () => {
    for (const shift of [by, -by]) {
      for (const moved of [(lived: number) => (lived > 2000 ? shift : 0), (lived: number) => (lived > 2000 && lived < 3440 ? shift : 0), (lived: number) => (lived < 2000 ? shift : 0)]) {
        const begun = live(12 * 1440, moved)
        const pauses = [...begun, 12 * 1440].map((moment, at) => moment - (begun[at - 1] ?? 0))
        assert.ok(Math.max(...pauses) <= 2 * 1440, `${shift / day} days: ${begun.join()}`)
        assert.ok(begun.length >= 12 - 2 && begun.length <= 12 + 3, `${shift / day} days: ${begun.join()}`)
      }
    }
  })
}

test('after a failure it is tried again each hour, not each minute', () => {
  const isTime = backupTimer(noon, 0)
  const tried = Array.from({ length: 300 }, (_, lived) => lived).filter((lived) => isTime(new Date(at('2026-11-20T13:00:00').getTime() + lived * minute), lived * minute, []))
  assert.deepEqual(tried, [10, 70, 130, 190, 250])
})

test('the plan comes from the environment; a database of one’s own is left to its administrator', () => {
  assert.deepEqual(backupPlan({}, '/d', true), { folder: '/d/backups', minuteOfDay: noon })
  assert.deepEqual(backupPlan({}, '/d', false), { folder: '/d/backups', minuteOfDay: null })
  assert.deepEqual(backupPlan({ THUOCDO_BACKUPS: '/mnt/usb', THUOCDO_BACKUP_AT: '2:05' }, '/d', false), { folder: '/mnt/usb', minuteOfDay: 125 })
  assert.deepEqual(backupPlan({ THUOCDO_BACKUP_AT: 'off' }, '/d', true), { folder: '/d/backups', minuteOfDay: null })
  assert.throws(() => backupPlan({ THUOCDO_BACKUP_AT: '25:00' }, '/d', true), StartProblem)
})
