import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualFirst } from './rulebook-order.ts'

test('offered first: what a campaign can be opened with, then what was read in the official text, then the newest document', () => {
  const newest = { id: 'local', obstacle: null, confidence: 'second_hand', documentDate: '2026-08-12' } as const
  const decree = { id: 'decree', obstacle: null, confidence: 'primary', documentDate: '2025-12-21' } as const
  const own = { id: 'own', obstacle: null, confidence: 'primary', documentDate: '2026-03-01' } as const
  const party = { id: 'party', obstacle: 'several_raters', confidence: 'primary', documentDate: '2026-10-01' } as const
  assert.deepEqual([party, newest, decree, own].sort(usualFirst).map((each) => each.id), ['own', 'decree', 'local', 'party'])
})
