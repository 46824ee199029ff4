import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeBytes, isDiskFull, watchRoom } from './room.ts'

const megabyte = 2 ** 20
const disks = (free: Record<string, number>) => watchRoom(Object.keys(free), (folder) => Promise.resolve(free[folder] ?? 0))

test('a disk with less than 128 MB left is full, whichever of the disks it is', async () => {
  assert.equal(await disks({ data: 129 * megabyte, database: 200 * megabyte }).isFull(), false)
  assert.equal(await disks({ data: 129 * megabyte, database: 127 * megabyte }).isFull(), true)
})

test('a disk that cannot be asked counts as having room, and asking many times looks once', async () => {
  let looks = 0
  const room = watchRoom(['gone'], () => {
    looks++
    return Promise.reject(new Error('EIO'))
  })
  for (let i = 0; i < 100; i++) assert.equal(await room.isFull(), false)
  assert.equal(looks, 1)
})

test('this disk is asked in bytes', async () => {
  assert.ok((await freeBytes(import.meta.dirname)) > megabyte)
})

test('a full disk and a used-up quota say so, a missing file does not', () => {
  const failed = (code: string) => isDiskFull(Object.assign(new Error(code), { code }))
  assert.deepEqual([failed('ENOSPC'), failed('EDQUOT'), failed('ENOENT'), isDiskFull('ENOSPC')], [true, true, false, false])
})
