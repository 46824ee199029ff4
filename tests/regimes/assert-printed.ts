import assert from 'node:assert/strict'
import { extractText } from 'unpdf'
import { shippedRulebook } from '#modules/evaluation/server/rulebook/index.ts'

/** Reads a printed result back: score, level, and whether it says how sure its rulebook is. */
export async function assertPrinted(id: string, name: string, bytes: Uint8Array, expect: { readonly total: string | null; readonly level: string }): Promise<void> {
  const rulebook = shippedRulebook(id) ?? assert.fail(id)
  const text = (await extractText(bytes.slice(), { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')
  const level = rulebook.levels.find((each) => each.id === expect.level)?.name.vi ?? ''
  const certain = rulebook.confidence === 'primary'
  for (const part of [name, rulebook.document.number, `Mức quyết định: ${level}`, ...(expect.total === null ? [] : [expect.total.replace('.', ',')])]) assert.ok(text.includes(part), `${id}: ${part} is printed for ${name}`)
  assert.equal(text.includes('BẢN MẪU MINH HỌA'), rulebook.confidence === 'sample', id)
  assert.equal(text.includes('Tổng điểm tính được(1)'), !certain, `${id}: the total is marked`)
}
