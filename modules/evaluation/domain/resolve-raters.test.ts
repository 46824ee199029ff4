import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type PostId } from '#kernel/id.ts'
import { shippedRulebook } from '../server/rulebook/index.ts'
import { relativesIn } from './kinship.ts'
import { resolveRaters } from './resolve-raters.ts'
import { superiorOf, organisationOf, type ResolvableHolding, type ResolvableUnit } from './resolution.ts'

const rulebook = shippedRulebook('six-groups-2018')
assert.ok(rulebook)

const unit = (id: string, parentId: string | null, kind: string): ResolvableUnit => ({ id: asId<'unit'>(id), parentId: parentId === null ? null : asId<'unit'>(parentId), kind, level: 'commune' })
const holding = (person: string, unitId: string, role: string, isPrimary = true): ResolvableHolding => ({
  personId: asId<'person'>(person), postId: asId<'post'>(`${person}@${unitId}`) satisfies PostId, unitId: asId<'unit'>(unitId), title: role, role, isLeader: role === 'head' || role === 'deputy', publicContact: false,
  peerGroup: '', status: 'civil_servant', isPrimary, sortName: person,
})

const units: readonly ResolvableUnit[] = [
  unit('district', null, 'district'), unit('committee', 'district', 'party_committee'), unit('standing', 'committee', 'party_standing_body'),
  unit('body', 'district', 'peoples_committee'), unit('office', 'body', 'administrative_office'), unit('division', 'body', 'specialised_division'),
]
const holdings = [
  holding('secretary', 'committee', 'head'), holding('secretary', 'standing', 'head', false), holding('chair', 'body', 'head'), holding('chair', 'standing', 'member', false),
  holding('officeHead', 'office', 'head'), holding('deputyA', 'office', 'deputy'), holding('deputyB', 'office', 'deputy'), holding('clerk', 'office', 'staff'), holding('divisionHead', 'division', 'head'),
]

function ratersOf(person: string, options: { asked?: readonly string[]; related?: readonly [string, string][] } = {}): Record<string, string[]> {
  assert.ok(rulebook)
  const own = holdings.find((each) => each.personId === person) ?? assert.fail()
  const found = resolveRaters({
    units, holdings, rulebook, areRelatives: relativesIn(options.related ?? []),
    participants: [{ personId: asId<'person'>(person), group: 'office_heads', superiorId: superiorOf(organisationOf({ units, holdings }), own), deciderId: asId<'person'>('chair'), asked: new Set(options.asked ?? ['peers', 'subordinates', 'collective']) }],
  })
  return Object.fromEntries([...Map.groupBy(found, (each) => each.kind)].map(([kind, list]) => [kind, list.map((each) => `${each.raterId}${each.relative ? ' (relative)' : ''}`)]))
}

test('peers of a deputy are the other deputies of the unit; of the head of a unit the heads beside it', () => {
  assert.deepEqual(ratersOf('deputyA')['peers'], ['deputyB'])
  assert.deepEqual(ratersOf('officeHead')['peers'], ['divisionHead'])
})

test('subordinates are those whose direct superior one is, and only where they are asked', () => {
  assert.deepEqual(ratersOf('officeHead')['subordinates'], ['deputyA', 'deputyB', 'clerk'])
  assert.equal(ratersOf('deputyA')['subordinates'], undefined)
  assert.equal(ratersOf('officeHead', { asked: ['peers'] })['subordinates'], undefined)
})

test('the Standing Committee is everybody with a post in it, beside another post too; never the subject', () => {
  assert.deepEqual(ratersOf('officeHead')['collective'], ['secretary', 'chair'])
  assert.deepEqual(ratersOf('chair')['collective'], ['secretary'])
})

test('a declared relative is found and marked, in either direction', () => {
  assert.deepEqual(ratersOf('deputyA', { related: [['deputyB', 'deputyA']] })['peers'], ['deputyB (relative)'])

  assert.equal(relativesIn([['a', 'c']])(asId<'person'>('a'), asId<'person'>('d')), false)
})
