import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loginNameOf } from './login-name.ts'

test('a login name is the given name and the initials, without accents', () => {
  assert.equal(loginNameOf('Lê Văn Tài', new Set()), 'tailv')
  assert.equal(loginNameOf('Đặng Thị Đức Hạnh', new Set()), 'hanhdtd')
})

test('a taken login name gets the next free number', () => {
  assert.equal(loginNameOf('Lê Văn Tài', new Set(['tailv', 'tailv2'])), 'tailv3')
})

test('a short or strange name still makes a login name of three signs', () => {
  assert.equal(loginNameOf('An', new Set()), 'an0')
  assert.equal(loginNameOf('…', new Set()), 'canbo')
})
