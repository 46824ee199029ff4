import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordFault } from './password-fault.ts'

const common = new Set(['iloveyou123', 'dragonball', 'p@ssw0rd12'])
const fault = (password: string, context: string[] = []) => passwordFault(password, context, common)

test('what leaked most is refused, also in capitals, with blanks or with a year behind it', () => {
  for (const password of ['iloveyou123', 'ILoveYou123', 'i love you 123', 'dragonball2026', 'P@ssw0rd12']) assert.equal(fault(password), 'common', password)
})

test('what everybody in Vietnam tries first is refused, with accents or without', () => {
  for (const password of ['matkhau123', 'Mật khẩu 123', 'anhyeuem99', 'vietnam2026', 'Ubnd@2026']) assert.equal(fault(password), 'common', password)
})

test('the login name, one’s own name and the committee’s name are no password', () => {
  for (const password of ['tailv@2026', 'Lê Văn Tài 1', 'Xã Đức Hợp 12', 'taiduchop99']) assert.equal(fault(password, ['tailv', 'Lê Văn Tài', 'Đảng ủy xã Đức Hợp']), 'personal', password)
})

test('one sign over and over, the alphabet and the keyboard are no password', () => {
  for (const password of ['aaaaaaaaaaaa', '1111122222', '0123456789', '9876543210', 'qwertyuiop', 'abcdefghijk', '1qaz2wsx3edc']) assert.equal(fault(password), 'repetitive', password)
})

test('a few words, or many signs of any kind, are good', () => {
  for (const password of ['bắt đầu từ đây', 'mat khau thu hai', 'trâu đen uống nước suối', 'k7%xQ!2m_pZ', 'cầu vồng sau mưa 1987']) assert.equal(fault(password, ['tailv', 'Lê Văn Tài', 'Đảng ủy xã Thử']), undefined, password)
})
