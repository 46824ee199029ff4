import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import { asId, type UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import { administersOver, answersForCommittee } from './competence.ts'

const unit = (id: string, kind: string, parent: string | null) => ({ id: id as UnitId, kind, parentId: parent as UnitId | null })
const commune = [unit('xa', 'commune', null), unit('du', 'party_committee', 'xa'), unit('ubnd', 'peoples_committee', 'xa'), unit('vp', 'administrative_office', 'ubnd'), unit('thon', 'village', 'xa')]
const holder = (permission: Permission, unitId: string | null): Actor => ({
  accountId: asId<'account'>('a'), tenantId: asId<'tenant'>('t'), personId: null, displayName: '', posts: [], grants: [{ permission, unitId: unitId as UnitId | null }],
})
const may = (unitId: string | null, permission: Permission = 'evaluation:decide') => answersForCommittee(holder(permission, unitId), ['evaluation:decide', 'accounts:manage'], commune)

test('the second person answers for the whole committee: by a role over it, or as head of its Party or People’s Committee', () => {
  assert.deepEqual([null, 'xa', 'du', 'ubnd'].map((one) => may(one)), [true, true, true, true])
  assert.equal(may(null, 'accounts:manage'), true)
})

test('the head of an office or a village, and somebody with another right, is no second person', () => {
  assert.deepEqual(['vp', 'thon'].map((one) => may(one)), [false, false])
  assert.equal(may(null, 'evaluation:score'), false)
  assert.equal(answersForCommittee(holder('evaluation:decide', null), ['evaluation:decide'], []), false, 'nor anybody where there is no organisation yet')
})

test('roles are given over the units one administers; over the whole committee by whoever administers all of it', () => {
  const units = new Map(commune.map((one) => [one.id, one]))
  const over = (held: string | null, asked: string | null) => administersOver(holder('accounts:manage', held), asked as UnitId | null, units)
  assert.deepEqual([over(null, null), over(null, 'vp'), over('ubnd', 'ubnd'), over('ubnd', 'vp')], [true, true, true, true])
  assert.deepEqual([over('ubnd', null), over('ubnd', 'du'), over('ubnd', 'xa'), over('vp', 'ubnd')], [false, false, false, false])
  assert.equal(administersOver(holder('organisation:manage', null), null, units), false, 'another right gives no roles')
})
