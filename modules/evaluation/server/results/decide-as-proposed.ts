import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { decideSeveral } from './decide-several.ts'

/** Decides several people at their provisional levels in one act; each is named with the version that was looked at. */
export const decideAsProposed = command(resultRoutes.decideAsProposed, async ({ params, body, actor, tx, read, now, record }) => {
  const results = await decideSeveral(tx, read, actor, params.campaignId, body.results, new Map(), now)
  record({ action: 'evaluation.result.decided-as-proposed', subject: { kind: 'campaign', id: params.campaignId }, data: { results } })
  return { decided: results.length }
})
