import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTypedDate } from './typed-date.ts'

test('a date may be typed with slashes, dashes, dots or as eight digits', () => {
  for (const typed of ['01/07/2026', '1-7-2026', ' 1.7.2026 ', '01072026']) assert.equal(readTypedDate(typed), '2026-07-01')
})

test('a day that does not exist, or an unfinished date, is no date', () => {
  for (const typed of ['31/02/2026', '29/02/2026', '1/7/26', '1/7', '2026-07-01x', '']) assert.equal(readTypedDate(typed), undefined)
})
