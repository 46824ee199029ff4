import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import { asId, type UnitId } from '#kernel/id.ts'
import { availableActs } from '#kernel/transition.ts'
import { editionTransitions, holdsOverBody, rulebookIdOf } from './edition.ts'

const [top, division] = [asId<'unit'>('a'), asId<'unit'>('b')]
const actor = (unitId: UnitId | null): Actor => ({
  accountId: asId('x'), tenantId: asId('t'), personId: null, displayName: '', posts: [], grants: [{ permission: 'evaluation:issue', unitId }],
})

test('only a draft is edited and issued, only what is issued is retired', () => {
  assert.deepEqual(availableActs(editionTransitions, 'draft', () => true), ['edit', 'issue'])
  assert.deepEqual(availableActs(editionTransitions, 'issued', () => true), ['retire'])
  assert.deepEqual(availableActs(editionTransitions, 'retired', () => true), [])
  assert.deepEqual(availableActs(editionTransitions, 'draft', (right) => right === 'evaluation:rulebooks'), ['edit'])
})

test('the head of a division does not issue rules for the whole body', () => {
  const tops = new Set([top])
  assert.equal(holdsOverBody(actor(division), 'evaluation:issue', tops), false)
  assert.equal(holdsOverBody(actor(top), 'evaluation:issue', tops), true)
  assert.equal(holdsOverBody(actor(null), 'evaluation:issue', tops), true)
  assert.equal(holdsOverBody(actor(null), 'evaluation:rulebooks', tops), false)
})

test('the id of a rulebook is its title without accents, with a number while that is taken', () => {
  assert.equal(rulebookIdOf('Quy định đánh giá xã A', new Set()), 'quy-dinh-danh-gia-xa-a')
  assert.equal(rulebookIdOf('Quy định', new Set(['quy-dinh', 'quy-dinh-2'])), 'quy-dinh-3')
  assert.equal(rulebookIdOf('…', new Set()), 'bo-quy-dinh')
  assert.match(rulebookIdOf('x'.repeat(200), new Set()), /^[a-z0-9][a-z0-9-]{1,59}$/)
})
