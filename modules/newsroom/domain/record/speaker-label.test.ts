import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speakerLabel } from './speaker-label.ts'

const read = (text: string): string | null => {
  const label = speakerLabel(text)
  return label === null ? null : `${label.name}|${label.title}|${text.slice(label.end).trim()}`
}

test('a person is introduced by form of address, name and title, in every way scripts shorten them', () => {
  assert.equal(read('Đ/c Hồ Thị Mẫu – Chủ tịch UBND xã: Vâng'), 'Hồ Thị Mẫu|Chủ tịch UBND xã|Vâng')
  assert.equal(read('Đc … Lan, Bí thư Chi bộ: Vâng'), '… Lan|Bí thư Chi bộ|Vâng')
  assert.equal(read('đ.c ... Lan: Vâng'), '... Lan||Vâng')
  assert.equal(read('Đồng chí TS. Lê Thử (Viện trưởng): Vâng'), 'Lê Thử|Viện trưởng|Vâng')
  assert.equal(read('Ông Lê Thử Chủ tịch Hội Nông dân: Vâng'), 'Lê Thử|Chủ tịch Hội Nông dân|Vâng')
  assert.equal(read('Lê Thử Hai - Phó Giám đốc Sở: Vâng'), 'Lê Thử Hai|Phó Giám đốc Sở|Vâng')
  assert.equal(read('Bà Lò Thị Thử trả lời: Vâng'), 'Lò Thị Thử||Vâng')
})

test('a sentence that only speaks of somebody introduces nobody', () => {
  assert.equal(read('Ông Nam, chủ vườn, cho biết: mùa này được giá'), null)
  assert.equal(read('Theo đ/c Lê Thử, Bí thư: cần làm ngay'), null)
  assert.equal(read('Đồng chí Bí thư: xin chào'), null)
  assert.equal(read('Năm nay có ba việc: một là'), null)
  assert.equal(read('Lê Thử Hai: Vâng'), null)
  assert.equal(read('Ông Lê Thử nói nhiều'), null)
})
