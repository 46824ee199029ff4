import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf, placeKind } from './device-of.ts'

test('a device is named as its owner knows it', () => {
  assert.deepEqual(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0'), { browser: 'Edge', system: 'Windows' })
  assert.deepEqual(deviceOf('Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36'), { browser: 'Chrome', system: 'Android' })
  assert.deepEqual(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1'), { browser: 'Safari', system: 'iPhone' })
  assert.deepEqual(deviceOf(null), { browser: '', system: '' })
})

test('a place is this machine, the office’s network or the internet', () => {
  assert.deepEqual(['127.0.0.1', '::1', '::ffff:192.168.1.20', '172.20.0.4', 'fd00::1', '203.162.4.191', null].map(placeKind), ['this_machine', 'this_machine', 'office_network', 'office_network', 'office_network', 'internet', 'unknown'])
})
