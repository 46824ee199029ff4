import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { readerOf } from '#platform/db/database.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { testServer } from '#tests/setup/test-server.ts'
import { planImport } from '../domain/import/plan-import.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { sampleOrganisation } from '../sample/sample-organisation.ts'
import { exportWorkbook } from './import/organisation-workbook.ts'
import { loadStoredOrganisation } from './import/stored-organisation.ts'
import { loadSampleOrganisation, organisationAsOf, registerOrganisation } from './index.ts'

const server = await testServer(import.meta, registerOrganisation, { refusals: [organisationRefusals] })
const tenantId = await server.newTenant()
const ids = await server.inTenant(tenantId, (tx) => loadSampleOrganisation(tx, tenantId, sampleOrganisation))
const today = calendarDate('2026-06-01')

test('every person of the sample has the superior that the sample names', async () => {
  const organisation = await server.inTenant(tenantId, (tx) => organisationAsOf(readerOf(tx), tenantId, today))
  const superiorPost = new Map(sampleOrganisation.posts.map((post) => [post.code, post.superior]))
  for (const holding of organisation.holdings) {
    const superior = organisation.superiorOf(holding)
    const expected = superiorPost.get(holding.postCode) ?? null
    if (superior.found) assert.equal(superior.postId, ids.posts.get(expected ?? ''), `${holding.fullName}, ${holding.title}`)
    else assert.deepEqual([superior.reason, expected], ['no-head-above', null], `${holding.fullName}, ${holding.title}`)
  }
  const expected = sampleOrganisation.holdings.filter((holding) => holding.from <= today && (holding.to === null || holding.to >= today))
  assert.equal(organisation.holdings.length, expected.length)
})

test('the sample, exported, comes back without a change and without a warning', async () => {
  const stored = await server.inTenant(tenantId, (tx) => loadStoredOrganisation(readerOf(tx), tenantId))
  const file = await exportWorkbook(stored, today)
  const plan = planImport(await readWorkbook(file.bytes), { ...stored, identities: [] }, today, () => asId('new'))
  assert.deepEqual(plan.rows.flatMap((row) => row.problems), [])
  assert.deepEqual(plan.notices, [])
  assert.deepEqual(plan.changes, { units: [], people: [], identities: [], posts: [], holdings: [] })
})
