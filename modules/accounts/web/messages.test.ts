import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsRefusals } from '../domain/refusals.ts'
import { accountsText } from './messages.ts'

test('every refusal of the accounts has words in both languages', () => {
  const codes = Object.keys(accountsRefusals).toSorted()
  assert.deepEqual(Object.keys(accountsText.vi.refusals).toSorted(), codes)
  assert.deepEqual(Object.keys(accountsText.en.refusals).toSorted(), codes)
})

test('Vietnamese texts are in composed form', () => {
  for (const text of Object.values(accountsText.vi)) if (typeof text === 'string') assert.equal(text, text.normalize('NFC'))
})
