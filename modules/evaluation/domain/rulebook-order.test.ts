import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rulebookGroup, usualFirst } from './rulebook-order.ts'

const base = { own: false, lastUsed: null } as const

test('what the body issued or used last comes first, the last used before all', () => {
  const decree = { ...base, id: 'decree', obstacle: null, confidence: 'primary', documentDate: '2025-12-21' } as const
  const own = { ...base, id: 'own', obstacle: null, confidence: 'sample', documentDate: '2026-03-01', own: true } as const
  const used = { ...base, id: 'used', obstacle: null, confidence: 'second_hand', documentDate: '2025-08-30', lastUsed: '2026-10-01T00:00:00Z' } as const
  assert.deepEqual([decree, own, used].sort(usualFirst).map((each) => each.id), ['used', 'own', 'decree'])
  assert.deepEqual([decree, own, used].map(rulebookGroup), ['primary', 'own', 'own'])
})

test('offered first: what a campaign can be opened with, then what was read in the official text, then the newest document', () => {
  const newest = { ...base, id: 'local', obstacle: null, confidence: 'second_hand', documentDate: '2026-08-12' } as const
  const decree = { ...base, id: 'decree', obstacle: null, confidence: 'primary', documentDate: '2025-12-21' } as const
  const own = { ...base, id: 'own', obstacle: null, confidence: 'primary', documentDate: '2026-03-01' } as const
  const party = { ...base, id: 'party', obstacle: 'several_raters', confidence: 'primary', documentDate: '2026-10-01' } as const
  assert.deepEqual([party, newest, decree, own].sort(usualFirst).map((each) => each.id), ['own', 'decree', 'local', 'party'])
})
