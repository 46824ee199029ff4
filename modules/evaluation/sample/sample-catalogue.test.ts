import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleOrganisation } from '#modules/organisation/sample/sample-organisation.ts'
import { sampleCatalogue } from './sample-catalogue.ts'

const { groups, products } = sampleCatalogue

test('the catalogue has at least 300 products and at most five complexity groups', () => {
  assert.ok(products.length >= 300, `${products.length}`)
  assert.ok(groups.length <= 5)
  assert.deepEqual(
    groups.map((group) => [group.code, products.some((product) => product.group === group.code)]),
    groups.map((group) => [group.code, true]),
  )
})

test('codes and, within an office, names are used once', () => {
  assert.equal(new Set(products.map((one) => one.code)).size, products.length)
  const names = products.map((one) => `${one.office} ${one.field} ${one.name}`)
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
})

test('the standard product is the simple document with 5 points and coefficient 1', () => {
  const standard = products.find((one) => one.code === sampleCatalogue.standardProduct)
  assert.equal(standard?.points, 5)
  assert.equal(standard?.coefficient, '1')
  assert.match(standard?.name ?? '', /^Soạn thảo văn bản hành chính đơn giản/)
})

test('points lie between 5 and 500, in the group they belong to, and five coefficients make the points exactly', () => {
  for (const product of products) {
    assert.ok(Number.isInteger(product.points) && product.points >= 5 && product.points <= 500, product.name)
    const index = groups.findIndex((group) => group.code === product.group)
    assert.ok(product.points <= (groups[index]?.maxPoints ?? 0), product.name)
    assert.ok(product.points > (groups[index - 1]?.maxPoints ?? 0), product.name)
    assert.match(product.coefficient, /^\d+(\.\d)?$/)
    const [whole = '0', tenth = '0'] = product.coefficient.split('.')
    assert.equal((Number(whole) * 10 + Number(tenth)) * 5, product.points * 10, product.name)
  }
})

test('only part B.II belongs to an office, and the office exists', () => {
  const units = new Set(sampleOrganisation.units.map((unit) => unit.code))
  for (const product of products) {
    assert.equal(product.office !== null, product.part === 'B.II', product.name)
    if (product.office !== null) assert.ok(units.has(product.office), product.office)
  }
})

test('every text of the catalogue is NFC', () => {
  for (const text of products.flatMap((one) => [one.name, one.field, one.unitOfCount])) {
    assert.equal(text, text.normalize('NFC'))
    assert.equal(text, text.trim())
  }
})
