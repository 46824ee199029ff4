import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Actor, Grant } from '#kernel/actor.ts'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId, type TenantId, type UnitId } from '#kernel/id.ts'
import { readerOf } from '#platform/db/database.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { Refused, testServer } from '#tests/setup/test-server.ts'
import { importRoutes } from '../contract/import-routes.ts'
import { organisationRoutes as routes } from '../contract/routes.ts'
import { importPhases, importStatuses, rowOutcomes } from '../domain/import/import-state.ts'
import { absenceTerms, codesOf, holdingStatusTerms, postRoleTerms, sexTerms, unitChangeTerms } from '../domain/reference-lists.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { organisationAsOf, registerOrganisation } from './index.ts'

const server = await testServer(import.meta, registerOrganisation, { refusals: [organisationRefusals] })

const act = { effectiveOn: '2026-07-01', documentNumber: '12/NQ-HĐND', documentDate: '2026-06-20', note: '' }

async function versionOf(commune: SmallCommune, unitId: UnitId): Promise<{ unitId: UnitId; version: number }> {
  const unit = await commune.as.officer.call(routes.getUnit, { params: { unitId } })
  return { unitId, version: unit.version }
}

async function ledgerOf(tenantId: TenantId): Promise<string[]> {
  const rows = await server.inTenant(tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).select('action').orderBy('id').execute())
  return rows.map((row) => row.action)
}

function grantee(commune: SmallCommune, grants: Grant[], personId: Actor['personId'] = null) {
  return server.as({ accountId: asId<'account'>(crypto.randomUUID()), tenantId: commune.tenantId, personId, displayName: 'Người thử', posts: [], grants })
}

test('the tree is as of a date, parents before children, with heads and people counted', async () => {
  const commune = await smallCommune(server)
  const tree = await commune.as.clerk.call(routes.getUnitTree, {})
  assert.deepEqual(tree.units.map((unit) => [unit.code, unit.people, unit.head?.fullName]), [
    ['XA', 1, 'Trần Văn Chủ'],
    ['VP', 4, 'Lê Thị Hạnh'],
    ['KT', 2, 'Hoàng Văn Kinh'],
  ])
  const before = await commune.as.clerk.call(routes.getUnitTree, { query: { date: '2025-06-30' } })
  assert.deepEqual(before.units, [])
})

test('a merger ends two units with their posts, founds one, and leaves the past as it was', async () => {
  const commune = await smallCommune(server)
  const done = await commune.as.officer.call(routes.changeUnits, {
    body: {
      kind: 'merge', ...act,
      predecessors: [await versionOf(commune, commune.units.VP), await versionOf(commune, commune.units.KT)],
      successor: { code: 'VPKT', name: 'Văn phòng và Kinh tế', shortName: 'VP-KT', kind: 'administrative_office', level: 'commune', parentId: commune.units.XA },
    },
  })
  assert.equal(done.endedPosts, 4)
  assert.equal(done.endedHoldings, 6)
  const codesOn = async (date: string) => (await commune.as.officer.call(routes.getUnitTree, { query: { date } })).units.map((unit) => unit.code)
  assert.deepEqual(await codesOn('2026-06-30'), ['XA', 'VP', 'KT'])
  assert.deepEqual(await codesOn('2026-07-01'), ['XA', 'VPKT'])
  const past = await commune.as.officer.call(routes.getUnit, { params: { unitId: commune.units.VP }, query: { date: '2026-09-01' } })
  assert.equal(past.alive, false)
  assert.equal(past.lifeTo, '2026-06-30')
  assert.deepEqual(past.changes.map((change) => [change.kind, change.successors.map((unit) => unit.code)]), [['merge', ['VPKT']]])
  assert.equal((await ledgerOf(commune.tenantId)).at(-1), 'organisation.unit.merge')
})

test('two moves at once that together would make a cycle are judged one after the other', async () => {
  const commune = await smallCommune(server)
  const { VP, KT } = commune.units
  const [office, division] = [await versionOf(commune, VP), await versionOf(commune, KT)]
  const outcomes = await Promise.all([
    refusalOf(commune.as.officer.call(routes.changeUnits, { body: { kind: 'move_parent', ...act, unit: office, parentId: KT } })),
    refusalOf(commune.as.officer.call(routes.changeUnits, { body: { kind: 'move_parent', ...act, unit: division, parentId: VP } })),
  ])
  assert.deepEqual(outcomes.toSorted(), ['not refused', 'organisation.unit.cycle'])
})

test('a unit cannot be moved under itself, and nothing of the attempt is kept', async () => {
  const commune = await smallCommune(server)
  const root = await versionOf(commune, commune.units.XA)
  assert.equal(await refusalOf(commune.as.officer.call(routes.changeUnits, { body: { kind: 'move_parent', ...act, unit: root, parentId: commune.units.VP } })), 'organisation.unit.cycle')
  assert.equal((await versionOf(commune, commune.units.XA)).version, root.version)
  assert.ok(!(await ledgerOf(commune.tenantId)).includes('organisation.unit.move_parent'))
})

test('two officers save one person: the second is told what is there now', async () => {
  const commune = await smallCommune(server)
  const personId = commune.people.typist
  const before = await commune.as.officer.call(routes.getPerson, { params: { personId } })
  const save = (fullName: string) =>
    commune.as.officer.call(routes.changePerson, { params: { personId }, body: { version: before.version, code: before.code, fullName, sex: 'male', birthDate: '1985-03-04' } })
  await save('Phạm Văn Ấn')
  await assert.rejects(save('Phạm Văn Ân'), (error: unknown) => {
    assert.ok(error instanceof Refused)
    assert.deepEqual([error.status, error.code, error.data['fullName']], [409, 'organisation.person.changed', 'Phạm Văn Ấn'])
    return true
  })
})

test('a double click appoints once', async () => {
  const commune = await smallCommune(server)
  const created = await commune.as.officer.call(routes.createPerson, { body: { code: 'MOI', fullName: 'Đỗ Thị Mới', sex: null, birthDate: null } })
  const unit = await commune.as.officer.call(routes.getUnit, { params: { unitId: commune.units.KT } })
  const postId = unit.posts.find((post) => post.role === 'staff')?.id ?? ''
  const requestId = crypto.randomUUID()
  const appoint = () =>
    commune.as.officer.call(
      routes.appoint,
      { body: { personId: created.id, postId, status: 'civil_servant', isPrimary: true, from: '2026-01-01', to: null, decisionNumber: '9/QĐ-UBND', decisionDate: null } },
      requestId,
    )
  const [first, second] = await Promise.all([appoint(), appoint()])
  assert.equal(first.id, second.id)
  const person = await commune.as.officer.call(routes.getPerson, { params: { personId: created.id } })
  assert.equal(person.holdings.length, 1)
})

test('the same post twice, a second main post and a post that is taken are refused', async () => {
  const commune = await smallCommune(server)
  const unit = await commune.as.officer.call(routes.getUnit, { params: { unitId: commune.units.VP } })
  const [head, staff] = [unit.posts.find((post) => post.role === 'head')?.id ?? '', unit.posts.find((post) => post.role === 'staff')?.id ?? '']
  const appoint = (personId: string, postId: string, isPrimary: boolean, to: string | null = null) =>
    refusalOf(commune.as.officer.call(routes.appoint, { body: { personId, postId, status: 'civil_servant', isPrimary, from: '2026-01-01', to, decisionNumber: '', decisionDate: null } }))
  assert.equal(await appoint(commune.people.clerk, staff, false), 'organisation.holding.overlap')
  assert.equal(await appoint(commune.people.clerk, head, true), 'organisation.holding.two-primary')
  assert.equal(await appoint(commune.people.clerk, head, false), 'organisation.holding.no-place')
  assert.equal(await appoint(commune.people.clerk, staff, false, '2025-12-31'), 'organisation.dates.end-before-start')
})

test('a holding that ends, ends the right to be found in the list of that unit', async () => {
  const commune = await smallCommune(server)
  const person = await commune.as.officer.call(routes.getPerson, { params: { personId: commune.people.engineer } })
  const [held] = person.holdings
  assert.ok(held)
  const { id, version, status, isPrimary, from, decisionNumber, decisionDate } = held
  await commune.as.officer.call(routes.changeHolding, { params: { holdingId: id }, body: { version, status, isPrimary, from, to: '2026-03-31', decisionNumber, decisionDate } })
  const namesOn = async (date: string) => (await commune.as.officer.call(routes.listPeople, { query: { unit: commune.units.KT, date } })).items.map((line) => line.fullName)
  assert.deepEqual(await namesOn('2026-03-31'), ['Hoàng Văn Kinh', 'Bùi Thị Tế'])
  assert.deepEqual(await namesOn('2026-04-01'), ['Hoàng Văn Kinh'])
  const none = await commune.as.officer.call(routes.listPeople, { query: { status: 'none', date: '2026-04-01' } })
  assert.deepEqual(none.items.map((line) => line.fullName), ['Bùi Thị Tế'])
})

test('people are listed by given name in Vietnamese order, page after page without gap or double', async () => {
  const commune = await smallCommune(server)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await commune.as.officer.call(routes.listPeople, { query: { limit: 2, after } })
    seen.push(...page.items.map((line) => line.fullName))
    after = page.next ?? undefined
  } while (after !== undefined)
  assert.deepEqual(seen, ['Nguyễn Thị Ánh', 'Phạm Văn Ân', 'Trần Văn Chủ', 'Lê Thị Hạnh', 'Hoàng Văn Kinh', 'Bùi Thị Tế', 'Võ Thị Tổ'])
})

test('a page key that was tampered with is refused', async () => {
  const commune = await smallCommune(server)
  assert.equal(await refusalOf(commune.as.officer.call(routes.listPeople, { query: { after: '["x"]' } })), 'platform.bad-page-key')
})

test('"dao manh" finds Đào Mạnh, exact accents come first, and signs of the pattern language stand for themselves', async () => {
  const commune = await smallCommune(server)
  for (const [code, fullName] of [['P1', 'Đào Mạnh Hùng'], ['P2', 'Dao Manh Cường'], ['P3', 'Đào Mành'], ['P4', 'Cam Thanh'], ['P5', 'Cam Thành']] as const) {
    await commune.as.officer.call(routes.createPerson, { body: { code, fullName, sex: null, birthDate: null } })
  }
  const find = async (text: string) => (await commune.as.officer.call(routes.search, { query: { text } })).people.map((line) => line.fullName)
  assert.deepEqual(await find('dao manh'), ['Dao Manh Cường', 'Đào Mạnh Hùng', 'Đào Mành'])
  assert.deepEqual(await find('ĐÀO MẠNH'), ['Đào Mạnh Hùng', 'Dao Manh Cường', 'Đào Mành'])
  assert.deepEqual(await find('Cam Thành'), ['Cam Thành', 'Cam Thanh'])
  assert.deepEqual(await find('Đào Mạnh'.normalize('NFD')), ['Đào Mạnh Hùng', 'Dao Manh Cường', 'Đào Mành'])
  assert.deepEqual(await find('p4'), ['Cam Thanh'])
  assert.deepEqual(await find('%'), [])
  assert.deepEqual(await find(''), [])
  const units = (await commune.as.officer.call(routes.search, { query: { text: 'kinh te' } })).units
  assert.deepEqual(units.map((unit) => [unit.code, unit.path]), [['KT', 'Ủy ban nhân dân xã']])
})

test('birth date and sex are seen by those who manage and by oneself, and each such read is in the ledger', async () => {
  const commune = await smallCommune(server)
  const personId = commune.people.clerk
  const read = { permission: 'organisation:read', unitId: null } as const
  const reads = async () => (await ledgerOf(commune.tenantId)).filter((action) => action === 'organisation.person.detail-read').length
  const colleague = await grantee(commune, [read]).call(routes.getPerson, { params: { personId } })
  assert.equal(colleague.detail, null)
  assert.equal(await reads(), 0)
  assert.equal((await commune.as.officer.call(routes.getPerson, { params: { personId } })).detail?.birthDate, '1985-03-04')
  assert.equal((await commune.as.clerk.call(routes.getPerson, { params: { personId } })).detail?.birthDate, '1985-03-04')
  assert.equal(await reads(), 2)
})

test('a right over one unit reaches no other: people elsewhere are not found, changes elsewhere are not possible', async () => {
  const commune = await smallCommune(server)
  const { VP, KT } = commune.units
  const local = grantee(commune, [{ permission: 'organisation:read', unitId: VP }, { permission: 'organisation:manage', unitId: VP }])
  const list = await local.call(routes.listPeople, {})
  assert.deepEqual(list.items.map((line) => line.fullName), ['Nguyễn Thị Ánh', 'Phạm Văn Ân', 'Lê Thị Hạnh', 'Võ Thị Tổ'])
  assert.deepEqual((await local.call(routes.listPeople, { query: { unit: KT } })).items, [])
  assert.deepEqual((await local.call(routes.search, { query: { text: 'Tế' } })).people, [])
  assert.equal(await refusalOf(local.call(routes.getPerson, { params: { personId: commune.people.engineer } })), 'organisation.person.not-found')
  const elsewhere = await local.call(routes.getUnit, { params: { unitId: KT } })
  assert.equal(elsewhere.can.manage, false)
  assert.deepEqual(elsewhere.posts.flatMap((post) => post.holders), [])
  assert.equal((await local.call(routes.getUnit, { params: { unitId: VP } })).can.manage, true)
  const newPost = { code: 'X', title: 'Chuyên viên', role: 'staff', isLeader: false, publicContact: false, peerGroup: '', places: 1, from: '2026-01-01', to: null } as const
  assert.equal(await refusalOf(local.call(routes.createPost, { params: { unitId: KT }, body: newPost })), 'organisation.unit.not-found')
  assert.equal(await refusalOf(local.call(routes.createPost, { params: { unitId: VP }, body: newPost })), 'not refused')
  const dissolve = { kind: 'dissolve', ...act, unit: await versionOf(commune, KT) } as const
  assert.equal(await refusalOf(local.call(routes.changeUnits, { body: dissolve })), 'organisation.unit.not-found')
  assert.equal(await refusalOf(local.call(importRoutes.exportAll, {})), 'platform.not-found')
  assert.equal(await refusalOf(local.call(importRoutes.listImports, {})), 'platform.not-found')
  assert.equal(await refusalOf(local.call(importRoutes.uploadImport, { query: { fileName: 'x.xlsx' }, body: new Uint8Array([0x50, 0x4b]) })), 'platform.not-found')
})

test('a stranger without any right is refused on every route that asks for one', async () => {
  const commune = await smallCommune(server)
  const stranger = grantee(commune, [])
  const params = { unitId: commune.units.VP, postId: commune.units.VP, personId: commune.people.clerk, holdingId: commune.units.VP, absenceId: commune.units.VP, importId: commune.units.VP }
  for (const [name, route] of Object.entries({ ...routes, ...importRoutes })) {
    const refusal = await refusalOf(stranger.call(route as typeof routes.getUnit, { params, ...(route.method === 'GET' ? {} : { body: {} }) } as never))
    assert.ok(['platform.not-found', 'organisation.person.not-found'].includes(refusal), `${name}: ${refusal}`)
  }
})

test('another committee sees and changes nothing of this one', async () => {
  const [ours, theirs] = [await smallCommune(server), await smallCommune(server)]
  assert.equal(await refusalOf(theirs.as.officer.call(routes.getUnit, { params: { unitId: ours.units.VP } })), 'organisation.unit.not-found')
  assert.equal(await refusalOf(theirs.as.officer.call(routes.getPerson, { params: { personId: ours.people.clerk } })), 'organisation.person.not-found')
  const body = { kind: 'dissolve', ...act, unit: { unitId: ours.units.KT, version: 1 } } as const
  assert.equal(await refusalOf(theirs.as.officer.call(routes.changeUnits, { body })), 'organisation.unit.not-found')
  assert.equal((await theirs.as.officer.call(routes.getUnitTree, {})).units.length, 3)
})

test('superiors follow from the tree: the head of the unit, and for a head the nearest head above', async () => {
  const commune = await smallCommune(server)
  const found = await server.inTenant(commune.tenantId, async (tx) => {
    const organisation = await organisationAsOf(readerOf(tx), commune.tenantId, calendarDate('2026-01-01'))
    return organisation.holdings.map((holding) => [holding.personCode, organisation.superiorOf(holding)] as const)
  })
  const superiors = Object.fromEntries(found.map(([code, superior]) => [code, superior.found ? superior.personId : superior.reason]))
  assert.equal(superiors['clerk'], commune.people.officeHead)
  assert.equal(superiors['officeHead'], commune.people.chair)
  assert.equal(superiors['engineer'], commune.people.divisionHead)
  assert.equal(superiors['chair'], 'no-head-above')
})

test('what must survive two writers is a constraint: overlapping stretches, posts and main posts cannot be stored', async () => {
  const commune = await smallCommune(server)
  const doubled = (table: string, columns: string) =>
    server.inTenant(commune.tenantId, async (tx) => {
      const { sql } = await import('kysely')
      await sql.raw(`insert into ${table} (tenant_id, id, ${columns}) select tenant_id, gen_random_uuid(), ${columns} from ${table} where tenant_id = '${commune.tenantId}'`).execute(tx)
    })
  await assert.rejects(doubled('organisation_unit_span', 'unit_id, parent_id, name, folded_name, short_name, kind, level, valid_from, valid_to'), /organisation_unit_span_overlap_ex/)
  await assert.rejects(doubled('organisation_holding', 'person_id, post_id, status, is_primary, valid_from, valid_to'), /organisation_holding_(overlap|primary)_ex/)
})

test('closed sets in the database are those of the domain', async () => {
  const client = new pg.Client({ connectionString: server.database.ownerUrl })
  await client.connect()
  try {
    const found = await client.query<{ name: string; text: string }>(`select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conname like 'organisation_%'`)
    const values = (name: string) => [...(found.rows.find((row) => row.name === name)?.text ?? '').matchAll(/'([a-z_]+)'::text/g)].map((match) => match[1]).toSorted()
    const sets: Record<string, readonly string[]> = {
      organisation_unit_change_kind_ck: codesOf(unitChangeTerms),
      organisation_unit_change_unit_side_ck: ['predecessor', 'successor'],
      organisation_post_role_ck: codesOf(postRoleTerms),
      organisation_person_sex_ck: codesOf(sexTerms),
      organisation_holding_status_ck: codesOf(holdingStatusTerms),
      organisation_absence_kind_ck: codesOf(absenceTerms),
      organisation_import_status_ck: importStatuses,
      organisation_import_phase_ck: importPhases,
      organisation_import_row_outcome_ck: rowOutcomes,
    }
    for (const [name, codes] of Object.entries(sets)) assert.deepEqual(values(name), codes.toSorted(), name)
  } finally {
    await client.end()
  }
})
