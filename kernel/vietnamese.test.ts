import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldVietnamese, formatDecimal, givenNameOf, sortNameOf, tidy } from './vietnamese.ts'

test('a text has one spelling: NFC, one blank, none around', () => {
  assert.equal(tidy(' Đào\u00a0 Mạnh '.normalize('NFD')), 'Đào Mạnh')
})

test('the search key has no marks and no đ, and is no identity', () => {
  assert.equal(foldVietnamese('Đào Mạnh Hùng'), 'dao manh hung')
  assert.equal(foldVietnamese('Cam Thành'), foldVietnamese('Cam Thanh'))
})

test('the given name is the last word', () => {
  assert.equal(givenNameOf('Nguyễn Thị Hồng Đào'), 'Đào')
})

test('names are sorted by given name with its tone, then by family name', () => {
  const names = ['Trần Thị Tráng', 'Lê Thị Trang', 'Bùi Văn Trạng', 'Đỗ Thị Trang', 'An', 'Hà Văn Ân']
  const sorted = names.toSorted((a, b) => sortNameOf(a).localeCompare(sortNameOf(b), 'vi'))
  assert.deepEqual(sorted, ['An', 'Hà Văn Ân', 'Đỗ Thị Trang', 'Lê Thị Trang', 'Trần Thị Tráng', 'Bùi Văn Trạng'])
})

test('decimals are shown with a comma', () => {
  assert.equal(formatDecimal('87.50'), '87,50')
})
