import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperHeadingOf } from './paper-heading.ts'

const heading = (number: string) => paperHeadingOf({ document: { number, date: '2026-01-01', issuer: { vi: '', en: '' }, title: { vi: '', en: '' } } })

test('a Party document is told by its sign: a hyphen before the kind, a slash before the body', () => {
  for (const number of ['366-QĐ/TW', '06-HD/BTCTU', '3814-QĐ/TU', '12-QĐ/ĐU', 'Mẫu 2018 theo 132-QĐ/TW và 89-QĐ/TW']) assert.equal(heading(number), 'party', number)
})

test('State documents and everything else are printed after Decree 30/2020', () => {
  for (const number of ['335/2025/NĐ-CP', '1923/QĐ-CĐKT', 'Dự thảo', 'Mẫu 20-30-50', 'Hướng dẫn nội bộ']) assert.equal(heading(number), 'state', number)
})
