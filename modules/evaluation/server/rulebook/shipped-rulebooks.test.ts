import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { checkRulebook } from './check-rulebook.ts'
import { rulebookJsonSchema } from './rulebook-json-schema.ts'
import { shippedRulebook, shippedRulebookFiles, shippedRulebookIds, shippedRulebooks, shippedRulebookSource } from './rulebook-library.ts'

const schemaFile = new URL('../../rulebooks/rulebook.schema.json', import.meta.url)

for (const file of shippedRulebookFiles()) {
  test(`${file.split('/').at(-1)} holds: schema, formulas and every example`, () => {
    const { rulebook, examples, problems } = checkRulebook(readFileSync(file, 'utf8'))
    assert.deepEqual(problems, [])
    assert.ok(rulebook && file.endsWith(`${rulebook.id}.yaml`), 'the file is named after the rulebook')
    assert.ok(examples >= 15)
  })
}

test('the rulebook of Nghị định 335 carries at least 100 worked examples', () => {
  assert.ok(checkRulebook(shippedRulebookSource('nd-335-2025') ?? '').examples >= 100)
})

test('an example that no longer holds is reported at its line, with what came out', () => {
  const source = (shippedRulebookSource('nd-335-2025') ?? '').replace('total: "97.42"', 'total: "97.43"')
  const { problems } = checkRulebook(source)
  assert.equal(problems.length, 1)
  assert.equal(problems[0]?.path, 'examples[1].expect.total')
  assert.equal(problems[0]?.line, source.split('\n').findIndex((line) => line.includes('97.43')) + 1)
  assert.match(problems[0]?.message ?? '', /97\.42/)
})

test('each example is alive: changing any expected total makes the check fail', () => {
  const source = shippedRulebookSource('nd-335-2025') ?? ''
  const totals = [...source.matchAll(/expect: \{ total: "(\d+\.\d\d)"/g)]
  assert.ok(totals.length > 40)
  const changed = source.replace(/(expect: \{ total: ")(\d+)\.(\d)(\d)"/g, (_all, start: string, units: string, tenth: string, hundredth: string) => `${start}${units}.${tenth}${(Number(hundredth) + 1) % 10}"`)
  const failing = new Set(checkRulebook(changed).problems.map((problem) => /^examples\[\d+\]/.exec(problem.path)?.[0]))
  assert.equal(failing.size, totals.length)
})

test('rulebook.schema.json is what the format says now', () => {
  assert.equal(readFileSync(schemaFile, 'utf8'), rulebookJsonSchema(), 'run npm run generate')
})

test('an ordinary JSON Schema validator accepts the shipped rulebooks and refuses a wrong one', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
  for (const id of shippedRulebookIds()) assert.ok(validate(parse(shippedRulebookSource(id) ?? '')), id)
  const wrong = parse(shippedRulebookSource('nd-335-2025') ?? '') as Record<string, unknown>
  assert.ok(!validate({ ...wrong, levels: 'four' }))
  assert.ok(!validate({ ...wrong, colour: 'red' }))
})

test('a rulebook known only at second hand says where its facts come from', () => {
  const secondHand = shippedRulebooks().filter((rulebook) => rulebook.confidence === 'second_hand')
  assert.ok(secondHand.length >= 7)
  assert.deepEqual(secondHand.filter((rulebook) => !rulebook.notes.some((note) => note.source !== null)).map((rulebook) => rulebook.id), [])
})

test('every rulebook answers with the common ids of the four levels, whatever it calls them', () => {
  for (const { id, levels } of shippedRulebooks()) assert.deepEqual(levels.filter((level) => level.ranked).map((level) => level.id), ['excellent', 'good', 'completed', 'not_completed'], id)
})

test('only the ids of shipped rulebooks reach the file system', () => {
  for (const id of ['../nd-335-2025', 'nd-335-2025.yaml', '', '/etc/passwd', 'README']) assert.equal(shippedRulebook(id), null, id)
})

test('every criterion of Nghị định 335 has the maximum printed on form 01', () => {
  const general = shippedRulebook('nd-335-2025')?.criteria[0]
  const maxima = general?.children.map((group) => [group.code, group.max, ...group.children.map((child) => child.max)])
  assert.deepEqual(maxima, [
    ['I', '10/1', '5/1', '5/1'],
    ['II', '10/1', '5/2', '5/2', '5/2', '5/2'],
    ['III', '10/1', '5/2', '5/2', '5/2', '5/2'],
  ])
  assert.deepEqual(general?.children[1]?.children[3]?.variants.map((variant) => variant.id), ['public_contact', 'no_public_contact'])
})

test('every quantity and rule of Nghị định 335 that decides a score names its article', () => {
  const rulebook = shippedRulebook('nd-335-2025')
  assert.ok(rulebook)
  const { rating, sheet, judgements, quotas } = rulebook
  const rules = [...sheet.quantities, ...judgements, ...quotas, ...rating.vetoes, ...rating.exclusions, ...rating.ceilings, ...rating.bands]
  assert.deepEqual(rules.filter((rule) => rule.article === null), [])
})
