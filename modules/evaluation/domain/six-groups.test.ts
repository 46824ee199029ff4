import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type UnitId } from '#kernel/id.ts'
import { shippedRulebook } from '../server/rulebook/index.ts'
import { resolveParticipants, type ResolvableHolding, type ResolvableUnit } from './resolution.ts'

const rulebook = shippedRulebook('six-groups-2018')
assert.ok(rulebook)

const unit = (id: string, parentId: string | null, kind: string, level = 'district'): ResolvableUnit => ({ id: asId<'unit'>(id), parentId: parentId === null ? null : asId<'unit'>(parentId), kind, level })
const holding = (person: string, unitId: string, role: string, isPrimary = true): ResolvableHolding => ({
  personId: asId<'person'>(person), postId: asId<'post'>(`${person}@${unitId}`), unitId: asId<'unit'>(unitId), title: role, role, isLeader: role === 'head' || role === 'deputy', publicContact: false,
  peerGroup: '', status: 'civil_servant', isPrimary, sortName: person,
})

const units: readonly ResolvableUnit[] = [
  unit('district', null, 'district'),
  unit('party', 'district', 'party_committee'), unit('standing', 'party', 'party_standing_body'), unit('board', 'party', 'party_board'), unit('front', 'party', 'fatherland_front'),
  unit('committee', 'district', 'peoples_committee'), unit('division', 'committee', 'specialised_division'), unit('school', 'committee', 'public_service_unit'),
  unit('commune', 'district', 'commune', 'commune'), unit('communeParty', 'commune', 'party_committee', 'commune'), unit('communeCommittee', 'commune', 'peoples_committee', 'commune'),
]
const holdings = [
  holding('secretary', 'party', 'head'), holding('secretary', 'standing', 'head', false), holding('organiser', 'board', 'head'), holding('boardDeputy', 'board', 'deputy'), holding('frontChair', 'front', 'head'),
  holding('chair', 'committee', 'head'), holding('divisionHead', 'division', 'head'), holding('divisionDeputy', 'division', 'deputy'), holding('clerk', 'division', 'staff'), holding('principal', 'school', 'head'),
  holding('communeSecretary', 'communeParty', 'head'), holding('communeChair', 'communeCommittee', 'head'), holding('communeDeputy', 'communeCommittee', 'deputy'),
]

function resolve() {
  assert.ok(rulebook)
  const found = resolveParticipants({ units, holdings, scopeUnitId: 'district' as UnitId, subjectStatuses: ['civil_servant'], rulebook })
  return new Map(found.map((one) => [one.personId as string, one]))
}

test('each of the six groups of a 2018 district is found from the kind and the level of the unit', () => {
  const groups = Object.fromEntries([...resolve()].map(([person, { group }]) => [person, group]))
  assert.deepEqual(groups, {
    secretary: '', organiser: 'party_bodies', boardDeputy: 'party_bodies', frontChair: 'mass_organisations',
    chair: '', divisionHead: 'office_heads', divisionDeputy: 'office_deputies', clerk: '', principal: 'service_units',
    communeSecretary: 'commune_leaders', communeChair: 'commune_leaders', communeDeputy: 'commune_leaders',
  })
})

test('the direct superior stands in the tree, the level is decided by the Standing Committee (132-QĐ/TW)', () => {
  const found = resolve()
  const raters = (person: string) => [found.get(person)?.superiorId, found.get(person)?.deciderId]
  assert.deepEqual(raters('divisionHead'), ['chair', 'secretary'])
  assert.deepEqual(raters('divisionDeputy'), ['divisionHead', 'secretary'])
  assert.deepEqual(raters('organiser'), ['secretary', 'secretary'])
  assert.deepEqual(raters('communeDeputy'), ['communeChair', 'secretary'])
})
