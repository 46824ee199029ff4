import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { asId, type HoldingId, type PersonId } from '#kernel/id.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { testServer } from '#tests/setup/test-server.ts'
import { organisationRoutes as routes } from '../contract/routes.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { registerOrganisation, type HoldingUse } from './index.ts'

const asked: Parameters<HoldingUse>[2][] = []
const usedBy = new Set<PersonId>()
const isUsed: HoldingUse = (_read, _tenantId, holding) => {
  asked.push(holding)
  return Promise.resolve(usedBy.has(holding.personId))
}
const server = await testServer(import.meta, (app, services) => registerOrganisation(app, services, [isUsed]), { refusals: [organisationRefusals] })

const leave = { kind: 'sick_leave', from: '2026-08-03', to: '2026-08-21', decisionNumber: '12/GNP' } as const

const absencesOf = async (commune: SmallCommune, personId = commune.people.clerk) => (await commune.as.officer.call(routes.getPerson, { params: { personId } })).detail?.absences ?? []
const add = (commune: SmallCommune, body: { kind: 'maternity' | 'sick_leave' | 'unpaid_leave'; from: string; to: string; decisionNumber: string }, personId = commune.people.clerk) =>
  commune.as.officer.call(routes.addAbsence, { params: { personId }, body })

async function ledgerOf(commune: SmallCommune, action: string) {
  return server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', action).select(['subject_id', 'data']).execute())
}

async function holdingOf(commune: SmallCommune, personId: PersonId): Promise<{ id: HoldingId; version: number }> {
  const [holding] = (await commune.as.officer.call(routes.getPerson, { params: { personId } })).holdings
  assert.ok(holding)
  return { id: holding.id, version: holding.version }
}

test('an absence is recorded, ended earlier, and stands on the person’s page and in the ledger', async () => {
  const commune = await smallCommune(server)
  const { id, version } = await add(commune, leave)
  assert.equal(version, 1)
  const changed = await commune.as.officer.call(routes.changeAbsence, { params: { absenceId: asId<'absence'>(id) }, body: { ...leave, to: '2026-08-14', version } })
  assert.equal(changed.version, 2)
  assert.deepEqual(await absencesOf(commune), [{ id, version: 2, kind: 'sick_leave', from: '2026-08-03', to: '2026-08-14', decisionNumber: '12/GNP' }])
  assert.deepEqual((await ledgerOf(commune, 'organisation.absence.added')).map((entry) => entry.subject_id), [id])
  assert.deepEqual((await ledgerOf(commune, 'organisation.absence.changed')).map((entry) => entry.subject_id), [id])
})

test('unpaid leave is an absence too; two absences of one person share no day', async () => {
  const commune = await smallCommune(server)
  await add(commune, { ...leave, kind: 'unpaid_leave' })
  assert.equal(await refusalOf(add(commune, { ...leave, from: '2026-08-21', to: '2026-09-10' })), 'organisation.absence.overlap')
  assert.equal(await refusalOf(add(commune, { ...leave, from: '2026-09-10', to: '2026-09-01' })), 'organisation.dates.end-before-start')
  const next = await add(commune, { ...leave, from: '2026-08-22', to: '2026-09-10' })
  assert.equal(await refusalOf(commune.as.officer.call(routes.changeAbsence, { params: { absenceId: asId<'absence'>(next.id) }, body: { ...leave, to: '2026-09-10', version: 1 } })), 'organisation.absence.overlap')
  await add(commune, leave, commune.people.typist)
})

test('of two absences entered at once for the same days one is refused', async () => {
  const commune = await smallCommune(server)
  const outcomes = await Promise.all([refusalOf(add(commune, leave)), refusalOf(add(commune, leave))])
  assert.deepEqual(outcomes.toSorted(), ['not refused', 'organisation.absence.overlap'])
})

test('an absence entered by mistake goes, and the ledger keeps what it said and why', async () => {
  const commune = await smallCommune(server)
  const { id } = await add(commune, leave)
  const params = { absenceId: asId<'absence'>(id) }
  assert.equal(await refusalOf(commune.as.officer.call(routes.removeAbsence, { params, body: { version: 2, reason: 'Nhầm người' } })), 'organisation.absence.changed')
  assert.equal(await refusalOf(commune.as.officer.call(routes.removeAbsence, { params, body: { version: 1, reason: ' ' } })), 'platform.invalid-input')
  await commune.as.officer.call(routes.removeAbsence, { params, body: { version: 1, reason: 'Nhầm người' } })
  assert.deepEqual(await absencesOf(commune), [])
  const [entry] = await ledgerOf(commune, 'organisation.absence.removed')
  assert.deepEqual(entry?.data, { id, version: 1, personId: commune.people.clerk, ...leave, reason: 'Nhầm người' })
  assert.equal(await refusalOf(commune.as.officer.call(routes.removeAbsence, { params, body: { version: 1, reason: 'Nhầm người' } })), 'organisation.absence.not-found')
})

test('absences are for who manages the person: not for oneself, a colleague or another committee', async () => {
  const [commune, other] = [await smallCommune(server), await smallCommune(server)]
  const { id } = await add(commune, leave)
  const params = { absenceId: asId<'absence'>(id) }
  const removal = { version: 1, reason: 'Không đúng' }
  for (const caller of [commune.as.clerk, other.as.officer]) {
    assert.ok(['platform.not-found', 'organisation.person.not-found'].includes(await refusalOf(caller.call(routes.addAbsence, { params: { personId: commune.people.clerk }, body: { ...leave, from: '2026-10-01', to: '2026-10-02' } }))))
    assert.ok(['platform.not-found', 'organisation.absence.not-found'].includes(await refusalOf(caller.call(routes.changeAbsence, { params, body: { ...leave, version: 1 } }))))
    assert.ok(['platform.not-found', 'organisation.absence.not-found'].includes(await refusalOf(caller.call(routes.removeAbsence, { params, body: removal }))))
  }
  assert.equal((await absencesOf(commune)).length, 1)
})

test('a holding entered by mistake goes, with the reason in the ledger', async () => {
  const commune = await smallCommune(server)
  const { id, version } = await holdingOf(commune, commune.people.typist)
  const params = { holdingId: id }
  assert.equal(await refusalOf(commune.as.officer.call(routes.removeHolding, { params, body: { version: version + 1, reason: 'Nhầm vị trí' } })), 'organisation.holding.changed')
  await commune.as.officer.call(routes.removeHolding, { params, body: { version, reason: 'Nhầm vị trí' } })
  assert.deepEqual((await commune.as.officer.call(routes.getPerson, { params: { personId: commune.people.typist } })).holdings, [])
  const [entry] = await ledgerOf(commune, 'organisation.holding.removed')
  assert.equal(entry?.subject_id, id)
  const kept = entry?.data as { reason: string; personId: string } | undefined
  assert.deepEqual([kept?.reason, kept?.personId], ['Nhầm vị trí', commune.people.typist])
  assert.equal(asked.at(-1)?.personId, commune.people.typist)
})

test('a holding that another part of the program has built on stays', async () => {
  const commune = await smallCommune(server)
  usedBy.add(commune.people.typist)
  const { id, version } = await holdingOf(commune, commune.people.typist)
  assert.equal(await refusalOf(commune.as.officer.call(routes.removeHolding, { params: { holdingId: id }, body: { version, reason: 'Nhầm' } })), 'organisation.holding.in-use')
  assert.equal((await holdingOf(commune, commune.people.typist)).id, id)
})

test('nobody removes a holding of another committee, or one that does not exist', async () => {
  const [commune, other] = [await smallCommune(server), await smallCommune(server)]
  const { id, version } = await holdingOf(commune, commune.people.typist)
  const body = { version, reason: 'Nhầm' }
  assert.equal(await refusalOf(other.as.officer.call(routes.removeHolding, { params: { holdingId: id }, body })), 'organisation.holding.not-found')
  assert.equal(await refusalOf(commune.as.officer.call(routes.removeHolding, { params: { holdingId: asId<'holding'>(randomUUID()) }, body })), 'organisation.holding.not-found')
})
