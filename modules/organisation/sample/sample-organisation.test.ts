import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  absenceTerms,
  holdingStatusTerms,
  postRoleTerms,
  unitChangeTerms,
  unitKinds,
  unitLevels,
} from '#modules/organisation/domain/reference-lists.ts'
import { sampleOrganisation } from './sample-organisation.ts'
import type { SampleHolding, SamplePost } from './types.ts'

const { units, unitChanges, posts, people, holdings, absences, roles } = sampleOrganisation
const today = '2026-11-22'
const lastDay = '9999-12-31'

const inForce = (range: { from: string; to: string | null }, day: string): boolean =>
  range.from <= day && day <= (range.to ?? lastDay)
const postByCode = new Map(posts.map((post) => [post.code, post]))
const unitByCode = new Map(units.map((unit) => [unit.code, unit]))

function postOf(holding: SampleHolding): SamplePost {
  const post = postByCode.get(holding.post)
  assert.ok(post, `unknown post ${holding.post}`)
  return post
}

function assertUnique(values: readonly string[]): void {
  assert.deepEqual(
    values.filter((value, index) => values.indexOf(value) !== index),
    [],
  )
}

function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

test('the sample has 120 people and no code twice', () => {
  assert.equal(people.length, 120)
  assertUnique(people.map((person) => person.code))
  assertUnique(units.map((unit) => unit.code))
  assertUnique(posts.map((post) => post.code))
})

test('between 75 and 85 people are civil servants today', () => {
  const scored = new Set(
    holdings
      .filter((holding) => holding.status === 'civil_servant' && inForce(holding, today))
      .map((holding) => holding.person),
  )
  assert.ok(scored.size >= 75 && scored.size <= 85, `${scored.size}`)
})

test('every text is NFC and without stray spaces', () => {
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      assert.equal(value, value.normalize('NFC'))
      assert.equal(value, value.trim())
      assert.doesNotMatch(value, / {2}/)
    } else if (value !== null && typeof value === 'object') {
      Object.values(value).forEach(walk)
    }
  }
  walk(sampleOrganisation)
})

test('the sample uses only codes of the reference lists, none longer than 35 characters', () => {
  const used: readonly (readonly [readonly string[], readonly { readonly code: string }[]])[] = [
    [units.map((unit) => unit.kind), unitKinds],
    [units.map((unit) => unit.level), unitLevels],
    [unitChanges.map((change) => change.kind), unitChangeTerms],
    [posts.map((post) => post.role), postRoleTerms],
    [holdings.map((holding) => holding.status), holdingStatusTerms],
    [absences.map((absence) => absence.kind), absenceTerms],
  ]
  for (const [codes, terms] of used) {
    for (const code of codes) assert.ok(terms.some((term) => term.code === code), code)
  }
  for (const { code } of [...units, ...posts, ...people]) assert.ok(code.length <= 35, code)
})

test('a unit lies within the lifetime of its parent and the tree has one root on each date', () => {
  for (const unit of units) {
    if (unit.parent === null) continue
    const parent = unitByCode.get(unit.parent)
    assert.ok(parent, `parent of ${unit.code}`)
    assert.ok(parent.from <= unit.from && (unit.to ?? lastDay) <= (parent.to ?? lastDay), unit.code)
  }
  for (const day of ['2019-06-30', '2020-01-01', '2025-06-30', '2025-07-01', today]) {
    assert.equal(units.filter((unit) => unit.parent === null && inForce(unit, day)).length, 1, day)
  }
})

test('changes end their predecessors the day before and start their successors on the day', () => {
  for (const change of unitChanges) {
    for (const code of change.predecessors) assert.ok((unitByCode.get(code)?.to ?? lastDay) < change.date, code)
    for (const code of change.successors) assert.equal(unitByCode.get(code)?.from, change.date, code)
  }
})

test('Cam Thành and Cam Thanh are two communes with two names', () => {
  const names = units.map((unit) => unit.name)
  assert.ok(names.includes('Xã Cam Thành') && names.includes('Xã Cam Thanh'))
})

test('every unit in force with posts has exactly one head post, held by exactly one person each day', () => {
  for (const unit of units.filter((one) => inForce(one, today))) {
    const ofUnit = posts.filter((post) => post.unit === unit.code)
    if (ofUnit.length === 0) continue
    const heads = ofUnit.filter((post) => post.role === 'head')
    assert.equal(heads.length, 1, unit.code)
    for (const day of ['2025-10-01', '2026-01-01', '2026-03-26', '2026-03-27', '2026-08-17', today]) {
      const holders = holdings.filter((one) => one.post === heads[0]?.code && inForce(one, day))
      assert.equal(holders.length, 1, `${unit.code} on ${day}`)
    }
  }
})

test('nobody holds one post twice at once, and no post has two holders at once', () => {
  for (const [index, left] of holdings.entries()) {
    for (const right of holdings.slice(index + 1)) {
      if (left.post !== right.post) continue
      const apart = (left.to ?? lastDay) < right.from || (right.to ?? lastDay) < left.from
      assert.ok(apart, `${left.post}: ${left.person} and ${right.person}`)
    }
  }
})

test('a holding lies within its post and unit, by an adult, decided not after it starts', () => {
  const birth = new Map(people.map((person) => [person.code, person.birthDate]))
  for (const holding of holdings) {
    const post = postOf(holding)
    const unit = unitByCode.get(post.unit)
    assert.ok(unit)
    assert.ok(post.from <= holding.from && (holding.to ?? lastDay) <= (post.to ?? lastDay), holding.post)
    assert.ok(addYears(birth.get(holding.person) ?? lastDay, 18) <= holding.from, holding.person)
    assert.ok(holding.decisionDate <= holding.from && holding.decisionNumber !== '')
  }
})

test('everybody has exactly one primary post today', () => {
  for (const person of people) {
    const primary = holdings.filter(
      (one) => one.person === person.code && one.isPrimary && inForce(one, today),
    )
    assert.equal(primary.length, 1, person.fullName)
  }
})

test('several people hold two posts at once', () => {
  const twice = people.filter(
    (person) => holdings.filter((one) => one.person === person.code && inForce(one, today)).length > 1,
  )
  assert.ok(twice.length >= 5)
  assert.ok(twice.some((person) => person.code === 'CL028'), 'Phó Bí thư kiêm Chủ tịch UBND')
})

test('every civil servant has on each month end of 2026 a superior who is somebody else', () => {
  for (let month = 1; month <= 11; month += 1) {
    const day = month === 11 ? today : `2026-${String(month).padStart(2, '0')}-28`
    for (const holding of holdings) {
      if (holding.status !== 'civil_servant' || !holding.isPrimary || !inForce(holding, day)) continue
      const superior = holdings.find((one) => one.post === postOf(holding).superior && inForce(one, day))
      assert.ok(superior, `${holding.person} on ${day}`)
      assert.notEqual(superior.person, holding.person)
    }
  }
})

test('the chair of the People’s Committee is scored outside, her heads of division by her', () => {
  const chair = posts.find((post) => post.title === 'Chủ tịch Ủy ban nhân dân xã')
  assert.equal(chair?.superior, null)
  assert.match(chair?.superiorOutside ?? '', /Chủ tịch Ủy ban nhân dân tỉnh/)
  for (const unit of ['UBND-VP', 'UBND-KT', 'UBND-VX', 'UBND-QS']) {
    const head = posts.find((post) => post.unit === unit && post.role === 'head')
    assert.equal(head?.superior, chair?.code, unit)
  }
})

test('a search for "dao manh" has several right answers and several near misses', () => {
  const names = people.map((person) => person.fullName)
  assert.ok(names.filter((name) => name.startsWith('Đào Mạnh ')).length >= 3)
  for (const near of ['Đào Văn Mạnh', 'Dương Mạnh Đạo', 'Đào Thị Mãn', 'Hồ Thị Dao']) assert.ok(names.includes(near))
  for (const pair of ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', 'Nguyễn Thị Hoa']) assert.ok(names.includes(pair))
})

test('the special cases of Article 11 are there: maternity, sickness, a newcomer, a transfer', () => {
  assert.deepEqual(absences.map((absence) => absence.kind).toSorted(), ['maternity', 'sick_leave'])
  const mother = absences.find((absence) => absence.kind === 'maternity')?.person
  assert.equal(people.find((person) => person.code === mother)?.sex, 'female')
  const starts = (code: string): readonly string[] =>
    holdings.filter((one) => one.person === code).map((one) => one.from)
  assert.deepEqual(starts('CL054'), ['2026-08-01'])
  assert.deepEqual([...starts('CL042')].sort(), ['2025-07-01', '2026-08-17'])
})

test('the people named for the sample roles exist', () => {
  for (const role of roles) assert.ok(people.some((person) => person.code === role.person), role.role)
})
