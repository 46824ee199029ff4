import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expiredBackups, usualRotation, type KeptBackup } from './rotation.ts'

function nightly(days: number, verified: (day: number) => boolean = () => true): KeptBackup[] {
  return Array.from({ length: days }, (_, day) => {
    const takenAt = new Date(Date.UTC(2026, 0, 1 + day, 19)).toISOString()
    return { file: takenAt, takenAt, verified: verified(day) }
  })
}

function remaining(backups: readonly KeptBackup[]): string[] {
  const gone = new Set(expiredBackups(backups, usualRotation))
  return backups.filter((backup) => !gone.has(backup)).map((backup) => backup.takenAt.slice(0, 10))
}

test('a year of nightly backups leaves seven days, five weeks and twelve months', () => {
  const left = remaining(nightly(365))
  assert.deepEqual(left.slice(-7), ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'])
  assert.deepEqual(left.slice(0, 3), ['2026-01-31', '2026-02-28', '2026-03-31'])
  assert.equal(left.length, 7 + 3 + 11)
})

test('unverified backups displace no verified one and go when a newer one is verified', () => {
  const backups = nightly(30, (day) => day < 10)
  const left = remaining(backups)
  assert.ok(left.includes('2026-01-10'))
  assert.ok(left.includes('2026-01-30'), 'a newer unverified one stays: it may be all there is')
  assert.deepEqual(remaining(nightly(2, (day) => day === 1)), ['2026-01-02'])
})

test('the newest verified backup never goes, whatever the rotation', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ day: fc.integer({ min: 0, max: 900 }), verified: fc.boolean() }), { minLength: 1 }), fc.nat({ max: 3 }), (given, count) => {
      const backups = given.map(({ day, verified }, at) => ({ file: String(at), takenAt: new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + at).toISOString(), verified }))
      const gone = expiredBackups(backups, { daily: count, weekly: count, monthly: count })
      const newest = backups.filter((backup) => backup.verified).toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1))[0]
      assert.ok(newest === undefined || !gone.includes(newest))
    }),
  )
})
