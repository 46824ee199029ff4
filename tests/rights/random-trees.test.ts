import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId, type TenantId, type UnitId } from '#kernel/id.ts'
import { grantedRoles } from '#modules/accounts/domain/roles.ts'
import type { GivenRole } from '#modules/accounts/domain/grants.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { loadSampleOrganisation } from '#modules/organisation/server/index.ts'
import { Refused, type Caller } from '#tests/setup/test-server.ts'
import { keepCommands, undoCommands } from '#tests/setup/undo-commands.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { listedPeople, managesPerson, managesUnit, postsOn, readHistory, readsAtAll, readsUnit, seesPerson, seesTask, type History, type OnDay } from './history.ts'

/** How many committees are made up; more with TREES=60. */
const numRuns = Number(process.env['TREES'] ?? 3)

const server = await wholeServer(import.meta)
const usual = server.clock.now
const tried = { committees: 0, acts: 0, refusedActs: 0, people: 0, answers: 0 }

const start = '2020-01-01'
const end = '2027-12-31'
const day = fc.integer({ min: 0, max: 2_800 }).map((days) => addDays(calendarDate(start), days))
/** Days around which something happens: most of them near the acts of reorganisation. */
const lookedAt = fc.constantFrom(...['2021-03-01', '2024-06-30', '2025-07-01', '2026-11-20', '2027-06-01'].map(calendarDate))
const index = fc.nat({ max: 50 })

const plan = fc.record({
  parents: fc.array(index, { minLength: 3, maxLength: 8 }),
  holdings: fc.array(fc.record({ person: index, unit: index, head: fc.boolean(), from: day, to: fc.option(day) }), { minLength: 6, maxLength: 14 }),
  acts: fc.array(fc.record({ kind: fc.constantFrom('rename', 'move_parent', 'merge', 'absorb', 'split_off', 'dissolve', 'found'), one: index, other: index, on: day }), { minLength: 3, maxLength: 9 }),
  looks: fc.array(fc.record({ person: index, on: lookedAt, roles: fc.array(fc.record({ role: fc.constantFrom(...grantedRoles), unit: fc.option(index) }), { maxLength: 2 }) }), { minLength: 3, maxLength: 4 }),
})
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never

const people = ['An', 'Bình', 'Cúc', 'Dũng', 'Em', 'Phúc', 'Giang', 'Hà']

/** Founds the committee and reorganises it with the program's own commands, some of which it refuses. */
async function lived(made: Plan): Promise<{ tenantId: TenantId; officer: Caller }> {
  const tenantId = await server.newTenant()
  const units = made.parents.map((parent, at) => ({ code: `U${at}`, name: `Đơn vị ${at}`, shortName: `U${at}`, kind: 'specialised_division' as const, level: 'commune' as const, parent: at === 0 ? null : `U${parent % at}`, from: start, to: null, unconfirmed: false, note: null }))
  const posts = units.flatMap(({ code }) => [true, false].map((head) => ({ code: `${code}${head ? 'H' : 'S'}`, unit: code, title: 'Vị trí', role: head ? ('head' as const) : ('staff' as const), isLeader: head, publicContact: false, peerGroup: '', from: start, to: null, places: 20, superior: null, superiorOutside: null })))
  await server.inTenant(tenantId, (tx) =>
    loadSampleOrganisation(tx, tenantId, {
      tenantName: 'Xã', province: 'Tỉnh', units, unitChanges: [], posts, absences: [], roles: [],
      people: people.map((name, at) => ({ code: `P${at}`, fullName: `Nguyễn ${name}`, sex: 'female', birthDate: '1985-03-04' })),
      holdings: oncePerPost(made, units.length),
    }),
  )
  const officer = server.as({ accountId: asId<'account'>(randomUUID()), tenantId, personId: null, displayName: '', posts: [], grants: (['organisation:read', 'organisation:manage'] as const).map((permission) => ({ permission, unitId: null })) })
  for (const act of made.acts) {
    tried.acts += 1
    try {
      await reorganise(officer, tenantId, act)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      tried.refusedActs += 1
    }
  }
  return { tenantId, officer }
}

/** Nobody holds the same post twice at once; of two such holdings the first stands. */
function oncePerPost({ holdings }: Plan, size: number) {
  const kept = new Set<string>()
  return holdings.flatMap(({ person, unit, head, from, to }) => {
    const holding = { person: `P${person % people.length}`, post: `U${unit % size}${head ? 'H' : 'S'}` }
    const key = `${holding.person} ${holding.post}`
    if (kept.has(key) || (to !== null && to < from)) return []
    kept.add(key)
    return [{ ...holding, status: 'civil_servant' as const, isPrimary: false, from, to, decisionNumber: '', decisionDate: from }]
  })
}

async function reorganise(officer: Caller, tenantId: TenantId, { kind, one, other, on }: Plan['acts'][number]): Promise<void> {
  const rows = await server.inTenant(tenantId, (tx) => tx.selectFrom('organisation_unit').where('tenant_id', '=', tenantId).select(['id', 'version']).orderBy('code').execute())
  const pick = (at: number) => {
    const row = rows[at % rows.length]
    if (row === undefined) throw new Error('a committee without units')
    return { unitId: row.id as UnitId, version: row.version }
  }
  const [unit, second] = [pick(one), pick(other)]
  const fresh = { code: `N${randomUUID().slice(0, 8)}`, name: 'Đơn vị mới', shortName: 'Mới', kind: 'specialised_division' as const, level: 'commune' as const, parentId: second.unitId, takes: [] }
  const common = { effectiveOn: on, documentNumber: '1/QĐ', documentDate: null, note: '' }
  const body = {
    rename: { kind: 'rename' as const, ...common, unit, name: `Tên ${one}`, shortName: `T${one}` },
    move_parent: { kind: 'move_parent' as const, ...common, unit, parentId: second.unitId },
    merge: { kind: 'merge' as const, ...common, predecessors: [unit, pick(one + 1)], successor: fresh },
    absorb: { kind: 'absorb' as const, ...common, predecessors: [unit], successor: second },
    split_off: { kind: 'split_off' as const, ...common, predecessor: unit, successors: [fresh] },
    dissolve: { kind: 'dissolve' as const, ...common, unit },
    found: { kind: 'found' as const, ...common, unit: fresh },
  }[kind]
  await officer.call(organisationRoutes.changeUnits, { body })
}

/** A piece of work for everybody in every unit they ever held a post in. */
async function giveWork(tenantId: TenantId, { held }: History): Promise<void> {
  const places = [...new Map(held.map(({ person, unit }) => [`${person} ${unit}`, { person, unit }])).values()]
  const row = { tenant_id: tenantId, title: 'Nhiệm vụ', coefficient: '1/1', origin: 'assigned', month: '2026-11-01', assigned: 1, deadline: '2026-11-25', assigned_at: usual, status: 'open' }
  await server.inTenant(tenantId, (tx) => tx.insertInto('evaluation_task').values(places.map(({ person, unit }) => ({ ...row, id: randomUUID(), person_id: person, unit_id: unit }))).execute())
}

const outcome = async (work: Promise<unknown>): Promise<'done' | 'hidden' | 'refused'> => {
  tried.answers += 1
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.code === 'platform.conflict') return 'done'
    return error.status === 404 ? 'hidden' : 'refused'
  }
}

const noon = (date: CalendarDate): Date => new Date(`${date}T05:00:00Z`)

async function everyPerson(caller: Caller): Promise<string[]> {
  return (await caller.call(organisationRoutes.listPeople, { query: { limit: 200 } })).items.map(({ id }) => id)
}

/** Compares all that one person is shown and may do on one day with the slow reading of the rows. */
async function compare(history: History, tenantId: TenantId, who: OnDay): Promise<void> {
  server.clock.now = noon(who.today)
  const caller = await server.signedIn(tenantId, asId<'person'>(who.person), who.roles)
  const say = `${who.person} on ${who.today} with ${JSON.stringify(who.roles)}`
  assert.deepEqual(caller.actor.posts.map(({ unitId, isHead }) => `${unitId} ${isHead}`).toSorted(), postsOn(history, who).map(({ unit, head }) => `${unit} ${head}`).toSorted(), `posts of ${say}`)
  tried.people += 1
  if (!readsAtAll(history, who)) {
    assert.equal(await outcome(caller.call(organisationRoutes.listPeople, { query: {} })), 'hidden', `no post and no role of reading: ${say}`)
    return
  }
  assert.deepEqual((await everyPerson(caller)).toSorted(), listedPeople(history, who).toSorted(), `the list of people of ${say}`)
  for (const person of history.people) {
    const params = { personId: person as PersonId }
    const seen = await caller.call(organisationRoutes.getPerson, { params }).catch((error: unknown) => (error instanceof Refused && error.status === 404 ? null : Promise.reject(error as Error)))
    assert.equal(seen !== null, seesPerson(history, person, who), `${person} seen by ${say}`)
    const manages = managesPerson(history, person, who)
    assert.equal(seen?.can.manage ?? false, manages, `${person} managed by ${say}`)
    const changed = outcome(caller.call(organisationRoutes.changePerson, { params, body: { version: 1, code: `X${person.slice(0, 30)}`, fullName: 'Tên khác', sex: null, birthDate: null } }))
    assert.equal((await changed) === 'done', manages, `changing ${person} by ${say}`)
  }
  for (const unit of history.units) {
    const { can, posts } = await caller.call(organisationRoutes.getUnit, { params: { unitId: unit as UnitId } })
    assert.equal(can.manage, managesUnit(history, unit, who), `${unit} managed by ${say}`)
    assert.ok(readsUnit(history, unit, who) || posts.every(({ holders }) => holders.length === 0), `holders in ${unit} shown to ${say}`)
  }
  const { items } = await caller.call(taskRoutes.listTasks, { query: { who: 'mine', limit: 200 } })
  assert.deepEqual(items.map(({ id }) => id as string).toSorted(), history.tasks.filter((task) => task.person !== who.person && seesTask(history, task, who)).map(({ id }) => id).toSorted(), `tasks of others listed to ${say}`)
  for (const task of history.tasks.slice(0, 6)) {
    const open = await outcome(caller.call(taskRoutes.getTask, { params: { taskId: asId<'task'>(task.id) } }))
    assert.equal(open === 'done', task.person === who.person || seesTask(history, task, who), `task ${task.id} opened by ${say}`)
  }
}

/** In Vietnam the day begins at five in the afternoon of the day before by universal time. */
async function midnight(history: History, tenantId: TenantId): Promise<void> {
  for (const { person, to } of history.held.filter((one) => one.to !== null).slice(0, 3)) {
    const last = calendarDate(to ?? end)
    const postsAt = async (moment: string): Promise<number> => {
      server.clock.now = new Date(moment)
      return (await server.signedIn(tenantId, asId<'person'>(person))).actor.posts.length
    }
    const [lastSecond, firstSecond] = [`${last}T16:59:59.999Z`, `${last}T17:00:00.000Z`]
    assert.equal(await postsAt(lastSecond), postsOn(history, { person, roles: [], today: last }).length, `the last second of ${last}`)
    assert.equal(await postsAt(firstSecond), postsOn(history, { person, roles: [], today: addDays(last, 1) }).length, `the first second after ${last}`)
  }
}

test('whatever becomes of units and posts, lists, single records, abilities and commands agree with the rows read one by one, and posts end at midnight', { timeout: 600_000 }, async (context) => {
  await fc.assert(
    fc.asyncProperty(plan, async (made) => {
      server.clock.now = usual
      await keepCommands(server.database)
      const { tenantId } = await lived(made)
      await giveWork(tenantId, await readHistory(server.database.ownerUrl, tenantId))
      await undoCommands(server.database)
      const history = await readHistory(server.database.ownerUrl, tenantId)
      tried.committees += 1
      for (const look of made.looks) {
        const roles: GivenRole[] = look.roles.map(({ role, unit }) => ({ role, unitId: unit === null ? null : (history.units[unit % history.units.length] as UnitId) }))
        await compare(history, tenantId, { person: history.people[look.person % history.people.length] ?? '', roles, today: look.on })
      }
      await midnight(history, tenantId)
    }),
    { numRuns, endOnFailure: true },
  )
  context.diagnostic(`${tried.committees} committees, ${tried.acts} acts of reorganisation (${tried.refusedActs} refused), ${tried.people} people on a day, ${tried.answers} single answers beside the lists`)
})
