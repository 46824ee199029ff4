import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { paperLines } from './paper-lines.ts'

const stamp = '<w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r></w:p>'
const document = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>${inside}</w:body></w:document>`
const paper = (parts: Record<string, Uint8Array>): Uint8Array => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...parts }, { level: 1 })

/** The lines of a paper, within a time that no honest paper of its size needs. */
async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const began = performance.now()
  const lines = await paperLines(bytes)
  assert.ok(performance.now() - began < 12_000, `${Math.round(performance.now() - began)} ms`)
  return lines
}

test('a paper that unpacks to hundreds of megabytes is left unread, whether its directory says so or lies', async () => {
  const bomb = paper({ 'word/document.xml': new Uint8Array(66 * 1024 * 1024).fill(32) })
  assert.ok(bomb.byteLength < 400_000)
  assert.deepEqual(await linesOf(bomb), [])
  const lying = Buffer.from(bomb)
  for (let at = 0; (at = lying.indexOf(Buffer.from('504b0102', 'hex'), at)) >= 0; at += 4) if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(1_000, at + 24)
  assert.ok((await linesOf(lying)).every((line) => line.length <= 1_000))
})

test('many parts together unpack to no more than one may', async () => {
  const parts = Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`ppt/slides/slide${at}.xml`, new Uint8Array(4 * 1024 * 1024).fill(32)]))
  assert.deepEqual(await linesOf(paper(parts)), [])
})

test('no entity is ever put in, from this file or from another', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${document('<w:p><w:t>&b;&f;</w:t></w:p>')}`
  assert.ok((await linesOf(paper({ 'word/document.xml': strToU8(bomb) }))).every((line) => !/aaaaaaaaaaaaaaa|root:/.test(line)))
})

test('half a million tags that never end do not hide a stamp behind them', async () => {
  for (const tag of ['<w:p ', '<', '</w:p ', '&', '&"']) {
    const lines = await linesOf(paper({ 'word/document.xml': strToU8(document(`${tag.repeat(500_000)}${stamp}`)) }))
    assert.ok(lines.includes('TUYỆT MẬT'), tag)
  }
})
