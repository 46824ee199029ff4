import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { z } from 'zod'
import { contracts } from '#apps/server/modules.ts'
import type { Actor } from '#kernel/actor.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { grantedRoles } from '#modules/accounts/domain/roles.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { editionRoutes } from '#modules/evaluation/contract/edition-routes.ts'
import { meetingRoutes } from '#modules/evaluation/contract/meeting-routes.ts'
import { raterRoutes } from '#modules/evaluation/contract/rater-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { isFileBody, type Route } from '#platform/contract/route.ts'
import { meetingBody } from './setup/council.ts'
import { openOctober } from './setup/evaluation-campaigns.ts'
import { assign, withProduct } from './setup/evaluation-tasks.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { wholeServer } from './setup/whole-server.ts'

const server = await wholeServer(import.meta)
let commune: SmallCommune
/** Real ids of the first tenant by the name of a parameter. */
let ids: Readonly<Record<string, string>> = {}
/** Ids and names that no stranger may ever read. */
let secrets: readonly string[] = []
let strangers: Readonly<Record<string, Actor>> = {}

/** The law itself is for everybody signed in. */
const open = { 'evaluation.listRulebooks': true, 'evaluation.getRulebook': true } as const

/** Lists of one's own things: somebody without any gets an empty one. Everything else is not found. */
const ownLists: Readonly<Record<string, readonly string[]>> = { 'evaluation.myWork': ['items'] }

before(async () => {
  commune = await smallCommune(server)
  const neighbour = await smallCommune(server)
  const productId = await withProduct(commune)
  const taskId = await assign(commune.as.officeHead, commune.people.clerk, productId)
  const { id: evidenceId } = await commune.as.clerk.call(taskRoutes.addEvidenceLink, { params: { taskId }, body: { name: 'Văn bản', address: 'https://vanban.example.vn/1' } })
  const campaignId = await openOctober(commune)
  const { documentId } = await commune.as.officer.call(campaignRoutes.addDocument, { params: { campaignId }, query: { fileName: 'bien-ban.pdf', kind: 'minutes', secrecy: 'none' }, body: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') })
  const { editionId } = await commune.as.officer.call(editionRoutes.createEdition, { body: { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name: 'Quy định của xã' } })
  const { kinshipId } = await commune.as.officer.call(raterRoutes.declareKinship, { params: { personId: commune.people.clerk }, body: { relativeId: commune.people.engineer, relation: 'sibling', note: '' } })
  const { meetingId } = await commune.as.officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: meetingBody(commune) })
  const questionId = randomUUID()
  const question = { tenant_id: commune.tenantId, id: questionId, meeting_id: meetingId, title: 'Mức xếp loại', method: 'devices', choices: JSON.stringify(['good', 'blank'].map((id) => ({ id, vi: id, en: id }))), status: 'open', opened_on: '2026-11-20' }
  await server.inTenant(commune.tenantId, (tx) => tx.insertInto('evaluation_meeting_question').values(question).execute())
  const posts = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('organisation_post').select('id').execute())
  const holdings = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('organisation_holding').select('id').execute())
  const results = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('evaluation_result').select('id').execute())
  ids = {
    campaignId, documentId, editionId, evidenceId, meetingId, productId, questionId, taskId,
    personId: commune.people.clerk, unitId: commune.units.VP, postId: posts[0]?.id ?? '', holdingId: holdings[0]?.id ?? '', resultId: results[0]?.id ?? randomUUID(),
    rulebookId: 'nd-335-2025', rater: 'self', identityKind: 'personal_id', month: '2026-10-01', petitionId: randomUUID(), importId: randomUUID(), kind: 'colleagues', raterId: commune.people.typist, kinshipId,
  }
  secrets = [kinshipId, meetingId, questionId, campaignId, documentId, editionId, evidenceId, productId, taskId, commune.tenantId, ...Object.values(commune.people), ...Object.values(commune.units), ...posts.map(({ id }) => id), ...holdings.map(({ id }) => id)]

  await server.inTenant(commune.tenantId, (tx) => tx.updateTable('organisation_holding').set({ valid_to: '2026-11-19' }).where('person_id', '=', commune.people.typist).execute())
  const nobody = (personId: PersonId | null): Actor => ({ accountId: asId<'account'>(randomUUID()), tenantId: commune.tenantId, personId, displayName: 'Người lạ', posts: [], grants: [] })
  const left = await server.signedIn(commune.tenantId, commune.people.typist)
  assert.deepEqual(left.actor.grants, [], 'access ends with the post')
  const everyRole = await server.signedIn(neighbour.tenantId, neighbour.people.chair, grantedRoles.map((role) => ({ role, unitId: null })))
  strangers = { 'an account without post or grant': nobody(null), 'somebody whose post ended yesterday': left.actor, 'somebody of a neighbour with every role': everyRole.actor }
  Object.values(strangers).forEach((actor) => server.as(actor))
})

const routes = Object.entries(contracts)
  .flatMap(([module, table]) => Object.entries(table).map(([name, route]) => ({ name: `${module}.${name}`, route: route as Route })))
  .filter(({ name, route }) => route.permission !== 'public' && !name.startsWith('accounts.'))

interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly format?: string
}

/** A body the contract takes, naming real things of the first tenant. */
function plausible(schema: z.ZodType, name: string): unknown {
  const def = schema.def as unknown as Def
  const inner = (part: z.ZodType | undefined) => (part === undefined ? null : plausible(part, name))
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, part]) => [key, plausible(part, key)]))
    case 'array':
      return [inner(def.element)]
    case 'record':
      return {}
    case 'union':
      return inner(def.options?.[0])
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'pipe':
      return inner(def.in)
    case 'optional':
    case 'default':
      return undefined
    case 'nullable':
      return def.innerType !== undefined && (def.innerType.def as unknown as Def).type === 'pipe' ? inner(def.innerType) : null
    case 'number':
      return name === 'year' ? 2026 : 1
    case 'boolean':
      return false
    default:
      if (def.format === 'uuid') return ids[name === 'personIds' || name === 'superiorId' || name === 'deciderId' ? 'personId' : name === 'scopeUnitId' ? 'unitId' : name] ?? ids['personId']
      return /date|from|to$|deadline|self|superior|decide|month|valid/i.test(name) ? '2026-11-25' : (ids[name] ?? '1')
  }
}

async function ask(route: Route, account: string | null) {
  const url = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? randomUUID()))
  const query = route.query === undefined ? {} : (plausible(route.query, '') as Record<string, unknown>)
  const asked = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))).toString()
  const bytes = isFileBody(route.body)
  const payload = route.body === undefined ? undefined : bytes ? '%PDF-1.4\n' : JSON.stringify(plausible(route.body as z.ZodType, ''))
  const answer = await server.app.inject({
    method: route.method,
    url: asked === '' ? url : `${url}?${asked}`,
    headers: { 'x-request-id': randomUUID(), ...(account === null ? {} : { 'x-test-account': account }), ...(payload === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }) },
    ...(payload === undefined ? {} : { payload }),
  })
  const sent = `${url} ${asked} ${payload ?? ''}`
  // A refusal may repeat the id it was asked for.
  const told = secrets.filter((secret) => answer.body.includes(secret) && !sent.includes(secret))
  assert.deepEqual(told, [], `ids of the first tenant in ${answer.body.slice(0, 300)}`)
  return answer
}

async function thingsOfTheFirst(): Promise<Record<string, number>> {
  return server.inTenant(commune.tenantId, async (tx) => {
    const found: Record<string, number> = {}
    for (const table of ['ledger_entry', 'evaluation_task', 'evaluation_campaign', 'evaluation_sheet', 'evaluation_product', 'organisation_person', 'organisation_unit', 'evaluation_document', 'evaluation_evidence', 'evaluation_rulebook_edition', 'evaluation_meeting', 'evaluation_meeting_attendee', 'evaluation_meeting_proposal', 'evaluation_meeting_voter'] as const) {
      found[table] = (await tx.selectFrom(table).select('tenant_id').where('tenant_id', '=', commune.tenantId).execute()).length
    }
    return found
  })
}

const codeOf = (answer: { body: string }): string => (JSON.parse(answer.body) as { error: { code: string } }).error.code
const notFound = /^(platform\.not-found|[a-z]+\.[a-z]+\.not-found)$/

test('the contract names routes to try', () => {
  assert.ok(routes.length > 60)
  for (const name of [...Object.keys(open), ...Object.keys(ownLists)]) assert.ok(routes.some((route) => route.name === name), `${name} is no route`)
})

for (const { name, route } of routes) {
  test(`${name} asks who is there before anything else`, async () => {
    const answer = await ask(route, null)
    assert.deepEqual([answer.statusCode, codeOf(answer)], [401, 'platform.not-signed-in'])
    const unknown = await ask(route, randomUUID())
    assert.equal(unknown.statusCode, 401)
  })

  for (const who of ['an account without post or grant', 'somebody whose post ended yesterday']) {
    test(`${name} tells ${who} nothing`, async () => {
      const before = await thingsOfTheFirst()
      const answer = await ask(route, strangers[who]?.accountId ?? '')
      if (name in open) return assert.equal(answer.statusCode, 200)
      if (name in ownLists) {
        assert.equal(answer.statusCode, 200, answer.body)
        for (const key of ownLists[name] ?? []) assert.deepEqual(answer.json<Record<string, unknown>>()[key], [], 'the list is empty')
      } else {
        assert.equal(answer.statusCode, 404, answer.body.slice(0, 300))
        assert.match(codeOf(answer), notFound)
      }
      assert.deepEqual(await thingsOfTheFirst(), before, 'nothing was done')
    })
  }

  test(`${name} gives somebody of a neighbour with every role nothing of the first tenant`, async () => {
    const before = await thingsOfTheFirst()
    const answer = await ask(route, strangers['somebody of a neighbour with every role']?.accountId ?? '')
    if (/:(?!rulebookId)\w+/.test(route.path)) {
      // What does not exist for them is not found; a body judged first may be refused for its own sake, but never done.
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${answer.statusCode} ${answer.body.slice(0, 300)}`)
      if (route.method === 'GET') assert.match(codeOf(answer), notFound)
    }
    assert.deepEqual(await thingsOfTheFirst(), before, 'nothing was done')
  })
}
