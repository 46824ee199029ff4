import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId, PostId, UnitId } from '#kernel/id.ts'
import { shippedRulebook } from '../server/rulebook/rulebook-library.ts'
import { keepAdjusted, problemsOf, resolveParticipants, usingBodyKinds, type ResolvableHolding, type ResolvableUnit } from './resolution.ts'

const rulebook = shippedRulebook('nd-335-2025')
assert.ok(rulebook)

const unit = (id: string, parent: string | null, kind: string): ResolvableUnit => ({ id: id as UnitId, parentId: parent as UnitId | null, kind, level: 'commune' })

function holding(person: string, unitId: string, role: string, more: Partial<ResolvableHolding> = {}): ResolvableHolding {
  return {
    personId: person as PersonId, postId: `${person}/${unitId}` as PostId, unitId: unitId as UnitId, title: role, role, isLeader: role === 'head' || role === 'deputy',
    publicContact: false, peerGroup: role, status: 'civil_servant', isPrimary: true, sortName: person, ...more,
  }
}

const units = [unit('XA', null, 'commune'), unit('UBND', 'XA', 'peoples_committee'), unit('KT', 'UBND', 'specialised_division'), unit('QS', 'UBND', 'military_command'), unit('DU', 'XA', 'party_committee'), unit('XD', 'DU', 'party_board')]
const holdings = [
  holding('chair', 'UBND', 'head', { status: 'cadre' }),
  holding('vice', 'UBND', 'deputy'),
  holding('head', 'KT', 'head'),
  holding('deputy', 'KT', 'deputy'),
  holding('clerk', 'KT', 'staff', { publicContact: true }),
  holding('commander', 'QS', 'head'),
  holding('secretary', 'DU', 'head', { status: 'cadre' }),
  holding('board', 'XD', 'head'),
  holding('organiser', 'XD', 'staff'),
]

function resolve(over: { holdings?: readonly ResolvableHolding[]; scope?: string; statuses?: readonly string[] } = {}) {
  const found = resolveParticipants({ units, holdings: over.holdings ?? holdings, scopeUnitId: (over.scope ?? 'XA') as UnitId, subjectStatuses: over.statuses ?? ['civil_servant'], rulebook: rulebook as NonNullable<typeof rulebook> })
  return new Map(found.map((one) => [one.personId as string, one]))
}

test('the head of the own unit scores, the head of the using body decides (article 10)', () => {
  const found = resolve()
  const raters = (person: string) => [found.get(person)?.superiorId, found.get(person)?.deciderId]
  assert.deepEqual(raters('clerk'), ['head', 'chair'])
  assert.deepEqual(raters('deputy'), ['head', 'chair'])
  assert.deepEqual(raters('head'), ['chair', 'chair'])
  assert.deepEqual(raters('vice'), ['chair', 'chair'])
  assert.deepEqual(raters('commander'), ['chair', 'chair'])
  assert.deepEqual(raters('organiser'), ['board', 'secretary'])
  assert.equal(found.has('chair'), false)
})

test('the head of a using body with nobody above stays unresolved and is shown so', () => {
  const chair = resolve({ statuses: ['cadre'] }).get('chair')
  assert.deepEqual([chair?.superiorId, chair?.deciderId], [null, null])
  assert.deepEqual(problemsOf({ group: 'leader', superiorId: null, deciderId: null, excludedReason: '' }), ['no_superior', 'no_decider'])
  assert.deepEqual(problemsOf({ group: 'leader', superiorId: null, deciderId: null, excludedReason: 'Do cấp trên đánh giá' }), [])
})

test('the template of a post is found by words of its title, whatever case, marks and punctuation', () => {
  const titled = (person: string, role: string, title: string) => holding(person, 'KT', role, { title })
  const people = [
    titled('standing', 'deputy', 'Phó Chủ tịch Thường trực HĐND tỉnh'), titled('vice', 'deputy', 'Phó Chủ tịch Hội đồng nhân dân tỉnh'), titled('legal', 'head', 'Trưởng ban Pháp chế HĐND tỉnh'),
    titled('economy', 'deputy', 'Phó Trưởng Ban kinh tế – ngân sách'), titled('other', 'head', 'Giám đốc Sở Tài chính'),
  ]
  const groups = (id: string) => resolveParticipants({ units, holdings: people, scopeUnitId: 'XA' as UnitId, subjectStatuses: ['civil_servant'], rulebook: shippedRulebook(id) ?? assert.fail() }).map((one) => [one.personId, one.group])
  assert.deepEqual(Object.fromEntries(groups('thanh-hoa-hd-03')), { standing: 'council_standing_deputy', vice: 'council_deputy', legal: 'head_legal', economy: 'deputy_economy_budget', other: 'leader' })
})

test('groups follow from leading posts, the variant of II.4 from contact with the public', () => {
  const found = resolve()
  assert.deepEqual([found.get('clerk')?.group, found.get('deputy')?.group], ['staff', 'leader'])
  assert.deepEqual([found.get('clerk')?.variants['II.4'], found.get('organiser')?.variants['II.4']], ['public_contact', 'no_public_contact'])
})

test('only the main post counts and only within the scope', () => {
  const elsewhere = [...holdings, holding('clerk', 'XD', 'head', { isPrimary: false })]
  assert.equal(resolve({ holdings: elsewhere }).get('clerk')?.unitId, 'KT')
  assert.deepEqual([...resolve({ scope: 'DU' }).keys()], ['board', 'organiser'])
})

test('two heads of one unit are for a person to choose between', () => {
  const found = resolve({ holdings: [...holdings, holding('second', 'KT', 'head')] })
  assert.equal(found.get('clerk')?.superiorId, null)
  assert.equal(found.get('head')?.superiorId, 'chair')
})

test('what was set by hand survives another resolution, the rest follows the posts', () => {
  const clerk = resolve().get('clerk')
  assert.ok(clerk)
  const stored = { ...clerk, superiorId: 'deputy' as PersonId, deciderId: 'nobody' as PersonId, adjusted: ['superior'] }
  const again = keepAdjusted(clerk, stored)
  assert.deepEqual([again.superiorId, again.deciderId], ['deputy', 'chair'])
})

test('on any organisation: nobody rates themselves, and raters are the nearest heads a slow walk finds', () => {
  const kinds = ['peoples_committee', 'specialised_division', 'party_committee', 'commune']
  const organisations = fc.record({
    parents: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 8, maxLength: 8 }),
    posts: fc.array(fc.record({ person: fc.nat(9), unit: fc.nat(7), role: fc.constantFrom('head', 'deputy', 'staff'), primary: fc.boolean() }), { maxLength: 20 }),
  })
  fc.assert(
    fc.property(organisations, (made) => {
      const tree = made.parents.map((parent, at) => unit(`u${at}`, at === 0 ? null : `u${parent % at}`, made.kinds[at] ?? 'commune'))
      const posts = made.posts.filter((post) => post.unit < tree.length).map((post, at) => ({ ...holding(`p${post.person}`, `u${post.unit}`, post.role, { isPrimary: post.primary }), postId: `post${at}` as PostId }))
      const found = resolveParticipants({ units: tree, holdings: posts, scopeUnitId: 'u0' as UnitId, subjectStatuses: ['civil_servant'], rulebook: rulebook as NonNullable<typeof rulebook> })
      for (const one of found) {
        assert.notEqual(one.superiorId, one.personId)
        assert.notEqual(one.deciderId, one.personId)
        assert.equal(one.superiorId, slowRater(tree, posts, one, () => true, one.isHead))
        const ownIsBody = usingBodyKinds.has(tree.find((each) => each.id === one.unitId)?.kind ?? '')
        assert.equal(one.deciderId, slowRater(tree, posts, one, (each) => usingBodyKinds.has(each.kind), one.isHead && ownIsBody))
      }
    }),
    { numRuns: 500 },
  )
})

/** Obvious and slow: write down the whole way up, strike the units that do not count, take the first with one other head. */
function slowRater(tree: readonly ResolvableUnit[], posts: readonly ResolvableHolding[], one: { personId: string; unitId: string }, counts: (unit: ResolvableUnit) => boolean, skipOwn: boolean): string | null {
  let way: ResolvableUnit[] = []
  let at: string | null = one.unitId
  while (at !== null) {
    const here = tree.find((each) => each.id === at)
    if (here === undefined) break
    way = [...way, here]
    at = here.parentId
  }
  const candidates = way.slice(skipOwn ? 1 : 0).filter(counts)
  for (const candidate of candidates) {
    const heads = [...new Set(posts.filter((post) => post.unitId === candidate.id && post.role === 'head' && post.personId !== one.personId).map((post) => post.personId))]
    if (heads.length > 1) return null
    if (heads.length === 1) return heads[0] ?? null
  }
  return null
}
