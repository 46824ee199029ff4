import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { timestampAuthority } from '#tests/setup/timestamp-authority.ts'
import { askTimestamp } from './ask-timestamp.ts'
import { refusedAddress, timestampUrl } from './timestamp-address.ts'
import { checkTimestamp, TimestampRefused } from './timestamp.ts'

const authority = await timestampAuthority()
const elsewhere = await timestampAuthority()
after(() => Promise.all([authority.close(), elsewhere.close()]))
beforeEach(() => {
  authority.mode = 'right'
})

const anywhere = (): undefined => undefined
const ask = (text: string) => askTimestamp({ url: authority.url, inOwnNetwork: false }, text, anywhere)

test('an authority’s timestamp is over what was sent, with its moment and its name', async () => {
  const token = await ask('đầu chuỗi')
  const { at, signer, problem, trusted } = await checkTimestamp(token, 'đầu chuỗi')
  assert.deepEqual([at?.toISOString(), signer, problem, trusted], ['2026-11-23T05:00:00.000Z', 'Test TSA', null, false])
})

test('an authority one trusts is told from any other', async () => {
  const token = await ask('đầu chuỗi')
  assert.deepEqual((({ trusted, problem }) => ({ trusted, problem }))(await checkTimestamp(token, 'đầu chuỗi', [authority.root])), { trusted: true, problem: null })
  assert.notEqual((await checkTimestamp(token, 'đầu chuỗi', [elsewhere.root])).problem, null)
})

test('a timestamp over another text, or altered by one byte anywhere in its content or signature, is found', async () => {
  const token = await ask('đầu chuỗi')
  assert.notEqual((await checkTimestamp(token, 'chuỗi khác')).problem, null)
  let found = 0
  for (let at = token.length - 60; at < token.length; at += 7) {
    const altered = Uint8Array.from(token)
    altered[at] = (altered[at] ?? 0) ^ 1
    if ((await checkTimestamp(altered, 'đầu chuỗi')).problem !== null) found++
  }
  assert.equal(found, 9)
  assert.notEqual((await checkTimestamp(token.slice(0, 50), 'đầu chuỗi')).problem, null)
})

for (const mode of ['refuse', 'other-text', 'other-nonce', 'wrong-key', 'garbage'] as const) {
  test(`an answer that is ${mode} is not kept`, async () => {
    authority.mode = mode
    await assert.rejects(ask('đầu chuỗi'), TimestampRefused)
  })
}

test('a redirect is not followed', async () => {
  authority.mode = 'redirect'
  await assert.rejects(ask('đầu chuỗi'))
})

test('this machine, link-local and reserved addresses are never called; the own network only when it was allowed', async () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '0.0.0.0', '169.254.169.254', '::1', '::', 'fe80::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '224.0.0.1', '255.255.255.255', 'x']) {
    assert.notEqual(refusedAddress(address, true), undefined, address)
  }
  for (const address of ['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '::ffff:10.0.0.1']) {
    assert.notEqual(refusedAddress(address, false), undefined, address)
    assert.equal(refusedAddress(address, true), undefined, address)
  }
  for (const address of ['203.162.1.1', '8.8.8.8', '2405:4800::1']) assert.equal(refusedAddress(address, false), undefined, address)
  const before = authority.asked
  await assert.rejects(askTimestamp({ url: authority.url, inOwnNetwork: true }, 'x'), TimestampRefused)
  await assert.rejects(askTimestamp({ url: authority.url.replace('127.0.0.1', 'localhost'), inOwnNetwork: true }, 'x'), TimestampRefused)
  assert.equal(authority.asked, before)
})

test('only a plain http or https address is taken', () => {
  for (const text of ['ftp://tsa.vn', 'file:///etc/passwd', 'https://u:p@tsa.vn', 'tsa.vn', '']) assert.throws(() => timestampUrl(text), RangeError)
  assert.equal(timestampUrl('https://tsa.gov.vn/ts').hostname, 'tsa.gov.vn')
})
