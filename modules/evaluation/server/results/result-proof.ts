import { refuse } from '#kernel/refusal.ts'
import { inclusionProof } from '#platform/audit/published-set.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { loadResultFile } from './file-of-result.ts'
import { publishedRecord } from './publish-set.ts'
import { loadRecords } from './result-record.ts'

/** Bằng chứng kết quả của mình: proves offline that one's result in force is in the set that was made known. Nobody else takes it. */
export const resultProof = query(resultRoutes.resultProof, async ({ params, actor, read, today }) => {
  const { campaign, participant, standing } = await loadResultFile(read, actor, params.campaignId, params.personId, today)
  const [current] = await loadRecords(read, actor.tenantId, campaign.id, participant.personId)
  if (!standing.subject || current?.publishedAt == null) refuse('platform.not-found')
  const proof = await inclusionProof(read, actor.tenantId, await publishedRecord(read, actor.tenantId, current.id))
  if (proof === undefined) refuse('platform.not-found')
  if (proof === 'altered') refuse('evaluation.result.not-as-published', { resultId: current.id })
  return { contentType: 'application/json', fileName: `bang-chung-ket-qua-${campaign.period.from}.json`, bytes: new TextEncoder().encode(`${JSON.stringify(proof, null, 2)}\n`) }
})
