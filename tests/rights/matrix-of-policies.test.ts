import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds } from '#kernel/actor.ts'
import { grantedRoles } from '#modules/accounts/domain/roles.ts'
import { campaignStatuses } from '#modules/evaluation/domain/campaign.ts'
import { editionStatuses } from '#modules/evaluation/domain/edition.ts'
import { meetingStatuses } from '#modules/evaluation/domain/meeting.ts'
import { participantStatuses } from '#modules/evaluation/domain/participant.ts'
import { petitionStatuses } from '#modules/evaluation/domain/petition.ts'
import { planStatuses } from '#modules/evaluation/domain/plan-status.ts'
import { taskStatuses } from '#modules/evaluation/domain/task.ts'
import { unitCampaignStatuses, unitFileStatuses } from '#modules/evaluation/domain/unit-campaign.ts'
import { storyStates } from '#modules/newsroom/domain/approval/state.ts'
import { rundownStates } from '#modules/newsroom/domain/rundown/state.ts'
import { everyRoute } from './every-route.ts'
import { judged, personOf, unitOf } from './judged-by-policies.ts'
import { actorOf, places, type Somebody } from './people.ts'
import { rules } from './rules.ts'
import { usualThing, type Thing, type ThingKind } from './things.ts'

/** Everybody who could ask: every post in every unit, with and without every role over every unit. */
const everybody: readonly Somebody[] = [
  [],
  ...places.flatMap((unit) => [[{ unit, head: false }], [{ unit, head: true }]]),
].flatMap((posts) =>
  [[], ...grantedRoles.flatMap((role) => [null, ...places].map((over) => [{ role, over }]))].flatMap((roles) =>
    (posts.length === 0 && roles.length > 0 ? [null, 'me'] : ['me']).map((person) => ({
      name: `${person ?? 'an account'}, ${posts.map((post) => `${post.head ? 'head' : 'staff'} of the ${post.unit}`).join('') || 'no post'}, ${roles.map(({ role, over }) => `${role} of ${over ?? 'all'}`).join('') || 'no role'}`,
      ours: true,
      person,
      posts,
      roles,
    })),
  ),
)

/** What somebody is to the thing by its own names. */
const ties: readonly Partial<Thing>[] = [
  {},
  { subject: 'me' },
  { superior: 'me' },
  { authority: 'me' },
  { superior: 'me', authority: 'me' },
  { subject: 'me', superior: 'me', authority: 'me' },
].map((tie) => ({ ...tie, named: [tie.subject ?? 'a', tie.superior ?? 'b', tie.authority ?? 'c'], authorities: [tie.authority ?? 'c'] }))

const roundTies: readonly Partial<Thing>[] = [{}, { unitSelf: 'me' }, { recogniser: 'me' }, { unitSelf: 'me', recogniser: 'me' }]
const meetingTies: readonly Partial<Thing>[] = [...ties, { chair: 'me', called: ['me'] }, { secretary: 'me', called: ['me'] }, { called: ['me'] }]

function product<Key extends keyof Thing>(things: readonly Partial<Thing>[], key: Key, values: readonly Thing[Key][]): Partial<Thing>[] {
  return things.flatMap((thing) => values.map((value) => ({ ...thing, [key]: value })))
}

const variants: Record<ThingKind, readonly Partial<Thing>[]> = {
  nothing: [{}],
  unit: product([{}], 'unit', places),
  file: product(product(ties, 'campaign', campaignStatuses), 'file', participantStatuses),
  sheet: product(product(product(ties, 'campaign', campaignStatuses), 'file', participantStatuses), 'column', ['self', 'superior']),
  task: product(product(product(ties, 'task', taskStatuses), 'campaign', campaignStatuses), 'unit', ['office', 'team']),
  edition: product([{}], 'edition', editionStatuses),
  round: product(product(roundTies, 'round', unitCampaignStatuses), 'unitFile', unitFileStatuses),
  meeting: product(product(meetingTies, 'meeting', meetingStatuses), 'campaign', campaignStatuses),
  petition: product(ties, 'petition', petitionStatuses),
  story: product(product([{}], 'story', storyStates), 'unit', ['office', 'team']),
  rundown: product(product([{}], 'rundown', rundownStates), 'unit', ['office', 'team']),
  plan: product(product(product(ties, 'plan', planStatuses), 'file', participantStatuses), 'campaign', campaignStatuses).map((thing) => ({ ...thing, asksPlan: true })),
}

/** By default every fifth person of each route, others for the next route; everybody with MATRIX=all. */
const step = process.env['MATRIX'] === 'all' ? 1 : 5
const people = everybody.map((who) => ({ who, actor: actorOf(who, { unit: unitOf, person: personOf, tenant: 'ours' }) }))

test('every route of every module has its rule in words, and every rule its route', () => {
  const named = new Set(everyRoute.map(({ name }) => name))
  assert.deepEqual(everyRoute.flatMap(({ name }) => (name in rules ? [] : [name])), [], 'routes whose rule nobody has written into tests/rights/rules-of-*.ts')
  assert.deepEqual(Object.keys(rules).filter((name) => !named.has(name)), [], 'rules without a route')
  assert.deepEqual(Object.keys(judged).filter((name) => !named.has(name)), [], 'judges without a route')
})

const tried = { combinations: 0, hidden: 0, refused: 0, wholly: 0 }

for (const [at, { name, route }] of everyRoute.entries()) {
  test(`${name}: for everybody, in every status, the policies answer as the rule says`, () => {
    const rule = rules[name]
    assert.ok(rule !== undefined, `${name} has no rule`)
    const judge = judged[name]
    const { permission } = route
    for (const variant of variants[rule.about]) {
      const thing: Thing = { ...usualThing, subject: 'a', superior: 'b', authority: 'c', named: ['a', 'b', 'c'], authorities: ['c'], unitSelf: 'a', recogniser: 'b', chair: 'a', secretary: 'b', called: ['a', 'b'], roll: ['a'], namedInRound: [variant.unitSelf ?? 'a', variant.recogniser ?? 'b'], ...variant }
      for (let one = at % step; one < people.length; one += step) {
        const { who, actor } = people[one] as (typeof people)[number]
        const expected = rule.answer(who, thing)
        const admitted = permission === 'public' || permission === 'signed-in' || holds(actor, permission)
        tried.combinations += 1
        if (expected === 'hidden') tried.hidden += 1
        if (expected === 'refused') tried.refused += 1
        if (judge === undefined && (admitted || expected === 'hidden')) continue
        tried.wholly += 1
        const found = admitted ? (judge?.(actor, thing) ?? 'open') : 'hidden'
        if (found !== (expected === 'admitted' ? 'open' : expected)) {
          assert.fail(`${who.name} — ${JSON.stringify(variant)}\n  the rule: ${rule.says}\n  by the rule ${expected}, by the policies ${found}`)
        }
      }
    }
  })
}

test('figures of the matrix of policies', (context) => {
  assert.ok(tried.refused + tried.hidden > tried.combinations / 2, 'most people may not do most things')
  context.diagnostic(`${everyRoute.length} routes, ${tried.combinations} combinations: ${tried.hidden} hidden, ${tried.refused} refused for the time being; ${tried.wholly} judged by policies alone`)
})
