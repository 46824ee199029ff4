import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import pg from 'pg'
import type { CampaignId } from '#kernel/id.ts'
import { sealTenant } from '#platform/audit/seal.ts'
import { canonicalHash, entryHash, linkHash } from '#platform/audit/canonical.ts'
import { hashOfLeaf, type InclusionProof } from '#platform/audit/leaf.ts'
import { rootOfPath } from '#platform/audit/merkle-tree.ts'
import { act, decideAll, evaluationServer, openOctober, resultOf, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)
let commune: SmallCommune
let campaignId: CampaignId

before(async () => {
  commune = await smallCommune(server)
  campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
})

const takeProof = async (person: CommunePerson, by = person): Promise<InclusionProof> => {
  const { bytes } = await commune.as[by].call(resultRoutes.resultProof, { params: { campaignId, personId: commune.people[person] } })
  return JSON.parse(new TextDecoder().decode(bytes)) as InclusionProof
}

/** The root a proof leads to. */
const rootOf = ({ tenant, tree, leaf, path }: InclusionProof) => rootOfPath(hashOfLeaf(tenant, tree.id, leaf), leaf.position, tree.size, path)

test('before publication there is nothing to prove', async () => {
  assert.equal(await refusalOf(takeProof('clerk')), 'platform.not-found')
})

test('publishing keeps one root over every result, and the ledger names it', async () => {
  await act(commune, campaignId, 'publish')
  const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'evaluation.campaign.publish').select('data').execute())
  const { items } = await commune.as.officer.call(resultRoutes.listResults, { params: { campaignId }, query: {} })
  assert.equal(entries.length, 1)
  const { published } = entries[0]!.data as unknown as { published: { root: string; size: number } }
  assert.equal(published.size, items.filter((item) => item.decidedLevel !== null).length)
  assert.equal((await commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })).publishedSet?.root, published.root)
})

test('everybody’s own proof leads to the root and to the entry in the chain', async () => {
  await sealTenant(server.db, commune.tenantId, null, new Date())
  const proofs = await Promise.all((['clerk', 'typist', 'engineer', 'officeHead'] as const).map((person) => takeProof(person)))
  for (const proof of proofs) {
    assert.equal(rootOf(proof), proof.tree.root)
    assert.ok(proof.entry && proof.link)
    assert.deepEqual((proof.entry.data as { published: unknown }).published, { tree: proof.tree.id, size: proof.tree.size, root: proof.tree.root })
    assert.equal(linkHash({ tenant: proof.tenant, seq: proof.link.seq, entry: proof.entry.id, entryHash: entryHash(proof.entry), previous: proof.link.previous }), proof.link.hash)
  }
  const [clerk] = proofs
  const row = await resultOf(commune, campaignId, 'clerk')
  const content = clerk?.leaf.content as Record<string, string>
  assert.deepEqual([content['person'], content['total'], content['decidedLevel']], [commune.people.clerk, row.total, row.decidedLevel])
  assert.equal(new Set(proofs.map((proof) => proof.leaf.salt)).size, proofs.length)
})

test('a proof with another total, level or salt leads elsewhere', async () => {
  const proof = await takeProof('clerk')
  const content = proof.leaf.content as Record<string, string>
  for (const leaf of [{ ...proof.leaf, content: { ...content, total: '99.00' } }, { ...proof.leaf, content: { ...content, decidedLevel: 'excellent' } }, { ...proof.leaf, salt: canonicalHash({}) }]) {
    assert.notEqual(rootOf({ ...proof, leaf }), proof.tree.root)
  }
})

test('nobody else takes the proof: neither superior, authority, officer nor colleague', async () => {
  for (const other of ['officeHead', 'chair', 'officer', 'typist'] as const) assert.equal(await refusalOf(takeProof('clerk', other)), 'platform.not-found')
})

test('a result that somebody altered in the database after publication has no proof, and says so', async () => {
  const owner = new pg.Client({ connectionString: server.database.ownerUrl })
  await owner.connect()
  const set = (total: string) => owner.query('update evaluation_result set total = $3 where tenant_id = $1 and person_id = $2 returning total', [commune.tenantId, commune.people.engineer, total])
  const { total } = await resultOf(commune, campaignId, 'engineer')
  try {
    await set('99.99')
    assert.equal(await refusalOf(takeProof('engineer')), 'evaluation.result.not-as-published')
    await set(total!)
    assert.equal(rootOf(await takeProof('engineer')), (await takeProof('clerk')).tree.root)
  } finally {
    await owner.end()
  }
})

test('a replacing decision is a set of its own, with its root in the ledger; the proof is of what is in force', async () => {
  const before = await takeProof('typist')
  const row = await resultOf(commune, campaignId, 'typist')
  const { resultId } = await commune.as.chair.call(resultRoutes.replaceResult, { params: { resultId: row.resultId! }, body: { version: row.version, level: 'completed', reason: 'Phát hiện vi phạm thời hạn.', points: null } })
  const after = await takeProof('typist')
  const content = after.leaf.content as Record<string, string>
  assert.equal(rootOf(after), after.tree.root)
  assert.deepEqual([content['result'], content['replaces'], content['decidedLevel'], after.tree.size], [resultId, (before.leaf.content as Record<string, string>)['result'], 'completed', 1])
  assert.equal(after.entry?.action, 'evaluation.result.replaced')
  assert.equal(after.link, null)
})
